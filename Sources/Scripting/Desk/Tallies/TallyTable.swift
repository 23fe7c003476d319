/// Terms with how often they came, in how many texts, and the least ids of these: a table that is made for one call.
///
/// Every word of every article of a run goes through it, so terms lie in one stretch of memory and are found by open
/// addressing.
final class TallyTable {
  struct Entry {
    /// Where the term lies in the table's memory.
    fileprivate var start: UInt32
    fileprivate var count: UInt32
    var counts: TallyCounts
  }

  private(set) var entries: [Entry] = []
  /// The ids of texts, in order; entries know them by their places.
  private(set) var ids: [String] = []
  /// The upper half of a term's hash, and below it its entry's number from 1; 0 where there is none.
  private var slots: [UInt64]
  private var bytes: UnsafeMutablePointer<UInt8>
  private var used = 0
  private var capacity: Int

  /// - Parameter bytes: how many there are of all terms with their numbers, about.
  init(expecting bytes: Int = 4096) {
    let count = bytes / 16
    var size = 256
    while size < count * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    entries.reserveCapacity(count)
    capacity = size * 8
    self.bytes = .allocate(capacity: capacity)
  }

  deinit { bytes.deallocate() }

  func term(_ entry: Entry) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + Int(entry.start), count: Int(entry.count))
  }

  /// Makes ids known, in order; terms come behind them.
  func setIDs(_ ids: [String]) { self.ids = ids }

  /// Adds to what is known of a term.
  /// - Parameters:
  ///   - readable: how many bytes may be read, of the term and behind it.
  ///   - isSameText: whether the table is of one text alone.
  /// - Returns: the number of its entry.
  @discardableResult
  func add(
    _ term: UnsafePointer<UInt8>, _ count: Int, readable: Int, _ counts: TallyCounts,
    isSameText: Bool = false
  ) -> Int {
    let hash = WordHash.of(term, count, lowers: false, readable: readable)
    let slot = slot(of: term, count, hash)
    guard slots[slot] == 0 else {
      let known = Self.entry(slots[slot])
      if isSameText {
        entries[known].counts.times.increase(by: counts.times)
      } else {
        entries[known].counts.add(counts)
      }
      return known
    }
    entries.append(
      Entry(start: UInt32(keep(term, count)), count: UInt32(count), counts: counts))
    slots[slot] = hash & ~Self.numbers | UInt64(entries.count)
    if entries.count * 2 > slots.count { grow() }
    return entries.count - 1
  }

  /// What is known of a term; nothing where it never came.
  func counts(of term: UnsafeBufferPointer<UInt8>) -> TallyCounts? {
    guard let start = term.baseAddress else { return nil }
    let hash = WordHash.of(start, term.count)
    let found = slots[slot(of: start, term.count, hash)]
    return found == 0 ? nil : entries[Self.entry(found)].counts
  }
}

extension TallyTable {
  private static let numbers: UInt64 = 0xFFFF_FFFF

  private static func entry(_ slot: UInt64) -> Int { Int(slot & numbers) - 1 }

  /// The slot of a term, or the free one where it belongs.
  private func slot(of term: UnsafePointer<UInt8>, _ count: Int, _ hash: UInt64) -> Int {
    // Read once: looking each of them up again would take as long as the search.
    let (bytes, mask) = (bytes, slots.count - 1)
    return slots.withUnsafeBufferPointer { slots in
      entries.withUnsafeBufferPointer { entries in
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
          if (slots[slot] ^ hash) & ~Self.numbers == 0 {
            let entry = entries[Self.entry(slots[slot])]
            if Int(entry.count) == count, isEqual(bytes + Int(entry.start), term, count) {
              return slot
            }
          }
          slot = (slot + 1) & mask
        }
        return slot
      }
    }
  }

  private func grow() {
    var grown = [UInt64](repeating: 0, count: slots.count * 2)
    let mask = grown.count - 1
    for (number, entry) in entries.enumerated() {
      let start = Int(entry.start)
      let hash = WordHash.of(
        bytes + start, Int(entry.count), lowers: false, readable: used - start)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while grown[slot] != 0 { slot = (slot + 1) & mask }
      grown[slot] = hash & ~Self.numbers | UInt64(number + 1)
    }
    slots = grown
  }

  private func keep(_ term: UnsafePointer<UInt8>, _ count: Int) -> Int {
    if used + count > capacity {
      let room = UnsafeMutablePointer<UInt8>.allocate(capacity: max(capacity * 2, used + count))
      room.update(from: bytes, count: used)
      bytes.deallocate()
      bytes = room
      capacity = max(capacity * 2, used + count)
    }
    (bytes + used).update(from: term, count: count)
    defer { used += count }
    return used
  }
}

private func isEqual(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int) -> Bool {
  for index in 0..<count where a[index] != b[index] { return false }
  return true
}

extension FixedWidthInteger {
  /// Adds as much as there is room for: what plugins write as a tally may hold any number.
  fileprivate mutating func increase(by more: Self) {
    let (sum, isTooMuch) = addingReportingOverflow(more)
    self = isTooMuch ? .max : sum
  }
}

/// How often a term came, in how many texts, and the least three of their ids, by their places among all.
struct TallyCounts {
  private static let none = Int32.max

  var times: Int
  private var textCount: Int32
  private var ids = (none, none, none)

  init(times: Int, texts: Int = 1, id: Int32? = nil) {
    self.times = times
    textCount = Int32(clamping: texts)
    if let id { ids.0 = id }
  }

  var texts: Int { Int(textCount) }

  mutating func add(_ other: TallyCounts) {
    times.increase(by: other.times)
    textCount.increase(by: other.textCount)
    // What is none changes nothing.
    insert(other.ids.0)
    insert(other.ids.1)
    insert(other.ids.2)
  }

  /// Takes off what a part of the same texts counted.
  mutating func remove(_ part: TallyCounts) {
    times = max(0, times - part.times)
    textCount = max(0, textCount - part.textCount)
  }

  mutating func insert(_ id: Int32) {
    if id >= ids.2 || id == ids.0 || id == ids.1 { return }
    if id < ids.0 {
      ids = (id, ids.0, ids.1)
    } else if id < ids.1 {
      ids = (ids.0, id, ids.1)
    } else {
      ids.2 = id
    }
  }

  /// Shows the places of ids, in order.
  func forEachPlace(_ show: (Int) -> Void) {
    if ids.0 != Self.none { show(Int(ids.0)) }
    if ids.1 != Self.none { show(Int(ids.1)) }
    if ids.2 != Self.none { show(Int(ids.2)) }
  }

  var hasNoID: Bool { ids.0 == Self.none }
}
