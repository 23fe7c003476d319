import CProcess
import Document
import Glibc
import Reading

/// The bytes of an input, or why it cannot be had. An input is never mapped: it may be cut short while it is read.
enum InputBytes {
  /// Larger files can change between the parts that are read of them.
  private static let atOnce = 64 << 10

  /// A whole file, which must be a regular one below the limit and stay as large as it is.
  static func whole(
    _ file: InputFile, limit: Int, spool: Descriptor?
  ) -> Result<[UInt8], ReadFailure> {
    load(file, spool) { descriptor, status in
      let size = status.bytes
      guard size <= limit else { throw tooLarge(file, size, limit) }
      // One more than there should be, to see whether there is.
      let bytes = try descriptor.read(size + 1, at: 0, enough: size)
      guard bytes.count == size else { throw changed(file) }
      // What takes one system call is read as it was at one time.
      if size > atOnce, try FileStatus(of: descriptor.number).stamp != status.stamp {
        throw changed(file)
      }
      return bytes
    }
  }

  /// A range of a file's records, as they were when they were cut. Longer ones than any stretch of many are one line.
  static func records(
    _ file: InputFile, _ range: Range<Int>, _ stretch: Stretch, limit: Int, spool: Descriptor?
  ) -> Result<[UInt8], ReadFailure> {
    load(file, spool) { descriptor, status in
      if case .path = file.origin, let stamp = file.stamp, stamp != status.stamp {
        throw changed(file)
      }
      guard range.count <= max(limit, longestStretch) else {
        var failure = tooLarge(file, range.count, limit)
        failure.source += ":\(stretch.firstLine)"
        throw failure
      }
      let bytes = try descriptor.read(range.count, at: range.lowerBound)
      guard bytes.count == range.count else { throw changed(file) }
      return bytes
    }
  }

  private static let longestStretch = 16 << 20

  private static func load(
    _ file: InputFile, _ spool: Descriptor?, _ read: (Descriptor, FileStatus) throws -> [UInt8]
  ) -> Result<[UInt8], ReadFailure> {
    do {
      let descriptor = try file.open(spool: spool)
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

  private static func changed(_ file: InputFile) -> ReadFailure {
    failure(file, "changed", "changed while it was read")
  }

  private static func failure(_ file: InputFile, _ code: String, _ message: String) -> ReadFailure {
    ReadFailure(source: file.source, code: code, message: message)
  }
}
