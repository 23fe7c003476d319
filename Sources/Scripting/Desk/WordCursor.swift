/// A word of a text, with the form in which a lexicon looks it up.
struct Word {
  /// Offsets into the text.
  var lower: Int
  var upper: Int
  /// The form looked up: bytes of the text, in which ASCII capitals still stand, or of the scratch.
  var key: UnsafePointer<UInt8>
  var keyCount: Int
  var hash: UInt64
  /// The classes of all its bytes.
  var classes: UInt8
  /// Whether all its letters are capitals.
  var isUppercase: Bool
}

/// The hash of words: FNV-1a over the bytes of their form.
enum WordHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  static func of(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    var hash = seed
    for index in 0..<count { hash = add(bytes[index], to: hash) }
    return hash
  }
}

/// Walks over the words of a text, in one pass and without allocating.
///
/// The key of a word that is not plain ASCII lies in the scratch, until the next such word.
struct WordCursor {
  private let text: UnsafePointer<UInt8>
  private let end: Int
  private let rule: WordRule
  private let caseRule: CaseRule
  private let scratch: Scratch
  private let classes = ByteTables.shared.classes
  private let fold: UnsafePointer<UInt8>
  private(set) var position: Int

  init(
    _ text: UnsafePointer<UInt8>, _ range: Range<Int>, rule: WordRule, caseRule: CaseRule,
    scratch: Scratch
  ) {
    self.text = text
    self.rule = rule
    self.caseRule = caseRule
    self.scratch = scratch
    fold = caseRule == .keep ? ByteTables.shared.same : ByteTables.shared.lower
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next word; nil at the end.
  @inline(__always)
  mutating func next() -> Word? {
    switch rule {
    case .words: nextRun()
    case .spaced: nextSpaced()
    case .characters: nextCharacter()
    }
  }

  @inline(__always)
  private func plain(_ lower: Int, _ upper: Int, _ hash: UInt64, _ found: UInt8) -> Word {
    Word(
      lower: lower, upper: upper, key: text + lower, keyCount: upper - lower, hash: hash,
      classes: found,
      isUppercase: found & (ByteClass.upper | ByteClass.lower) == ByteClass.upper)
  }

  /// A word that must be converted by Unicode's rules before it can be looked up.
  private func converted(_ lower: Int, _ upper: Int, _ found: UInt8) -> Word {
    var count = scratch.put(text + lower, upper - lower, caseRule)
    if rule == .words { count = scratch.straightenApostrophes(count) }
    return Word(
      lower: lower, upper: upper, key: UnsafePointer(scratch.start), keyCount: count,
      hash: WordHash.of(scratch.start, count), classes: found,
      isUppercase: Scripting.isUppercase(text, lower..<upper))
  }
}

// MARK: Runs of letters and digits

extension WordCursor {
  @inline(__always)
  private mutating func nextRun() -> Word? {
    guard skipToRun() else { return nil }
    let start = position
    var hash = WordHash.seed
    var found: UInt8 = 0
    while position < end {
      let byte = text[position]
      let kind = classes[Int(byte)]
      if kind & (ByteClass.ink & ~ByteClass.beyondASCII) != 0 {
        hash = WordHash.add(fold[Int(byte)], to: hash)
        position += 1
      } else if kind & ByteClass.beyondASCII != 0 {
        guard passBeyondASCII() else { break }
      } else if byte == UInt8(ascii: "'"), isInk(position + 1) {
        hash = WordHash.add(byte, to: hash)
        position += 1
      } else {
        break
      }
      found |= kind
    }
    return found & ByteClass.beyondASCII == 0
      ? plain(start, position, hash, found) : converted(start, position, found)
  }

  @inline(__always)
  private mutating func skipToRun() -> Bool {
    while position < end {
      let kind = classes[Int(text[position])]
      if kind & (ByteClass.ink & ~ByteClass.beyondASCII) != 0 { return true }
      guard kind & ByteClass.beyondASCII != 0 else {
        position += 1
        continue
      }
      let (scalar, count) = decode(text, at: position, before: end)
      if isWordScalar(scalar) { return true }
      position += count
    }
    return false
  }

  /// Passes a letter beyond ASCII, or an apostrophe between letters.
  private mutating func passBeyondASCII() -> Bool {
    let (scalar, count) = decode(text, at: position, before: end)
    guard isWordScalar(scalar) || (scalar == 0x2019 && isInk(position + count)) else {
      return false
    }
    position += count
    return true
  }

  private func isInk(_ offset: Int) -> Bool {
    guard offset < end else { return false }
    let kind = classes[Int(text[offset])]
    guard kind & ByteClass.beyondASCII != 0 else { return kind & ByteClass.ink != 0 }
    return isWordScalar(decode(text, at: offset, before: end).scalar)
  }
}

// MARK: Between white space

extension WordCursor {
  @inline(__always)
  private mutating func nextSpaced() -> Word? {
    guard skipSpace() else { return nil }
    let start = position
    var inkStart = -1
    var inkEnd = start
    var hash = WordHash.seed
    var inkHash = hash
    var found: UInt8 = 0
    while position < end {
      let byte = text[position]
      let kind = classes[Int(byte)]
      if kind & ByteClass.space != 0 { break }
      if kind & ByteClass.beyondASCII != 0 { return spacedBeyondASCII(from: start) }
      found |= kind
      position += 1
      if kind & ByteClass.punctuation != 0 {
        if inkStart >= 0 { hash = WordHash.add(byte, to: hash) }
        continue
      }
      if inkStart < 0 { inkStart = position - 1 }
      hash = WordHash.add(fold[Int(byte)], to: hash)
      inkHash = hash
      inkEnd = position
    }
    if inkEnd - inkStart > 2, inkStart >= 0 { return plain(inkStart, inkEnd, inkHash, found) }
    if found & ByteClass.punctuation == 0 { return plain(start, position, inkHash, found) }
    return plain(start, position, foldedHash(start, position), found)
  }

  private func foldedHash(_ lower: Int, _ upper: Int) -> UInt64 {
    var hash = WordHash.seed
    for offset in lower..<upper { hash = WordHash.add(fold[Int(text[offset])], to: hash) }
    return hash
  }

  /// The number of bytes that white space takes at an offset; 0 where there is none.
  @inline(__always)
  private func space(at offset: Int) -> Int {
    let kind = classes[Int(text[offset])]
    if kind & ByteClass.space != 0 { return 1 }
    guard kind & ByteClass.beyondASCII != 0 else { return 0 }
    let (scalar, count) = decode(text, at: offset, before: end)
    return isSpace(scalar) ? count : 0
  }

  @inline(__always)
  private mutating func skipSpace() -> Bool {
    while position < end {
      let count = space(at: position)
      if count == 0 { return true }
      position += count
    }
    return false
  }

  /// The same for a word that holds characters beyond ASCII, which never count as punctuation.
  private mutating func spacedBeyondASCII(from start: Int) -> Word {
    while position < end, space(at: position) == 0 { position += 1 }
    var lower = start
    var upper = position
    while lower < upper, isPunctuation(lower) { lower += 1 }
    while upper > lower, isPunctuation(upper - 1) { upper -= 1 }
    if characters(lower, upper) <= 2 { (lower, upper) = (start, position) }
    guard isPlain(lower, upper) else { return converted(lower, upper, ByteClass.beyondASCII) }
    var found: UInt8 = 0
    for offset in lower..<upper { found |= classes[Int(text[offset])] }
    return plain(lower, upper, foldedHash(lower, upper), found)
  }

  private func isPunctuation(_ offset: Int) -> Bool {
    classes[Int(text[offset])] & ByteClass.punctuation != 0
  }

  private func characters(_ lower: Int, _ upper: Int) -> Int {
    var count = 0
    for offset in lower..<upper where text[offset] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  private func isPlain(_ lower: Int, _ upper: Int) -> Bool {
    for offset in lower..<upper where text[offset] >= 0x80 { return false }
    return true
  }
}

// MARK: Characters

extension WordCursor {
  private mutating func nextCharacter() -> Word? {
    while position < end, text[position] < 0x80 { position += 1 }
    guard position < end else { return nil }
    let start = position
    position += decode(text, at: position, before: end).count
    return Word(
      lower: start, upper: position, key: text + start, keyCount: position - start,
      hash: WordHash.of(text + start, position - start), classes: ByteClass.beyondASCII,
      isUppercase: false)
  }
}
