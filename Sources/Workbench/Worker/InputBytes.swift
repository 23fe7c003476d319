import CProcess
import Document
import Glibc
import Reading

/// The bytes of an input, or why it cannot be had. An input is never mapped: it may be cut short while it is read.
enum InputBytes {
  /// Larger files can change between the parts that are read of them.
  private static let atOnce = 64 << 10
  /// A larger archive is read some at a time.
  private static let smallBytes = 256 << 10

  /// What an input holds.
  enum Content {
    case whole([UInt8])
    case archive(any ByteSource)
  }

  /// What is in a file, which must be a regular one, and below the limit unless it is an archive.
  /// - Parameter reading: is told of every read of an archive.
  /// - Returns: the content, whether it was written since it was listed, and by what it can be told that a file which is no archive still holds
  ///   the same.
  static func content(
    _ file: InputFile, limit: Int, from opener: InputOpener, reading: @escaping () -> Void
  ) -> Result<(content: Content, isNew: Bool, postmark: Postmark?), ReadFailure> {
    load(file, opener) { descriptor, status in
      let postmark = Postmark(settled: status)
      let isNew = file.stamp.map { $0.modified != status.stamp.modified } ?? false
      if status.bytes > smallBytes,
        Reader.isArchive(prefix: try descriptor.read(1024, at: 0)[...])
      {
        let source = InputSource(file, descriptor, count: status.bytes, reading: reading)
        return (.archive(try logged(source, file, opener)), isNew, nil)
      }
      let bytes = try whole(file, descriptor, status, limit)
      guard file.table != nil || Reader.isArchive(prefix: bytes.prefix(1024)) else {
        return (.whole(bytes), isNew, postmark)
      }
      return (.archive(try logged(BytesInMemory(bytes), file, opener)), isNew, nil)
    }
  }

  /// A database with what SQLite has written beside it and not yet into it; any other archive as it is.
  private static func logged(
    _ source: any ByteSource, _ file: InputFile, _ opener: InputOpener
  ) throws -> any ByteSource {
    guard case .path(let path) = file.origin, try LoggedDatabase.isDatabase(source) else {
      return source
    }
    if let journal = beside(path, "-journal", opener), try LoggedDatabase.isHot(journal) {
      throw ReadFailure(
        source: file.source, code: "sqlite",
        message: "left in the middle of a change, as the -journal beside it tells",
        remedy: "open it once with sqlite3, which undoes that change")
    }
    guard let log = beside(path, "-wal", opener) else { return source }
    return try LoggedDatabase(source, log: log) ?? source
  }

  /// A regular file that is not empty, whose name is another's with something behind it.
  private static func beside(
    _ path: Path, _ suffix: String, _ opener: InputOpener
  ) -> InputSource? {
    let name = InputFile(origin: .path(Path(path.bytes + Array(suffix.utf8))), bytes: 0)
    guard let descriptor = try? opener.open(name),
      let status = try? FileStatus(of: descriptor.number), status.kind == .file, status.bytes > 0
    else { return nil }
    return InputSource(name, descriptor, count: status.bytes)
  }

  /// All bytes of a file, which must stay as large as it is.
  private static func whole(
    _ file: InputFile, _ descriptor: Descriptor, _ status: FileStatus, _ limit: Int
  ) throws -> [UInt8] {
    let size = status.bytes
    guard size <= limit else { throw tooLarge(file, size, limit) }
    // Somebody is about to write it anew.
    if size == 0, file.bytes > 0 { throw ReadFailure.changed(file, to: 0) }
    // One more than there should be, to see whether there is.
    let bytes = try descriptor.read(size + 1, at: 0, enough: size)
    guard bytes.count == size else { throw ReadFailure.changed(file) }
    // What takes one system call is read as it was at one time.
    if size > atOnce, try FileStatus(of: descriptor.number).stamp != status.stamp {
      throw ReadFailure.changed(file)
    }
    return bytes
  }

  /// An archive of which parts are read, as it was when these were cut.
  static func shared(
    _ file: InputFile, from opener: InputOpener, reading: @escaping () -> Void
  ) -> Result<InputSource, ReadFailure> {
    load(file, opener) { descriptor, status in
      guard isUnchanged(file, status) else {
        throw ReadFailure.changed(file, to: status.bytes)
      }
      return InputSource(file, descriptor, count: status.bytes, reading: reading)
    }
  }

  private static func isUnchanged(_ file: InputFile, _ status: FileStatus) -> Bool {
    guard case .path = file.origin, let stamp = file.stamp else { return true }
    return stamp == status.stamp
  }

  /// A range of a file's records, as they were when they were cut. Longer ones than any stretch of many are one line.
  static func records(
    _ file: InputFile, _ range: Range<Int>, _ stretch: Stretch, limit: Int, from opener: InputOpener
  ) -> Result<[UInt8], ReadFailure> {
    load(file, opener) { descriptor, status in
      guard isUnchanged(file, status) else {
        throw ReadFailure.changed(file, to: status.bytes)
      }
      guard range.count <= max(limit, longestStretch) else {
        var failure = tooLarge(file, range.count, limit)
        failure.source += ":\(stretch.firstLine)"
        throw failure
      }
      let bytes = try descriptor.read(range.count, at: range.lowerBound)
      guard bytes.count == range.count else { throw ReadFailure.changed(file) }
      return bytes
    }
  }

  private static let longestStretch = 16 << 20

  private static func load<Bytes>(
    _ file: InputFile, _ opener: InputOpener, _ read: (Descriptor, FileStatus) throws -> Bytes
  ) -> Result<Bytes, ReadFailure> {
    do {
      let descriptor = try opener.open(file)
      let status = try FileStatus(of: descriptor.number)
      guard status.kind == .file else {
        return .failure(failure(file, "not-a-file", "not a regular file any more"))
      }
      // What lies on a device the kernel does not make up; to know that spares a call for each file.
      if case .path = file.origin, !status.isOnBlockDevice,
        copydesk_is_made_up(descriptor.number) == 1
      {
        return .failure(failure(file, "unreadable", "a file that the kernel makes up"))
      }
      return .success(try read(descriptor, status))
    } catch let fault as SystemFault {
      let isGone = fault.isAbsence && file.stamp != nil
      return .failure(
        failure(file, "unreadable", isGone ? "gone since it was listed" : fault.message))
    } catch let fault as ReadFailure {
      return .failure(fault)
    } catch {
      return .failure(failure(file, "unreadable", "cannot be read"))
    }
  }

  private static func tooLarge(_ file: InputFile, _ size: Int, _ limit: Int) -> ReadFailure {
    ReadFailure(
      source: file.source, code: "too-large",
      message: "\(size) bytes, more than the limit of \(limit)",
      remedy: "raise the limit of an input's bytes")
  }

  private static func failure(_ file: InputFile, _ code: String, _ message: String) -> ReadFailure {
    ReadFailure(source: file.source, code: code, message: message)
  }
}

extension InputBytes.Content {
  /// Reads all articles in it.
  func read(
    by reader: Reader, source: String, each: (Result<Article, ReadFailure>) -> Void
  ) {
    switch self {
    case .whole(let bytes): reader.read(bytes, source: source, each: each)
    case .archive(let archive): reader.read(archive, source: source, each: each)
    }
  }
}

extension ReadFailure {
  static func changed(_ file: InputFile) -> ReadFailure {
    ReadFailure(source: file.source, code: "changed", message: "changed while it was read")
  }

  /// A file that is found of another size or age than it was listed with.
  static func changed(_ file: InputFile, to bytes: Int) -> ReadFailure {
    let change =
      switch bytes {
      case 0: "emptied"
      case ..<file.bytes: "cut from \(file.bytes) to \(bytes) bytes"
      case file.bytes: "changed"
      default: "grown from \(file.bytes) to \(bytes) bytes"
      }
    return ReadFailure(
      source: file.source, code: "changed", message: "\(change) since it was listed")
  }
}
