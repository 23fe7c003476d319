/// Reads a stretch of text from its start, word by word.
struct InkScanner {
  let ink: Ink
  var position: Int

  init(_ ink: Ink) {
    self.ink = ink
    position = ink.startIndex
  }

  var isAtEnd: Bool { position >= ink.endIndex }
  var rest: Ink { ink[position...] }
  var peek: UInt8? { isAtEnd ? nil : ink[position] }

  /// Takes white space, no-break spaces among it: texts that records give keep them.
  mutating func skipSpace() {
    while let byte = peek {
      switch byte {
      case ...0x20: position += 1
      case 0xC2 where rest.starts(with: "\u{A0}"): position += 2
      case 0xE2 where rest.starts(with: "\u{202F}") || rest.starts(with: "\u{2009}"): position += 3
      default: return
      }
    }
  }

  /// Takes some characters if they come next.
  mutating func skip(_ text: StaticString) -> Bool {
    guard rest.starts(with: text) else { return false }
    position += text.utf8CodeUnitCount
    return true
  }

  /// Takes the first of some words that comes next, whatever its case, as a whole word.
  mutating func skipWord(_ words: [String]) -> Bool {
    let start = position
    guard let word = word(), words.contains(word.lowered) else {
      position = start
      return false
    }
    return true
  }

  /// Letters, and the hyphens and apostrophes between them.
  mutating func word() -> Ink? {
    let start = position
    while let (scalar, length) = ink.scalar(at: position) {
      let joins = scalar == "-" || scalar == "'" || scalar == "’"
      guard scalar.isLetter || (joins && position > start && isLetter(at: position + length)) else {
        break
      }
      position += length
    }
    return position > start ? ink[start..<position] : nil
  }

  private func isLetter(at index: Int) -> Bool {
    ink.scalar(at: index)?.scalar.isLetter ?? false
  }

  /// A number of at most some digits.
  mutating func number(_ maximumDigits: Int) -> (value: Int, digits: Int)? {
    let start = position
    var value = 0
    while let byte = peek, 0x30...0x39 ~= byte {
      guard position - start < maximumDigits else {
        position = start
        return nil
      }
      value = value * 10 + Int(byte - 0x30)
      position += 1
    }
    return position > start ? (value, position - start) : nil
  }

  /// What a reading gives, or nil with nothing taken.
  mutating func attempt<Found>(_ read: (inout InkScanner) -> Found?) -> Found? {
    let start = position
    if let found = read(&self) { return found }
    position = start
    return nil
  }
}
