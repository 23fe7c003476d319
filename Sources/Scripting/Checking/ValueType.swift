/// What is known of a value before anything runs.
indirect enum ValueType: Equatable {
  /// Nothing is.
  case any
  case `nil`, boolean, integer, number, string, table, function
  /// A string of which just this one is meant.
  case literal(String)
  /// An object of the API, or a table that it takes or gives, by the name of its class.
  case object(String)
  case list(ValueType)
  case map(ValueType, ValueType)
  case record([Member])
  case signature(Signature)
  case union([ValueType])
  /// A global table: `string`, `desk.json`.
  case library(String)
  /// A table that the source writes out.
  case shape(Shape)
  /// A function that the source writes out.
  case closure(FunctionBody)

  struct Member: Equatable {
    var name: String
    var type: ValueType
    var isOptional: Bool
  }

  struct Signature: Equatable {
    var parameters: [Member]
    /// The type of what may follow the parameters; nil where nothing may.
    var rest: ValueType?
    var results: [ValueType]
  }

  static func == (a: ValueType, b: ValueType) -> Bool {
    switch (a, b) {
    case (.any, .any), (.nil, .nil), (.boolean, .boolean), (.integer, .integer),
      (.number, .number), (.string, .string), (.table, .table), (.function, .function):
      true
    case (.literal(let a), .literal(let b)), (.object(let a), .object(let b)),
      (.library(let a), .library(let b)):
      a == b
    case (.list(let a), .list(let b)): a == b
    case (.map(let a, let c), .map(let b, let d)): a == b && c == d
    case (.record(let a), .record(let b)): a == b
    case (.signature(let a), .signature(let b)): a == b
    case (.union(let a), .union(let b)): a == b
    case (.shape(let a), .shape(let b)): a === b
    case (.closure(let a), .closure(let b)): a === b
    default: false
    }
  }
}

/// A table constructor as a type: its named fields.
final class Shape {
  let table: Expression
  let fields: [String: Expression]
  /// Whether it has keys that are not told by names.
  let isOpen: Bool

  init(_ table: Expression, _ items: [TableItem]) {
    self.table = table
    var fields: [String: Expression] = [:]
    var isOpen = false
    for item in items {
      switch item.key {
      case .name(let name): fields[name.text] = item.value
      case .expression(let key):
        if let name = key.string { fields[name] = item.value } else { isOpen = true }
      case .position: isOpen = true
      }
    }
    self.fields = fields
    self.isOpen = isOpen
  }
}

extension ValueType {
  /// A table of which the names are known that it may have, and nothing else.
  static func table(with names: [String]) -> ValueType {
    .record(names.map { Member(name: $0, type: .any, isOptional: false) })
  }

  /// One of several.
  static func oneOf(_ types: [ValueType]) -> ValueType {
    var flat: [ValueType] = []
    for type in types {
      let parts = if case .union(let parts) = type { parts } else { [type] }
      if parts.contains(.any) { return .any }
      for part in parts where !flat.contains(part) { flat.append(part) }
    }
    guard flat.count <= 12 else { return .any }
    return flat.count == 1 ? flat[0] : flat.isEmpty ? .any : .union(flat)
  }

  var parts: [ValueType] { if case .union(let parts) = self { parts } else { [self] } }

  /// Whether it may be nil, as far as is known.
  var isOptional: Bool { parts.contains(.nil) }

  /// The same, but for nil.
  var present: ValueType {
    guard case .union(let parts) = self else { return self }
    return .oneOf(parts.filter { $0 != .nil })
  }

  var isString: Bool {
    switch self {
    case .string, .literal: true
    case .union(let parts): parts.allSatisfy(\.isString)
    default: false
    }
  }

  var isNumber: Bool { self == .integer || self == .number }

  /// The type as Lua names it; nil where it is not known.
  var luaName: String? {
    switch self {
    case .any, .union: nil
    case .nil: "nil"
    case .boolean: "boolean"
    case .integer, .number: "number"
    case .string, .literal: "string"
    case .function, .signature, .closure: "function"
    case .table, .list, .map, .record, .library, .shape: "table"
    case .object: "object"
    }
  }

  /// The type as messages name it, with its article.
  var withArticle: String {
    switch self {
    case .any: "a value"
    case .nil: "nil"
    case .integer: "an integer"
    case .object(let name): Self.withArticle(Self.shown(name))
    case .list(let item): "a list" + (item.plural.map { " of \($0)" } ?? "")
    case .literal(let word): "\"\(word)\""
    case .shape(let shape) where !shape.fields.isEmpty: "a table with names"
    case .union(let parts): parts.map(\.withArticle).joined(separator: " or ")
    default: Self.withArticle(luaName ?? "value")
    }
  }

  private var plural: String? {
    switch self {
    case .object(let name):
      Self.shown(name).hasSuffix("y")
        ? Self.shown(name).dropLast() + "ies" : Self.shown(name) + "s"
    case .string: "strings"
    case .integer, .number: "numbers"
    default: nil
    }
  }

  private static func withArticle(_ noun: String) -> String {
    ("aeio".contains(noun.first ?? "x") ? "an " : "a ") + noun
  }

  /// `copydesk.CivilDate` as people say it.
  static func shown(_ className: String) -> String {
    let name = className.split(separator: ".").last.map(String.init) ?? className
    return name == "Context" ? "ctx" : name == "Find" ? "hit" : name.lowercased()
  }
}
