import Glibc

/// Where in a segment each record is: a table of hashes on disk, which readers map and never change.
///
/// 32 bytes of head, `copydesk`, the slots, the records and the segment's bytes, as little-endian words of 64 bits; then the slots of 16
/// bytes: hash, offset and length in 32 bits each, the length 0 where a slot is free. A record is in the slot that its hash
/// names, modulo the slots, or in the first free one after.
final class SegmentIndex {
  private static let magic = UInt64(littleEndian: 0x6B73_6564_7970_6F63)
  private static let headBytes = 32

  struct Place {
    var hash: UInt64
    var offset: UInt32
    var length: UInt32
  }

  private let map: UnsafeRawBufferPointer
  private let slots: Int
  /// How large the segment was when it was closed.
  let segmentBytes: Int
  let records: Int

  /// Maps an index; nil where there is none or it is damaged.
  init?(_ path: Path) {
    guard let file = try? Descriptor(opening: path, O_RDONLY | O_NOCTTY),
      let bytes = try? FileStatus(of: file.number).bytes, bytes >= Self.headBytes + 16,
      let base = mmap(nil, bytes, PROT_READ, MAP_SHARED, file.number, 0), base != MAP_FAILED
    else { return nil }
    let map = UnsafeRawBufferPointer(start: base, count: bytes)
    self.map = map
    func word(_ index: Int) -> Int {
      Int(truncatingIfNeeded: map.load(fromByteOffset: 8 * index, as: UInt64.self).littleEndian)
    }
    (slots, records, segmentBytes) = (word(1), word(2), word(3))
    guard map.load(as: UInt64.self) == Self.magic,
      slots == (bytes - Self.headBytes) / 16, records < slots
    else {
      // What is initialised is unmapped at its end.
      return nil
    }
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: map.baseAddress), map.count)
  }

  /// The places that a hash may stand for, the latest written last, until one is taken.
  func find<Result>(_ hash: UInt64, _ take: (Range<Int>) -> Result?) -> Result? {
    var slot = Int(hash % UInt64(slots))
    for _ in 0..<slots {
      let start = Self.headBytes + 16 * slot
      let length = map.load(fromByteOffset: start + 12, as: UInt32.self).littleEndian
      guard length > 0 else { return nil }
      if map.load(fromByteOffset: start, as: UInt64.self).littleEndian == hash {
        let offset = Int(map.load(fromByteOffset: start + 8, as: UInt32.self).littleEndian)
        if let result = take(offset..<(offset + Int(length))) { return result }
      }
      slot = slot + 1 == slots ? 0 : slot + 1
    }
    return nil
  }

  /// The bytes of an index of some places, of which a record may have several.
  static func bytes(of places: [Place], records: Int, segmentBytes: Int) -> [UInt8] {
    let slots = places.count * 3 / 2 + 2
    var table = [UInt8](repeating: 0, count: headBytes + 16 * slots)
    table.withUnsafeMutableBytes { table in
      for (index, word) in [slots, records, segmentBytes].enumerated() {
        table.storeBytes(
          of: UInt64(word).littleEndian, toByteOffset: 8 * (index + 1), as: UInt64.self)
      }
      table.storeBytes(of: magic, as: UInt64.self)
      for place in places {
        var slot = Int(place.hash % UInt64(slots))
        while table.load(fromByteOffset: headBytes + 16 * slot + 12, as: UInt32.self) != 0 {
          slot = slot + 1 == slots ? 0 : slot + 1
        }
        let start = headBytes + 16 * slot
        table.storeBytes(of: place.hash.littleEndian, toByteOffset: start, as: UInt64.self)
        table.storeBytes(of: place.offset.littleEndian, toByteOffset: start + 8, as: UInt32.self)
        table.storeBytes(of: place.length.littleEndian, toByteOffset: start + 12, as: UInt32.self)
      }
    }
    return table
  }
}
