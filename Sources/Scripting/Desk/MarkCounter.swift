internal import Glibc

/// Counts exclamation and question marks in ranges of a text, which mostly follow each other. Where there are none, the
/// text is looked through once, not once a range.
struct MarkCounter {
  private var exclamation: ByteFinder
  private var question: ByteFinder

  init(in text: UnsafeBufferPointer<UInt8>) {
    exclamation = ByteFinder(UInt8(ascii: "!"), in: text)
    question = ByteFinder(UInt8(ascii: "?"), in: text)
  }

  mutating func exclamations(in range: Range<Int>) -> Int { exclamation.count(in: range) }
  mutating func questions(in range: Range<Int>) -> Int { question.count(in: range) }
}

/// Finds a byte in a text, and remembers where the next one stands.
private struct ByteFinder {
  private let byte: UInt8
  private let text: UnsafeBufferPointer<UInt8>
  /// From `start` up to `next` there is none.
  private var start = 0
  private var next: Int

  init(_ byte: UInt8, in text: UnsafeBufferPointer<UInt8>) {
    self.byte = byte
    self.text = text
    next = -1
  }

  mutating func count(in range: Range<Int>) -> Int {
    if range.lowerBound < start || range.lowerBound > next { look(from: range.lowerBound) }
    var count = 0
    while next < range.upperBound {
      count += 1
      look(from: next + 1)
    }
    return count
  }

  private mutating func look(from offset: Int) {
    start = offset
    next = text.count
    guard offset < text.count, let base = text.baseAddress else { return }
    let place = UnsafeRawPointer(base + offset)
    guard let found = memchr(place, Int32(byte), text.count - offset) else { return }
    next = offset + (UnsafeRawPointer(found) - place)
  }
}
