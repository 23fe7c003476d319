/// The terms of a lexicon that is being built: what words and phrases lead to which entries.
struct TermTable {
  /// What a single word leads to.
  struct Meaning {
    /// The entry that is this word alone; -1: there is none.
    var entry: Int32 = -1
    /// Where phrases that begin with this word go on; -1: there are none.
    var phrases: Int32 = -1
  }

  /// A word known by its end or its middle.
  struct Pattern {
    var bytes: [UInt8]
    var isAnchoredAtEnd: Bool
    /// Only words with an apostrophe, a hyphen or the like can match it.
    var needsPunctuation: Bool
    var entry: Int32 = -1
  }

  /// Where a term's entry is kept.
  enum Place {
    case word(Int)
    case prefix(Int)
    case pattern(Int)
    case phrase(Int32)
  }

  let memory = Memory()
  private var words: KeyTable
  private var wordMeanings: [Meaning] = []
  private var prefixes: KeyTable
  private var prefixMeanings: [Meaning] = []
  private var prefixLengths: UInt64 = 0
  private(set) var patterns: [Pattern] = []
  /// Which word leads from which beginning of a phrase to which.
  private var steps: [UInt64: Int32] = [:]
  /// By beginning of a phrase: the entry that ends there, or -1.
  private var phraseEntries: [Int32] = []
  private let fold: UnsafePointer<UInt8>

  init(expecting count: Int, fold: UnsafePointer<UInt8>) {
    words = KeyTable(expecting: count, in: memory, hash: WordHash.of)
    prefixes = KeyTable(expecting: 0, in: memory, hash: PrefixHash.of)
    wordMeanings.reserveCapacity(count)
    self.fold = fold
  }

  /// The number of a word.
  mutating func word(_ hash: UInt64, _ start: UnsafePointer<UInt8>, _ count: Int) -> Int {
    let number = words.insert(hash, start, count, fold: fold)
    if number == wordMeanings.count { wordMeanings.append(Meaning()) }
    return number
  }

  mutating func word(_ key: [UInt8]) -> Int {
    key.withUnsafeBufferPointer { key in
      let start = key.baseAddress ?? .nowhere
      return word(WordHash.of(start, key.count), start, key.count)
    }
  }

  /// The number of a beginning of words; of at most `TermIndex.maximumPrefix` bytes.
  mutating func prefix(_ key: [UInt8]) -> Int {
    key.withUnsafeBufferPointer { key in
      let start = key.baseAddress ?? .nowhere
      let hash = PrefixHash.of(start, key.count)
      let number = prefixes.insert(hash, start, key.count, fold: fold)
      if number == prefixMeanings.count { prefixMeanings.append(Meaning()) }
      prefixLengths |= 1 << UInt64(key.count)
      return number
    }
  }

  /// The number of an end or a middle of words.
  mutating func pattern(_ key: [UInt8], isAnchoredAtEnd: Bool) -> Int {
    let known = patterns.firstIndex { $0.bytes == key && $0.isAnchoredAtEnd == isAnchoredAtEnd }
    if let known { return known }
    let punctuation = key.contains {
      ByteTables.shared.classes[Int($0)] & ByteClass.punctuation != 0
    }
    patterns.append(
      Pattern(bytes: key, isAnchoredAtEnd: isAnchoredAtEnd, needsPunctuation: punctuation))
    return patterns.count - 1
  }

  /// Where phrases go on that begin with a word, or with a beginning of words.
  mutating func phrases(beginningWith word: Int, isPrefix: Bool) -> Int32 {
    let known = isPrefix ? prefixMeanings[word].phrases : wordMeanings[word].phrases
    if known >= 0 { return known }
    let node = newNode()
    if isPrefix { prefixMeanings[word].phrases = node } else { wordMeanings[word].phrases = node }
    return node
  }

  /// Where a phrase goes on behind a further word.
  mutating func step(from node: Int32, _ word: Int, isPrefix: Bool) -> Int32 {
    let key = StepIndex.key(from: node, isPrefix ? ~Int32(word) : Int32(word))
    if let known = steps[key] { return known }
    let next = newNode()
    steps[key] = next
    return next
  }

  private mutating func newNode() -> Int32 {
    phraseEntries.append(-1)
    return Int32(phraseEntries.count - 1)
  }

  /// The entry at a place; -1: there is none.
  subscript(place: Place) -> Int32 {
    get {
      switch place {
      case .word(let number): wordMeanings[number].entry
      case .prefix(let number): prefixMeanings[number].entry
      case .pattern(let number): patterns[number].entry
      case .phrase(let node): phraseEntries[Int(node)]
      }
    }
    set {
      switch place {
      case .word(let number): wordMeanings[number].entry = newValue
      case .prefix(let number): prefixMeanings[number].entry = newValue
      case .pattern(let number): patterns[number].entry = newValue
      case .phrase(let node): phraseEntries[Int(node)] = newValue
      }
    }
  }

  /// Puts everything where scans find it; the index is valid for as long as `memory` lives.
  mutating func freeze(_ options: Lexicon.Options, _ stemmer: Stemmer?) -> TermIndex {
    words.freeze()
    prefixes.freeze()
    return TermIndex(
      rule: options.words, caseRule: options.letterCase,
      stemmer: stemmer.map(Unmanaged.passUnretained), findsAll: options.overlaps, fold: fold,
      words: words.index, wordMeanings: memory.copy(wordMeanings), prefixes: prefixes.index,
      prefixMeanings: memory.copy(prefixMeanings), prefixLengths: prefixLengths,
      patterns: frozenPatterns(), patternCount: patterns.count,
      anyWordMayMatch: patterns.contains { !$0.needsPunctuation },
      steps: StepIndex(steps, in: memory), phraseEntries: memory.copy(phraseEntries))
  }

  private func frozenPatterns() -> UnsafePointer<TermIndex.Pattern> {
    memory.copy(
      patterns.map { pattern in
        TermIndex.Pattern(
          bytes: memory.copy(pattern.bytes), count: pattern.bytes.count,
          isAnchoredAtEnd: pattern.isAnchoredAtEnd, needsPunctuation: pattern.needsPunctuation,
          entry: pattern.entry)
      })
  }
}

/// Which word leads from which beginning of a phrase to which, for lookups.
struct StepIndex {
  private let keys: UnsafeMutablePointer<UInt64>
  private let nodes: UnsafeMutablePointer<Int32>
  private let mask: Int

  init(_ steps: [UInt64: Int32], in memory: Memory) {
    var capacity = 2
    while capacity < steps.count * 2 { capacity *= 2 }
    mask = capacity - 1
    keys = memory.allocate(capacity, of: 0)
    nodes = memory.allocate(capacity, of: -1)
    for (key, node) in steps {
      var slot = Self.slot(of: key) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      nodes[slot] = node
    }
  }

  /// A step's key, which is never 0.
  /// - Parameter word: the word's number; of a beginning of words its complement.
  static func key(from node: Int32, _ word: Int32) -> UInt64 {
    UInt64(node + 1) << 32 | UInt64(UInt32(bitPattern: word))
  }

  private static func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  /// Where a step leads; -1: nowhere.
  func find(from node: Int32, _ word: Int32) -> Int32 {
    let key = Self.key(from: node, word)
    var slot = Self.slot(of: key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return nodes[slot] }
      slot = (slot + 1) & mask
    }
    return -1
  }
}
