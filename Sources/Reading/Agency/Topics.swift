import Document

/// The subjects of an item by their codes, which `metadata.topics` keeps; their names are tags, too.
struct Topics {
  private(set) var values: [Value] = []

  /// - Parameter name: what the code stands for, where the item says it.
  mutating func add(_ code: String, name: String?) {
    var topic: Fields = ["code": .string(code)]
    if let name, !name.isEmpty { topic["name"] = .string(name) }
    values.append(.map(topic))
  }

  /// Puts the topics among what else is known of an article.
  func put(into other: inout Fields) {
    if !values.isEmpty { other["topics"] = .list(values) }
  }
}
