import CProcess
import Glibc

/// A segment of the cache that is being written, locked until it is closed.
final class OpenSegment {
  private static let fullBytes = 256 << 10

  private(set) var bytes = 0
  private let path: Path
  private let file: Descriptor
  private var buffer: [UInt8] = []
  private var places: [SegmentIndex.Place] = []
  private var records = 0

  init(_ path: Path, header: [UInt8]) throws(SystemFault) {
    self.path = path
    file = try Descriptor(opening: path, O_RDWR | O_CREAT | O_EXCL)
    _ = copydesk_lock_file(file.number)
    buffer = header
    bytes = header.count
  }

  /// How many bytes a record takes.
  static func bytes(_ slip: ArraySlice<UInt8>, _ findings: ArraySlice<UInt8>) -> Int {
    CacheRecord.checksumBytes + slip.count + findings.count + 2
  }

  /// - Parameter hashes: those of the slip.
  func add(
    _ hashes: [UInt64], _ slip: ArraySlice<UInt8>, _ findings: ArraySlice<UInt8>
  ) throws(SystemFault) {
    let length = Self.bytes(slip, findings)
    for hash in hashes {
      places.append(
        SegmentIndex.Place(hash: hash, offset: UInt32(bytes), length: UInt32(length)))
    }
    records += 1
    CacheRecord.checksum(slip, findings).writeHexadecimal(to: &buffer)
    buffer.append(UInt8(ascii: " "))
    buffer.append(contentsOf: slip)
    buffer.append(UInt8(ascii: "\n"))
    buffer.append(contentsOf: findings)
    buffer.append(UInt8(ascii: "\n"))
    bytes += length
    if buffer.count >= Self.fullBytes { try flush() }
  }

  func flush() throws(SystemFault) {
    try file.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Gives the segment its index, with which it is of use.
  func close() throws(SystemFault) {
    try flush()
    try Self.writeIndex(places, records, bytes: bytes, of: path)
  }

  func remove() { path.remove() }

  private static func writeIndex(
    _ places: [SegmentIndex.Place], _ records: Int, bytes: Int, of segment: Path
  ) throws(SystemFault) {
    let part = Path(segment.indexed.bytes + Array(".part".utf8))
    do throws(SystemFault) {
      let file = try Descriptor(opening: part, O_WRONLY | O_CREAT | O_TRUNC)
      try file.write(SegmentIndex.bytes(of: places, records: records, segmentBytes: bytes))
      try part.rename(to: segment.indexed)
    } catch {
      part.remove()
      throw error
    }
  }

  // MARK: Segments that are there

  /// Adds what is whole of another segment.
  func add(contentsOf segment: Path) throws(SystemFault) {
    let file = try Descriptor(opening: segment, O_RDONLY)
    try Self.read(file) { (record, _) throws(SystemFault) in
      let hashes = CacheRecord.hashes(record.slip)
      if !hashes.isEmpty { try add(hashes, record.slip, record.findings) }
    }
  }

  /// Closes a segment that a crash has left open: what is whole of it counts.
  static func recover(_ path: Path) throws(SystemFault) {
    let file = try Descriptor(opening: path, O_RDONLY)
    // Whoever writes it will close it.
    guard copydesk_lock_file(file.number) == 0 else { return }
    var places: [SegmentIndex.Place] = []
    var (records, end) = (0, 0)
    try read(file) { (record, offset) throws(SystemFault) in
      let length = bytes(record.slip, record.findings)
      end = offset + length
      records += 1
      for hash in CacheRecord.hashes(record.slip) {
        places.append(
          SegmentIndex.Place(hash: hash, offset: UInt32(offset), length: UInt32(length)))
      }
    }
    guard !places.isEmpty else { return path.remove() }
    try writeIndex(places, records, bytes: end, of: path)
  }

  /// Goes through the records of a segment and their offsets, up to the first that is not whole.
  private static func read(
    _ file: Descriptor, each: (CacheRecord, Int) throws(SystemFault) -> Void
  ) throws(SystemFault) {
    var lines = LineBuffer()
    var offset = 0
    var first: ArraySlice<UInt8>?
    while true {
      while let line = lines.nextLine() {
        if offset == 0 {
          guard CheckedLine.json(of: line) != nil else { return }
          offset = line.count + 1
        } else if let slip = first {
          guard let record = CacheRecord(slip, line) else { return }
          try each(record, offset)
          offset += slip.count + line.count + 2
          first = nil
        } else {
          first = line
        }
      }
      guard let count = lines.fill(from: file.number), count > 0 else { return }
    }
  }
}
