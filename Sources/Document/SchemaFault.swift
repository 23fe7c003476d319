/// Why JSON is not what one of our formats asks for.
public struct SchemaFault: Error, Hashable, Sendable {
  /// The member at fault, `layers.quotes.kind`.
  public var path: String
  public var expected: String

  public init(path: String, expected: String) {
    self.path = path
    self.expected = expected
  }
}

// What the readers and writers of our formats share.

extension Value {
  func require(_ name: String) throws(SchemaFault) -> Value {
    guard let value = self[name] else { throw SchemaFault(path: name, expected: "a value") }
    return value
  }

  func string(at path: String) throws(SchemaFault) -> String {
    guard case .string(let string) = self else {
      throw SchemaFault(path: path, expected: "a string")
    }
    return string
  }

  func strings(at path: String) throws(SchemaFault) -> [String] {
    guard case .list(let elements) = self else {
      throw SchemaFault(path: path, expected: "a list of strings")
    }
    var strings: [String] = []
    for element in elements { strings.append(try element.string(at: path)) }
    return strings
  }

  func list(at path: String) throws(SchemaFault) -> [Value] {
    guard case .list(let elements) = self else { throw SchemaFault(path: path, expected: "a list") }
    return elements
  }

  /// A range written as `[lower, upper]`; nil for null.
  func optionalRange(at path: String) throws(SchemaFault) -> TextRange? {
    if case .null = self { return nil }
    return try range(at: path)
  }

  func range(at path: String) throws(SchemaFault) -> TextRange {
    guard let ends = list, ends.count == 2,
      let lower = ends[0].integer.flatMap(UInt32.init(exactly:)),
      let upper = ends[1].integer.flatMap(UInt32.init(exactly:)), lower <= upper
    else { throw SchemaFault(path: path, expected: "two offsets in order") }
    return TextRange(lower, upper)
  }
}

extension JSONWriter {
  package mutating func member(_ name: String, _ string: String) {
    key(name)
    value(string)
  }

  package mutating func member(_ name: String, _ string: String?) {
    if let string { member(name, string) }
  }

  package mutating func member(_ name: String, _ integer: Int) {
    key(name)
    value(integer)
  }

  mutating func member(_ name: String, _ sourced: Sourced<String>?) {
    if let sourced { member(name, sourced.value) }
  }

  mutating func member(_ name: String, _ sourced: Sourced<[String]>?) {
    guard let sourced else { return }
    key(name)
    list(sourced.value) { $1.value($0) }
  }

  package mutating func list<Elements: Sequence>(
    _ elements: Elements, write: (Elements.Element, inout JSONWriter) -> Void
  ) {
    beginArray()
    for element in elements { write(element, &self) }
    endArray()
  }
}
