import Document

/// The directory of a ZIP archive, which lies at its end.
struct ZipDirectory {
  /// One member as the directory has it.
  struct Entry {
    var name: [UInt8]
    var flags: Int
    var method: Int
    var checksum: UInt32
    var packed: Int
    var unpacked: Int
    /// Where its local header lies.
    var offset: Int
    /// The mode of a file of Unix; 0 where another system wrote it.
    var mode: Int

    var isEncrypted: Bool { flags & 1 != 0 }
    var isLink: Bool { mode & 0o170000 == 0o120000 }
  }

  private(set) var entries: [Entry] = []

  /// - Returns: nil where there is no directory, or none that can be read.
  init?(of source: any ByteSource, limit: Int) throws(ReadFailure) {
    let tailStart = max(0, source.count - 65_557)
    let tail = Little(try source.bytes(tailStart..<source.count))
    guard let end = tail.lastPosition(of: 0x0605_4B50), tail.bytes.count - end >= 22 else {
      return nil
    }
    var size = tail.number(end + 12, 4)
    var offset = tail.number(end + 16, 4)
    var directoryEnd = tailStart + end
    if end >= 20, tail.number(end - 20, 4) == 0x0706_4B50 {
      let place = tail.number(end - 12, 8)
      guard place <= source.count else { return nil }
      let wide = Little(try source.bytes(place..<min(place + 56, source.count)))
      guard wide.bytes.count == 56, wide.number(0, 4) == 0x0606_4B50 else { return nil }
      (size, offset, directoryEnd) = (wide.number(40, 8), wide.number(48, 8), place)
    }
    // Programs that unpack themselves stand before the archive.
    guard size <= limit, size <= directoryEnd, offset <= directoryEnd - size else { return nil }
    let shift = directoryEnd - size - offset
    let bytes = try source.bytes(directoryEnd - size..<directoryEnd)
    read(Little(bytes), shift, directoryEnd)
  }

  private mutating func read(_ bytes: Little, _ shift: Int, _ directoryEnd: Int) {
    var start = 0
    while bytes.number(start, 4) == 0x0201_4B50, start + 46 <= bytes.bytes.count {
      let nameEnd = start + 46 + bytes.number(start + 28, 2)
      let extraEnd = nameEnd + bytes.number(start + 30, 2)
      let next = extraEnd + bytes.number(start + 32, 2)
      guard next <= bytes.bytes.count else { return }
      let isUnix = bytes.number(start + 5, 1) == 3
      var entry = Entry(
        name: Array(bytes.bytes[start + 46..<nameEnd]), flags: bytes.number(start + 8, 2),
        method: bytes.number(start + 10, 2), checksum: UInt32(bytes.number(start + 16, 4)),
        packed: bytes.number(start + 20, 4), unpacked: bytes.number(start + 24, 4),
        offset: bytes.number(start + 42, 4), mode: isUnix ? bytes.number(start + 40, 2) : 0)
      Self.widen(&entry, bytes, nameEnd..<extraEnd)
      entry.offset = min(entry.offset, directoryEnd) + shift
      entries.append(entry)
      start = next
    }
  }

  /// ZIP64: numbers that have no room stand in an extra field.
  private static func widen(_ entry: inout Entry, _ bytes: Little, _ extra: Range<Int>) {
    var start = extra.lowerBound
    while start + 4 <= extra.upperBound {
      let end = min(start + 4 + bytes.number(start + 2, 2), extra.upperBound)
      if bytes.number(start, 2) == 1 {
        var place = start + 4
        func next(_ number: inout Int) {
          guard number == 0xFFFF_FFFF, place + 8 <= end else { return }
          number = bytes.number(place, 8)
          place += 8
        }
        next(&entry.unpacked)
        next(&entry.packed)
        next(&entry.offset)
      }
      start = end
    }
  }
}

/// Bytes with numbers in them, the least byte first.
struct Little {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// A number of some bytes; 0 where the bytes end before, and never negative.
  func number(_ start: Int, _ count: Int) -> Int {
    guard start >= 0, start + count <= bytes.count else { return 0 }
    let number = bytes[start..<start + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    return Int(clamping: number)
  }

  func lastPosition(of mark: Int) -> Int? {
    var start = bytes.count - 4
    while start >= 0 {
      if number(start, 4) == mark { return start }
      start -= 1
    }
    return nil
  }
}
