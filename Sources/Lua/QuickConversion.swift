internal import CLua

/// Converts values the short way: each table in one walk, in Lua's own order, which no result depends on.
///
/// It gives up where a value breaks a limit, is no tree of plain values, or has a list whose elements do not come one after the
/// other. What is wrong with it, if anything is, the long way tells, in an order that is the same in every run.
struct QuickConversion {
  private let state: OpaquePointer
  private let limits: ConversionLimits
  private var nodes = 0
  private var bytes = 0

  /// The value in a slot; nil where the long way has to judge.
  static func value(_ slot: Slot, _ limits: ConversionLimits) -> LuaTree? {
    var conversion = QuickConversion(slot.state, limits)
    guard let value = conversion.value(slot.index, depth: 0),
      conversion.bytes <= limits.bytes
    else { return nil }
    return value
  }

  private init(_ state: OpaquePointer, _ limits: ConversionLimits) {
    self.state = state
    self.limits = limits
  }

  private mutating func value(_ index: Int32, depth: Int) -> LuaTree? {
    nodes += 1
    guard nodes <= limits.nodes else { return nil }
    switch lua_type(state, index) {
    case LUA_TNIL: return .null
    case LUA_TBOOLEAN: return .bool(lua_toboolean(state, index) != 0)
    case LUA_TNUMBER:
      if lua_isinteger(state, index) != 0 { return .integer(lua_tointegerx(state, index, nil)) }
      let number = lua_tonumberx(state, index, nil)
      return number.isFinite ? .number(number) : nil
    case LUA_TSTRING: return string(index).flatMap { String(utf8: $0) }.map { .string($0) }
    case LUA_TTABLE: return table(index, depth: depth + 1)
    default: return nil
    }
  }

  /// The bytes of a string, which stay where they are while something on the stack holds it.
  private mutating func string(_ index: Int32) -> UnsafeBufferPointer<UInt8>? {
    var count = 0
    guard let start = lua_tolstring(state, index, &count) else { return nil }
    bytes += count
    return UnsafeRawBufferPointer(start: start, count: count).bindMemory(to: UInt8.self)
  }

  private mutating func table(_ index: Int32, depth: Int) -> LuaTree? {
    guard depth <= limits.depth, copydesk_room(state, 8) else { return nil }
    let base = lua_gettop(state)
    defer { lua_settop(state, base) }
    lua_pushnil(state)
    guard lua_next(state, index) != 0 else { return .list([]) }
    return lua_type(state, base + 1) == LUA_TSTRING
      ? map(index, base + 1, depth: depth) : list(index, base + 1, depth: depth)
  }

  /// The rest of a list, from an element on whose key is at `key` of the stack and which itself is above it.
  private mutating func list(_ index: Int32, _ key: Int32, depth: Int) -> LuaTree? {
    var elements: [LuaTree] = []
    elements.reserveCapacity(Int(lua_rawlen(state, index)))
    repeat {
      guard lua_isinteger(state, key) != 0,
        lua_tointegerx(state, key, nil) == lua_Integer(elements.count + 1),
        let element = value(key + 1, depth: depth)
      else { return nil }
      elements.append(element)
      lua_settop(state, key)
    } while lua_next(state, index) != 0
    return .list(elements)
  }

  private mutating func map(_ index: Int32, _ key: Int32, depth: Int) -> LuaTree? {
    var members: [LuaTree.Member] = []
    var names: [UnsafeBufferPointer<UInt8>] = []
    repeat {
      guard lua_type(state, key) == LUA_TSTRING, let bytes = string(key),
        bytes.count <= limits.nameBytes, let name = String(utf8: bytes),
        let value = value(key + 1, depth: depth)
      else { return nil }
      names.append(bytes)
      members.append(LuaTree.Member(name: name, value: value))
      lua_settop(state, key)
    } while lua_next(state, index) != 0
    let order = names.indices.sorted { Self.precedes(names[$0], names[$1]) }
    return .map(order.map { members[$0] })
  }

  private static func precedes(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for index in 0..<min(a.count, b.count) where a[index] != b[index] {
      return a[index] < b[index]
    }
    return a.count < b.count
  }
}
