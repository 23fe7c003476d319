internal import CLua

/// What a Lua value is; integers are apart from other numbers.
package enum ValueType: Sendable {
  case absent, null, boolean, integer, number, string, table, function, object, thread
}

/// A value on Lua's stack: a view that owns nothing and is valid until the closure it came to ends.
///
/// Everything here is raw: no metamethod of a script ever runs.
package struct Slot {
  let state: OpaquePointer
  let index: Int32

  package var type: ValueType {
    switch lua_type(state, index) {
    case LUA_TNIL: .null
    case LUA_TBOOLEAN: .boolean
    case LUA_TNUMBER: lua_isinteger(state, index) != 0 ? .integer : .number
    case LUA_TSTRING: .string
    case LUA_TTABLE: .table
    case LUA_TFUNCTION: .function
    case LUA_TUSERDATA, LUA_TLIGHTUSERDATA: .object
    case LUA_TTHREAD: .thread
    default: .absent
    }
  }

  /// The type as messages name it; objects go by their kind.
  package var typeName: String {
    switch type {
    case .absent, .null: "nil"
    case .boolean: "boolean"
    case .integer: "integer"
    case .number: "number"
    case .string: "string"
    case .table: "table"
    case .function: "function"
    case .object: copydesk_kind_name(state, index).map { String(cString: $0) } ?? "object"
    case .thread: "coroutine"
    }
  }

  package var isNil: Bool { lua_type(state, index) <= 0 }

  package var bool: Bool? {
    lua_type(state, index) == LUA_TBOOLEAN ? lua_toboolean(state, index) != 0 : nil
  }

  /// The value as an integer, also where it is a float without a fraction.
  package var integer: Int64? {
    guard lua_type(state, index) == LUA_TNUMBER else { return nil }
    var isInteger: Int32 = 0
    let value = lua_tointegerx(state, index, &isInteger)
    return isInteger != 0 ? value : nil
  }

  /// The value as a number, also where it is an integer.
  package var number: Double? {
    lua_type(state, index) == LUA_TNUMBER ? lua_tonumberx(state, index, nil) : nil
  }

  /// The value as a string; nil where it is none, or not valid UTF-8.
  package var string: String? {
    unsafeBytes.flatMap { String(utf8: $0) }
  }

  /// The bytes of a string, valid while the string is on the stack.
  package var unsafeBytes: UnsafeBufferPointer<UInt8>? {
    guard lua_type(state, index) == LUA_TSTRING else { return nil }
    var count = 0
    guard let start = lua_tolstring(state, index, &count) else { return nil }
    return UnsafeRawBufferPointer(start: start, count: count).bindMemory(to: UInt8.self)
  }

  /// The value as an object of the host's.
  package var object: Object? {
    copydesk_to_handle(state, index).map { Object(handle: $0.pointee) }
  }

  /// A reference that keeps the value.
  package func reference(in interpreter: Interpreter) -> Reference {
    lua_pushvalue(state, index)
    return Reference(number: copydesk_reference(state), anchor: interpreter.anchor)
  }
}

extension String {
  /// The text of bytes; nil where they are not valid UTF-8. Names and the like, which are ASCII, take a short way.
  package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    var bits: UInt8 = 0
    for byte in bytes { bits |= byte }
    if bits < 0x80 {
      self.init(decoding: bytes, as: UTF8.self)
    } else {
      self.init(validating: bytes, as: UTF8.self)
    }
  }
}

// MARK: Tables

extension Slot {
  /// The length of a table's sequence.
  package var count: Int { type == .table ? Int(lua_rawlen(state, index)) : 0 }

  /// Looks at a member of a table, which is nil where there is none.
  package func member<Result>(_ name: String, _ look: (Slot) -> Result) -> Result {
    Pusher(state: state).push(name)
    lua_rawget(state, index)
    defer { copydesk_pop(state, 1) }
    return look(Slot(state: state, index: lua_gettop(state)))
  }

  /// Looks at a member of a table whose name is held by a reference: for names that are asked for again and again.
  package func member<Result>(_ name: Reference, _ look: (Slot) -> Result) -> Result {
    copydesk_push_reference(state, name.number)
    lua_rawget(state, index)
    defer { copydesk_pop(state, 1) }
    return look(Slot(state: state, index: lua_gettop(state)))
  }

  /// Looks at an element of a table, which is nil where there is none.
  package func element<Result>(_ position: Int, _ look: (Slot) -> Result) -> Result {
    lua_rawgeti(state, index, lua_Integer(position))
    defer { copydesk_pop(state, 1) }
    return look(Slot(state: state, index: lua_gettop(state)))
  }

  /// How many entries a table has.
  /// - Complexity: O(*n*).
  package var entryCount: Int { type == .table ? Int(copydesk_count_entries(state, index)) : 0 }

  /// Visits a table's entries in Lua's own order, which differs from run to run.
  package func forEachEntry<Failure>(
    _ visit: (_ key: Slot, _ value: Slot) throws(Failure) -> Void
  ) throws(Failure) {
    guard type == .table else { return }
    let base = lua_gettop(state)
    defer { lua_settop(state, base) }
    lua_pushnil(state)
    while lua_next(state, index) != 0 {
      try visit(Slot(state: state, index: base + 1), Slot(state: state, index: base + 2))
      lua_settop(state, base + 1)
    }
  }

  /// Visits a table's entries in the order of `pairs`: integers, other numbers, texts by their bytes,
  /// booleans, objects by what they hold; keys of other types come last, in no order.
  ///
  /// The keys are those at the start, so that `visit` may change the table.
  /// - Complexity: O(*n* log *n*), and a list of the keys.
  package func forEachEntryInOrder<Failure>(
    _ visit: (_ key: Slot, _ value: Slot) throws(Failure) -> Void
  ) throws(Failure) {
    guard type == .table, copydesk_room(state, 16) else { return }
    let base = lua_gettop(state)
    defer { lua_settop(state, base) }
    copydesk_push_keys(state, index)
    for position in 1...max(1, lua_rawlen(state, base + 1)) {
      guard lua_rawgeti(state, base + 1, lua_Integer(position)) != LUA_TNIL else { return }
      lua_pushvalue(state, base + 2)
      if lua_rawget(state, index) != LUA_TNIL {
        try visit(Slot(state: state, index: base + 2), Slot(state: state, index: base + 3))
      }
      lua_settop(state, base + 1)
    }
  }
}

// MARK: Functions

extension Slot {
  /// Where a script's function was written; nil for other values and for functions of the host's.
  package var definition: (chunk: String, line: Int)? {
    guard lua_type(state, index) == LUA_TFUNCTION, copydesk_room(state, 1) else { return nil }
    var line: Int32 = 0
    guard let chunk = copydesk_definition(state, index, &line) else { return nil }
    return (String(cString: chunk), Int(line))
  }
}
