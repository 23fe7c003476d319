/// What plugins return and options hold: the values of JSON, with integers apart from numbers.
public enum Value: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case list([Value])
  case map(Fields)
}

/// Named values, in the order in which they were given or, where none was, of their names.
public struct Fields: Hashable, Sendable {
  public private(set) var entries: [Entry]

  public struct Entry: Hashable, Sendable {
    public var name: String
    public var value: Value

    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  public init(_ entries: [Entry] = []) {
    self.entries = entries
  }

  public var isEmpty: Bool { entries.isEmpty }
  public var names: [String] { entries.map(\.name) }

  /// The value of a name; setting nil removes it, setting a new name appends it.
  /// - Complexity: O(*n*); fields are few.
  public subscript(name: String) -> Value? {
    get { entries.first { $0.name == name }?.value }
    set {
      let index = entries.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): entries[index].value = value
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?): entries.append(Entry(name, value))
      case (nil, nil): break
      }
    }
  }

  /// Makes room for so many entries.
  public mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

  /// Adds an entry whose name is known to be new.
  public mutating func append(_ name: String, _ value: Value) {
    entries.append(Entry(name, value))
  }

  /// The same fields in the order of their names' bytes.
  public var sorted: Fields {
    Fields(entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
  }
}

extension Fields: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, Value)...) {
    self.init(elements.map { Entry($0.0, $0.1) })
  }
}

extension Value {
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  public var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
  public var string: String? { if case .string(let value) = self { value } else { nil } }
  public var list: [Value]? { if case .list(let value) = self { value } else { nil } }
  public var map: Fields? { if case .map(let value) = self { value } else { nil } }

  /// A number, also where it was written as an integer.
  public var number: Double? {
    switch self {
    case .number(let value): value
    case .integer(let value): Double(value)
    default: nil
    }
  }

  /// The value as a map, also where it is an empty table of Lua's, which is a list by itself.
  package var asMap: Fields? { list?.isEmpty == true ? Fields() : map }

  /// A member of a map; nil for other values.
  public subscript(name: String) -> Value? { map?[name] }

  /// The type's name as messages use it.
  public var typeName: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .integer: "integer"
    case .number: "number"
    case .string: "string"
    case .list: "list"
    case .map: "map"
    }
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: Value...) { self = .list(elements) }
  public init(dictionaryLiteral elements: (String, Value)...) {
    self = .map(Fields(elements.map { Fields.Entry($0.0, $0.1) }))
  }
}
