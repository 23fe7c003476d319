package import Document

/// A database together with the log beside it, in which SQLite keeps what was written last.
///
/// Nothing of the log is believed that has not been committed or does not fit its checksums, as SQLite itself does it.
/// Source: sqlite.org/fileformat2.html, The Write-Ahead Log.
package final class LoggedDatabase: ByteSource {
  private let database: any ByteSource
  private let log: any ByteSource
  private let pageBytes: Int
  /// Where in the log lies the newest committed copy of a page, which are numbered from 1.
  private let copies: [Int: Int]
  package let count: Int

  private static let headerBytes = 32
  private static let frameHeaderBytes = 24

  /// Nil where the log holds nothing that was committed.
  package init?(_ database: any ByteSource, log: any ByteSource) throws(ReadFailure) {
    self.database = database
    self.log = log
    let header = try log.bytes(0..<Self.headerBytes)
    guard header.count == Self.headerBytes, header.word(0) & ~1 == 0x377F_0682 else { return nil }
    pageBytes = Int(header.word(2))
    guard 512...65_536 ~= pageBytes, pageBytes & (pageBytes - 1) == 0 else { return nil }
    var sum = WALChecksum(isBigEndian: header.word(0) & 1 == 1)
    sum.add(header[..<24])
    guard sum.first == header.word(6), sum.second == header.word(7) else { return nil }
    var copies: [Int: Int] = [:]
    // Of the transaction that is being read, which counts only once it ends.
    var pending: [Int: Int] = [:]
    var pages = 0
    var offset = Self.headerBytes
    while true {
      let frame = try log.bytes(offset..<offset + Self.frameHeaderBytes + pageBytes)
      guard frame.count == Self.frameHeaderBytes + pageBytes, frame.word(0) > 0,
        frame.word(2) == header.word(4), frame.word(3) == header.word(5)
      else { break }
      sum.add(frame[..<8])
      sum.add(frame[Self.frameHeaderBytes...])
      guard sum.first == frame.word(4), sum.second == frame.word(5) else { break }
      pending[Int(frame.word(0))] = offset + Self.frameHeaderBytes
      offset += frame.count
      guard frame.word(1) > 0 else { continue }
      pages = Int(frame.word(1))
      copies.merge(pending) { $1 }
      pending = [:]
    }
    guard pages > 0 else { return nil }
    self.copies = copies
    count = pages * pageBytes
  }

  /// Whether an input is a database.
  package static func isDatabase(_ source: any ByteSource) throws(ReadFailure) -> Bool {
    Database.begins(try source.bytes(0..<16)[...])
  }

  /// Whether a rollback journal holds what was there before a change that was never finished.
  package static func isHot(_ journal: any ByteSource) throws(ReadFailure) -> Bool {
    try journal.bytes(0..<8) == [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
  }

  package func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(ReadFailure) -> Int {
    let wanted = max(0, min(buffer.count, count - offset))
    var filled = 0
    while filled < wanted {
      let (page, start) = (offset + filled).quotientAndRemainder(dividingBy: pageBytes)
      let end = min(wanted, filled + pageBytes - start)
      let part = UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<end])
      let read =
        if let copy = copies[page + 1] {
          try log.read(into: part, at: copy + start)
        } else {
          try database.read(into: part, at: offset + filled)
        }
      filled += read
      if read < part.count { break }
    }
    return filled
  }
}

extension [UInt8] {
  /// The number of four bytes at an index that counts such numbers, the greatest byte first; 0 behind the end.
  fileprivate func word(_ index: Int) -> UInt32 {
    guard 4 * index + 4 <= count else { return 0 }
    return self[4 * index..<4 * index + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}

/// The two sums that each frame carries, over all frames before it.
private struct WALChecksum {
  let isBigEndian: Bool
  private(set) var first: UInt32 = 0
  private(set) var second: UInt32 = 0

  init(isBigEndian: Bool) {
    self.isBigEndian = isBigEndian
  }

  mutating func add(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { bytes in
      var offset = 0
      while offset + 8 <= bytes.count {
        first &+= word(bytes, offset) &+ second
        second &+= word(bytes, offset + 4) &+ first
        offset += 8
      }
    }
  }

  private func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
    let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
    return isBigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
  }
}
