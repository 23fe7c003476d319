internal import CLua

/// A value of Lua's, taken out of its interpreter: a tree that holds nothing of the script's.
package enum LuaTree: Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case list([LuaTree])
  /// In the order of the names' bytes.
  case map([Member])

  package struct Member: Sendable {
    package var name: String
    package var value: LuaTree
  }
}

/// What a converted value may hold at most.
package struct ConversionLimits: Sendable {
  package var depth: Int
  /// Values of every kind, each counted as often as it is reached.
  package var nodes: Int
  /// Bytes of all strings and names.
  package var bytes: Int
  /// Bytes of one name; a longer one is cut, one that is many times as long is no name.
  package var nameBytes: Int
  fileprivate var refusedNameBytes: Int { 16 * nameBytes }

  package init(depth: Int = 32, nodes: Int = 100_000, bytes: Int = 4 << 20, nameBytes: Int = 256) {
    self.depth = depth
    self.nodes = nodes
    self.bytes = bytes
    self.nameBytes = nameBytes
  }
}

/// Why a value could not be converted: `result.rate: expected a value, got function`.
package struct ConversionFault: Error, Hashable, Sendable {
  /// The place of the value: `result.items[3].name`.
  package var path: String
  package var problem: String
}

extension Slot {
  /// Converts the value within limits, running nothing of the script's.
  ///
  /// A table whose keys are 1 to *n* is a list, and so is an empty one; a table whose keys are all
  /// names is a map; any other is refused, as are functions, coroutines and the host's objects,
  /// strings that are not UTF-8 and numbers that are not finite.
  package func tree(
    named path: String = "result", limits: ConversionLimits = ConversionLimits()
  ) throws(ConversionFault) -> LuaTree {
    if let tree = QuickConversion.value(self, limits) { return tree }
    var conversion = Conversion(state: state, limits: limits)
    do throws(Problem) {
      return try conversion.value(index, depth: 0)
    } catch {
      throw ConversionFault(
        path: path + error.steps.reversed().joined(), problem: error.words)
    }
  }
}

/// A problem on its way up; each level adds its own step to the path.
private struct Problem: Error {
  var words: String
  var steps: [String] = []

  func inside(_ step: String) -> Problem { Problem(words: words, steps: steps + [step]) }
}

private struct Conversion {
  let state: OpaquePointer
  let limits: ConversionLimits
  var nodes = 0
  var bytes = 0

  init(state: OpaquePointer, limits: ConversionLimits) {
    self.state = state
    self.limits = limits
  }

  mutating func value(_ index: Int32, depth: Int) throws(Problem) -> LuaTree {
    nodes += 1
    if nodes > limits.nodes { throw Problem(words: "more than \(limits.nodes) values") }
    let slot = Slot(state: state, index: index)
    switch slot.type {
    case .absent, .null: return .null
    case .boolean: return .bool(lua_toboolean(state, index) != 0)
    case .integer: return .integer(lua_tointegerx(state, index, nil))
    case .number: return .number(try finite(lua_tonumberx(state, index, nil)))
    case .string: return .string(try string(slot))
    case .table: return try table(index, depth: depth + 1)
    case .function, .object, .thread:
      throw Problem(words: "expected a value, got \(slot.typeName)")
    }
  }

  private func finite(_ number: Double) throws(Problem) -> Double {
    if number.isFinite { return number }
    // The sign of a nan differs between processors.
    let shown = number.isNaN ? "nan" : "\(number)"
    throw Problem(words: "expected a finite number, got \(shown)")
  }

  private mutating func string(_ slot: Slot) throws(Problem) -> String {
    try count(slot)
    guard let string = slot.string else { throw Problem(words: "text that is not valid UTF-8") }
    return string
  }

  private mutating func count(_ string: Slot) throws(Problem) {
    bytes += string.unsafeBytes?.count ?? 0
    if bytes > limits.bytes { throw Problem(words: "more than \(limits.bytes) bytes of text") }
  }

  private mutating func table(_ index: Int32, depth: Int) throws(Problem) -> LuaTree {
    guard depth <= limits.depth, copydesk_room(state, 8) else {
      throw Problem(words: "nested deeper than \(limits.depth) tables")
    }
    let base = lua_gettop(state)
    defer { lua_settop(state, base) }
    let keys = try keys(of: index)
    return keys.names.isEmpty
      ? try list(index, keys.length, depth: depth) : try map(index, keys.names, depth: depth)
  }

  private mutating func list(_ index: Int32, _ length: Int, depth: Int) throws(Problem) -> LuaTree {
    var elements: [LuaTree] = []
    elements.reserveCapacity(length)
    var position = 0
    while position < length {
      position += 1
      lua_rawgeti(state, index, lua_Integer(position))
      do throws(Problem) {
        elements.append(try value(lua_gettop(state), depth: depth))
      } catch {
        throw error.inside("[\(position)]")
      }
      copydesk_pop(state, 1)
    }
    return .list(elements)
  }

  private mutating func map(
    _ index: Int32, _ names: [String], depth: Int
  ) throws(Problem) -> LuaTree {
    var members: [LuaTree.Member] = []
    members.reserveCapacity(names.count)
    for (name, key) in try cut(names) {
      Pusher(state: state).push(key)
      lua_rawget(state, index)
      do throws(Problem) {
        members.append(
          LuaTree.Member(name: name, value: try value(lua_gettop(state), depth: depth)))
      } catch {
        throw error.inside(".\(name)")
      }
      copydesk_pop(state, 1)
    }
    return .map(members)
  }

  /// Keys by their names, which are as much of them as there is room for.
  private func cut(_ keys: [String]) throws(Problem) -> [(name: String, key: String)] {
    let named = keys.map { (name: cut($0), key: $0) }
    guard keys.contains(where: { $0.utf8.count > limits.nameBytes }) else { return named }
    guard Set(named.map { Array($0.name.utf8) }).count == keys.count else {
      throw Problem(words: "two names begin with the same \(limits.nameBytes) bytes")
    }
    return named.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// As much of a key as there is room for, in whole characters.
  private func cut(_ key: String) -> String {
    guard key.utf8.count > limits.nameBytes else { return key }
    var end = key.utf8.index(key.startIndex, offsetBy: limits.nameBytes)
    while end.samePosition(in: key.unicodeScalars) == nil { key.utf8.formIndex(before: &end) }
    return String(key[..<end])
  }
}

// MARK: Keys

extension Conversion {
  /// What the keys of a table make it: a list of a length, or a map with names in their order.
  private struct Keys {
    var names: [String] = []
    var length = 0
  }

  private mutating func keys(of index: Int32) throws(Problem) -> Keys {
    var keys = Keys()
    var largest = 0
    var other: String?
    lua_pushnil(state)
    while lua_next(state, index) != 0 {
      copydesk_pop(state, 1)
      let key = Slot(state: state, index: lua_gettop(state))
      switch key.type {
      case .string: keys.names.append(try name(key))
      case .integer where (key.integer ?? 0) > 0:
        keys.length += 1
        largest = max(largest, Int(key.integer ?? 0))
      // The least, since Lua's order differs from run to run.
      case .integer: other = min("the key \(key.integer ?? 0)", other ?? "~")
      default: other = min("a key of type \(key.typeName)", other ?? "~")
      }
      if nodes + keys.names.count + keys.length > limits.nodes {
        throw Problem(words: "more than \(limits.nodes) values")
      }
    }
    keys.names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if let other {
      throw Problem(words: "expected a list (keys 1 to n) or a map (keys of text), got \(other)")
    }
    if keys.length > 0 && !keys.names.isEmpty {
      throw Problem(
        words: "expected a list or a map, got both: elements and the name '\(keys.names[0])'")
    }
    if largest != keys.length {
      throw Problem(words: "a list with holes: \(keys.length) elements, the last at \(largest)")
    }
    return keys
  }

  private mutating func name(_ key: Slot) throws(Problem) -> String {
    try count(key)
    guard key.unsafeBytes?.count ?? 0 <= limits.refusedNameBytes else {
      throw Problem(words: "a name is longer than \(limits.refusedNameBytes) bytes")
    }
    guard let name = key.string else { throw Problem(words: "a name is not valid UTF-8") }
    return name
  }
}
