internal import Lua

// `desk.similarity`: how alike texts are.

extension Session {
  var similarityOwner: APIOwner {
    let text = "string | copydesk.Span | copydesk.Article"
    return APIOwner(
      library: "desk.similarity",
      doc:
        "How alike texts are by their words, case left aside. The numbers are the same on every machine.",
      members: [
        APIMember(
          "jaccard", type: "fun(a: \(text) | any[], b: \(text) | any[]): number?",
          doc:
            "The share of words in both texts among those in either, 0 to 1. Lists count as sets of their elements. "
            + "Nil where both are empty.", access: .method(jaccard)),
        APIMember(
          "cosine",
          type:
            "fun(a: \(text) | table<any, number>, b: \(text) | table<any, number>): number?",
          doc:
            "The cosine between the counts of words, 0 to 1. Tables are weights by key, as `counter:map()` gives them. "
            + "Nil where one is empty.", access: .method(cosine)),
        APIMember(
          "minhash",
          type: "fun(text: \(text), options?: { words?: integer, size?: integer }): string",
          doc:
            "A signature by which near copies are found without comparing texts (MinHash): hexadecimal digits, eight "
            + "for each of `size` numbers, 128 unless told, of the text's runs of `words` words, 3 unless told. "
            + "A field can hold it.", access: .method(minhash)),
        APIMember(
          "estimate", type: "fun(a: string, b: string): number",
          doc:
            "How many of their runs of words two texts share, told from their signatures; the error is about "
            + "one over the root of their size.", access: .method(estimate)),
      ])
  }

  private func jaccard(_ call: Call) throws(Fault) -> Int {
    call.push(optional: try bag(call, 1, isList: true).jaccard(try bag(call, 2, isList: true)))
    return 1
  }

  private func cosine(_ call: Call) throws(Fault) -> Int {
    call.push(optional: try bag(call, 1, isList: false).cosine(try bag(call, 2, isList: false)))
    return 1
  }

  private func minhash(_ call: Call) throws(Fault) -> Int {
    try refuseOptions(of: call, 2, but: ["words", "size"])
    let run = try integerOption("words", of: call, 2) ?? 3
    let size = try integerOption("size", of: call, 2) ?? 128
    guard (1...16).contains(run) else { throw Fault("'words' is from 1 to 16") }
    guard (8...1024).contains(size) else { throw Fault("'size' is from 8 to 1024") }
    var hash = MinHash(size: size)
    var window: [UInt64] = []
    try forEachWord(call, 1) { word in
      if window.count == run { window.removeFirst() }
      window.append(word)
      if window.count == run { hash.add(Self.shingle(window)) }
    }
    // A text shorter than a run is one run.
    if !window.isEmpty, window.count < run { hash.add(Self.shingle(window)) }
    call.push(hash.signature[...])
    return 1
  }

  private static func shingle(_ words: [UInt64]) -> UInt64 {
    words.reduce(0) { BagHash.mixed($0 &* 31 &+ $1) }
  }

  private func estimate(_ call: Call) throws(Fault) -> Int {
    let agreement = try call.bytes(1) { (a) throws(Fault) in
      try call.bytes(2) { (b) throws(Fault) in MinHash.agreement(a, b) }
    }
    guard let agreement else {
      throw Fault("expected two signatures of one size, made by desk.similarity.minhash")
    }
    call.push(agreement)
    return 1
  }
}

// MARK: Words

extension Session {
  private func bag(_ call: Call, _ argument: Int, isList: Bool) throws(Fault) -> WordBag {
    var bag = WordBag()
    guard call[argument].type == .table, !call[argument].isPlace else {
      try forEachWord(call, argument) { bag.add($0) }
      return bag
    }
    let table = call[argument]
    if isList {
      for position in stride(from: 1, through: table.count, by: 1) {
        if let hash = table.element(position, { $0.keyHash }) { bag.add(hash) }
      }
      return bag
    }
    var isWrong = false
    table.forEachEntry { key, value in
      if let hash = key.keyHash, let count = value.number, count.isFinite {
        bag.add(hash, count)
      } else {
        isWrong = true
      }
    }
    if isWrong { throw Fault("expected weights: a table of numbers by word") }
    return bag
  }

  /// Shows the hash of each word of an argument's text.
  private func forEachWord(
    _ call: Call, _ argument: Int, _ visit: (UInt64) -> Void
  ) throws(Fault) {
    let text = try text(call, argument)
    var cursor = RunCursor(
      WordSource(
        text.bytes.baseAddress ?? .nowhere, text.range, caseRule: .fold, scratch: desk.scratch,
        straightensApostrophes: true))
    var count = 0
    while let word = cursor.next() {
      count += 1
      if count % 4096 == 0, call.isExpired { throw Fault("the time limit was reached") }
      visit(BagHash.of(word.key, word.keyCount, lowers: true))
    }
  }
}

extension Slot {
  /// Whether a table tells of a stretch of the article, as a match does.
  fileprivate var isPlace: Bool {
    member("first") { $0.integer != nil } && member("last") { $0.integer != nil }
  }

  /// The hash of a string or a number as a key.
  fileprivate var keyHash: UInt64? {
    if let bytes = unsafeBytes {
      return BagHash.of(bytes.baseAddress ?? .nowhere, bytes.count)
    }
    return number.map { BagHash.mixed($0.bitPattern) }
  }
}
