internal import CLua

/// One sandboxed Lua state: scripts run in it within limits and reach nothing but what it defines.
///
/// An interpreter belongs to one thread at a time. After a timeout or a memory error it is spent:
/// the script's own tables may be half-written, so every later call fails and a new one is needed.
package final class Interpreter {
  /// What a script may use up.
  package struct Limits: Sendable {
    /// Wall-clock seconds a call may take.
    package var seconds: Double
    /// Bytes the script's values may occupy.
    package var memory: Int

    package init(seconds: Double = 5, memory: Int = 64 << 20) {
      self.seconds = seconds
      self.memory = memory
    }
  }

  /// The name and version of the Lua inside.
  package static let release = String(cString: copydesk_lua_release())

  package let limits: Limits
  /// What references and the interpreter share, so that either may go first.
  let anchor: Anchor
  /// Stands between scripts and the host's functions.
  let watcher: (any CallWatcher)?
  /// Where samples go, if any are taken.
  var sampleTaker: SampleTaker?
  /// Where lines are counted, if they are.
  var coverage: Coverage?
  /// What its objects are stretches of.
  var spanTable: SpanTable?
  private var bodies: [HostBody] = []
  /// The chunks by their names, for the lines that messages show.
  private var sources: [String: [UInt8]] = [:]
  /// Libraries that are promised, by their paths.
  private var libraries: [String] = []

  /// Opens a state that holds the sandbox's environment and nothing of a host's.
  /// - Parameter watcher: is told of every call into the host.
  package init(limits: Limits = Limits(), watcher: (any CallWatcher)? = nil) {
    self.limits = limits
    self.watcher = watcher
    guard let opened = copydesk_open(limits.memory, dispatch) else {
      fatalError("no memory to open a Lua state")
    }
    anchor = Anchor(opened)
  }

  deinit { anchor.close() }

  var shim: OpaquePointer { anchor.shim }
  /// The Lua thread that runs now, on whose stack the host works.
  var state: OpaquePointer { copydesk_running(shim) }

  /// Bytes that Lua's values occupy now.
  package var memoryUsed: Int { copydesk_memory_used(shim) }
  /// The most bytes that Lua's values ever occupied.
  package var memoryPeak: Int { copydesk_memory_peak(shim) }
  /// Whether a limit ended a call, after which no other may run.
  package var isSpent: Bool { copydesk_verdict(shim) != copydesk_verdict_none }

  /// Frees what the script no longer reaches.
  package func collect() { copydesk_collect(shim) }

  /// The generation of objects that are valid now; handles of earlier ones are refused as stale.
  package var generation: UInt32 = 1 {
    didSet { copydesk_set_generation(shim, generation) }
  }

  /// Starts `math.random` anew, so that what a script draws depends on nothing but the seed.
  package func seedRandom(_ seed: UInt64) {
    copydesk_seed_random(shim, Int64(bitPattern: seed), 0)
  }

  /// Keeps a body for as long as the interpreter lives; C refers to it by its address.
  func keep(_ body: HostBody) -> HostFunction {
    bodies.append(body)
    return HostFunction(body: Unmanaged.passUnretained(body).toOpaque())
  }
}

// MARK: Scripts

extension Interpreter {
  /// Compiles a text chunk; `name` is what messages and tracebacks show.
  /// - Throws: a syntax error, or a limit that compiling ran into.
  package func load(_ chunk: [UInt8], name: String) throws(ScriptError) -> Reference {
    remember(chunk, as: name)
    let status = chunk.withUnsafeBytes { bytes in
      copydesk_load(
        shim, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, "@\(name)",
        limits.seconds)
    }
    guard status == LUA_OK else { throw failure(status) }
    return takeReference()
  }

  /// Calls a function in protected mode within the limits and reads its results.
  ///
  /// `arguments` pushes what the function gets; `read` sees the results until it returns. A call
  /// inside another shares the outer one's deadline.
  package func call<Result>(
    _ function: Reference, results: Int = 1, seconds: Double? = nil,
    arguments: (Pusher) -> Void = { _ in }, read: (Results) -> Result
  ) throws(ScriptError) -> Result {
    let state = state
    let base = lua_gettop(state)
    defer { lua_settop(state, base) }
    guard copydesk_room(state, Int32(results) + 16) else { throw tooDeep }
    copydesk_push_reference(state, function.number)
    arguments(Pusher(state: state))
    let status = copydesk_call(
      shim, lua_gettop(state) - base - 1, Int32(results), seconds ?? limits.seconds)
    guard status == LUA_OK else { throw failure(status) }
    return read(Results(state: state, first: base + 1, count: Int(lua_gettop(state) - base)))
  }

  /// Calls a function for its effects.
  package func call(
    _ function: Reference, seconds: Double? = nil, arguments: (Pusher) -> Void = { _ in }
  ) throws(ScriptError) {
    try call(function, results: 0, seconds: seconds, arguments: arguments) { _ in }
  }

  /// Looks at a referenced value without calling anything.
  package func with<Result>(_ reference: Reference, _ look: (Slot) -> Result) -> Result {
    let state = state
    let base = lua_gettop(state)
    defer { lua_settop(state, base) }
    precondition(copydesk_room(state, 8), "the Lua stack is full")
    copydesk_push_reference(state, reference.number)
    return look(Slot(state: state, index: base + 1))
  }

  /// Makes a value of the host's that scripts can be given later.
  package func make(_ push: (Pusher) -> Void) -> Reference {
    precondition(copydesk_room(state, 8), "the Lua stack is full")
    push(Pusher(state: state))
    return takeReference()
  }

  /// Gives a chunk that was loaded, and has not run, another table for its globals.
  package func setEnvironment(of chunk: Reference, to table: Reference) {
    let state = state
    precondition(copydesk_room(state, 8), "the Lua stack is full")
    copydesk_push_reference(state, chunk.number)
    copydesk_push_reference(state, table.number)
    if lua_setupvalue(state, -2, 1) == nil { copydesk_pop(state, 1) }
    copydesk_pop(state, 1)
  }

  private func takeReference() -> Reference {
    Reference(number: copydesk_reference(state), anchor: anchor)
  }

  private var tooDeep: ScriptError {
    ScriptError(reason: .error, message: "the stack is full")
  }

  /// Reads the failure on top of the stack, and takes it off.
  private func failure(_ status: Int32) -> ScriptError {
    let state = state
    defer { copydesk_pop(state, 1) }
    return ScriptError(
      status: status, shim: shim, state: state, chunkNames: sources.keys, libraries: libraries)
  }
}

// MARK: Sources

extension Interpreter {
  func remember(library path: String) { libraries.append(path) }

  func remember(_ source: [UInt8], as name: String) { sources[name] = source }

  /// A line of a chunk that was loaded, numbered from 1, without its end and its indentation.
  package func line(_ number: Int, of chunk: String) -> String? {
    guard let source = sources[chunk], number > 0 else { return nil }
    let lines = source.split(
      separator: UInt8(ascii: "\n"), maxSplits: number, omittingEmptySubsequences: false)
    guard number <= lines.count else { return nil }
    let blanks: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")]
    var line = lines[number - 1].drop { blanks.contains($0) }
    while let last = line.last, blanks.contains(last) { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }
}
