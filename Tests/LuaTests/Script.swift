import Lua

/// A tree for tests, which can be compared.
enum Tree: Equatable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case list([Tree])
  case map([String: Tree])

  init(_ tree: LuaTree) {
    switch tree {
    case .null: self = .null
    case .bool(let bool): self = .bool(bool)
    case .integer(let integer): self = .integer(integer)
    case .number(let number): self = .number(number)
    case .string(let string): self = .string(string)
    case .list(let list): self = .list(list.map { Tree($0) })
    case .map(let members):
      self = .map(Dictionary(uniqueKeysWithValues: members.map { ($0.name, Tree($0.value)) }))
    }
  }
}

extension Interpreter {
  /// Loads and calls a chunk, and converts its first result.
  @discardableResult
  func run(_ source: String, name: String = "test.lua") throws -> Tree {
    let chunk = try load(Array(source.utf8), name: name)
    let result = try call(chunk) { results in Result { Tree(try results[1].tree()) } }
    return try result.get()
  }

  /// How a chunk fails; nil where it does not.
  func failure(of source: String) throws -> ScriptError? {
    do {
      try run(source)
      return nil
    } catch let error as ScriptError {
      return error
    }
  }
}

/// Runs a chunk in an interpreter of its own.
@discardableResult
func run(_ source: String, limits: Interpreter.Limits = .init(seconds: 10)) throws -> Tree {
  try Interpreter(limits: limits).run(source)
}

/// How a chunk fails in an interpreter of its own.
func failure(
  of source: String, limits: Interpreter.Limits = .init(seconds: 10)
) throws -> ScriptError? {
  try Interpreter(limits: limits).failure(of: source)
}

/// What a chunk returns as text; lists are joined by blanks.
func text(_ source: String) throws -> String {
  func words(_ tree: Tree) -> String {
    switch tree {
    case .null: "nil"
    case .bool(let bool): "\(bool)"
    case .integer(let integer): "\(integer)"
    case .number(let number): "\(number)"
    case .string(let string): string
    case .list(let list): list.map(words).joined(separator: " ")
    case .map(let map):
      map.sorted { $0.key < $1.key }.map { "\($0.key)=\(words($0.value))" }.joined(separator: " ")
    }
  }
  return words(try run(source))
}
