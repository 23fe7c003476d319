import Document

/// What a spec expects of a plugin.
struct Expectation: Sendable {
  /// Fields with the values they must have; others may be there too.
  var fields: Fields
  /// Fields that there must not be.
  var missing: [String]
  /// By layer, all its marks in order: words alone, or with some of their attributes.
  var marks: Fields
  /// Marks that were written into the texts. The layers of those that must be there have no others.
  var inline: [Annotation.Place: [MarkedText.Mark]] = [:]
  /// Why the plugin must leave the article alone.
  var skipped: String?
  /// Words of the error that it must end with.
  var error: String?
  /// Words that its log must hold.
  var log: String?
  /// What its fields must have merged to over all articles of the spec, and what `aggregate` must have made.
  var summary: Fields?
  /// Words that its section of the report must hold.
  var report: [String]
  /// How far a number may be from what is expected.
  var tolerance: Double
  /// Whether all that is found must be as in the snapshot.
  var hasSnapshot: Bool

  private static let standardTolerance = 5e-5

  init(_ reader: inout SpecReader) throws(SpecFault) {
    fields = try reader.map("fields")
    missing = try reader.strings("missing") ?? []
    marks = try reader.map("marks")
    skipped = try reader.string("skipped")
    error = try reader.string("error")
    log = try reader.string("log")
    summary = reader.has("summary") ? try reader.map("summary") : nil
    report = try reader.words("report")
    tolerance = try reader.number("tolerance") ?? Self.standardTolerance
    hasSnapshot = try reader.bool("snapshot") ?? false
  }

  /// Names that the plugin does not declare, and keys that don't go together.
  /// - Parameter articles: whether the spec has several.
  func check(articles: Bool, of plugin: PluginDescription) throws(SpecFault) {
    let names = plugin.fields.map(\.name)
    for name in fields.names + missing where !names.contains(name) {
      throw Self.unknown("field", name, among: names)
    }
    let layers = plugin.layers.map(\.name)
    for name in marks.names where !layers.contains(name) {
      throw Self.unknown("layer", name, among: layers)
    }
    let written = inline.values.joined().map(\.layer)
    if let twice = marks.names.first(where: written.contains) {
      throw SpecFault("the marks of '\(twice)' are both in the text and in marks")
    }
    guard !isEmpty else {
      throw SpecFault(
        "this spec expects nothing",
        remedy: "write fields, marks, missing, skipped, error, log, summary, report or snapshot")
    }
    if articles, !(fields.isEmpty && missing.isEmpty && marks.isEmpty && skipped == nil) {
      throw SpecFault(
        "with articles only summary, report, error and log can be expected",
        remedy: "write a spec with text for each article")
    }
  }

  /// Whether whatever is found would be as expected.
  private var isEmpty: Bool {
    let isOfArticles =
      fields.isEmpty && missing.isEmpty && marks.isEmpty && inline.values.allSatisfy(\.isEmpty)
    let isOfRun = (summary ?? [:]).isEmpty && report.isEmpty && log == nil
    return isOfArticles && isOfRun && skipped == nil && error == nil && !hasSnapshot
  }

  private static func unknown(_ what: String, _ name: String, among known: [String]) -> SpecFault {
    SpecFault(
      "the plugin has no \(what) '\(name)'",
      remedy: Suggestions.question(Suggestions.like(name, among: known)))
  }
}

// MARK: Comparing

extension Expectation {
  /// Everything that is not as expected of one article.
  func differences(from found: PluginFindings, in article: Article) -> [Difference] {
    if let difference = outcomeDifference(found) { return [difference] }
    guard error == nil else { return [] }
    var differences: [Difference] = []
    for entry in fields.entries {
      compare(found.fields[entry.name], entry.value, at: "fields.\(entry.name)", &differences)
    }
    for name in missing {
      guard let value = found.fields[name] else { continue }
      differences.append(
        Difference(place: "fields.\(name)", expected: "nothing", found: value.shown))
    }
    differences += inlineDifferences(from: found, in: article)
    for layer in marks.entries {
      compare(found, layer.name, layer.value.list ?? [], in: article, &differences)
    }
    return differences + logDifferences(from: found.log)
  }

  /// Whether the plugin came to an end as it should.
  private func outcomeDifference(_ found: PluginFindings) -> Difference? {
    let end = found.error.map { "the error \"\($0.message)\"" }
    if let error {
      if let message = found.error?.message, message.contains(error) { return nil }
      return Difference(
        place: "error", expected: "\"\(error)\"",
        found: found.error.map { "\"\($0.message)\"" } ?? "none")
    }
    if let end { return Difference(place: "error", expected: "none", found: end) }
    guard found.skipped != skipped else { return nil }
    return Difference(
      place: "skipped", expected: skipped.map { "\"\($0)\"" } ?? "an article that is analysed",
      found: found.skipped.map { "\"\($0)\"" } ?? "an article that was analysed")
  }

  func logDifferences(from lines: [String]) -> [Difference] {
    guard let log, !lines.contains(where: { $0.contains(log) }) else { return [] }
    return [
      Difference(place: "log", expected: "\"\(log)\"", found: lines.joined(separator: "\n"))
    ]
  }

  func compare(
    _ found: Value?, _ expected: Value, at place: String, _ differences: inout [Difference]
  ) {
    if let found, found.agrees(with: expected, within: tolerance) { return }
    // Of tables, the members that differ say more than the whole.
    if case .map(let members) = expected, case .map(let others)? = found,
      !expected.isBound, !expected.isInclusion
    {
      for entry in members.entries {
        compare(others[entry.name], entry.value, at: "\(place).\(entry.name)", &differences)
      }
      return
    }
    differences.append(
      Difference(place: place, expected: expected.shown, found: found?.shown ?? "nothing"))
  }
}

// MARK: Marks

extension Expectation {
  private func inlineDifferences(
    from found: PluginFindings, in article: Article
  ) -> [Difference] {
    var layers: [String] = []
    for mark in inline.values.joined() where !layers.contains(mark.layer) {
      layers.append(mark.layer)
    }
    return layers.sorted().flatMap { layer -> [Difference] in
      let annotations = found.annotations.first { $0.name == layer }?.annotations ?? []
      // A layer of which only is said what is not marked may have marks elsewhere in both texts.
      let isExact = inline.values.joined().contains { $0.layer == layer && !$0.isForbidden }
      return [(Annotation.Place.title, article.title), (.text, article.text)].compactMap {
        place, text in
        let expected = (inline[place] ?? []).filter { $0.layer == layer }
        let marks = annotations.filter { $0.place == place }
        guard !agree(marks, expected, isExact: isExact) else { return nil }
        let written = marks.map { mark in
          // Of attributes those that matter here.
          let names = expected.first { $0.range == mark.range }?.attributes.names ?? []
          return MarkedText.Mark(layer: layer, mark, showing: names.contains)
        }
        return Difference(
          place: place == .title ? "\(layer) in the title" : layer,
          expected: MarkedText.Mark.written(expected, into: text),
          found: MarkedText.Mark.written(written, into: text))
      }
    }
  }

  /// Whether a layer has the marks that it must have, and none that it must not have.
  private func agree(
    _ found: [Annotation], _ expected: [MarkedText.Mark], isExact: Bool
  ) -> Bool {
    let wanted = expected.filter { !$0.isForbidden }
    for mark in expected where mark.isForbidden {
      if found.contains(where: { $0.range.overlaps(mark.range) }) { return false }
    }
    guard isExact else { return true }
    var rest = found
    for mark in wanted {
      let match = rest.firstIndex {
        $0.range == mark.range
          && Value.map($0.attributes).agrees(with: .map(mark.attributes), within: tolerance)
      }
      guard let match else { return false }
      rest.remove(at: match)
    }
    return rest.isEmpty
  }

  /// Compares a layer's marks with a list of their words.
  private func compare(
    _ found: PluginFindings, _ layer: String, _ expected: [Value], in article: Article,
    _ differences: inout [Difference]
  ) {
    let marks = found.annotations.first { $0.name == layer }?.annotations ?? []
    let words = marks.map { $0.place == .text ? article.text[$0.range] : article.title[$0.range] }
    let wanted = expected.map { $0.string ?? $0["text"]?.string ?? "" }
    guard words == wanted else {
      differences.append(
        Difference(place: "marks.\(layer)", expected: Self.list(wanted), found: Self.list(words)))
      return
    }
    for (index, (mark, expected)) in zip(marks, expected).enumerated() {
      for attribute in expected.asMap?.entries ?? [] where attribute.name != "text" {
        compare(
          mark.attributes[attribute.name], attribute.value,
          at: "marks.\(layer)[\(index + 1)].\(attribute.name)", &differences)
      }
    }
  }

  private static func list(_ words: [String]) -> String {
    words.isEmpty ? "none" : words.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}

// MARK: Values

extension Value {
  /// As differences and marks show it: JSON.
  var shown: String {
    var json = JSONWriter()
    json.value(self)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// `{ near = 0.5, within = 0.1 }` or `{ least = 0, most = 1 }`, which numbers are measured by.
  fileprivate var isBound: Bool { isMade(of: ["near", "within", "least", "most"]) }
  /// `{ includes = { … } }`, which lists are measured by.
  fileprivate var isInclusion: Bool { isMade(of: ["includes"]) }

  private func isMade(of keys: Set<String>) -> Bool {
    guard let map, !map.isEmpty else { return false }
    return map.names.allSatisfy(keys.contains)
  }

  /// Whether a value is as expected: numbers nearly, of tables the members that are expected, of lists all elements.
  func agrees(with expected: Value, within tolerance: Double) -> Bool {
    if let number, expected.isBound {
      return expected.bounds(tolerance).allSatisfy { $0.contains(number) }
    }
    switch (self, expected) {
    case (.list(let elements), .map(let bound)) where expected.isInclusion:
      return (bound["includes"]?.list ?? []).allSatisfy { wanted in
        elements.contains { $0.agrees(with: wanted, within: tolerance) }
      }
    case (_, .map(let members)):
      guard let own = asMap else { return false }
      return members.entries.allSatisfy {
        own[$0.name]?.agrees(with: $0.value, within: tolerance) ?? false
      }
    case (.list(let elements), .list(let others)):
      return elements.count == others.count
        && zip(elements, others).allSatisfy { $0.agrees(with: $1, within: tolerance) }
    case (.map(let members), .list(let others)): return members.isEmpty && others.isEmpty
    default:
      if let number, let other = expected.number { return abs(number - other) <= tolerance }
      return self == expected
    }
  }

  private func bounds(_ tolerance: Double) -> [ClosedRange<Double>] {
    var bounds: [ClosedRange<Double>] = []
    if let near = self["near"]?.number {
      let within = abs(self["within"]?.number ?? tolerance)
      bounds.append((near - within)...(near + within))
    }
    if let least = self["least"]?.number { bounds.append(least...(.infinity)) }
    if let most = self["most"]?.number { bounds.append(-.infinity...most) }
    return bounds
  }
}
