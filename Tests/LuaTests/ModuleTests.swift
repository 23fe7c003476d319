import Lua
import Testing

/// `require` asks the host's finder, once for each module.
@Suite struct ModuleTests {
  /// An interpreter with modules, which counts how often each was looked for.
  private func interpreter(_ modules: [String: String]) -> (Interpreter, Lines) {
    let interpreter = Interpreter()
    let asked = Lines()
    interpreter.onRequire { (name) throws(Fault) in
      asked.all.append(name)
      guard let source = modules[name] else { throw Fault("module '\(name)' was not found") }
      return Module(source: Array(source.utf8), chunkName: "\(name).lua")
    }
    return (interpreter, asked)
  }

  @Test func `a module runs once and its value is kept`() throws {
    let (interpreter, asked) = interpreter([
      "counts": "local t = {n = 0, name = ...} return t", "nothing": "local x = 1",
    ])
    let source = "local c = require('counts') c.n = c.n + 1 return {c.n, c.name, require 'nothing'}"
    #expect(try interpreter.run(source) == .list([.integer(1), .string("counts"), .bool(true)]))
    #expect(try interpreter.run(source) == .list([.integer(2), .string("counts"), .bool(true)]))
    #expect(asked.all == ["counts", "nothing"])
  }

  @Test func `modules that require each other are reported`() throws {
    let (interpreter, _) = interpreter([
      "a": "return require('b')", "b": "return require('c')", "c": "return require('b')",
    ])
    let error = try interpreter.failure(of: "require('a')")
    #expect(error?.message == "modules require each other: b → c → b")
    #expect(error?.located == "c.lua:1: modules require each other: b → c → b")
    // The failure leaves nothing behind that would make the next one a cycle of another kind.
    #expect(
      try interpreter.failure(of: "require('c')")?.message
        == "modules require each other: c → b → c")
  }

  @Test func `a module that fails says where, and may be tried again`() throws {
    let (interpreter, asked) = interpreter([
      "broken": "local x =\n= 2", "failing": "local function f()\n  error('no')\nend\nf()",
    ])
    #expect(
      try interpreter.failure(of: "require('broken')")?.located
        == "broken.lua:2: unexpected symbol near '='")
    for _ in 1...2 {
      let error = try interpreter.failure(of: "\nrequire('failing')")
      #expect(error?.located == "failing.lua:2: no")
      #expect(
        error?.traceback.map { "\($0.source):\($0.line): \($0.function)" } == [
          "failing.lua:2: function 'f'", "failing.lua:4: main chunk", "test.lua:2: main chunk",
        ])
    }
    #expect(interpreter.line(2, of: "failing.lua") == "error('no')")
    #expect(asked.all == ["broken", "failing", "failing"])
  }

  @Test(arguments: [
    "../x", "a/b", "/etc/passwd", ".x", "x.", "a..b", "", "a\\0b", "C:x", "ä", "a b", "~",
  ])
  func `a name that could lead out of the folder is refused`(name: String) throws {
    let (interpreter, asked) = interpreter([:])
    let error = try interpreter.failure(of: "require('\(name)')")
    #expect(error?.message.contains("cannot be a module's name") == true)
    #expect(asked.all.isEmpty)
  }

  @Test func `a module that is missing is an error at the script's line`() throws {
    let (interpreter, _) = interpreter([:])
    #expect(
      try interpreter.failure(of: "\n\nrequire('words.list-2')")?.located
        == "test.lua:3: module 'words.list-2' was not found")
    #expect(
      try failure(of: "require('x')")?.message
        == "module 'x' was not found: these scripts have no modules")
  }

  @Test func `a module lives in the same sandbox and within the same limits`() throws {
    let (interpreter, _) = interpreter(["global": "x = 1", "endless": "while true do end"])
    #expect(
      try interpreter.failure(of: "require('global')")?.message
        == "global 'x' cannot be set; declare it: local x")
    let quick = Interpreter(limits: .init(seconds: 0.05))
    quick.onRequire { (_) throws(Fault) in
      Module(source: Array("while true do end".utf8), chunkName: "endless.lua")
    }
    #expect(try quick.failure(of: "pcall(require, 'endless')")?.reason == .timeout)
  }
}
