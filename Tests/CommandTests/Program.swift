import CProcess
import Glibc

/// The real program: started, fed, watched to its end.
///
/// Its arguments are bytes, for names of files are; that, and waiting with a limit, is why it is not `Foundation.Process`.
final class Program {
  /// What it did.
  struct Output {
    var bytes: [UInt8]
    var errors: String
    /// Its exit status; 128 and the signal where one ended it.
    var status: Int32

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }
  }

  /// Built beside the tests; `$COPYDESK` names another.
  static let path: String = {
    if let path = getenv("COPYDESK") { return String(cString: path) }
    let tests = realpath("/proc/self/exe", nil).map { String(cString: $0) } ?? ""
    return tests.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/copydesk"
  }()

  let pid: pid_t
  private let input: Int32
  private let output: Int32
  private let errors: Int32

  /// Starts it in a folder, without anything of the environment that would change what it does.
  init(
    _ arguments: [[UInt8]], executable: String = Program.path, in folder: Scratch,
    environment: [String: String] = [:], terminal: Int32? = nil
  ) {
    var pipes: [Int32] = []
    for _ in 0..<3 {
      var ends: [Int32] = [-1, -1]
      precondition(copydesk_pipe(&ends) == 0)
      pipes += ends
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, pipes[0], 0)
    posix_spawn_file_actions_adddup2(&actions, terminal ?? pipes[3], 1)
    posix_spawn_file_actions_adddup2(&actions, terminal ?? pipes[5], 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)))
    // The shell changes the folder and becomes the program.
    let words =
      ["sh", "-c", "cd \"$0\" && exec \"$@\"", folder.path, executable].map { Array($0.utf8) }
      + arguments
    var argv = words.map { Self.cString($0) } + [nil]
    var settings = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "TERM": "xterm", "LC_ALL": "C.UTF-8",
      // Where no cache can be; tests of the cache name another place.
      "XDG_CACHE_HOME": "/dev/null",
    ]
    settings.merge(environment) { $1 }
    var envp = settings.map { Self.cString(Array("\($0)=\($1)".utf8)) } + [nil]
    var pid: pid_t = 0
    let result = posix_spawn(&pid, "/bin/sh", &actions, &attributes, &argv, &envp)
    precondition(result == 0, "cannot start \(executable): \(String(cString: strerror(result)))")
    for pointer in argv + envp { free(pointer) }
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
    for end in [pipes[0], pipes[3], pipes[5]] { close(end) }
    self.pid = pid
    (input, output, errors) = (pipes[1], pipes[2], pipes[4])
  }

  convenience init(
    _ arguments: String..., in folder: Scratch, environment: [String: String] = [:]
  ) {
    self.init(arguments.map { Array($0.utf8) }, in: folder, environment: environment)
  }

  /// Runs it to its end.
  static func run(
    _ arguments: [String], in folder: Scratch, input: [UInt8] = [],
    environment: [String: String] = [:]
  ) -> Output {
    Program(arguments.map { Array($0.utf8) }, in: folder, environment: environment)
      .finish(input: input)
  }

  static func run(
    _ arguments: String..., in folder: Scratch, input: String = "",
    environment: [String: String] = [:]
  ) -> Output {
    run(arguments, in: folder, input: Array(input.utf8), environment: environment)
  }

  /// Feeds it and takes all it says, until its end or for a time.
  func finish(input bytes: [UInt8] = [], within seconds: Int = patience) -> Output {
    signal(SIGPIPE, SIG_IGN)
    for end in [input, output, errors] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    var rest = bytes[...]
    var open: Set<Int32> = [output, errors, input]
    var taken: [Int32: [UInt8]] = [:]
    let deadline = Self.now + seconds
    while !open.isDisjoint(with: [output, errors]), Self.now < deadline {
      if rest.isEmpty, open.remove(input) != nil { close(input) }
      var polled = open.map {
        pollfd(fd: $0, events: Int16($0 == input ? POLLOUT : POLLIN), revents: 0)
      }
      _ = poll(&polled, nfds_t(polled.count), 1000)
      for entry in polled where entry.revents != 0 {
        if entry.fd == input {
          let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
          rest = count < 0 && errno != EAGAIN ? [] : rest.dropFirst(max(0, count))
        } else if let more = Self.readSome(entry.fd) {
          taken[entry.fd, default: []] += more
        } else {
          open.remove(entry.fd)
          close(entry.fd)
        }
      }
    }
    for end in open { close(end) }
    let isHung = Self.now >= deadline
    if isHung { kill(pid, SIGKILL) }
    return Output(
      bytes: taken[output] ?? [],
      errors: String(decoding: taken[errors] ?? [], as: UTF8.self)
        + (isHung ? "[killed by the test after \(seconds) s]\n" : ""),
      status: wait())
  }

  /// All that it has said so far on both streams, as far as `hear` has listened.
  private(set) var heard = ""

  /// Listens until it has said something, and forgets what came before that.
  /// - Returns: what it has said since it was last listened to, up to there and what came with it; nil if it did not say it in time.
  func hear(_ words: String, within seconds: Int = patience) -> String? {
    for end in [output, errors] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    let deadline = Self.now + seconds
    while Self.now < deadline {
      if heard.contains(words) {
        defer { heard = "" }
        return heard
      }
      var polled = [output, errors].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      _ = poll(&polled, nfds_t(polled.count), 1000)
      for entry in polled where entry.revents != 0 {
        if let more = Self.readSome(entry.fd) { heard += String(decoding: more, as: UTF8.self) }
      }
    }
    return nil
  }

  /// Reads a part of its output and looks away, as `head` does.
  func readAndLookAway(_ count: Int) -> Output {
    var bytes = [UInt8](repeating: 0, count: count)
    let taken = read(output, &bytes, count)
    close(output)
    close(input)
    var said: [UInt8] = []
    while let more = Self.readSome(errors) { said += more }
    close(errors)
    return Output(
      bytes: Array(bytes.prefix(max(0, taken))), errors: String(decoding: said, as: UTF8.self),
      status: wait())
  }

  /// The processes that it has started and that live.
  var children: [pid_t] {
    guard let file = fopen("/proc/\(pid)/task/\(pid)/children", "r") else { return [] }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 4096)
    guard fgets(&buffer, Int32(buffer.count), file) != nil else { return [] }
    let words = String(
      decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return words.split(separator: " ").compactMap { pid_t($0) }
  }

  /// Gives it more of its input.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
  }

  func send(_ signal: Int32) {
    kill(pid, signal)
  }

  private func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) == -1, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  private static func readSome(_ descriptor: Int32) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 { return Array(buffer[..<count]) }
      if count < 0, errno == EINTR { continue }
      return count < 0 && errno == EAGAIN ? [] : nil
    }
  }

  private static func cString(_ bytes: [UInt8]) -> UnsafeMutablePointer<CChar>? {
    (bytes + [0]).withUnsafeBytes { strdup($0.assumingMemoryBound(to: CChar.self).baseAddress!) }
  }

  /// Monotonic seconds.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec
  }
}

/// A folder of one test, gone with it.
final class Scratch {
  let path: String

  init(_ files: [String: String] = [:]) {
    var template = Array("/tmp/copydesk-test-XXXXXX".utf8CString)
    path = String(cString: mkdtemp(&template))
    for (name, text) in files { write(name, text) }
  }

  deinit {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    var argv = [strdup("rm"), strdup("-rf"), strdup(path), nil]
    var pid: pid_t = 0
    if posix_spawn(&pid, "/bin/rm", &actions, nil, &argv, environ) == 0 { waitpid(pid, nil, 0) }
    for word in argv { free(word) }
  }

  func write(_ name: String, _ text: String) { write(Array(name.utf8), Array(text.utf8)) }

  /// Writes a file, with the folders on the way to it.
  func write(_ name: [UInt8], _ bytes: [UInt8]) {
    var folder = Array(path.utf8)
    for part in name.split(separator: UInt8(ascii: "/")).dropLast() {
      folder += [UInt8(ascii: "/")] + part
      _ = withPath(folder) { mkdir($0, 0o755) }
    }
    let descriptor = withPath(Array("\(path)/".utf8) + name) {
      open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    }
    precondition(descriptor >= 0)
    bytes.withUnsafeBytes { _ = Glibc.write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
  }

  /// A file's text; nil if there is none.
  func read(_ name: String) -> String? {
    Self.bytes("\(path)/\(name)").map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a file that lies anywhere.
  static func bytes(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "re") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// The names in the folder, hidden ones too.
  var names: [String] { names(in: ".") }

  /// The names in a folder of the folder.
  func names(in name: String) -> [String] {
    guard let stream = opendir("\(path)/\(name)") else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private func withPath<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result
  {
    (path + [0]).withUnsafeBytes { body($0.assumingMemoryBound(to: CChar.self).baseAddress!) }
  }
}
