/// Finds the place of terms in a lexicon that is being built.
struct LexiconBuilder {
  private let options: Lexicon.Options
  private let scratch = Scratch()
  private let fold: UnsafePointer<UInt8>

  /// The longest phrase, in words.
  static let maximumWords = 32
  /// Words known by their end or middle are compared one by one, so there may be but few.
  static let maximumPatterns = 256

  init(options: Lexicon.Options) {
    self.options = options
    fold = options.letterCase == .keep ? ByteTables.shared.same : ByteTables.shared.lower
  }

  /// A word of a term.
  private struct Part {
    var key: [UInt8]
    var isOpenAtStart = false
    var isOpenAtEnd = false
  }

  /// The place for the entry of a row, made where it is missing.
  func place(
    for list: WordList, _ row: Int, in lexicon: Lexicon
  ) throws(WordListFault) -> Lexicon.Place {
    let term = list.bytes[list.rows[row].term.offsets]
    if let key = plainWord(term, in: lexicon) { return .key(key) }
    let parts = parts(of: term)
    guard let last = parts.last else {
      throw fault(
        "has no word in it; lists of emoticons are read with words = \"spaced\"", list, row)
    }
    guard parts.count <= Self.maximumWords else {
      throw fault("has more than \(Self.maximumWords) words", list, row)
    }
    if parts.count == 1 { return try single(last, in: lexicon) { fault($0, list, row) } }
    return try phrase(parts, in: lexicon) { fault($0, list, row) }
  }

  private func fault(_ problem: String, _ list: WordList, _ row: Int) -> WordListFault {
    let term = String(decoding: list.bytes[list.rows[row].term.offsets].prefix(80), as: UTF8.self)
    return WordListFault(line: Int(list.rows[row].line), message: "'\(term)' \(problem)")
  }

  /// The key of a term that is one word of ASCII without a wildcard, as most are; nil for others.
  private func plainWord(_ term: ArraySlice<UInt8>, in lexicon: Lexicon) -> Int? {
    let allowed: UInt8 =
      options.words == .spaced
      ? ByteClass.upper | ByteClass.lower | ByteClass.digit | ByteClass.punctuation
      : ByteClass.upper | ByteClass.lower | ByteClass.digit
    guard options.words != .characters else { return nil }
    return term.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return nil }
      var hash = WordHash.seed
      for byte in bytes {
        guard ByteTables.shared.classes[Int(byte)] & allowed != 0, byte != UInt8(ascii: "*") else {
          return nil
        }
        hash = WordHash.add(fold[Int(byte)], to: hash)
      }
      return key(hash, start, bytes.count, in: lexicon)
    }
  }

  private func key(
    _ hash: UInt64, _ start: UnsafePointer<UInt8>, _ count: Int, in lexicon: Lexicon
  ) -> Int {
    let number = lexicon.keys.insert(hash, start, count, fold: fold)
    if number == lexicon.meanings.count { lexicon.meanings.append(Lexicon.Meaning()) }
    return number
  }
}

// MARK: Words of a term

extension LexiconBuilder {
  /// The words of a term. A star at either end of a word is a wildcard, `\*` is a star.
  private func parts(of term: ArraySlice<UInt8>) -> [Part] {
    var parts: [Part] = []
    for piece in term.split(whereSeparator: { $0 <= 0x20 }) {
      let isOpenAtStart = piece.count > 1 && piece.first == UInt8(ascii: "*")
      let isOpenAtEnd =
        piece.count > 1 && piece.last == UInt8(ascii: "*")
        && piece.dropLast().last != UInt8(ascii: "\\")
      var bytes = Array(piece)
      if isOpenAtStart { bytes.removeFirst() }
      if isOpenAtEnd { bytes.removeLast() }
      var words = words(of: withoutEscapes(bytes))
      guard !words.isEmpty else { continue }
      words[0].isOpenAtStart = isOpenAtStart
      words[words.count - 1].isOpenAtEnd = isOpenAtEnd
      parts += words
    }
    return parts
  }

  private func withoutEscapes(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "\\")) else { return bytes }
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let escapes = byte == UInt8(ascii: "\\") && index + 1 < bytes.count
      if escapes, bytes[index + 1] == UInt8(ascii: "*") { continue }
      result.append(byte)
    }
    return result
  }

  /// Cuts a term as texts are cut; only that what stands between white space is taken whole.
  private func words(of bytes: [UInt8]) -> [Part] {
    bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return [] }
      if options.words == .spaced {
        let count = scratch.put(start, buffer.count, options.letterCase)
        return [Part(key: Array(UnsafeBufferPointer(start: scratch.start, count: count)))]
      }
      var cursor = WordCursor(
        start, 0..<buffer.count, rule: options.words, caseRule: options.letterCase,
        scratch: scratch)
      var parts: [Part] = []
      while let word = cursor.next() {
        let key = UnsafeBufferPointer(start: word.key, count: word.keyCount)
        parts.append(Part(key: key.map { fold[Int($0)] }))
      }
      return parts
    }
  }
}

// MARK: Places

extension LexiconBuilder {
  private func single(
    _ part: Part, in lexicon: Lexicon, _ fault: (String) -> WordListFault
  ) throws(WordListFault) -> Lexicon.Place {
    if part.isOpenAtStart { return .pattern(try pattern(part, in: lexicon, fault)) }
    if part.isOpenAtEnd { return .prefix(try prefix(part, in: lexicon, fault)) }
    return .key(key(part, in: lexicon))
  }

  private func key(_ part: Part, in lexicon: Lexicon) -> Int {
    part.key.withUnsafeBufferPointer { key in
      guard let start = key.baseAddress else { return 0 }
      return self.key(WordHash.of(start, key.count), start, key.count, in: lexicon)
    }
  }

  private func prefix(
    _ part: Part, in lexicon: Lexicon, _ fault: (String) -> WordListFault
  ) throws(WordListFault) -> Int {
    guard part.key.count < 64 else { throw fault("has more than 63 bytes before its wildcard") }
    return part.key.withUnsafeBufferPointer { key in
      guard let start = key.baseAddress else { return 0 }
      let hash = WordHash.of(start, key.count)
      let number = lexicon.prefixes.insert(hash, start, key.count, fold: fold)
      if number == lexicon.prefixMeanings.count { lexicon.prefixMeanings.append(.init()) }
      lexicon.prefixLengths |= 1 << UInt64(key.count)
      return number
    }
  }

  private func pattern(
    _ part: Part, in lexicon: Lexicon, _ fault: (String) -> WordListFault
  ) throws(WordListFault) -> Int {
    let known = lexicon.patterns.firstIndex {
      $0.bytes == part.key && $0.isAnchoredAtEnd == !part.isOpenAtEnd
    }
    if let known { return known }
    guard lexicon.patterns.count < Self.maximumPatterns else {
      throw fault("is one too many: \(Self.maximumPatterns) terms may begin with a wildcard")
    }
    let punctuation = part.key.contains {
      ByteTables.shared.classes[Int($0)] & ByteClass.punctuation != 0
    }
    lexicon.patterns.append(
      Lexicon.Pattern(
        bytes: part.key, isAnchoredAtEnd: !part.isOpenAtEnd, needsPunctuation: punctuation,
        meaning: .init()))
    return lexicon.patterns.count - 1
  }

  private func phrase(
    _ parts: [Part], in lexicon: Lexicon, _ fault: (String) -> WordListFault
  ) throws(WordListFault) -> Lexicon.Place {
    var node: Int32 = -1
    for (index, part) in parts.enumerated() {
      guard !part.isOpenAtStart else {
        throw fault("begins a word of a phrase with a wildcard, which only single words may")
      }
      let word = part.isOpenAtEnd ? try prefix(part, in: lexicon, fault) : key(part, in: lexicon)
      if index == 0 {
        node = beginning(word, part.isOpenAtEnd, in: lexicon)
      } else {
        node = step(from: node, part.isOpenAtEnd ? ~Int32(word) : Int32(word), in: lexicon)
      }
    }
    return .phrase(node)
  }

  private func beginning(_ word: Int, _ isPrefix: Bool, in lexicon: Lexicon) -> Int32 {
    let known =
      isPrefix ? lexicon.prefixMeanings[word].phrases : lexicon.meanings[word].phrases
    if known >= 0 { return known }
    let node = newNode(in: lexicon)
    if isPrefix {
      lexicon.prefixMeanings[word].phrases = node
    } else {
      lexicon.meanings[word].phrases = node
    }
    return node
  }

  private func step(from node: Int32, _ word: Int32, in lexicon: Lexicon) -> Int32 {
    let step = Lexicon.PhraseStep(from: node, word: word)
    if let known = lexicon.steps[step] { return known }
    let next = newNode(in: lexicon)
    lexicon.steps[step] = next
    return next
  }

  private func newNode(in lexicon: Lexicon) -> Int32 {
    lexicon.phraseEntries.append(-1)
    return Int32(lexicon.phraseEntries.count - 1)
  }
}
