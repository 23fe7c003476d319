/// A place in a text where a lexicon's term stands.
struct Match: BitwiseCopyable {
  /// Offsets into the text.
  var lower: UInt32
  var upper: UInt32
  /// The entry's number, from 0.
  var entry: UInt32
  /// Which word of the scanned text it begins with, from 0.
  var word: UInt32
  var isUppercase: Bool
}

/// What a scan tells of a text besides its matches.
struct TextShape {
  var words = 0
  /// Words whose letters are all capitals, `I` among them.
  var capitals = 0

  @inline(__always)
  mutating func add(_ word: Word) {
    words &+= 1
    capitals &+= word.isUppercase ? 1 : 0
  }
}

/// What a scan looks at: plain memory that nothing changes, so that nothing is counted or checked on the way.
struct TermIndex {
  /// The longest beginning of words that a wildcard may follow, in bytes.
  static let maximumPrefix = 63
  /// After how many words a scan asks whether time is up.
  private static var wordsBetweenLooks: Int { 4096 }

  /// A word known by its end or its middle.
  struct Pattern {
    let bytes: UnsafePointer<UInt8>
    let count: Int
    let isAnchoredAtEnd: Bool
    let needsPunctuation: Bool
    let entry: Int32
  }

  let rule: WordRule
  let caseRule: CaseRule
  /// Where words are found by their stems; the lexicon holds it.
  let stemmer: Unmanaged<Stemmer>?
  /// Whether every term is found, also those inside and at the beginning of longer ones.
  let findsAll: Bool
  /// Maps the bytes of words to those of keys.
  let fold: UnsafePointer<UInt8>
  let words: KeyIndex
  let wordMeanings: UnsafePointer<TermTable.Meaning>
  let prefixes: KeyIndex
  let prefixMeanings: UnsafePointer<TermTable.Meaning>
  /// Bit *n* is set where a prefix of *n* bytes exists.
  let prefixLengths: UInt64
  let patterns: UnsafePointer<Pattern>
  let patternCount: Int
  /// Whether there is a pattern that words of letters alone can match.
  let anyWordMayMatch: Bool
  let steps: StepIndex
  /// By beginning of a phrase: the entry that ends there, or -1.
  let phraseEntries: UnsafePointer<Int32>
}

extension TermIndex {
  /// Finds the lexicon's terms in a range of a text, in order.
  ///
  /// Of a phrase and its beginnings the longest counts, and matches do not overlap, unless the options ask
  /// for every match; of those that begin together the shortest then comes first. An exact word goes before a wildcard, and
  /// of wildcards the longest beginning counts. When time is up the scan ends early.
  /// - Complexity: O(bytes of the range).
  @inline(__always)
  func scan(
    _ text: UnsafePointer<UInt8>, _ range: Range<Int>, scratch: Scratch, isExpired: () -> Bool,
    found: (Match) -> Void
  ) -> TextShape {
    let source = source(text, range, scratch)
    if let stemmer { return scan(StemCursor(source, stemmer), isExpired, found) }
    return switch rule {
    case .words: scan(RunCursor(source), isExpired, found)
    case .spaced: scan(SpacedCursor(source), isExpired, found)
    case .characters: scan(CharacterCursor(source), isExpired, found)
    }
  }

  private func source(
    _ text: UnsafePointer<UInt8>, _ range: Range<Int>, _ scratch: Scratch
  ) -> WordSource {
    WordSource(
      text, range, caseRule: caseRule, scratch: scratch, straightensApostrophes: rule == .words)
  }

  private func scan(
    _ words: some WordCursor, _ isExpired: () -> Bool, _ found: (Match) -> Void
  ) -> TextShape {
    var cursor = words
    var shape = TextShape()
    var nextLook = Self.wordsBetweenLooks
    let looksUpWholeWords = prefixLengths == 0 && !anyWordMayMatch
    while let word = looksUpWholeWords
      ? cursor.next(among: self.words, counting: &shape) : cursor.next()
    {
      if shape.words >= nextLook {
        if isExpired() { break }
        nextLook = shape.words &+ Self.wordsBetweenLooks
      }
      let meaning = meaning(of: word)
      var further = 0
      if meaning.phrases >= 0 {
        further = takePhrases(meaning, word, cursor, shape, found: found)
      } else if let match = match(meaning.entry, word, upTo: word.upper, shape) {
        found(match)
      }
      shape.add(word)
      while further > 0, let taken = cursor.next() {
        shape.add(taken)
        further &-= 1
      }
    }
    return shape
  }

  /// Tells a word with which phrases begin, or the phrases. Returns how many further words are taken by one.
  @inline(never)
  private func takePhrases(
    _ meaning: TermTable.Meaning, _ word: Word, _ cursor: some WordCursor, _ shape: TextShape,
    found: (Match) -> Void
  ) -> Int {
    let single = match(meaning.entry, word, upTo: word.upper, shape)
    if findsAll, let single { found(single) }
    let longest = followPhrases(from: meaning.phrases, word, cursor, shape) { match in
      if findsAll { found(match) }
    }
    if findsAll { return 0 }
    if let longest {
      found(longest.match)
      return longest.words - 1
    }
    if let single { found(single) }
    return 0
  }

  /// The entry that a whole text is found as, counted from 0.
  func entry(_ text: UnsafeBufferPointer<UInt8>, scratch: Scratch) -> Int? {
    let source = source(text.baseAddress ?? .nowhere, 0..<text.count, scratch)
    if let stemmer { return entry(StemCursor(source, stemmer)) }
    return switch rule {
    case .words: entry(RunCursor(source))
    case .spaced: entry(SpacedCursor(source))
    case .characters: entry(CharacterCursor(source))
    }
  }

  private func entry(_ words: some WordCursor) -> Int? {
    var cursor = words
    guard let first = cursor.next() else { return nil }
    let meaning = meaning(of: first)
    guard let second = cursor.next() else { return meaning.entry < 0 ? nil : Int(meaning.entry) }
    var node = meaning.phrases
    var word: Word? = second
    while let next = word {
      guard node >= 0, let step = step(from: node, next) else { return nil }
      node = step
      word = cursor.next()
    }
    let entry = phraseEntries[Int(node)]
    return entry < 0 ? nil : Int(entry)
  }

  /// Whether a word of small letters and digits of ASCII is an entry.
  func hasWord(_ start: UnsafePointer<UInt8>, _ count: Int, readable: Int) -> Bool {
    guard let stemmer else { return hasKey(start, count, readable: readable) }
    return stemmer._withUnsafeGuaranteedRef { stemmer in
      stemmer.stem(lowering: start, count) { stem in
        hasKey(stem.baseAddress ?? .nowhere, stem.count, readable: stem.count)
      }
    }
  }

  private func hasKey(_ start: UnsafePointer<UInt8>, _ count: Int, readable: Int) -> Bool {
    let hash = WordHash.of(start, count, lowers: false, readable: readable)
    let word = Word(
      lower: 0, upper: count, key: start, keyCount: count, hash: hash, classes: ByteClass.lower,
      isUppercase: false)
    return meaning(of: word).entry >= 0
  }

  @inline(__always)
  private func match(_ entry: Int32, _ word: Word, upTo upper: Int, _ shape: TextShape) -> Match? {
    guard entry >= 0 else { return nil }
    return Match(
      lower: UInt32(truncatingIfNeeded: word.lower), upper: UInt32(truncatingIfNeeded: upper),
      entry: UInt32(entry), word: UInt32(truncatingIfNeeded: shape.words),
      isUppercase: word.isUppercase)
  }

  /// Tells all phrases that begin with a word, and returns the longest with its number of words.
  private func followPhrases(
    from beginning: Int32, _ first: Word, _ cursor: some WordCursor, _ shape: TextShape,
    found: (Match) -> Void
  ) -> (match: Match, words: Int)? {
    var cursor = cursor
    var node = beginning
    var count = 1
    var longest: (match: Match, words: Int)?
    while let word = cursor.next(), let next = step(from: node, word) {
      node = next
      count += 1
      guard let match = match(phraseEntries[Int(node)], first, upTo: word.upper, shape) else {
        continue
      }
      found(match)
      longest = (match, count)
    }
    return longest
  }

  /// Where a phrase goes on behind a word; nil: nowhere.
  private func step(from node: Int32, _ word: Word) -> Int32? {
    let exact = words.find(word.hash, word.key, word.keyCount, fold: fold)
    if exact >= 0 {
      let next = steps.find(from: node, Int32(exact))
      if next >= 0 { return next }
    }
    guard prefixLengths != 0 else { return nil }
    var found: Int32?
    eachPrefix(of: word.key, word.keyCount) { prefix in
      let next = steps.find(from: node, ~Int32(prefix))
      if next >= 0 { found = next }
    }
    return found
  }
}

// MARK: Single words

extension TermIndex {
  @inline(__always)
  fileprivate func meaning(of word: Word) -> TermTable.Meaning {
    let key = words.find(word.hash, word.key, word.keyCount, fold: fold)
    var meaning = TermTable.Meaning()
    if key >= 0 {
      meaning = wordMeanings[key]
      if meaning.entry >= 0 { return meaning }
    }
    let isPlain = word.classes & (ByteClass.punctuation | ByteClass.beyondASCII) == 0
    if isPlain, prefixLengths == 0, !anyWordMayMatch { return meaning }
    let looser = looserMeaning(of: word)
    return TermTable.Meaning(
      entry: looser.entry, phrases: looser.phrases >= 0 ? looser.phrases : meaning.phrases)
  }

  /// What a word that is not itself an entry means by a wildcard, or without its possessive ending.
  @inline(never)
  private func looserMeaning(of word: Word) -> TermTable.Meaning {
    var meaning = TermTable.Meaning()
    if prefixLengths != 0 {
      eachPrefix(of: word.key, word.keyCount) { prefix in
        let found = prefixMeanings[prefix]
        if found.entry >= 0 { meaning.entry = found.entry }
        if found.phrases >= 0 { meaning.phrases = found.phrases }
      }
    }
    if meaning.entry >= 0 { return meaning }
    for number in 0..<patternCount where matches(patterns[number], word) {
      meaning.entry = patterns[number].entry
      return meaning
    }
    return rule == .words ? withoutPossessive(word, else: meaning) : meaning
  }

  /// Visits the prefixes that a word begins with, the shortest first.
  private func eachPrefix(of key: UnsafePointer<UInt8>, _ count: Int, visit: (Int) -> Void) {
    var hash = PrefixHash.seed
    for index in 0..<min(count, Self.maximumPrefix) {
      hash = PrefixHash.add(fold[Int(key[index])], to: hash)
      guard prefixLengths >> UInt64(index + 1) & 1 != 0 else { continue }
      let prefix = prefixes.find(hash, key, index + 1, fold: fold)
      if prefix >= 0 { visit(prefix) }
    }
  }

  private func matches(_ pattern: Pattern, _ word: Word) -> Bool {
    guard word.keyCount >= pattern.count else { return false }
    let punctuation = ByteClass.punctuation | ByteClass.beyondASCII
    if pattern.needsPunctuation, word.classes & punctuation == 0 { return false }
    var start = pattern.isAnchoredAtEnd ? word.keyCount - pattern.count : 0
    while start + pattern.count <= word.keyCount {
      var length = 0
      while length < pattern.count,
        pattern.bytes[length] == fold[Int(word.key[start + length])]
      {
        length += 1
      }
      if length == pattern.count { return true }
      start += 1
    }
    return false
  }

  /// `government's` is found as `government`, unless the list has the longer word.
  private func withoutPossessive(
    _ word: Word, else meaning: TermTable.Meaning
  ) -> TermTable.Meaning {
    let count = word.keyCount - 2
    guard count > 0, word.key[count] == UInt8(ascii: "'"),
      fold[Int(word.key[count + 1])] | 0x20 == UInt8(ascii: "s")
    else { return meaning }
    let hash = WordHash.of(
      word.key, count, lowers: caseRule != .keep, readable: word.keyCount)
    let key = words.find(hash, word.key, count, fold: fold)
    return key >= 0 ? wordMeanings[key] : meaning
  }
}
