import Lua

/// A tree for tests.
enum Tree: Equatable, LuaTree {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case list([Tree])
  case map([String: Tree])

  static var luaNil: Tree { .null }
  init(lua bool: Bool) { self = .bool(bool) }
  init(lua integer: Int64) { self = .integer(integer) }
  init(lua number: Double) { self = .number(number) }
  init(lua string: String) { self = .string(string) }
  init(lua list: [Tree]) { self = .list(list) }
  init(lua members: [(name: String, value: Tree)]) {
    self = .map(Dictionary(uniqueKeysWithValues: members.map { ($0.name, $0.value) }))
  }
}

extension Interpreter {
  /// Loads and calls a chunk, and converts its first result.
  @discardableResult
  func run(_ source: String, name: String = "test.lua") throws -> Tree {
    let chunk = try load(Array(source.utf8), name: name)
    let result = try call(chunk) { results in Result { try results[1].convert(to: Tree.self) } }
    return try result.get()
  }
}

/// Runs a chunk in an interpreter of its own.
@discardableResult
func run(_ source: String, limits: Interpreter.Limits = .init(seconds: 10)) throws -> Tree {
  try Interpreter(limits: limits).run(source)
}
