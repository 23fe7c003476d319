import Glibc
import Reading

/// Cuts one archive into ranges of bytes. What begins where is for the workers to find out: to know it, all must be unpacked.
///
/// A database that somebody is writing to is not cut: what workers see of it would differ.
struct PartCutter {
  let file: InputFile
  private let partBytes: Int
  private var offset = 0

  /// Nil if the file is small, cannot be opened or is no archive.
  init?(_ file: InputFile, spool: Spool?, partBytes: Int) {
    guard file.bytes > partBytes, let descriptor = try? file.open(spool: spool?.file),
      let prefix = try? descriptor.read(1024, at: 0), Reader.isArchive(prefix: prefix[...]),
      !Self.isWritten(file)
    else { return nil }
    self.file = file
    self.partBytes = partBytes
  }

  private static func isWritten(_ file: InputFile) -> Bool {
    guard case .path(let path) = file.origin else { return false }
    return ["-wal", "-journal"].contains { suffix in
      let status = try? FileStatus(of: Path(path.bytes + Array(suffix.utf8)))
      return status.map { $0.bytes > 0 } ?? false
    }
  }

  mutating func next() -> (file: InputFile, bytes: Range<Int>)? {
    guard offset < file.bytes else { return nil }
    let start = offset
    offset = min(offset + partBytes, file.bytes)
    return (file, start..<offset)
  }
}
