internal import Document
internal import Lua

extension Pushing {
  /// Pushes a string, or nil where there is none.
  func push(optional string: String?) {
    if let string { push(string) } else { pushNil() }
  }

  /// Pushes a new table of strings.
  func push(list: [String]) {
    pushTable(elements: list.count)
    for (index, string) in list.enumerated() {
      push(string)
      setElement(index + 1)
    }
  }

  /// Pushes a value, lists and maps as new tables.
  /// - Throws: where it is nested so deeply that the stack cannot hold it.
  func push(value: Value) throws(Fault) {
    switch value {
    case .null: pushNil()
    case .bool(let bool): push(bool)
    case .integer(let integer): push(Int(integer))
    case .number(let number): push(number)
    case .string(let string): push(string)
    case .list(let list): try push(elements: list)
    case .map(let fields): try push(members: fields)
    }
  }

  private func push(elements: [Value]) throws(Fault) {
    guard reserve(4) else { throw Fault("a value is nested too deeply") }
    pushTable(elements: elements.count)
    for (index, element) in elements.enumerated() {
      try push(value: element)
      setElement(index + 1)
    }
  }

  private func push(members: Fields) throws(Fault) {
    guard reserve(4) else { throw Fault("a value is nested too deeply") }
    pushTable(members: members.entries.count)
    for entry in members.entries {
      try push(value: entry.value)
      setMember(entry.name)
    }
  }
}

extension Slot {
  /// The value within limits; lists and maps are read as a whole.
  func value(
    named path: String = "result", limits: ConversionLimits = ConversionLimits()
  ) throws(ConversionFault) -> Value {
    Value(try tree(named: path, limits: limits))
  }
}

extension Value {
  fileprivate init(_ tree: LuaTree) {
    switch tree {
    case .null: self = .null
    case .bool(let bool): self = .bool(bool)
    case .integer(let integer): self = .integer(integer)
    case .number(let number): self = .number(number)
    case .string(let string): self = .string(string)
    case .list(let list): self = .list(list.map { Value($0) })
    case .map(let members):
      self = .map(Fields(members.map { Fields.Entry($0.name, Value($0.value)) }))
    }
  }
}
