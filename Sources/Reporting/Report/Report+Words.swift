import Document

// How a report speaks of its run, in any format.

extension Report {
  /// The house's own title, or what the report is about.
  var title: String { house.title ?? headline }

  /// What the report is about, where the title doesn't tell, and what was read.
  var introduction: String { house.title == nil ? standfirst : "\(headline). \(standfirst)" }

  var headline: String {
    let articles = Figures.count(overview.articles, "article")
    let names = plugins.map(\.title)
    if names.isEmpty { return "\(articles) read" }
    let shown = names.count > 4 ? Array(names.prefix(3)) + ["more"] : names
    return "\(shown.listed) in \(articles)"
  }

  /// What was read, in a sentence or two.
  var standfirst: String {
    var words = "\(Figures.count(overview.words, "word")) of news"
    if let first = overview.days.first.flatMap({ CalendarDate($0.name) }),
      let last = overview.days.last.flatMap({ CalendarDate($0.name) })
    {
      words += first == last ? " of \(first.shown)" : ", \(first.shown) to \(last.shown)"
    }
    let publishers = overview.publishers.counts
    if publishers.count == 1 { words += ", from \(publishers[0].name)" }
    if publishers.count > 1 {
      words += ", from \(Figures.count(overview.publishers.names, "publisher"))"
    }
    let languages = overview.languages.counts.map { Language.name($0.name) }
    if !languages.isEmpty { words += ", in \(Array(languages.prefix(5)).listed)" }
    return words + "." + shortfall
  }

  private var shortfall: String {
    var parts: [String] = []
    let failures = overview.failures.total
    if failures > 0 { parts.append("\(Figures.count(failures, "input")) could not be read") }
    if overview.articlesWithErrors > 0 {
      let count = Figures.count(overview.articlesWithErrors, "article")
      parts.append("a plugin failed on \(count)")
    }
    guard let first = parts.first else { return "" }
    let rest = parts.dropFirst()
    return " " + first.prefix(1).uppercased() + first.dropFirst()
      + rest.map { "; " + $0 }.joined() + "."
  }
}

extension [String] {
  /// `a`, `a and b`, `a, b and c`.
  var listed: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Merge {
  /// What a merged value is called.
  var word: String {
    switch self {
    case .sum: "total"
    case .mean: "mean"
    case .min: "smallest"
    case .max: "largest"
    case .any: "in any"
    case .all: "in all"
    case .top: "most frequent"
    case .histogram: "distribution"
    case .list: "values"
    case .none: "not merged"
    }
  }
}

extension ArticleError {
  /// `sentiment failed in analyze: ran for more than 5 s (plugin.lua:40)`.
  var sentence: String { error.sentence }
}

extension PluginError {
  var sentence: String {
    let place = file.map { file in line.map { " (\(file):\($0))" } ?? " (\(file))" } ?? ""
    let remedy = remedy.map { "; \($0)" } ?? ""
    return "\(plugin) failed in \(phase), \(kind.rawValue): \(message)\(place)\(remedy)"
  }
}

extension ReadFailure {
  var sentence: String { message + (remedy.map { "; \($0)" } ?? "") }
}

extension Value {
  /// In one line, for a cell or a list; lists and maps as their parts.
  var inline: String { inline(isMember: false) }

  /// The same of a record's member: whole numbers may be years, days or ids there, and have no separators.
  var member: String { inline(isMember: true) }

  /// The same of a map that counts what its keys name.
  var counts: String {
    guard case .map(let fields) = self else { return inline }
    return Self.listed(fields) { $0.inline }
  }

  private func inline(isMember: Bool) -> String {
    switch self {
    case .null: return "–"
    case .bool(let bool): return bool ? "yes" : "no"
    case .integer(let integer):
      guard isMember else { return Figures.shown(Int(integer), minus: "−") }
      return "\(integer < 0 ? "−" : "")\(integer.magnitude)"
    case .number(let number): return Figures.shown(number, digits: 4, minus: "−")
    case .string(let string): return DisplayWidth.cut(string, to: 400)
    case .list(let elements):
      let shown = elements.prefix(20).map { $0.record?.text ?? $0.inline(isMember: isMember) }
      let more = elements.count - shown.count
      return shown.joined(separator: ", ") + (more > 0 ? ", … \(Figures.shown(more)) more" : "")
    case .map(let fields):
      // A stretch of the text says what it holds, not where it lies.
      if fields["first"] != nil, fields["last"] != nil, let record { return record.text }
      return Self.listed(fields) { $0.member }
    }
  }

  private static func listed(_ fields: Fields, _ words: (Value) -> String) -> String {
    fields.entries.prefix(20).map { "\($0.name): \(words($0.value))" }.joined(separator: ", ")
  }

  /// What names a map and what measures it, such as `{id, label, score}` or `{a, b, count}`; nil for other values.
  var record: (name: String, figure: Double?, text: String)? {
    guard let fields = map else { return nil }
    let names = ["label", "name", "text", "title", "id"].lazy.compactMap { fields[$0]?.string }
    let pair = [fields["a"]?.string, fields["b"]?.string].compactMap(\.self)
    let first = names.first ?? fields.entries.lazy.compactMap(\.value.string).first
    guard let name = pair.count == 2 ? pair.listed : first else { return nil }
    let measures = fields.entries.lazy.filter { !Self.unmeasuring.contains($0.name) }
    let figure = measures.compactMap(\.value.number).first
    let text = figure.map { "\(name) \(Figures.shown($0, digits: 3, minus: "−"))" } ?? name
    return (name, figure, text)
  }

  /// Members that say where in a text something stands, what it is or when it was, which measures nothing.
  private static let unmeasuring: Set = [
    "first", "last", "offset", "length", "start", "end", "id", "year", "month", "day",
  ]
}

extension Report {
  /// What an article's field says, in one line.
  func words(of entry: Fields.Entry, plugin: String) -> String {
    let description = plugins.first { $0.description.name == plugin }?.description
    let field = description?.fields.first { $0.name == entry.name }
    return field?.merge == .top ? entry.value.counts : entry.value.inline
  }
}
