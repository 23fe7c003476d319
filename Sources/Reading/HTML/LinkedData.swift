import Document

/// The JSON-LD of a page: what its scripts say of the article in schema.org's terms.
struct LinkedData {
  /// The object that describes the article; of several the one that says most.
  private(set) var article: Fields?
  /// All objects by their `@id`, for others refer to them so.
  private var objects: [String: Fields] = [:]

  private static let maximumDepth = 6

  init(_ scripts: [ArraySlice<UInt8>]) {
    var found: [Fields] = []
    for script in scripts.prefix(20) {
      guard let value = Self.parse(script) else { continue }
      collect(value, depth: 0, into: &found)
    }
    article = found.max { $0.entries.count < $1.entries.count }
  }

  private static func parse(_ script: ArraySlice<UInt8>) -> Value? {
    guard script.count < 2 << 20 else { return nil }
    if let value = try? JSONParser.parse(script) { return value }
    let mended = LooseJSON.mended(script)
    return (try? JSONParser.parse(mended)) ?? LooseJSON.salvaged(Array(script))
  }

  private mutating func collect(_ value: Value, depth: Int, into found: inout [Fields]) {
    guard depth < Self.maximumDepth else { return }
    switch value {
    case .list(let values):
      for value in values { collect(value, depth: depth + 1, into: &found) }
    case .map(let fields):
      if let id = fields["@id"]?.string, objects[id] == nil || fields.entries.count > 2 {
        objects[id] = fields
      }
      if Self.isArticle(fields) { found.append(fields) }
      for name in [
        "@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "author", "publisher",
      ] {
        if let inner = fields[name], inner.string == nil {
          collect(inner, depth: depth + 1, into: &found)
        }
      }
    default: break
    }
  }

  private static func isArticle(_ fields: Fields) -> Bool {
    let types = fields["@type"].map { FieldText.strings($0) ?? [] } ?? []
    return types.contains { type in
      type.hasSuffix("Article") || type.hasSuffix("BlogPosting") || type == "Report"
        || type.hasSuffix("Posting") || type == "Review" || type.hasSuffix("/NewsArticle")
    }
  }

  /// A member's text: a string, or the name of the object that it is or refers to.
  func string(_ name: String) -> String? {
    article?[name].flatMap(string)
  }

  /// A member's texts, where it is a list or not.
  func strings(_ name: String) -> [String] {
    switch article?[name] {
    case .list(let values)?: values.compactMap(string)
    case let value?: string(value).map { [$0] } ?? []
    case nil: []
    }
  }

  /// A member's address: itself, its `url`, or its `@id`.
  func address(_ name: String) -> String? {
    func address(_ value: Value) -> String? {
      switch value {
      case .string(let string): string
      case .list(let values): values.first.flatMap(address)
      case .map(let fields):
        fields["url"]?.string ?? fields["contentUrl"]?.string
          ?? fields["@id"]?.string.flatMap { objects[$0]?["url"]?.string }
      default: nil
      }
    }
    return article?[name].flatMap(address)
  }

  /// What identifies a member: itself, or its `@id`.
  func identifier(_ name: String) -> String? {
    article?[name]?.string ?? article?[name]?["@id"]?.string
  }

  /// Whether readers must pay for the article, or for a part of it; nil where it is not said.
  var isPaid: Bool? {
    guard let article else { return nil }
    let parts = article["hasPart"]?.list ?? article["hasPart"].map { [$0] } ?? []
    let answers =
      [article["isAccessibleForFree"]].compactMap(\.self)
      + parts.compactMap { $0["isAccessibleForFree"] }
    let free = answers.compactMap { answer in
      answer.bool ?? answer.string.map { !$0.lowercased().hasSuffix("false") }
    }
    return free.isEmpty ? nil : free.contains(false)
  }

  private func string(_ value: Value) -> String? {
    switch value {
    case .string(let string): return HTMLText.plain(string)
    case .list(let values): return values.first.flatMap(string)
    case .map(let fields):
      if let name = fields["name"].flatMap(FieldText.string) { return HTMLText.plain(name) }
      guard let id = fields["@id"]?.string, let object = objects[id], object["name"] != nil else {
        return fields["@value"]?.string
      }
      return object["name"].flatMap(FieldText.string).map(HTMLText.plain)
    default: return nil
    }
  }
}
