/// A type as the declarations of the API write it, in LuaCATS notation.
indirect enum LuaType: Hashable {
  /// `string`, `copydesk.Span`, `any`, `nil`.
  case named(String)
  /// `"text"` or `1`, as written.
  case literal(String)
  /// `string[]`
  case list(LuaType)
  /// `table<string, number>`
  case map(LuaType, LuaType)
  /// `{ limit?: integer, title?: string }`
  case shape([Field])
  /// `string | nil`; `string?` is the same.
  case union([LuaType])
  case function(Function)

  /// A member of a shape, or a parameter.
  struct Field: Hashable {
    var name: String
    var type: LuaType
    var isOptional: Bool
  }

  /// `fun(text: string, limit?: integer): string, integer`
  struct Function: Hashable {
    /// The last may be named `...`.
    var parameters: [Field]
    /// The last may be `.named("...")`: any number of further values.
    var results: [LuaType]
  }

  /// Nil where the notation is not understood.
  init?(_ notation: String) {
    var reader = LuaTypeReader(notation)
    guard let type = reader.type(), reader.isAtEnd else { return nil }
    self = type
  }
}

extension LuaType {
  /// What may stand there, one by one.
  var alternatives: [LuaType] {
    if case .union(let types) = self { types } else { [self] }
  }

  /// Whether nil may stand there.
  var isOptional: Bool { alternatives.contains(.named("nil")) }

  var function: Function? {
    if case .function(let function) = self { function } else { nil }
  }

  /// The classes of the API that it names, at any depth.
  var classes: Set<String> {
    switch self {
    case .named(let name): name.hasPrefix("copydesk.") ? [name] : []
    case .literal: []
    case .list(let element): element.classes
    case .map(let key, let value): key.classes.union(value.classes)
    case .shape(let fields): fields.reduce(into: []) { $0.formUnion($1.type.classes) }
    case .union(let types): types.reduce(into: []) { $0.formUnion($1.classes) }
    case .function(let function):
      (function.parameters.map(\.type) + function.results)
        .reduce(into: []) { $0.formUnion($1.classes) }
    }
  }

  /// The type with another class in the place of one, alone, in a list or where nil may be too.
  func replacing(_ name: String, with other: String) -> LuaType {
    switch self {
    case .named(name): .named(other)
    case .list(let element): .list(element.replacing(name, with: other))
    case .union(let types): .union(types.map { $0.replacing(name, with: other) })
    default: self
    }
  }
}

extension LuaType: CustomStringConvertible {
  var description: String {
    switch self {
    case .named(let name), .literal(let name): name
    case .list(.union(let types)): "(\(LuaType.union(types)))[]"
    case .list(let element): "\(element)[]"
    case .map(let key, let value): "table<\(key), \(value)>"
    case .shape(let fields): "{ \(fields.map(\.description).joined(separator: ", ")) }"
    case .union(let types): Self.words(types)
    case .function(let function): function.description
    }
  }

  /// A single type that may be nil is written with a question mark.
  private static func words(_ types: [LuaType]) -> String {
    let others = types.filter { $0 != .named("nil") }
    guard others.count == 1, types.count == 2, others[0].function == nil else {
      return types.map(\.description).joined(separator: " | ")
    }
    return "\(others[0])?"
  }
}

extension LuaType.Field: CustomStringConvertible {
  var description: String { "\(name)\(isOptional ? "?" : ""): \(type)" }
}

extension LuaType.Function: CustomStringConvertible {
  var description: String {
    let given = results.map(\.description).joined(separator: ", ")
    let taken = parameters.map(\.description).joined(separator: ", ")
    return "fun(\(taken))" + (given.isEmpty ? "" : ": \(given)")
  }
}
