import CProcess
import Document
import Glibc

/// The folder that a run is kept in, locked for as long as somebody works on it.
///
/// `Workbench.docc/RunFolder.md` specifies its files.
final class RunFolder {
  let path: Path
  private let lock: Descriptor

  /// Opens the folder, made if there is none, and locks it.
  init(_ path: Path) throws(WorkbenchError) {
    self.path = path
    do {
      try path.makeFolders()
      lock = try Descriptor(opening: path.appending("lock"), O_RDWR | O_CREAT)
    } catch { throw .output(path: path.shown, errno: error.errno) }
    guard copydesk_lock_file(lock.number) == 0 else {
      throw .run(path.shown, .locked(by: Self.owner(lock)))
    }
    do {
      try lock.truncate(to: 0)
      try lock.write(Array("\(getpid())\n".utf8))
    } catch { throw .output(path: path.shown, errno: error.errno) }
  }

  private static func owner(_ lock: Descriptor) -> Int? {
    let bytes = (try? lock.read(32, at: 0)) ?? []
    return Int(String(decoding: bytes.prefix { $0 > 0x20 }, as: UTF8.self))
  }

  /// Whether somebody works on a run that is kept in a folder.
  static func isBusy(_ path: Path) -> Bool {
    guard let lock = try? Descriptor(opening: path.appending("lock"), O_RDONLY) else {
      return false
    }
    return copydesk_lock_file(lock.number) != 0
  }

  var manifest: Path { path.appending("manifest.json") }
  var journal: Path { path.appending("journal.jsonl") }
  var log: Path { path.appending("log.jsonl") }
  /// The findings of a run that has come to its end.
  var findings: Path { path.appending("findings.jsonl") }
  /// The same while it goes on, in the order in which they came.
  var openFindings: Path { path.appending("findings.jsonl.part") }
  /// What else a report needs of each article, while it goes on.
  var openPayloads: Path { path.appending("payloads.part") }

  /// Where runs are kept that are known by a name alone.
  static var home: Path? {
    if let state = Path.environment("XDG_STATE_HOME"), state.first == UInt8(ascii: "/") {
      return Path(state).appending("copydesk/runs")
    }
    return Path.environment("HOME").map { Path($0).appending(".local/state/copydesk/runs") }
  }

  /// A file of ours that outlives a session, beside the runs; its folder is made. Nil where there is no place for it.
  static func stateFile(_ name: String) -> Path? {
    guard let folder = home?.folder else { return nil }
    let parts = folder.bytes.indices.filter { folder.bytes[$0] == UInt8(ascii: "/") && $0 > 0 }
    for end in parts + [folder.bytes.count] {
      _ = Path(Array(folder.bytes[..<end])).withCString { mkdir($0, 0o700) }
    }
    return folder.appending(name)
  }

  /// The folder of a run: a word without a slash is a name, anything else a folder.
  static func path(of name: [UInt8]) throws(WorkbenchError) -> Path {
    if name.contains(UInt8(ascii: "/")) || name == [UInt8(ascii: ".")] { return Path(name).trimmed }
    guard let home else { throw .run(Path(name).shown, .homeless) }
    return home.appending(name)
  }
}

/// What is wrong with a run's folder.
package enum RunFault: Hashable, Sendable {
  /// Somebody works on it: a process, where it can be told.
  case locked(by: Int?)
  /// There is a run already, and nobody said to go on with it.
  case exists
  /// There is no run to go on with, or to look at.
  case missing
  /// A name needs a home folder to look it up in.
  case homeless
  /// It was made by another command.
  case otherCommand(String)
  /// It was begun with other settings than those given now.
  case differs([RunDifference])
  /// A file of it cannot be understood.
  case broken(String)
}

extension Path {
  /// Makes the folder, with those around it, where there is none.
  func makeFolders() throws(SystemFault) {
    if let status = try? FileStatus(of: self) {
      guard status.kind == .folder else { throw SystemFault(errno: ENOTDIR) }
      return
    }
    let parent = folder
    if parent.bytes.count < bytes.count { try parent.makeFolders() }
    guard withCString({ mkdir($0, 0o777) }) == 0 || errno == EEXIST else { throw SystemFault() }
  }

  /// The value of a variable of the environment, if it is set and not empty.
  static func environment(_ name: String) -> [UInt8]? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return Array(UnsafeRawBufferPointer(start: value, count: strlen(value)))
  }

  /// Whether there is anything of this name.
  var exists: Bool { (try? FileStatus(of: self, followingLinks: false)) != nil }

  func remove() {
    _ = withCString { unlink($0) }
  }

  func rename(to other: Path) throws(SystemFault) {
    let result = withCString { from in other.withCString { Glibc.rename(from, $0) } }
    guard result == 0 else { throw SystemFault() }
  }
}
