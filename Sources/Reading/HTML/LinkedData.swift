import Document

/// The JSON-LD of a page: what its scripts say of the article in schema.org's terms.
struct LinkedData {
  /// The object that describes the article; of several the one that is about the page's own, then the one that says most.
  private(set) var article: Fields?
  /// All objects by their `@id`, for others refer to them so.
  private var objects: [String: Fields] = [:]

  private static let maximumDepth = 6

  /// - Parameter subject: asked only where several objects describe articles.
  init(_ scripts: [ArraySlice<UInt8>], of subject: @autoclosure () -> PageSubject) {
    var found: [Fields] = []
    for script in scripts.prefix(20) {
      for value in Self.values(script) { collect(value, depth: 0, into: &found) }
    }
    article = found.count < 2 ? found.first : Self.best(of: found, for: subject())
  }

  private static func values(_ script: ArraySlice<UInt8>) -> [Value] {
    guard script.count < 2 << 20 else { return [] }
    if let value = try? JSONParser.parse(script) { return [value] }
    return LooseJSON.values(script)
  }

  private static func best(of articles: [Fields], for subject: PageSubject) -> Fields? {
    let ranked = articles.map { ($0, (subject.likeness(to: $0), $0.entries.count)) }
    return ranked.max { $0.1 < $1.1 }?.0
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
    return types.contains(where: SchemaOrg.isArticle)
  }

  /// A member's text: a string, or the name of the object that it is or refers to.
  func string(_ name: String) -> String? {
    member(name).flatMap(string)
  }

  /// A member's texts, where it is a list or not.
  func strings(_ name: String) -> [String] {
    switch member(name) {
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
    return member(name).flatMap(address)
  }

  /// A member's characters as they stand, with whatever markup is in them.
  func characters(_ name: String) -> String? { member(name)?.string }

  /// A member's value; the list where it says that it is one.
  private func member(_ name: String) -> Value? {
    let value = article?[name]
    return value?["@list"] ?? value?["@set"] ?? value
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
      answer.bool ?? answer.string.map { !SchemaOrg.isFalse($0) }
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
