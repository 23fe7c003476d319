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

/// The hash of words, eight bytes at a time.
enum WordHash {
  /// - Parameters:
  ///   - lowers: whether ASCII capitals count as small letters.
  ///   - readable: how many bytes may be read, of the word and behind it.
  @inline(__always)
  static func of(
    _ start: UnsafePointer<UInt8>, _ count: Int, lowers: Bool, readable: Int
  ) -> UInt64 {
    let bytes = UnsafeRawPointer(start)
    var hash = UInt64(truncatingIfNeeded: count) &* 0xCBF2_9CE4_8422_2325
    var offset = 0
    while count &- offset > 8 {
      let eight = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = add(lowers ? lowered(eight) : eight, to: hash)
      offset &+= 8
    }
    guard offset < count else { return hash }
    let last =
      readable &- offset >= 8
      ? bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        & (UInt64.max >> UInt64(truncatingIfNeeded: 64 &- 8 &* (count &- offset)))
      : gathered(start, offset..<count)
    return add(lowers ? lowered(last) : last, to: hash)
  }

  static func of(_ key: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    of(key, count, lowers: false, readable: count)
  }

  @inline(__always)
  private static func add(_ eight: UInt64, to hash: UInt64) -> UInt64 {
    let mixed = (hash ^ eight) &* 0x9FB2_1C65_1E98_DF25
    return mixed ^ mixed >> 32
  }

  /// ASCII capitals of eight bytes made small.
  @inline(__always)
  private static func lowered(_ eight: UInt64) -> UInt64 {
    let sevenBits = eight & 0x7F7F_7F7F_7F7F_7F7F
    let fromA = sevenBits &+ 0x3F3F_3F3F_3F3F_3F3F
    let behindZ = sevenBits &+ 0x2525_2525_2525_2525
    let capitals = (fromA ^ behindZ) & ~eight & 0x8080_8080_8080_8080
    return eight | capitals >> 2
  }

  /// The bytes of a range as eight of them would be loaded.
  @inline(never)
  private static func gathered(_ start: UnsafePointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var eight: UInt64 = 0
    for offset in range.reversed() { eight = eight << 8 | UInt64(start[offset]) }
    return eight
  }
}

/// The hash of beginnings of words, which grows byte by byte: FNV-1a.
enum PrefixHash {
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

/// Walks over the words of a text by one of the rules, in one pass and without allocating.
///
/// The key of a word that is not plain ASCII lies in the scratch, until the next such word.
protocol WordCursor {
  /// The next word; nil at the end.
  mutating func next() -> Word?

  /// The same, where words that are surely not among some keys are counted and passed over.
  mutating func next(among keys: KeyIndex, counting shape: inout TextShape) -> Word?
}

extension WordCursor {
  @inline(__always)
  mutating func next(among keys: KeyIndex, counting shape: inout TextShape) -> Word? { next() }
}

/// A range of a text whose words are wanted, and how they are looked up.
struct WordSource {
  let text: UnsafePointer<UInt8>
  let start: Int
  let end: Int
  let caseRule: CaseRule
  let straightensApostrophes: Bool
  let classes = ByteTables.shared.classes
  /// Whether ASCII capitals are looked up as small letters.
  let lowers: Bool
  // Not counted: cursors are copied often, and whoever walks holds the scratch.
  private unowned(unsafe) let scratch: Scratch

  init(
    _ text: UnsafePointer<UInt8>, _ range: Range<Int>, caseRule: CaseRule, scratch: Scratch,
    straightensApostrophes: Bool
  ) {
    self.text = text
    self.caseRule = caseRule
    self.scratch = scratch
    self.straightensApostrophes = straightensApostrophes
    lowers = caseRule != .keep
    start = range.lowerBound
    end = range.upperBound
  }

  @inline(__always)
  func kind(_ offset: Int) -> UInt8 { classes[Int(text[offset])] }

  @inline(__always)
  func plain(_ lower: Int, _ upper: Int, _ found: UInt8) -> Word {
    Word(
      lower: lower, upper: upper, key: text + lower, keyCount: upper &- lower,
      hash: WordHash.of(text + lower, upper &- lower, lowers: lowers, readable: end &- lower),
      classes: found,
      isUppercase: found & (ByteClass.upper | ByteClass.lower) == ByteClass.upper)
  }

  /// A word that must be converted by Unicode's rules before it can be looked up.
  @inline(never)
  func converted(_ lower: Int, _ upper: Int, _ found: UInt8) -> Word {
    var count = scratch.put(text + lower, upper - lower, caseRule)
    if straightensApostrophes { count = scratch.straightenApostrophes(count) }
    return Word(
      lower: lower, upper: upper, key: UnsafePointer(scratch.start), keyCount: count,
      hash: WordHash.of(scratch.start, count), classes: found,
      isUppercase: Scripting.isUppercase(text, lower..<upper))
  }
}

// What is rare is kept out of the loops over bytes, and tells what it found in place of moving a cursor, so that
// cursors stay in registers.
extension WordSource {
  @inline(__always)
  func isPunctuation(_ offset: Int) -> Bool { kind(offset) & ByteClass.punctuation != 0 }

  @inline(never)
  func characterLength(_ offset: Int) -> Int { decode(text, at: offset, before: end).count }

  /// The bytes of a letter beyond ASCII, or of an apostrophe between letters; 0 where there is neither.
  @inline(never)
  func inkBeyondASCII(_ offset: Int) -> Int {
    let (scalar, count) = decode(text, at: offset, before: end)
    let isInside = scalar == 0x2019 && offset > start && isInk(offset + count)
    return isWordScalar(scalar) || isInside ? count : 0
  }

  @inline(never)
  func isInk(_ offset: Int) -> Bool {
    guard offset < end else { return false }
    let kind = kind(offset)
    guard kind & ByteClass.beyondASCII != 0 else { return kind & ByteClass.ink != 0 }
    return isWordScalar(decode(text, at: offset, before: end).scalar)
  }

  /// The bytes of white space beyond ASCII; 0 where there is none.
  @inline(never)
  func spaceBeyondASCII(_ offset: Int) -> Int {
    let (scalar, count) = decode(text, at: offset, before: end)
    return isSpace(scalar) ? count : 0
  }

  /// A word between white space that holds characters beyond ASCII, which never count as punctuation; and where it
  /// ends with the punctuation behind it.
  @inline(never)
  func spacedWordBeyondASCII(from start: Int) -> (word: Word, end: Int) {
    var position = start
    while position < end, !isSpaceOfAnyKind(position) { position += 1 }
    var lower = start
    var upper = position
    while lower < upper, isPunctuation(lower) { lower += 1 }
    while upper > lower, isPunctuation(upper - 1) { upper -= 1 }
    if characters(lower, upper) <= 2 { (lower, upper) = (start, position) }
    var found: UInt8 = 0
    for offset in lower..<upper { found |= kind(offset) }
    return found & ByteClass.beyondASCII != 0
      ? (converted(lower, upper, found), position)
      : (plain(lower, upper, found), position)
  }

  private func isSpaceOfAnyKind(_ offset: Int) -> Bool {
    let kind = kind(offset)
    if kind & ByteClass.space != 0 { return true }
    return kind & ByteClass.beyondASCII != 0 && spaceBeyondASCII(offset) > 0
  }

  private func characters(_ lower: Int, _ upper: Int) -> Int {
    var count = 0
    for offset in lower..<upper where text[offset] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}

/// Single characters beyond ASCII.
struct CharacterCursor: WordCursor {
  private let source: WordSource
  private var position: Int

  init(_ text: WordSource) {
    source = text
    position = text.start
  }

  mutating func next() -> Word? {
    skipASCII()
    guard position < source.end else { return nil }
    let start = position
    position += decode(source.text, at: position, before: source.end).count
    return Word(
      lower: start, upper: position, key: source.text + start, keyCount: position - start,
      hash: WordHash.of(source.text + start, position - start), classes: ByteClass.beyondASCII,
      isUppercase: false)
  }

  /// Passes characters of ASCII, eight at a time while there are as many.
  private mutating func skipASCII() {
    let bytes = UnsafeRawPointer(source.text)
    while position &+ 8 <= source.end {
      let eight = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      guard eight & 0x8080_8080_8080_8080 == 0 else { break }
      position &+= 8
    }
    while position < source.end, source.text[position] < 0x80 { position &+= 1 }
  }
}
