import Reading

/// Cuts one archive into ranges of bytes. Where its records begin is for the workers to find out: to know it, all must be
/// unpacked.
struct PartCutter {
  let file: InputFile
  private let partBytes: Int
  private var offset = 0
  /// Enough for the dictionary with which an archive may begin, and its first record.
  private static let prefixBytes = 256 << 10

  /// Nil if the file cannot be opened or is no archive that can be cut.
  init?(_ file: InputFile, spool: Spool?, partBytes: Int) {
    guard file.bytes > partBytes, let descriptor = try? file.open(spool: spool?.file),
      let prefix = try? descriptor.read(Self.prefixBytes, at: 0),
      Reader.isRecordByRecord(prefix: prefix)
    else { return nil }
    self.file = file
    self.partBytes = partBytes
  }

  mutating func next() -> (file: InputFile, bytes: Range<Int>)? {
    guard offset < file.bytes else { return nil }
    let start = offset
    offset = min(offset + partBytes, file.bytes)
    return (file, start..<offset)
  }
}
