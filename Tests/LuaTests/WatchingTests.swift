import Testing

@testable import Lua

/// Writes down what it is told.
private final class Recorder: CallWatcher {
  var lines: [String] = []

  func begin(_ function: WatchedFunction, _ call: Call) {
    lines.append("begin \(function.shown) \(call.count)")
  }

  func end(_ function: WatchedFunction, _ call: Call, results: Int) {
    let values = call.results(results).map { $0.integer.map { "\($0)" } ?? $0.typeName }
    lines.append("end \(function.shown) \(values.joined(separator: " "))")
  }

  func fail(_ function: WatchedFunction, _ call: Call, _ fault: Fault) {
    lines.append("fail \(function.shown) \(fault.words(of: function))")
  }
}

/// Calls into the host that somebody watches, and scripts that are sampled.
@Suite(.serialized) struct WatchingTests {
  private func run(_ source: String, in interpreter: Interpreter) throws {
    try interpreter.call(interpreter.load(Array(source.utf8), name: "test.lua"))
  }

  @Test
  func `a watcher is told of each call, its results and its faults, and of calls within calls`()
    throws
  {
    let recorder = Recorder()
    let interpreter = Interpreter(watcher: recorder)
    interpreter.define("double") { (call) throws(Fault) in
      call.push(2 * (try call.integer(1)))
      return 1
    }
    interpreter.define("apply", in: "desk") { [unowned interpreter] (call) throws(Fault) in
      let function = call[1].reference(in: interpreter)
      do throws(ScriptError) { try interpreter.call(function) } catch { throw Fault(error) }
      return 0
    }
    let kind = interpreter.define(
      KindDefinition(
        name: "thing",
        fields: [
          .init(
            "size",
            .getter { (call) throws(Fault) in
              call.push(call[1].object?.first ?? 0)
              return 1
            }),
          .init("first", .value(0)),
        ]))
    interpreter.define("thing") { $0.push(Object(kind, generation: 0, 7)) }
    try run(
      "double(4) desk.apply(function() return thing.size + thing.first end) pcall(double, 'x')",
      in: interpreter)
    #expect(
      recorder.lines == [
        "begin double 1", "end double 8", "begin desk.apply 1", "begin thing.size 1",
        "end thing.size 7", "end desk.apply ", "begin double 1",
        "fail double bad argument #1: expected integer",
      ])
  }

  @Test func `samples find the function that works, and what it allocates`() throws {
    let interpreter = Interpreter()
    var samples: [Sample] = []
    interpreter.sample(every: 0.001) { samples.append($0) }
    try run(
      """
      local function work() local t for n = 1, 300000 do t = { n } end return t end
      local function idle() return work() ~= nil end
      idle()
      """, in: interpreter)
    let inWork = samples.filter { $0.frames.first?.definition == 1 }
    #expect(inWork.count > samples.count / 2)
    #expect(inWork.first?.frames.first?.source == "test.lua")
    #expect(inWork.first?.frames.last?.name == "main chunk")
    #expect(inWork.reduce(0) { $0 + $1.bytes } > 1 << 20)
  }

  @Test func `limits hold while a script is sampled, in coroutines too`() throws {
    let interpreter = Interpreter(limits: .init(seconds: 0.5, memory: 8 << 20))
    var count = 0
    interpreter.sample(every: 0.001) { _ in count += 1 }
    let error = #expect(throws: ScriptError.self) {
      try run(
        "local co = coroutine.wrap(function() while true do coroutine.yield(pcall(string.rep, 'x', 99)) end end) "
          + "while true do co() end", in: interpreter)
    }
    #expect(error?.reason == .timeout)
    #expect(count > 5)
  }
}
