/// Finds the place of terms in a lexicon that is being built.
struct LexiconBuilder {
  private let options: Lexicon.Options
  private let stemmer: Stemmer?
  private let scratch = Scratch()
  /// Maps the bytes of words to those of keys.
  let fold: UnsafePointer<UInt8>

  /// The longest phrase, in words.
  static let maximumWords = 32
  /// Words known by their end or middle are compared one by one, so there may be but few.
  static let maximumPatterns = 256

  init(options: Lexicon.Options, _ stemmer: Stemmer?) {
    self.options = options
    self.stemmer = stemmer
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
    for list: WordList, _ row: Int, in table: inout TermTable
  ) throws(WordListFault) -> TermTable.Place {
    let term = list.bytes[list.rows[row].term.offsets]
    if let word = plainWord(term, in: &table) { return .word(word) }
    if let phrase = plainPhrase(term, in: &table) { return .phrase(phrase) }
    let parts = parts(of: term)
    guard let last = parts.last else {
      throw fault(
        "has no word in it; lists of emoticons are read with words = \"spaced\"", list, row)
    }
    guard parts.count <= Self.maximumWords else {
      throw fault("has more than \(Self.maximumWords) words", list, row)
    }
    if parts.count == 1 { return try single(last, in: &table) { fault($0, list, row) } }
    return try phrase(parts, in: &table) { fault($0, list, row) }
  }

  private func fault(_ problem: String, _ list: WordList, _ row: Int) -> WordListFault {
    let term = String(decoding: list.bytes[list.rows[row].term.offsets].prefix(80), as: UTF8.self)
    return WordListFault(line: Int(list.rows[row].line), message: "'\(term)' \(problem)")
  }

  /// The classes of the bytes of plain words; nil where none is plain.
  private var plainClasses: UInt8? {
    guard options.words != .characters, stemmer == nil else { return nil }
    let ink = ByteClass.upper | ByteClass.lower | ByteClass.digit
    return options.words == .spaced ? ink | ByteClass.punctuation : ink
  }

  /// The key of a term that is one word of ASCII without a wildcard, as most are; nil for others.
  private func plainWord(_ term: ArraySlice<UInt8>, in table: inout TermTable) -> Int? {
    guard let allowed = plainClasses else { return nil }
    return term.withUnsafeBufferPointer { bytes in
      guard bytes.allSatisfy({ isPlain($0, allowed) }) else { return nil }
      return word(bytes, 0..<bytes.count, in: &table)
    }
  }

  /// Where a phrase of such words ends; nil for other terms.
  private func plainPhrase(_ term: ArraySlice<UInt8>, in table: inout TermTable) -> Int32? {
    guard let allowed = plainClasses else { return nil }
    return term.withUnsafeBufferPointer { bytes in
      var words = 0
      for (index, byte) in bytes.enumerated() where byte > 0x20 {
        guard isPlain(byte, allowed) else { return nil }
        if index == 0 || bytes[index - 1] <= 0x20 { words += 1 }
      }
      guard (2...Self.maximumWords).contains(words) else { return nil }
      var node: Int32 = -1
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] > 0x20 { end += 1 }
        if end > start, let word = word(bytes, start..<end, in: &table) {
          node =
            node < 0
            ? table.phrases(beginningWith: word, isPrefix: false)
            : table.step(from: node, word, isPrefix: false)
        }
        start = end + 1
      }
      return node
    }
  }

  private func isPlain(_ byte: UInt8, _ allowed: UInt8) -> Bool {
    ByteTables.shared.classes[Int(byte)] & allowed != 0 && byte != UInt8(ascii: "*")
  }

  private func word(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, in table: inout TermTable
  ) -> Int? {
    guard let start = bytes.baseAddress else { return nil }
    let hash = WordHash.of(
      start + range.lowerBound, range.count, lowers: options.letterCase != .keep,
      readable: bytes.count - range.lowerBound)
    return table.word(hash, start + range.lowerBound, range.count)
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
      var words = words(of: withoutEscapes(bytes), isWhole: !isOpenAtStart && !isOpenAtEnd)
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
  /// - Parameter isWhole: whether there is no wildcard, which stands for what stems leave out.
  private func words(of bytes: [UInt8], isWhole: Bool) -> [Part] {
    bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return [] }
      if options.words == .spaced {
        let count = scratch.put(start, buffer.count, options.letterCase)
        return [Part(key: Array(UnsafeBufferPointer(start: scratch.start, count: count)))]
      }
      let source = WordSource(
        start, 0..<buffer.count, caseRule: options.letterCase, scratch: scratch,
        straightensApostrophes: options.words == .words)
      var parts: [Part] = []
      func add(_ word: Word) {
        let key = UnsafeBufferPointer(start: word.key, count: word.keyCount)
        parts.append(Part(key: key.map { fold[Int($0)] }))
      }
      if let stemmer, isWhole {
        var cursor = StemCursor(source, .passUnretained(stemmer))
        while let word = cursor.next() { add(word) }
      } else if options.words == .words {
        var cursor = RunCursor(source)
        while let word = cursor.next() { add(word) }
      } else {
        var cursor = CharacterCursor(source)
        while let word = cursor.next() { add(word) }
      }
      return parts
    }
  }
}

// MARK: Places

extension LexiconBuilder {
  private func single(
    _ part: Part, in table: inout TermTable, _ fault: (String) -> WordListFault
  ) throws(WordListFault) -> TermTable.Place {
    if part.isOpenAtStart {
      let number = table.pattern(part.key, isAnchoredAtEnd: !part.isOpenAtEnd)
      guard number < Self.maximumPatterns else {
        throw fault("is one too many: \(Self.maximumPatterns) terms may begin with a wildcard")
      }
      return .pattern(number)
    }
    if part.isOpenAtEnd { return .prefix(try prefix(part, in: &table, fault)) }
    return .word(table.word(part.key))
  }

  private func prefix(
    _ part: Part, in table: inout TermTable, _ fault: (String) -> WordListFault
  ) throws(WordListFault) -> Int {
    guard part.key.count <= TermIndex.maximumPrefix else {
      throw fault("has more than \(TermIndex.maximumPrefix) bytes before its wildcard")
    }
    return table.prefix(part.key)
  }

  private func phrase(
    _ parts: [Part], in table: inout TermTable, _ fault: (String) -> WordListFault
  ) throws(WordListFault) -> TermTable.Place {
    var node: Int32 = -1
    for (index, part) in parts.enumerated() {
      guard !part.isOpenAtStart else {
        throw fault("begins a word of a phrase with a wildcard, which only single words may")
      }
      let word = part.isOpenAtEnd ? try prefix(part, in: &table, fault) : table.word(part.key)
      node =
        index == 0
        ? table.phrases(beginningWith: word, isPrefix: part.isOpenAtEnd)
        : table.step(from: node, word, isPrefix: part.isOpenAtEnd)
    }
    return .phrase(node)
  }
}
