/// Places in articles that a mark of a chart stands for: some of them, and how many articles more there are.
public struct Targets: Hashable, Sendable {
  public private(set) var places: [Target]
  public private(set) var others: Int

  public init(_ places: [Target], others: Int = 0) {
    self.places = places
    self.others = others
  }

  /// How many articles it stands for.
  public var total: Int { places.count + others }

  public mutating func append(_ target: Target) { places.append(target) }

  public static func += (targets: inout Targets, more: Targets) {
    targets.places += more.places
    targets.others += more.others
  }

  /// Takes over what stands for the same mark, no place twice.
  package mutating func unite(with more: Targets) {
    for target in more where !places.contains(target) { places.append(target) }
    others = Swift.max(others, more.others)
  }
}

extension Targets: RandomAccessCollection, ExpressibleByArrayLiteral {
  public init(arrayLiteral places: Target...) { self.init(places) }

  public var startIndex: Int { 0 }
  public var endIndex: Int { places.count }
  public subscript(index: Int) -> Target { places[index] }
}

// MARK: JSON

extension Targets {
  init(in json: Value) throws(SchemaFault) {
    self.init([], others: Int(json["others"]?.integer ?? 0))
    for item in json["targets"]?.list ?? [] {
      guard let target = try Target(json: item) else {
        throw SchemaFault(path: "targets.article", expected: "an article's id")
      }
      append(target)
    }
  }
}

extension JSONWriter {
  /// The members `targets` and `others`, left out where there are none.
  mutating func targets(_ targets: Targets) {
    guard !targets.isEmpty else { return }
    key("targets")
    list(targets.places) { target, json in
      json.beginObject()
      target.write(to: &json)
      json.endObject()
    }
    if targets.others > 0 { member("others", targets.others) }
  }
}
