import Glibc

/// A file that grows by stretches of lines, each with a checksum, and gives any of them back.
final class StretchFile {
  private static let fullBytes = 256 << 10

  private let path: Path
  private let file: Descriptor
  private var buffer: [UInt8] = []
  /// Where the buffer will be written.
  private var written: Int
  private var current: PieceRecord.Stretch

  /// Opens the file and cuts off what lies behind an offset.
  init(_ path: Path, end: Int) throws(SystemFault) {
    self.path = path
    file = try Descriptor(opening: path, O_RDWR | O_CREAT)
    written = min(end, try FileStatus(of: file.number).bytes)
    current = PieceRecord.Stretch(offset: written, bytes: 0, checksum: 0)
    try file.truncate(to: written)
    try file.seek(to: written)
  }

  func add(_ line: ArraySlice<UInt8>) throws(SystemFault) {
    buffer.append(contentsOf: line)
    buffer.append(UInt8(ascii: "\n"))
    current.bytes += line.count + 1
    current.checksum = Checksum.chained(current.checksum, line)
    if buffer.count >= Self.fullBytes { try flush() }
  }

  /// Ends the stretch to which lines were added.
  func endStretch() -> PieceRecord.Stretch {
    defer {
      current = PieceRecord.Stretch(offset: current.end, bytes: 0, checksum: 0)
    }
    return current
  }

  func flush() throws(SystemFault) {
    guard !buffer.isEmpty else { return }
    try file.write(buffer)
    written += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  func sync() throws(SystemFault) {
    try flush()
    try file.sync()
  }

  /// The lines of a stretch that was written; nil where they are not as they were.
  func lines(of stretch: PieceRecord.Stretch) -> [ArraySlice<UInt8>]? { file.lines(of: stretch) }
}

extension Descriptor {
  /// The lines of a stretch of lines; nil where they are not as they were.
  func lines(of stretch: PieceRecord.Stretch) -> [ArraySlice<UInt8>]? {
    guard let bytes = try? read(stretch.bytes, at: stretch.offset),
      bytes.count == stretch.bytes
    else { return nil }
    var lines: [ArraySlice<UInt8>] = []
    var checksum: UInt64 = 0
    var start = 0
    while start < bytes.count {
      guard let end = bytes[start...].firstByte("\n") else { return nil }
      checksum = Checksum.chained(checksum, bytes[start..<end])
      lines.append(bytes[start..<end])
      start = end + 1
    }
    return checksum == stretch.checksum ? lines : nil
  }
}

extension Checksum {
  /// The checksum of some lines, from that of those before and the next one.
  static func chained(_ sum: UInt64, _ line: ArraySlice<UInt8>) -> UInt64 {
    sum &* 0x9E37_79B1_85EB_CA87 &+ of(line)
  }
}
