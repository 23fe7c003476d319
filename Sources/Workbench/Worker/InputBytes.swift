import CProcess
import Document
import Glibc
import Reading

/// The bytes of an input, or why it cannot be had. An input is never mapped: it may be cut short while it is read.
enum InputBytes {
  /// Larger files can change between the parts that are read of them.
  private static let atOnce = 64 << 10

  /// A whole file, which must be a regular one below the limit and stay as large as it is.
  /// - Returns: its bytes, and whether it was written since it was listed.
  static func whole(
    _ file: InputFile, limit: Int, from opener: InputOpener
  ) -> Result<(bytes: [UInt8], isNew: Bool), ReadFailure> {
    load(file, opener) { descriptor, status in
      let size = status.bytes
      guard size <= limit else { throw tooLarge(file, size, limit) }
      // Somebody is about to write it anew.
      if size == 0, file.bytes > 0 { throw ReadFailure.changed(file) }
      // One more than there should be, to see whether there is.
      let bytes = try descriptor.read(size + 1, at: 0, enough: size)
      guard bytes.count == size else { throw ReadFailure.changed(file) }
      // What takes one system call is read as it was at one time.
      if size > atOnce, try FileStatus(of: descriptor.number).stamp != status.stamp {
        throw ReadFailure.changed(file)
      }
      return (bytes, file.stamp.map { $0.modified != status.stamp.modified } ?? false)
    }
  }

  /// A file that is read some at a time, if it is a large one that can be: an archive. Else nil.
  /// - Parameter reading: is told of every read.
  static func archive(
    _ file: InputFile, from opener: InputOpener, reading: @escaping () -> Void
  ) -> ArchiveFile? {
    guard file.bytes > smallBytes else { return nil }
    let archive = load(file, opener) { descriptor, status -> ArchiveFile? in
      guard file.stamp == nil || file.stamp == status.stamp else { return nil }
      let prefix = try descriptor.read(1024, at: 0)
      guard Reader.isArchive(prefix: prefix[...]) else { return nil }
      return ArchiveFile(file, descriptor, count: status.bytes, reading: reading)
    }
    return (try? archive.get()) ?? nil
  }

  /// Below this even an archive is read as a whole.
  private static let smallBytes = 256 << 10

  /// A range of a file's records, as they were when they were cut. Longer ones than any stretch of many are one line.
  static func records(
    _ file: InputFile, _ range: Range<Int>, _ stretch: Stretch, limit: Int, from opener: InputOpener
  ) -> Result<[UInt8], ReadFailure> {
    load(file, opener) { descriptor, status in
      if case .path = file.origin, let stamp = file.stamp, stamp != status.stamp {
        throw ReadFailure.changed(file)
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
      return .failure(failure(file, "unreadable", fault.message))
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

extension ReadFailure {
  static func changed(_ file: InputFile) -> ReadFailure {
    ReadFailure(source: file.source, code: "changed", message: "changed while it was read")
  }
}
