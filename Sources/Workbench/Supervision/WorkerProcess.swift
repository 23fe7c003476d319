import CProcess
import Document
import Glibc

/// A worker as its supervisor sees it: a process behind a pair of pipes.
///
/// Neither direction ever waits: what the pipe to the worker does not take is kept, and reading takes what is there.
final class WorkerProcess {
  let pid: pid_t
  let activity: ActivityPage
  private let commands: Descriptor
  private let replies: Descriptor
  private var outgoing: [UInt8] = []
  private var incoming = LineBuffer()
  /// An outcome whose payloads have not all arrived.
  private var header: OutcomeHeader?

  /// When it last gave a sign of life, in monotonic nanoseconds.
  var lastHeard = copydesk_monotonic()
  /// Whether the supervisor has put an end to it for being late.
  private(set) var wasLate = false

  /// Starts a worker that loads nothing yet.
  init(_ executable: Path, spool: Descriptor?) throws(SystemFault) {
    let toWorker = try Descriptor.pipe()
    let fromWorker = try Descriptor.pipe()
    let (page, pageDescriptor) = try ActivityPage.create()
    var arguments = [
      "copydesk", "worker", "--supervised", "\(getpid())", "\(pageDescriptor.number)",
    ]
    if let spool { arguments.append("\(spool.number)") }
    pid = try Self.spawn(
      executable, arguments, standardInput: toWorker.output, standardOutput: fromWorker.input,
      inherited: [pageDescriptor] + (spool.map { [$0] } ?? []))
    activity = page
    commands = toWorker.input
    replies = fromWorker.output
    for end in [commands, replies] {
      _ = fcntl(end.number, F_SETFL, fcntl(end.number, F_GETFL) | O_NONBLOCK)
    }
    // F_SETPIPE_SZ: a whole frame fits, so that a worker seldom waits for its supervisor.
    _ = fcntl(replies.number, 1031, 256 << 10)
  }

  deinit {
    end()
  }

  /// Kills the process; whoever has several to end does not wait for each in turn.
  func dismiss() {
    if status == nil { kill(pid, SIGKILL) }
  }

  /// Kills the process if it is there still, and waits for its end, so that no zombie stays.
  /// - Returns: its status as `waitpid` tells it.
  @discardableResult
  func end() -> Int32 {
    if let status { return status }
    dismiss()
    var status: Int32 = 0
    _ = retryingInterrupted { waitpid(pid, &status, 0) }
    self.status = status
    return status
  }

  private var status: Int32?

  func endLate() {
    wasLate = true
    end()
  }

  // MARK: Talking

  func send(_ command: Command) {
    var json = JSONWriter()
    command.write(to: &json)
    sendLine(json.bytes)
  }

  /// Sends a message that is ready, with its line end.
  func sendLine(_ line: some Sequence<UInt8>) {
    outgoing.append(contentsOf: line)
    lastHeard = copydesk_monotonic()
    writeMore()
  }

  /// Bytes that the pipe has not taken yet.
  var backlog: Int { outgoing.count }

  func writeMore() {
    guard !outgoing.isEmpty else { return }
    let count = outgoing.withUnsafeBytes { buffer in
      retryingInterrupted { write(commands.number, buffer.baseAddress, buffer.count) }
    }
    // A worker that is gone shows at the other pipe.
    if count > 0 { outgoing.removeFirst(count) }
  }

  /// Reads what is there; false at the end, when the worker has gone.
  func readMore() -> Bool {
    guard let count = incoming.fill(from: replies.number) else {
      return errno == EAGAIN
    }
    lastHeard = copydesk_monotonic()
    return count > 0
  }

  /// The next whole reply and its payloads; nil until more has been read.
  func nextReply() throws(ProtocolFault) -> (reply: Reply, payloads: [ArraySlice<UInt8>])? {
    if header == nil {
      guard let line = incoming.nextLine() else { return nil }
      let reply = try Reply(line: line)
      guard case .outcome(let outcome) = reply else { return (reply, []) }
      header = outcome
    }
    guard let header, let payloads = incoming.nextLines(header.payloads) else { return nil }
    self.header = nil
    return (.outcome(header), payloads)
  }

  /// What to poll for; writing only where something waits.
  func polled(isReading: Bool) -> [pollfd] {
    var polled: [pollfd] = []
    if isReading {
      polled.append(pollfd(fd: replies.number, events: Int16(POLLIN), revents: 0))
    }
    if !outgoing.isEmpty {
      polled.append(pollfd(fd: commands.number, events: Int16(POLLOUT), revents: 0))
    }
    return polled
  }

  // MARK: Starting

  private static func spawn(
    _ executable: Path, _ arguments: [String], standardInput: Descriptor,
    standardOutput: Descriptor, inherited: [Descriptor]
  ) throws(SystemFault) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, standardInput.number, 0)
    posix_spawn_file_actions_adddup2(&actions, standardOutput.number, 1)
    // A descriptor put in its own place is passed on although it closes on exec.
    for descriptor in inherited {
      posix_spawn_file_actions_adddup2(&actions, descriptor.number, descriptor.number)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    setSignals(&attributes)
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var environment = Self.environment
    defer { for pointer in environment { free(pointer) } }
    var pid: pid_t = 0
    let result = executable.withCString {
      posix_spawn(&pid, $0, &actions, &attributes, &pointers, &environment)
    }
    guard result == 0 else { throw SystemFault(errno: result) }
    return pid
  }

  /// What a worker sees of the environment, which may hold secrets: how to find its libraries, and no more.
  private static var environment: [UnsafeMutablePointer<CChar>?] {
    var settings: [UnsafeMutablePointer<CChar>?] = []
    for name in ["LD_LIBRARY_PATH", "ASAN_OPTIONS"] {
      if let value = getenv(name) { settings.append(strdup("\(name)=" + String(cString: value))) }
    }
    return settings + [nil]
  }

  /// A worker begins with stop signals held back until it ignores them, and with everything else as usual.
  private static func setSignals(_ attributes: inout posix_spawnattr_t) {
    var held = sigset_t()
    sigemptyset(&held)
    sigaddset(&held, SIGINT)
    sigaddset(&held, SIGTERM)
    posix_spawnattr_setsigmask(&attributes, &held)
    var usual = sigset_t()
    sigfillset(&usual)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    let flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, Int16(flags))
  }
}
