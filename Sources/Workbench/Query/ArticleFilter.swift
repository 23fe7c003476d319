import Document

/// Which articles of a run count: those published in a time, and those that a condition holds for.
package struct ArticleFilter: Sendable {
  /// ISO 8601, to the year, the month, the day or the minute; the day itself counts on either side.
  package var since: String?
  package var until: String?
  package var condition: Expression?

  package init(since: String? = nil, until: String? = nil, condition: Expression? = nil) {
    self.since = since
    self.until = until
    self.condition = condition
  }

  package var isEmpty: Bool { since == nil && until == nil && condition == nil }

  /// Why an article does not count.
  enum Reason: String, CaseIterable {
    case undated, early, late, condition
  }

  /// Nil where the article counts.
  func objection(to findings: Findings) -> Reason? {
    if let reason = objectionToTime(of: findings) { return reason }
    if let condition, !condition.holds(for: ArticleValues(findings)) { return .condition }
    return nil
  }

  /// Whether an article surely does not count, by what is known of it before any plugin has run.
  func rulesOut(_ findings: Findings) -> Bool {
    objectionToTime(of: findings) != nil
      || condition?.fails(for: ArticleValues(findings), knowing: { $0.parts.count == 1 }) ?? false
  }

  private func objectionToTime(of findings: Findings) -> Reason? {
    if since != nil || until != nil {
      guard let date = findings.about["published"]?.string, !date.hasPrefix("-") else {
        return .undated
      }
      if let since, Self.isBefore(date, since) { return .early }
      if let until, Self.isBefore(until, date) { return .late }
    }
    return nil
  }

  /// Whether a date is before another, as far as both are known: a month is neither before nor after a day of it.
  private static func isBefore(_ a: String, _ b: String) -> Bool {
    let precision = min(a.utf8.count, b.utf8.count)
    return Array(a.utf8.prefix(precision)).lexicographicallyPrecedes(
      Array(b.utf8.prefix(precision)))
  }

  /// As settings that a report shows.
  var settings: [(name: String, value: String)] {
    [("since", since), ("until", until), ("where", condition?.text)].compactMap { name, value in
      value.map { (name, $0) }
    }
  }
}

/// What the names of a condition on articles stand for.
struct ArticleValues: ExpressionValues {
  static let metadata = [
    "id", "source", "title", "hash", "published", "publisher", "section", "language", "url",
    "authors", "words",
  ]

  private let findings: Findings

  init(_ findings: Findings) {
    self.findings = findings
  }

  func value(of name: Expression.Name) -> Value? {
    guard name.parts.count > 1 else { return metadata(name.parts[0]) }
    guard let plugin = findings.plugins.first(where: { $0.plugin == name.parts[0] }) else {
      return nil
    }
    let field = plugin.fields[name.parts[1]] ?? (name.parts[1] == "status" ? status(plugin) : nil)
    return name.parts.dropFirst(2).reduce(field) { $0?[$1] }
  }

  func ignoresCase(_ name: Expression.Name) -> Bool { name.text == "section" }

  private func metadata(_ name: String) -> Value? {
    switch name {
    case "id": .string(findings.id)
    case "source": .string(findings.source)
    case "title": .string(findings.title)
    case "hash": .string(findings.hash)
    default: findings.about[name]
    }
  }

  private func status(_ plugin: PluginFindings) -> Value {
    .string(plugin.error != nil ? "failed" : plugin.skipped != nil ? "skipped" : "ok")
  }
}

extension Expression {
  /// Whether all names are known: those of metadata, and fields of plugins that run.
  func checkArticleNames(_ plugins: [PluginDescription]) throws(Fault) {
    for (name, function) in names {
      if let function {
        throw Fault(
          name.offset - function.utf8.count - 1, "no function '\(function)' of an article")
      }
      try Self.check(name, plugins)
    }
    try Self.checkTypes(root, plugins)
  }

  private static func check(_ name: Name, _ plugins: [PluginDescription]) throws(Fault) {
    guard name.parts.count > 1 else {
      guard !ArticleValues.metadata.contains(name.text) else { return }
      let plugin = plugins.first { $0.name == name.text }
      let like = Suggestions.like(
        name.text, among: ArticleValues.metadata + plugins.map(\.name))
      throw Fault(
        name.offset, plugin == nil ? "unknown name '\(name.text)'" : "'\(name.text)' is a plugin",
        remedy: plugin?.fields.first.map { "name a field, such as \(name.text).\($0.name)" }
          ?? Suggestions.question(like)
          ?? "there are \(ArticleValues.metadata.joined(separator: ", ")), and fields of plugins")
    }
    try check(field: name, plugins)
  }

  static func check(field name: Name, _ plugins: [PluginDescription]) throws(Fault) {
    guard let plugin = plugins.first(where: { $0.name == name.parts[0] }) else {
      let like = Suggestions.like(name.parts[0], among: plugins.map(\.name))
      throw Fault(
        name.offset, "no plugin '\(name.parts[0])' in this run",
        remedy: Suggestions.question(like) ?? "--plugins chooses what runs")
    }
    let fields = plugin.fields.map(\.name)
    guard name.parts[1] == "status" || fields.contains(name.parts[1]) else {
      let like = Suggestions.like(name.parts[1], among: fields)
      throw Fault(
        name.offset + name.parts[0].utf8.count + 1,
        "\(plugin.name) has no field '\(name.parts[1])'",
        remedy: Suggestions.question(like) ?? "it has \(fields.joined(separator: ", "))")
    }
  }

  /// A comparison of a number with a text never holds, so whoever wrote it meant another.
  private static func checkTypes(_ node: Node, _ plugins: [PluginDescription]) throws(Fault) {
    switch node {
    case .not(let a), .negate(let a), .match(let a, _): try checkTypes(a, plugins)
    case .and(let a, let b), .or(let a, let b), .calculate(_, let a, let b, _):
      try checkTypes(a, plugins)
      try checkTypes(b, plugins)
    case .compare(let comparison, let a, let b, _):
      guard comparison != .contains else { return }
      try checkDate(a, b)
      try checkDate(b, a)
      guard let a = kind(a, plugins), let b = kind(b, plugins), a.isNumber != b.isNumber
      else { return }
      throw Fault(
        a.offset ?? b.offset ?? 0,
        a.offset != nil && a.isNumber || b.offset != nil && b.isNumber
          ? "a number is compared with a text" : "a text is compared with a number")
    default: break
    }
  }

  /// A date of publication that is compared with a text which is none, but for one without a year: `--02-26`.
  private static func checkDate(_ a: Node, _ b: Node) throws(Fault) {
    guard case .name(let name) = a, name.text == "published",
      case .literal(.string(let text)) = b, !text.hasPrefix("--"),
      WrittenDate(zoned: text) == nil
    else { return }
    throw Fault(
      name.offset, "published is compared with '\(text)', which is no date",
      remedy: WrittenDate.remedy)
  }

  /// Whether a part is a number or a text, where that is certain; and where its name stands.
  private static func kind(
    _ node: Node, _ plugins: [PluginDescription]
  ) -> (isNumber: Bool, offset: Int?)? {
    switch node {
    case .literal(.string), .date: return (false, nil)
    case .literal(.integer), .literal(.number): return (true, nil)
    case .name(let name) where name.parts.count == 1:
      return (name.text == "words", name.offset)
    case .name(let name) where name.parts.count == 2:
      let plugin = plugins.first { $0.name == name.parts[0] }
      switch plugin?.fields.first(where: { $0.name == name.parts[1] })?.type {
      case .integer?, .number?: return (true, name.offset)
      case .string?: return (false, name.offset)
      default: return nil
      }
    default: return nil
    }
  }
}
