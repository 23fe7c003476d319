extension ValueType {
  /// The type that a declaration of the API means.
  init(notation: String) {
    self = LuaType(notation).map(ValueType.init) ?? .any
  }

  init(_ type: LuaType) {
    switch type {
    case .named(let name): self = Self.named(name)
    case .literal(let word):
      self = word.hasPrefix("\"") ? .literal(String(word.dropFirst().dropLast())) : .integer
    case .list(let element): self = .list(ValueType(element))
    case .map(let key, let value): self = .map(ValueType(key), ValueType(value))
    case .shape(let fields): self = .record(fields.map(Member.init))
    case .union(let types): self = .oneOf(types.map(ValueType.init))
    case .function(let function): self = .signature(Signature(function))
    }
  }

  private static func named(_ name: String) -> ValueType {
    switch name {
    case "nil": .nil
    case "boolean", "true", "false": .boolean
    case "integer": .integer
    case "number": .number
    case "string": .string
    case "table": .table
    case "function": .function
    default: name.hasPrefix("copydesk.") ? .object(name) : .any
    }
  }
}

extension ValueType.Member {
  fileprivate init(_ field: LuaType.Field) {
    self.init(name: field.name, type: ValueType(field.type), isOptional: field.isOptional)
  }
}

extension ValueType.Signature {
  fileprivate init(_ function: LuaType.Function) {
    self.init(parameters: [], rest: nil, results: function.results.map(ValueType.init))
    for parameter in function.parameters {
      if parameter.name == "..." {
        rest = ValueType(parameter.type)
      } else {
        parameters.append(ValueType.Member(parameter))
      }
    }
  }
}
