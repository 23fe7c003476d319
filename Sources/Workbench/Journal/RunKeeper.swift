import CProcess
import Document
import Glibc
import Scripting

/// Keeps a run in its folder: the lock, the manifest, the journal, the log.
final class RunKeeper {
  private let keeping: RunKeeping
  private let command: String
  private let folder: RunFolder
  private let before: Manifest?
  private let log: RunLog
  private var journal: Journal?

  /// Locks the folder and sees what is in it.
  init(_ keeping: RunKeeping, command: String) throws(WorkbenchError) {
    self.keeping = keeping
    self.command = command
    let path = try RunFolder.path(of: keeping.name)
    folder = try RunFolder(path)
    before = try Manifest.load(path)
    if let before {
      guard keeping.mode != .begin else { throw .run(path.shown, .exists) }
      guard before.command == command else {
        throw .run(path.shown, .otherCommand(before.command))
      }
    }
    log = try RunLog(folder)
  }

  /// Whether outcomes may be known from before.
  var hasRecordings: Bool { before != nil }

  /// The plugins are loaded: what is known from before counts if all that it depends on is the same.
  /// - Returns: what has changed since, so that nothing counts that is known from before.
  /// - Throws: where something else is asked for than when the run began.
  func begin(
    _ plugins: [PluginDescription], _ request: RunRequest, _ configuration: WorkerConfiguration
  ) throws(WorkbenchError) -> [String] {
    let settings = RunSettings(keeping, request, plugins, configuration)
    let here = Path(".").resolved ?? Path(".")
    if let before { try check(settings, here, against: before) }
    let isSame = before.map { $0.settings.fingerprint == settings.fingerprint } ?? false
    let manifest = Manifest(
      command: command, arguments: before?.arguments ?? keeping.arguments,
      folder: before?.folder ?? here, created: before?.created ?? Timestamp.now,
      settings: settings)
    try manifest.save(in: folder)
    journal = try Journal(
      folder, payloadCount: configuration.wishes.count, continues: isSame,
      retriesFailed: keeping.mode == .retryFailed)
    try log.add(before == nil ? "begin" : isSame ? "resume" : "anew")
    guard let before, !isSame else { return [] }
    let changes = settings.changes(since: before.settings)
    return changes.isEmpty ? ["something has changed"] : changes
  }

  private func check(
    _ settings: RunSettings, _ here: Path, against before: Manifest
  ) throws(WorkbenchError) {
    var differences = settings.differences(from: before.settings)
    let isRelative = settings.inputs.contains {
      $0.first != UInt8(ascii: "/") && $0 != [UInt8(ascii: "-")]
    }
    if isRelative, here != before.folder {
      differences.append(
        RunDifference(name: "working folder", then: before.folder.shown, now: here.shown))
    }
    guard differences.isEmpty else { throw .run(folder.path.shown, .differs(differences)) }
  }

  func recording(of piece: Piece) throws(WorkbenchError) -> Journal.Recording? {
    try journal?.recording(of: piece)
  }

  func add(
    _ header: OutcomeHeader, _ payloads: [ArraySlice<UInt8>], isNeeded: Bool
  ) throws(WorkbenchError) {
    try journal?.add(header, payloads, isNeeded: isNeeded)
  }

  func finish(_ piece: Piece) { journal?.finish(piece) }

  /// The run is to stop; a piece may not be whole.
  func leave(_ piece: Piece, isWhole: Bool) { journal?.finish(piece, isOpen: !isWhole) }

  func note(_ event: RunEvent) throws(WorkbenchError) { try log.add(event) }

  func tick() throws(WorkbenchError) {
    try journal?.tick()
    try log.flush()
  }

  /// The run has come to its end.
  func complete(_ counts: RunCounts) throws(WorkbenchError) {
    try journal?.complete(counts)
    try log.add("end", counts)
    try log.flush()
  }

  /// The run was stopped: what is done is kept.
  func stop(_ reason: String) throws(WorkbenchError) {
    try journal?.sync()
    try log.add(reason)
    try log.flush()
  }
}

extension RunSettings {
  init(
    _ keeping: RunKeeping, _ request: RunRequest, _ plugins: [PluginDescription],
    _ configuration: WorkerConfiguration
  ) {
    var configuration = configuration
    // Plugins that do not run are nobody's concern.
    let names = Set(plugins.map(\.name))
    configuration.cache = nil
    configuration.roots = nil
    configuration.traced = []
    configuration.plugins.catalogue.removeAll { !names.contains($0.name) }
    self.init(
      version: keeping.version, build: Program.build, lua: PluginHost.luaRelease,
      inputs: request.inputs, plugins: plugins, configuration: configuration)
  }

  /// What findings depend on, apart from the inputs.
  var fingerprint: [UInt8] {
    var json = JSONWriter()
    json.beginArray()
    for word in [version, build, lua] + plugins.flatMap({ [$0.name, $0.hash] }) {
      json.value(word)
    }
    var bare = configuration
    bare.plugins = PluginChoice()
    bare.write(to: &json)
    json.endArray()
    return json.bytes
  }
}

/// This program.
enum Program {
  /// What tells one build of it from another: the linker's identifier, in hexadecimal; without one, the file's size and age.
  static let build: String = {
    var buffer = [UInt8](repeating: 0, count: 64)
    let length = Int(copydesk_build_id(&buffer, Int32(buffer.count)))
    if length > 0 { return String(decoding: buffer[..<length], as: UTF8.self) }
    guard let status = try? FileStatus(of: Path("/proc/self/exe")) else { return "" }
    return "\(status.bytes)-\(status.stamp.modified)"
  }()
}

/// Points in time as files show them.
enum Timestamp {
  /// The time, in UTC, to the second: `2026-03-09T08:15:00Z`.
  static var now: String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
      + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }
}
