import Document

/// How often things occur: strings, elements of lists, keys of maps (each counting by its number, if it has one).
///
/// Bounded: past its capacity the rarest half is forgotten, ties by name, and `isExact` says so. Until then merging is
/// associative and commutative; after, the most frequent things still come out where they stand out.
struct Counter: Hashable, Sendable {
  private(set) var counts: [String: Double] = [:]
  private(set) var isExact = true
  private let capacity: Int

  static let defaultCapacity = 20_000

  init(capacity: Int = defaultCapacity) {
    self.capacity = capacity
  }

  var isEmpty: Bool { counts.isEmpty }

  mutating func add(_ value: Value) {
    Self.each(of: value) { name, count in add(name, count) }
    if counts.count > capacity { forgetRarest() }
  }

  /// What a value counts: names, each so many times.
  static func each(of value: Value, _ count: (String, Double) -> Void) {
    switch value {
    case .list(let elements): for element in elements { eachElement(element, count) }
    case .map(let fields):
      for entry in fields.entries { count(entry.name, entry.value.number ?? 1) }
    case .null: break
    default: eachElement(value, count)
    }
  }

  /// Elements that are maps count by what names them: `label`, `name` or `id`.
  private static func eachElement(_ element: Value, _ count: (String, Double) -> Void) {
    switch element {
    case .string(let name): count(name, 1)
    case .integer(let integer): count("\(integer)", 1)
    case .number(let number): count("\(number)", 1)
    case .bool(let bool): count("\(bool)", 1)
    case .map(let fields):
      if let name = fields["label"] ?? fields["name"] ?? fields["id"] { eachElement(name, count) }
    case .list, .null: break
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

  var ranked: [(key: String, value: Double)] {
    counts.sorted { Self.isBefore(($0.key, $0.value), ($1.key, $1.value)) }
  }

  /// The order of all rankings: what occurs more comes first, of equals what has the smaller bytes.
  static func isBefore(_ a: (name: String, count: Double), _ b: (name: String, count: Double))
    -> Bool
  {
    a.count != b.count ? a.count > b.count : a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
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
