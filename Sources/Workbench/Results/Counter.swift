import Document

/// How often things occur: strings, elements of lists, keys of maps (each counting by its number, if it has one).
///
/// Bounded: past its capacity the rarest half is forgotten, ties by name, and `isExact` says so. Until then merging is
/// associative and commutative; after, the most frequent things still come out where they stand out.
struct Counter: Hashable, Sendable {
  private(set) var counts: [String: Double] = [:]
  private(set) var isExact = true
  private let capacity: Int

  init(capacity: Int = 20_000) {
    self.capacity = capacity
  }

  var isEmpty: Bool { counts.isEmpty }

  mutating func add(_ value: Value) {
    switch value {
    case .string(let name): add(name, 1)
    case .list(let elements): for element in elements { addElement(element) }
    case .map(let fields): for entry in fields.entries { add(entry.name, entry.value.number ?? 1) }
    case .integer(let integer): add("\(integer)", 1)
    case .number(let number): add("\(number)", 1)
    case .bool(let bool): add("\(bool)", 1)
    case .null: break
    }
    if counts.count > capacity { forgetRarest() }
  }

  /// Elements that are maps count by what names them: `label`, `name` or `id`.
  private mutating func addElement(_ element: Value) {
    switch element {
    case .map(let fields):
      if let name = fields["label"] ?? fields["name"] ?? fields["id"] { addElement(name) }
    case .list, .null: break
    default: add(element)
    }
  }

  mutating func merge(_ other: Counter) {
    for (name, count) in other.counts { add(name, count) }
    isExact = isExact && other.isExact
    if counts.count > capacity { forgetRarest() }
  }

  /// The most frequent, as a list of `{name, count}`; ties in the order of their names' bytes.
  func value(limit: Int) -> Value {
    .list(
      ranked.prefix(limit).map { name, count in
        .map(["name": .string(name), "count": Self.value(count)])
      })
  }

  private var ranked: [(key: String, value: Double)] {
    counts.sorted { a, b in
      a.value != b.value
        ? a.value > b.value : a.key.utf8.lexicographicallyPrecedes(b.key.utf8)
    }
  }

  private mutating func add(_ name: String, _ count: Double) {
    counts[name, default: 0] += count
  }

  private mutating func forgetRarest() {
    counts = Dictionary(
      uniqueKeysWithValues: ranked.prefix(capacity / 2).map { ($0.key, $0.value) })
    isExact = false
  }

  private static func value(_ count: Double) -> Value {
    Int64(exactly: count).map(Value.integer) ?? .number(count)
  }
}
