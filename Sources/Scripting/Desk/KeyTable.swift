/// A hash table from the bytes of words to numbers counted from 0, for lookups without allocating.
///
/// Open addressing with linear probing at most half full: a word that is not there mostly costs one
/// look at one slot.
final class KeyTable {
  private struct Record {
    var offset: UInt32
    var count: UInt32
  }

  /// The upper half of the hash and the key's number plus one; 0 is free.
  private var slots: UnsafeMutablePointer<UInt64>
  private var mask: Int
  private var records: [Record] = []
  private var bytes: [UInt8] = []

  init(expecting count: Int) {
    var capacity = 16
    while capacity < count * 2 { capacity *= 2 }
    mask = capacity - 1
    slots = Self.allocate(capacity)
    records.reserveCapacity(count)
    bytes.reserveCapacity(count * 8)
  }

  deinit { slots.deallocate() }

  var count: Int { records.count }
  var isEmpty: Bool { records.isEmpty }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<UInt64> {
    let slots = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
    slots.initialize(repeating: 0, count: capacity)
    return slots
  }

  @inline(__always)
  private static func mix(_ hash: UInt64) -> UInt64 { hash &* 0x9E37_79B9_7F4A_7C15 }

  /// The number of a key; -1 where it is missing. `fold` maps the bytes given to those of keys.
  @inline(__always)
  func find(
    _ hash: UInt64, _ key: UnsafePointer<UInt8>, _ count: Int, fold: UnsafePointer<UInt8>
  ) -> Int {
    let mixed = Self.mix(hash)
    var slot = Int(truncatingIfNeeded: mixed >> 20) & mask
    let tag = mixed >> 32
    while true {
      let found = slots[slot]
      if found == 0 { return -1 }
      if found >> 32 == tag {
        let number = Int(truncatingIfNeeded: found & 0xFFFF_FFFF) - 1
        if holds(number, key, count, fold: fold) { return number }
      }
      slot = (slot + 1) & mask
    }
  }

  private func holds(
    _ number: Int, _ key: UnsafePointer<UInt8>, _ count: Int, fold: UnsafePointer<UInt8>
  ) -> Bool {
    let record = records[number]
    guard record.count == count else { return false }
    let offset = Int(record.offset)
    return bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<count where bytes[offset + index] != fold[Int(key[index])] { return false }
      return true
    }
  }

  /// The number of a key, added where it is missing.
  func insert(
    _ hash: UInt64, _ key: UnsafePointer<UInt8>, _ count: Int, fold: UnsafePointer<UInt8>
  ) -> Int {
    let known = find(hash, key, count, fold: fold)
    guard known < 0 else { return known }
    if records.count * 2 > mask { grow() }
    let number = records.count
    records.append(Record(offset: UInt32(bytes.count), count: UInt32(count)))
    for index in 0..<count { bytes.append(fold[Int(key[index])]) }
    place(hash, number)
    return number
  }

  private func place(_ hash: UInt64, _ number: Int) {
    let mixed = Self.mix(hash)
    var slot = Int(truncatingIfNeeded: mixed >> 20) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = (mixed >> 32) << 32 | UInt64(number + 1)
  }

  private func grow() {
    slots.deallocate()
    mask = (mask + 1) * 2 - 1
    slots = Self.allocate(mask + 1)
    bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      for (number, record) in records.enumerated() {
        place(WordHash.of(start + Int(record.offset), Int(record.count)), number)
      }
    }
  }
}
