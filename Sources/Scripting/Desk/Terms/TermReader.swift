/// A word, or words side by side, in lower case; its bytes are valid until the next one is read.
struct ReadTerm {
  var start: UnsafePointer<UInt8>
  var count: Int
  /// How many bytes may be read, of the term and behind it.
  var readable: Int
  var words: Int
  /// Offsets into the text.
  var lower: Int
  var upper: Int
  /// Whether it begins with a capital that does not begin the text.
  var isCapital: Bool
}

/// Reads the terms of texts by a rule: every word that counts, and those that end with it and begin up to so many words before.
final class TermReader {
  private struct Beginning {
    /// Where it lies in the line.
    var start: Int
    /// Where it lies in the text.
    var lower: Int
    var isCapital: Bool
  }

  private let rule: TermRule
  private let scratch: Scratch
  /// For looking words up while the next one lies in the scratch.
  private let lookup = Scratch()
  /// The word that is read, which further ones may be joined to.
  private var word = Bytes(64)
  private var lower = 0
  private var upper = 0
  private var classes: UInt8 = 0
  /// The words side by side before it, with blanks between them.
  private var line = Bytes(1024)
  private var beginnings: [Beginning] = []
  private var behind = 0
  /// All words, also those that do not count.
  private(set) var words = 0

  init(_ rule: TermRule, scratch: Scratch) {
    self.rule = rule
    self.scratch = scratch
  }

  /// Shows the terms of a text, until time is up.
  /// - Returns: whether there was time for all.
  /// - Complexity: O(bytes × words of a term).
  func read(_ text: TextArgument, isExpired: () -> Bool, show: (ReadTerm) -> Void) -> Bool {
    let source = WordSource(
      text.bytes.baseAddress ?? .nowhere, text.range, caseRule: .lower, scratch: scratch,
      straightensApostrophes: false)
    var cursor = RunCursor(source)
    var isFirst = true
    var isReading = false
    while let run = cursor.next() {
      if isReading, rule.joinsHyphens, run.lower == upper + 1, source.text[upper] == hyphen {
        word.append(hyphen)
        join(run)
        continue
      }
      if isReading {
        finish(source, isFirst, show)
        isFirst = false
        if words & 0xFFF == 0, isExpired() { return false }
      }
      isReading = true
      word.count = 0
      (lower, classes) = (run.lower, 0)
      join(run)
    }
    if isReading { finish(source, isFirst, show) }
    endRun()
    return true
  }

  private func join(_ run: Word) {
    word.append(run.key, run.keyCount, through: ByteTables.shared.lower)
    upper = run.upper
    classes |= run.classes
  }

  /// Adds the word that was read to the line, and shows the terms that end with it.
  private func finish(_ source: WordSource, _ isFirst: Bool, _ show: (ReadTerm) -> Void) {
    words += 1
    if rule.dropsPossessives { dropPossessive() }
    guard isTerm else { return endRun() }
    if rule.needsBlanks, !beginnings.isEmpty, !isBlank(source) { endRun() }
    if let stemmer = rule.stemmer {
      stemmer.stem(UnsafeBufferPointer(start: word.start, count: word.count)) { stem in
        word.count = 0
        word.append(stem.baseAddress ?? .nowhere, stem.count, through: ByteTables.shared.same)
      }
    }
    if beginnings.count == rule.words { beginnings.removeFirst() }
    if line.count > 0 { line.append(space) }
    let isCapital = !isFirst && isCapital(source)
    beginnings.append(Beginning(start: line.count, lower: lower, isCapital: isCapital))
    line.append(word.start, word.count, through: ByteTables.shared.same)
    behind = upper
    // The shorter ones first, so that a phrase comes behind its words.
    for index in beginnings.indices.reversed() {
      let beginning = beginnings[index]
      show(
        ReadTerm(
          start: line.start + beginning.start, count: line.count - beginning.start,
          readable: line.capacity - beginning.start, words: beginnings.count - index,
          lower: beginning.lower, upper: upper, isCapital: beginning.isCapital))
    }
  }

  private func endRun() {
    beginnings.removeAll(keepingCapacity: true)
    line.count = 0
  }
}

// MARK: What counts

extension TermReader {
  private var isPlain: Bool {
    classes & (ByteClass.punctuation | ByteClass.beyondASCII) == 0
  }

  private func dropPossessive() {
    guard !isPlain, word.count > 2, word.start[word.count - 1] == UInt8(ascii: "s") else { return }
    let isTypographic =
      word.count > 4 && word.start[word.count - 4] == 0xE2 && word.start[word.count - 3] == 0x80
      && word.start[word.count - 2] == 0x99
    guard isTypographic || word.start[word.count - 2] == UInt8(ascii: "'") else { return }
    word.count -= isTypographic ? 4 : 2
    upper -= isTypographic ? 4 : 2
  }

  private var isTerm: Bool {
    guard (rule.letters...TermRule.longest).contains(letters), !isFigure else { return false }
    guard let without = rule.without else { return true }
    if isPlain { return !without.hasWord(word.start, word.count, readable: word.capacity) }
    let word = UnsafeBufferPointer<UInt8>(start: self.word.start, count: self.word.count)
    return without.entry(word, scratch: lookup) == nil
  }

  private var letters: Int {
    guard classes & ByteClass.beyondASCII != 0 else { return word.count }
    var count = 0
    for index in 0..<word.count where word.start[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  private var isFigure: Bool {
    guard isDigit(word.start[0]), !rule.hasFigures else { return false }
    if rule.countsFromDigitsAsFigures { return true }
    for index in 0..<word.count where word.start[index] != hyphen {
      if !isDigit(word.start[index]) { return false }
    }
    return true
  }

  /// Whether one blank or line break is all that stands between the word and the line.
  private func isBlank(_ source: WordSource) -> Bool {
    lower == behind + 1 && (source.text[behind] == space || source.text[behind] == 0x0A)
  }

  private func isCapital(_ source: WordSource) -> Bool {
    let kind = source.kind(lower)
    guard kind & ByteClass.beyondASCII != 0 else { return kind & ByteClass.upper != 0 }
    let scalar = Unicode.Scalar(decode(source.text, at: lower, before: source.end).scalar)
    return scalar?.properties.isUppercase ?? false
  }
}

private let hyphen = UInt8(ascii: "-")
private let space = UInt8(ascii: " ")

private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

/// Bytes that grow, of which some behind the last may be read, too.
private struct Bytes: ~Copyable {
  private(set) var start: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  var count = 0

  init(_ capacity: Int) {
    start = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { start.deallocate() }

  mutating func append(_ byte: UInt8) {
    reserve(1)
    start[count] = byte
    count += 1
  }

  /// Appends bytes as a table maps them.
  mutating func append(
    _ bytes: UnsafePointer<UInt8>, _ more: Int, through table: UnsafePointer<UInt8>
  ) {
    reserve(more)
    for index in 0..<more { start[count + index] = table[Int(bytes[index])] }
    count += more
  }

  private mutating func reserve(_ more: Int) {
    guard count + more + 16 > capacity else { return }
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + more)
    grown.update(from: start, count: count)
    start.deallocate()
    start = grown
    capacity = capacity * 2 + more
  }
}
