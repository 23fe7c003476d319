extension Typing {
  /// Whether a value can be what is wanted, for all that is known.
  func fits(_ type: ValueType, _ wanted: ValueType) -> Bool {
    if case .union(let parts) = type {
      // Whether it may be nil is another question.
      return parts.contains { $0 != .nil && fits($0, wanted) }
    }
    return wanted.parts.contains { fitsOne(type, $0) }
  }

  private func fitsOne(_ type: ValueType, _ wanted: ValueType) -> Bool {
    switch (type, wanted) {
    case (.any, _), (_, .any): true
    case (.nil, .nil): true
    case (.nil, _), (_, .nil): false
    case (.literal(let word), .literal(let other)): word == other
    case (.string, .string), (.string, .literal), (.literal, .string): true
    case (.integer, .integer), (.integer, .number), (.number, .integer), (.number, .number): true
    // Lua turns numbers into strings, and strings that look like numbers into numbers.
    case (.integer, .string), (.number, .string), (.string, .integer), (.string, .number): true
    case (.literal(let word), .integer), (.literal(let word), .number): LuaNumber(word) != nil
    case (.boolean, .boolean): true
    case (.function, .function), (.function, .signature), (.signature, .function),
      (.signature, .signature), (.closure, .function), (.closure, .signature):
      true
    case (.object(let name), _): object(name, fits: wanted)
    case (.shape, .object), (.record, .object), (.map, .object), (.table, .object): true
    case (.list(let item), .object(let name)):
      name == "copydesk.Sequence" || (item == .any && isTable(name))
    case (.list(let a), .list(let b)): fits(a, b)
    case (.list(.object(let item)), .table), (.list(.object(let item)), .map):
      !Vocabulary.isSpan(item) || wanted == .table
    default: type.isTable && wanted.isTable
    }
  }

  private func object(_ name: String, fits wanted: ValueType) -> Bool {
    switch wanted {
    case .object(let other):
      name == other || (Vocabulary.isSpan(name) && Vocabulary.isSpan(other))
        || other == "copydesk.Place" || (other == "copydesk.Span" && isTable(name))
        || name == "copydesk.Options"
    case .table, .map, .record, .list: isTable(name) || name == "copydesk.Options"
    default: false
    }
  }

  private func isTable(_ name: String) -> Bool { vocabulary.owners[name]?.isTable ?? false }
}

extension ValueType {
  fileprivate var isTable: Bool {
    switch self {
    case .table, .list, .map, .record, .shape, .library: true
    default: false
    }
  }
}
