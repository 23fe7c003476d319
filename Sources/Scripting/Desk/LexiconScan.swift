/// A place in a text where a lexicon's term stands.
struct Match {
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
}

extension Lexicon {
  /// Finds the lexicon's terms in a range of a text, in order.
  ///
  /// Of a phrase and its beginnings the longest counts, and matches do not overlap, unless the options ask
  /// for every match; of those that begin together the shortest then comes first. An exact word goes before a wildcard, and
  /// of wildcards the longest beginning counts.
  /// - Complexity: O(bytes of the range).
  func scan(
    _ text: UnsafePointer<UInt8>, _ range: Range<Int>, scratch: Scratch,
    found: (Match) -> Void
  ) -> TextShape {
    let all = options.overlaps
    var shape = TextShape()
    var taken = 0
    var cursor = WordCursor(
      text, range, rule: options.words, caseRule: options.letterCase, scratch: scratch)
    while let word = cursor.next() {
      defer { shape.words += 1 }
      if word.isUppercase { shape.capitals += 1 }
      if taken > 0 {
        taken -= 1
        continue
      }
      let meaning = meaning(of: word)
      guard meaning.entry >= 0 || meaning.phrases >= 0 else { continue }
      let single = match(meaning.entry, word, upTo: word.upper, shape)
      if meaning.phrases >= 0 {
        if all, let single { found(single) }
        let longest = followPhrases(from: meaning.phrases, word, cursor, shape) { match in
          if all { found(match) }
        }
        guard !all else { continue }
        if let longest {
          found(longest.match)
          taken = longest.words - 1
          continue
        }
      }
      if let single { found(single) }
    }
    return shape
  }

  /// The entry that a whole text is found as, counted from 0.
  func entry(_ text: UnsafeBufferPointer<UInt8>, scratch: Scratch) -> Int? {
    var cursor = WordCursor(
      text.baseAddress ?? .nowhere, 0..<text.count, rule: options.words,
      caseRule: options.letterCase, scratch: scratch)
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
    from beginning: Int32, _ first: Word, _ cursor: WordCursor, _ shape: TextShape,
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

  private func step(from node: Int32, _ word: Word) -> Int32? {
    let exact = keys.find(word.hash, word.key, word.keyCount, fold: fold)
    if exact >= 0, let next = steps[PhraseStep(from: node, word: Int32(exact))] { return next }
    guard prefixLengths != 0 else { return nil }
    var found: Int32?
    eachPrefix(of: word.key, word.keyCount) { prefix in
      if let next = steps[PhraseStep(from: node, word: ~Int32(prefix))] { found = next }
    }
    return found
  }
}

// MARK: Single words

extension Lexicon {
  /// Maps the bytes of words to those of keys.
  var fold: UnsafePointer<UInt8> {
    options.letterCase == .keep ? ByteTables.shared.same : ByteTables.shared.lower
  }

  @inline(__always)
  func meaning(of word: Word) -> Meaning {
    let key = keys.find(word.hash, word.key, word.keyCount, fold: fold)
    if key >= 0, meanings[key].entry >= 0 { return meanings[key] }
    let phrases = key >= 0 ? meanings[key].phrases : -1
    guard prefixLengths != 0 || !patterns.isEmpty || options.words == .words else {
      return Meaning(entry: -1, phrases: phrases)
    }
    var other = looserMeaning(of: word)
    if other.phrases < 0 { other.phrases = phrases }
    return other
  }

  /// What a word that is not itself an entry means by a wildcard, or without its possessive ending.
  private func looserMeaning(of word: Word) -> Meaning {
    var meaning = Meaning()
    if prefixLengths != 0 {
      eachPrefix(of: word.key, word.keyCount) { prefix in
        let found = prefixMeanings[prefix]
        if found.entry >= 0 { meaning.entry = found.entry }
        if found.phrases >= 0 { meaning.phrases = found.phrases }
      }
    }
    if meaning.entry >= 0 { return meaning }
    for pattern in patterns where matches(pattern, word) {
      meaning.entry = pattern.meaning.entry
      return meaning
    }
    return options.words == .words ? withoutPossessive(word, else: meaning) : meaning
  }

  /// Visits the prefixes that a word begins with, the shortest first.
  private func eachPrefix(of key: UnsafePointer<UInt8>, _ count: Int, visit: (Int) -> Void) {
    var hash = WordHash.seed
    for index in 0..<min(count, 63) {
      hash = WordHash.add(fold[Int(key[index])], to: hash)
      guard prefixLengths >> UInt64(index + 1) & 1 != 0 else { continue }
      let prefix = prefixes.find(hash, key, index + 1, fold: fold)
      if prefix >= 0 { visit(prefix) }
    }
  }

  private func matches(_ pattern: Pattern, _ word: Word) -> Bool {
    let length = pattern.bytes.count
    guard word.keyCount >= length else { return false }
    if pattern.needsPunctuation, word.classes & (ByteClass.punctuation | ByteClass.beyondASCII) == 0
    {
      return false
    }
    var start = pattern.isAnchoredAtEnd ? word.keyCount - length : 0
    while start + length <= word.keyCount {
      if pattern.bytes.indices.allSatisfy({ pattern.bytes[$0] == fold[Int(word.key[start + $0])] })
      {
        return true
      }
      start += 1
    }
    return false
  }

  /// `government's` is found as `government`, unless the list has the longer word.
  private func withoutPossessive(_ word: Word, else meaning: Meaning) -> Meaning {
    let count = word.keyCount - 2
    guard count > 0, word.key[count] == UInt8(ascii: "'"),
      fold[Int(word.key[count + 1])] | 0x20 == UInt8(ascii: "s")
    else { return meaning }
    var hash = WordHash.seed
    for index in 0..<count { hash = WordHash.add(fold[Int(word.key[index])], to: hash) }
    let key = keys.find(hash, word.key, count, fold: fold)
    return key >= 0 ? meanings[key] : meaning
  }
}
