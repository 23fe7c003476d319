/// A hash table from the bytes of words to numbers counted from 0, for lookups without allocating.
///
/// Open addressing with linear probing, at most half full: most words that are not there are told by a filter, and a table that
/// is small is soon built.
struct KeyTable {
  private(set) var index: KeyIndex
  private var slotCount: Int
  private var offsets: [KeyIndex.Record] = []
  private var bytes: [UInt8] = []

  /// - Parameters:
  ///   - memory: what the table's memory lives as long as.
  ///   - hash: the hash of keys that are in the table already; callers hash those they look for.
  init(
    expecting count: Int, in memory: Memory,
    hash: @escaping (UnsafePointer<UInt8>, Int) -> UInt64
  ) {
    self.hash = hash
    slotCount = 16
    while slotCount <= count * 2 { slotCount *= 2 }
    index = KeyIndex(
      slots: memory.allocate(slotCount, of: 0), mask: slotCount - 1,
      records: memory.allocate(1, of: KeyIndex.Record()), bytes: memory.allocate(1, of: 0),
      filter: memory.allocate(KeyIndex.filterBits / 64, of: 0))
    self.memory = memory
    offsets.reserveCapacity(count)
    bytes.reserveCapacity(count * 8)
  }

  private let memory: Memory
  private let hash: (UnsafePointer<UInt8>, Int) -> UInt64

  var count: Int { offsets.count }

  /// The number of a key, added where it is missing.
  mutating func insert(
    _ hash: UInt64, _ key: UnsafePointer<UInt8>, _ count: Int, fold: UnsafePointer<UInt8>
  ) -> Int {
    let known = find(hash, key, count, fold: fold)
    guard known < 0 else { return known }
    if offsets.count * 2 >= slotCount { grow() }
    let number = offsets.count
    offsets.append(KeyIndex.Record(offset: UInt32(bytes.count), count: UInt32(count)))
    for index in 0..<count { bytes.append(fold[Int(key[index])]) }
    place(hash, number)
    return number
  }

  /// While the table grows the bytes of keys are in arrays.
  private func find(
    _ hash: UInt64, _ key: UnsafePointer<UInt8>, _ count: Int, fold: UnsafePointer<UInt8>
  ) -> Int {
    offsets.withUnsafeBufferPointer { records in
      bytes.withUnsafeBufferPointer { bytes in
        var growing = index
        growing.records = records.baseAddress ?? growing.records
        growing.bytes = bytes.baseAddress ?? growing.bytes
        return growing.find(hash, key, count, fold: fold)
      }
    }
  }

  private func place(_ hash: UInt64, _ number: Int) {
    let mixed = KeyIndex.mix(hash)
    var slot = KeyIndex.slot(of: mixed) & index.mask
    while index.slots[slot] != 0 { slot = (slot + 1) & index.mask }
    index.slots[slot] = mixed << 32 | UInt64(number + 1)
    index.addToFilter(mixed)
  }

  private mutating func grow() {
    slotCount *= 2
    index.slots = memory.allocate(slotCount, of: 0)
    index.mask = slotCount - 1
    bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      for (number, record) in offsets.enumerated() {
        place(hash(start + Int(record.offset), Int(record.count)), number)
      }
    }
  }

  /// Puts the keys where lookups find them; nothing may be inserted afterwards.
  mutating func freeze() {
    index.records = memory.copy(offsets)
    index.bytes = memory.copy(bytes)
    (offsets, bytes) = ([], [])
  }
}

/// A finished table as lookups see it: plain memory, so that nothing is counted or checked on the way.
struct KeyIndex {
  struct Record {
    var offset: UInt32 = 0
    var count: UInt32 = 0
  }

  /// Half of the mixed hash and the key's number plus one; 0 is free.
  fileprivate var slots: UnsafeMutablePointer<UInt64>
  fileprivate var mask: Int
  fileprivate var records: UnsafePointer<Record>
  fileprivate var bytes: UnsafePointer<UInt8>
  /// A bit for the hash of each key, small enough to stay near the processor: most words of texts are not there, and
  /// mostly this tells.
  fileprivate var filter: UnsafeMutablePointer<UInt64>
  fileprivate static let filterBits = 1 << 16

  fileprivate func addToFilter(_ mixed: UInt64) {
    filter[Int(truncatingIfNeeded: mixed >> 54)] |= 1 << (mixed >> 48 & 63)
  }

  /// Whether a key of a hash may be there; where not, it surely is not.
  @inline(__always)
  func mayHold(hash: UInt64) -> Bool { mayHold(Self.mix(hash)) }

  @inline(__always)
  private func mayHold(_ mixed: UInt64) -> Bool {
    filter[Int(truncatingIfNeeded: mixed >> 54)] >> (mixed >> 48 & 63) & 1 != 0
  }

  @inline(__always)
  fileprivate static func mix(_ hash: UInt64) -> UInt64 { hash &* 0x9E37_79B9_7F4A_7C15 }

  /// The upper bits are the best mixed ones.
  @inline(__always)
  fileprivate static func slot(of mixed: UInt64) -> Int {
    Int(truncatingIfNeeded: mixed >> 32)
  }

  /// The number of a key; -1 where it is missing. `fold` maps the bytes given to those of keys.
  @inline(__always)
  func find(
    _ hash: UInt64, _ key: UnsafePointer<UInt8>, _ count: Int, fold: UnsafePointer<UInt8>
  ) -> Int {
    let mixed = Self.mix(hash)
    guard mayHold(mixed) else { return -1 }
    var slot = Self.slot(of: mixed) & mask
    let tag = mixed & 0xFFFF_FFFF
    while true {
      let found = slots[slot]
      if found == 0 { return -1 }
      if found >> 32 == tag {
        let number = Int(truncatingIfNeeded: found & 0xFFFF_FFFF) &- 1
        if holds(number, key, count, fold: fold) { return number }
      }
      slot = (slot &+ 1) & mask
    }
  }

  @inline(__always)
  private func holds(
    _ number: Int, _ key: UnsafePointer<UInt8>, _ count: Int, fold: UnsafePointer<UInt8>
  ) -> Bool {
    let record = records[number]
    guard record.count == count else { return false }
    let start = bytes + Int(record.offset)
    for index in 0..<count where start[index] != fold[Int(key[index])] { return false }
    return true
  }
}

/// Blocks of memory that live as long as this does.
final class Memory {
  private var blocks: [UnsafeMutableRawPointer] = []

  deinit { for block in blocks { block.deallocate() } }

  /// A block of one value over and over; the values need no clearing away.
  func allocate<Value: BitwiseCopyable>(
    _ count: Int, of value: Value
  ) -> UnsafeMutablePointer<Value> {
    let block = UnsafeMutablePointer<Value>.allocate(capacity: max(count, 1))
    block.initialize(repeating: value, count: count)
    blocks.append(UnsafeMutableRawPointer(block))
    return block
  }

  /// A block with an array's elements.
  func copy<Value: BitwiseCopyable>(_ values: [Value]) -> UnsafePointer<Value> {
    let block = UnsafeMutablePointer<Value>.allocate(capacity: max(values.count, 1))
    values.withUnsafeBufferPointer { buffer in
      if let start = buffer.baseAddress { block.initialize(from: start, count: buffer.count) }
    }
    blocks.append(UnsafeMutableRawPointer(block))
    return UnsafePointer(block)
  }
}
