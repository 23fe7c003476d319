import Lua
import Testing

@Suite struct InterpreterTests {
  @Test func `a chunk returns what it computes`() throws {
    #expect(try run("return 6 * 7") == .integer(42))
    #expect(try run("return 'a' .. 1.5") == .string("a1.5"))
    #expect(try run("return {1, {x = true}}") == .list([.integer(1), .map(["x": .bool(true)])]))
  }

  @Test func `a host function gets arguments and gives results`() throws {
    let interpreter = Interpreter()
    interpreter.define("add") { (call) throws(Fault) in
      call.push(try call.integer(1) + call.integer(2))
      return 1
    }
    #expect(try interpreter.run("return add(1, 2)") == .integer(3))
    let error = #expect(throws: ScriptError.self) { try interpreter.run("return add(1, 'x')") }
    #expect(error?.message == "bad argument #2 to 'add' (expected integer, got string)")
    #expect(error?.line == 1)
  }

  @Test func `an endless loop ends with a timeout`() throws {
    let interpreter = Interpreter(limits: .init(seconds: 0.05))
    let error = #expect(throws: ScriptError.self) {
      try interpreter.run("while true do pcall(function() while true do end end) end")
    }
    #expect(error?.reason == .timeout)
    #expect(interpreter.isSpent)
  }
}
