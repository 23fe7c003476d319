import Document

/// What several places of a page say of one thing, the most trusted first.
struct Claims {
  private(set) var values: [(value: String, from: String)] = []

  mutating func add(_ value: String?, from place: String) {
    guard let value, !value.isEmpty, value.utf8.count <= 2000 else { return }
    values.append((value, place))
  }

  mutating func add(_ content: (value: String, name: String)?) {
    if let content { add(content.value, from: "meta:\(content.name)") }
  }

  var best: Sourced<String>? { values.first.map { Sourced($0.value, from: $0.from) } }

  /// The most trusted value of which something is true.
  func first(where isWanted: (String) -> Bool) -> Sourced<String>? {
    values.first { isWanted($0.value) }.map { Sourced($0.value, from: $0.from) }
  }

  /// Values that differ from the chosen one in more than case, each once, by the places that give them.
  func alternatives(to chosen: String?) -> Fields {
    var others = Fields()
    var seen: Set = [chosen?.lowercased() ?? ""]
    for (value, place) in values where seen.insert(value.lowercased()).inserted {
      others[place] = .string(value)
    }
    return others
  }
}
