import Document
import Glibc

/// A regular file to read, or standard input.
struct InputFile: Hashable, Sendable {
  enum Origin: Hashable, Sendable {
    case path(Path)
    case standardInput
  }

  var origin: Origin
  /// Its size when it was listed.
  var bytes: Int
  /// Whether its name may be a symbolic link; the listing has seen where that leads.
  var isLink = false
  /// What tells whether it has changed since; nil where nobody looked.
  var stamp: FileStatus.Stamp?
  /// Its number in its file system, where somebody looked; workers are not told.
  var inode: UInt?

  /// Of a database, the table that was asked for.
  var table: String?

  /// As findings and messages name it.
  var source: String {
    switch origin {
    case .path(let path): path.shown + (table.map { "?table=\($0)" } ?? "")
    case .standardInput: "-"
    }
  }
}

/// What the listing of a corpus comes upon.
enum CorpusItem: Sendable {
  case file(InputFile)
  /// Something whose outcome is known without reading it: not a regular file, or not to be opened.
  case verdict(Verdict)
}

/// The outcome of an input that is never opened.
struct Verdict: Sendable {
  var failure: ReadFailure
  /// Whether it is no fault, as a FIFO in a folder is none.
  var isSkip: Bool

  var outcome: Outcome { isSkip ? .skipped(failure) : .failed(failure) }

  static func skipped(_ path: Path, _ code: String, _ message: String, remedy: String? = nil)
    -> CorpusItem
  {
    let failure = ReadFailure(source: path.shown, code: code, message: message, remedy: remedy)
    return .verdict(Verdict(failure: failure, isSkip: true))
  }

  static func failed(_ path: Path, _ code: String, _ message: String, remedy: String? = nil)
    -> CorpusItem
  {
    let failure = ReadFailure(source: path.shown, code: code, message: message, remedy: remedy)
    return .verdict(Verdict(failure: failure, isSkip: false))
  }
}

extension InputFile {
  /// A file as the listing sees it.
  init(_ path: Path, _ status: FileStatus, isLink: Bool = false) {
    self.init(
      origin: .path(path), bytes: status.bytes, isLink: isLink, stamp: status.stamp,
      inode: status.inode)
  }

  /// Opens the file, or takes the spool that holds standard input. Never waits, whatever the name leads to by now.
  func open(spool: Descriptor?) throws(SystemFault) -> Descriptor {
    switch origin {
    case .standardInput:
      guard let spool else { throw SystemFault(errno: EBADF) }
      return spool
    case .path(let path): return try Descriptor(opening: path, flags)
    }
  }

  fileprivate var flags: Int32 { O_RDONLY | O_NONBLOCK | O_NOCTTY | (isLink ? 0 : O_NOFOLLOW) }
}

/// Opens inputs one after the other. Most lie in the folder of the one before, which is kept open to spare the way to it.
final class InputOpener {
  private let spool: Descriptor?
  /// The folder's name with the slash behind it.
  private var folderName: [UInt8] = []
  private var folder: Descriptor?

  init(spool: Descriptor?) {
    self.spool = spool
  }

  func open(_ file: InputFile) throws(SystemFault) -> Descriptor {
    guard case .path(let path) = file.origin, let slash = path.bytes.lastIndex(of: 0x2F),
      let folder = openFolder(path.bytes[...slash])
    else { return try file.open(spool: spool) }
    return try Descriptor(
      opening: Path(Array(path.bytes[(slash + 1)...])), in: folder, file.flags)
  }

  /// The folder of a name; nil where it cannot be opened.
  private func openFolder(_ name: ArraySlice<UInt8>) -> Descriptor? {
    if !name.elementsEqual(folderName) {
      folderName = Array(name)
      folder = try? Descriptor(opening: Path(folderName), O_RDONLY | O_DIRECTORY)
    }
    return folder
  }
}
