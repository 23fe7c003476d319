import Glibc

/// Bytes as they arrive, taken out by the line.
struct LineBuffer {
  private var bytes: [UInt8] = []
  /// Where the first line not yet taken begins.
  private var start = 0
  /// How far there is surely no line end.
  private var searched = 0

  /// Bytes that wait to be taken.
  var count: Int { bytes.count - start }
  /// The first of them.
  var first: UInt8? { count > 0 ? bytes[start] : nil }

  /// Reads once from a descriptor, whatever is there; 0 at its end, nil with `errno` where nothing can be read.
  mutating func fill(from descriptor: Int32, upTo limit: Int = 256 << 10) -> Int? {
    if start > 0, start >= bytes.count / 2 { compact() }
    // Array would grow to just what is asked for, and again with the next read.
    if bytes.capacity - bytes.count < limit {
      bytes.reserveCapacity(max(2 * bytes.capacity, bytes.count + limit))
    }
    var count = 0
    bytes.append(addingCapacity: limit) { span in
      span.withUnsafeMutableBufferPointer { buffer, filled in
        count = retryingInterrupted { read(descriptor, buffer.baseAddress, limit) }
        filled = max(0, count)
      }
    }
    return count < 0 ? nil : count
  }

  /// The next whole line, without its end.
  mutating func nextLine() -> ArraySlice<UInt8>? {
    let end = bytes.withUnsafeBytes { buffer -> Int? in
      guard searched < buffer.count, let base = buffer.baseAddress else { return nil }
      guard let found = memchr(base + searched, Int32(UInt8(ascii: "\n")), buffer.count - searched)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
    guard let end else {
      searched = bytes.count
      return nil
    }
    defer {
      start = end + 1
      searched = start
    }
    return bytes[start..<end]
  }

  /// The next whole lines, if all of them are there.
  mutating func nextLines(_ count: Int) -> [ArraySlice<UInt8>]? {
    let (start, searched) = (start, searched)
    var lines: [ArraySlice<UInt8>] = []
    while lines.count < count {
      guard let line = nextLine() else {
        self.start = start
        // What was searched in vain need not be searched again only if no line was taken.
        self.searched = lines.isEmpty ? self.searched : searched
        return nil
      }
      lines.append(line)
    }
    return lines
  }

  private mutating func compact() {
    bytes.removeFirst(start)
    searched -= start
    start = 0
  }
}
