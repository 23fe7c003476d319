internal import CUnicode

/// Converts valid UTF-8 by ICU; nil where the text is too long for it.
func convert(_ text: UnsafeBufferPointer<UInt8>, _ how: copydesk_conversion) -> [UInt8]? {
  guard text.count < 1 << 30 else { return nil }
  let needed = copydesk_convert(how, text.baseAddress, text.count, nil, 0)
  guard needed != .max else { return nil }
  return [UInt8](unsafeUninitializedCapacity: needed) { buffer, count in
    count = copydesk_convert(how, text.baseAddress, text.count, buffer.baseAddress, needed)
  }
}

/// A growing buffer for the form of a word that a lexicon looks up, used again for every word.
final class Scratch {
  private(set) var start: UnsafeMutablePointer<UInt8>
  private var capacity = 256

  init() { start = .allocate(capacity: capacity) }
  deinit { start.deallocate() }

  /// Makes room; what was there is gone.
  func reserve(_ count: Int) {
    guard count > capacity else { return }
    start.deallocate()
    capacity = max(count, capacity * 2)
    start = .allocate(capacity: capacity)
  }

  /// Puts a text's form by a rule here and returns its length.
  func put(_ text: UnsafePointer<UInt8>, _ count: Int, _ rule: CaseRule) -> Int {
    reserve(count * 3)
    let how: copydesk_conversion
    switch rule {
    case .keep:
      start.update(from: text, count: count)
      return count
    case .fold: how = COPYDESK_FOLD
    case .lower: how = COPYDESK_LOWER
    }
    let written = copydesk_convert(how, text, count, start, capacity)
    if written <= capacity { return written }
    start.update(from: text, count: count)
    return count
  }

  /// Turns typographic apostrophes here into plain ones and returns the new length.
  func straightenApostrophes(_ count: Int) -> Int {
    var from = 0
    var to = 0
    while from < count {
      if from + 2 < count, start[from] == 0xE2, start[from + 1] == 0x80, start[from + 2] == 0x99 {
        start[to] = UInt8(ascii: "'")
        from += 3
      } else {
        start[to] = start[from]
        from += 1
      }
      to += 1
    }
    return to
  }
}
