import Document

/// A small article, or several, and what a plugin is expected to find in it.
struct Spec: Sendable {
  var name: String
  var articles: [Article]
  var options: Fields
  /// The optional plugins that are in the run.
  var companions: [String]
  var expected: Expectation

  /// - Parameter plugin: whose layers may be marked in the texts.
  init(_ value: Value, of plugin: PluginDescription) throws(SpecFault) {
    var reader = try SpecReader(value)
    name = reader.name
    options = try reader.map("options")
    companions = try reader.words("with")
    if let stranger = companions.first(where: { !plugin.optionalPlugins.contains($0) }) {
      throw SpecFault(
        "with: the plugin does not read '\(stranger)' as an optional one",
        remedy: Suggestions.question(Suggestions.like(stranger, among: plugin.optionalPlugins))
          ?? "write requires = { \"\(stranger)?\" }")
    }
    expected = try Expectation(&reader)
    let layers = plugin.layers.map(\.name)
    if let list = try reader.list("articles") {
      articles = []
      for (index, value) in list.enumerated() {
        var article = try SpecReader(article: value, of: name, number: index + 1)
        articles.append(try article.article(number: index + 1, layers: layers).article)
        try article.finish()
      }
    } else {
      let (article, marks) = try reader.article(number: 1, layers: layers)
      articles = [article]
      expected.inline = marks
    }
    try reader.finish()
    try expected.check(articles: reader.has("articles"), of: plugin)
  }
}

/// Why specs cannot be read.
struct SpecFault: Error, Hashable, Sendable {
  var message: String
  var remedy: String?

  init(_ message: String, remedy: String? = nil) {
    self.message = message
    self.remedy = remedy
  }
}

/// Takes a spec's table apart and knows what of it nobody asked for.
struct SpecReader {
  let name: String
  private let fields: Fields
  private var known: [String] = ["name"]

  init(_ value: Value) throws(SpecFault) {
    guard let fields = value.asMap, let name = fields["name"]?.string, !name.isEmpty else {
      throw SpecFault(
        "a spec is a table with a name", remedy: "give it one: name = \"what it shows\"")
    }
    self.fields = fields
    self.name = name
  }

  /// One of the `articles` of a spec.
  init(article value: Value, of spec: String, number: Int) throws(SpecFault) {
    guard let fields = value.asMap else {
      throw SpecFault("articles[\(number)]: expected a table, got \(value.typeName)")
    }
    self.fields = fields
    name = spec
  }

  func has(_ key: String) -> Bool { fields[key] != nil }

  /// What a key holds, which is known from now on.
  mutating func value(_ key: String) -> Value? {
    known.append(key)
    return fields[key]
  }

  mutating func string(_ key: String) throws(SpecFault) -> String? {
    try read(key, "a string", \.string)
  }

  mutating func number(_ key: String) throws(SpecFault) -> Double? {
    try read(key, "a number", \.number)
  }

  mutating func bool(_ key: String) throws(SpecFault) -> Bool? {
    try read(key, "true or false", \.bool)
  }

  mutating func map(_ key: String) throws(SpecFault) -> Fields {
    try read(key, "a table with names", \.asMap) ?? [:]
  }

  mutating func list(_ key: String) throws(SpecFault) -> [Value]? {
    try read(key, "a list", \.list)
  }

  mutating func strings(_ key: String) throws(SpecFault) -> [String]? {
    try read(key, "a list of strings") { value in
      let strings = value.list?.compactMap(\.string)
      return strings?.count == value.list?.count ? strings : nil
    }
  }

  /// A string, or a list of them.
  mutating func words(_ key: String) throws(SpecFault) -> [String] {
    if let word = value(key)?.string { return [word] }
    return try strings(key) ?? []
  }

  private mutating func read<Kind>(
    _ key: String, _ expected: String, _ convert: (Value) -> Kind?
  ) throws(SpecFault) -> Kind? {
    guard let value = value(key) else { return nil }
    guard let converted = convert(value) else {
      throw SpecFault("\(key): expected \(expected), got \(value.typeName)")
    }
    return converted
  }

  /// Complains of keys that nobody knows.
  func finish() throws(SpecFault) {
    guard let stray = fields.names.first(where: { !known.contains($0) }) else { return }
    throw SpecFault(
      "there is no key '\(stray)'",
      remedy: Suggestions.question(Suggestions.like(stray, among: known))
        ?? "the keys are \(known.joined(separator: ", "))")
  }
}

// MARK: Articles

extension SpecReader {
  /// The article of a spec, and the marks that were written into its texts.
  mutating func article(
    number: Int, layers: [String]
  ) throws(SpecFault) -> (article: Article, marks: [Annotation.Place: [MarkedText.Mark]]) {
    let text = try MarkedText(try string("text") ?? "", layers: layers)
    let title = try string("title")
    let marked = try MarkedText(title ?? "", layers: layers)
    let about = try metadata(
      title: title == nil ? nil : String(decoding: marked.text, as: UTF8.self),
      language: try string("language") ?? "en", text: text.text)
    let id = number == 1 ? "spec" : "spec-\(number)"
    var article = Article(
      id: try string("id") ?? id, source: id, hash: "00", text: Text(utf8: text.text))
    article.metadata = about
    return (article, [.text: text.marks, .title: marked.marks])
  }

  private mutating func metadata(
    title: String?, language: String, text: [UInt8]
  ) throws(SpecFault) -> Metadata {
    var metadata = Metadata()
    metadata.title = title.map(Self.told)
    metadata.language = Self.told(language)
    let given = try map("metadata")
    var other = Fields()
    for entry in given.entries where !Self.take(entry, of: text, into: &metadata) {
      other.append(entry.name, entry.value)
    }
    if !other.isEmpty { metadata.other = Self.told(other) }
    return metadata
  }

  private static func told<Kind>(_ value: Kind) -> Sourced<Kind> { Sourced(value, from: "spec") }

  /// Takes what has a name of its own; false for anything else.
  private static func take(
    _ entry: Fields.Entry, of text: [UInt8], into metadata: inout Metadata
  ) -> Bool {
    let word = entry.value.string.map(told)
    let words = entry.value.list.map { told($0.compactMap(\.string)) }
    switch entry.name {
    case "published": metadata.published = word
    case "modified": metadata.modified = word
    case "publisher": metadata.publisher = word
    case "section": metadata.section = word
    case "url": metadata.url = word
    case "subtitle": metadata.subtitle = word
    case "kicker": metadata.kicker = word
    case "byline": metadata.byline = word
    case "authors": metadata.authors = words
    case "tags": metadata.tags = words
    case "dateline":
      let words = Array((entry.value["text"]?.string ?? "").utf8)
      let isThere = !words.isEmpty && text.starts(with: words)
      metadata.dateline = told(
        Dateline(
          places: entry.value["place"]?.string.map { [$0] } ?? [],
          date: entry.value["date"]?.string, agency: entry.value["agency"]?.string,
          range: isThere ? TextRange(0, words.count) : nil))
    default: return false
    }
    return true
  }
}
