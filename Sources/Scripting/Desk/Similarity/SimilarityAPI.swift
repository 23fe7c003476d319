internal import Document
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
        APIMember(
          "sketch",
          type:
            "fun(text: \(text), options?: { words?: integer, letters?: integer, size?: integer }): string",
          doc:
            "A signature that also tells a text that is part of a longer one (bottom-k MinHash): the `size` least "
            + "hashes, 96 unless told, of the text's runs of `words` words, 2 unless told, where words of fewer than "
            + "`letters` letters, 4 unless told, do not count, figures apart. A field can hold it.",
          access: .method(sketch)),
        APIMember(
          "contained", type: "fun(a: string, b: string): number?",
          doc:
            "The share of the shorter text's runs of words that are in the other one, 0 to 1, told from their "
            + "sketches. Nil where one has none.", access: .method(contained)),
        APIMember(
          "groups", type: "fun(sketches: string[], options?: { least?: number }): integer[][]",
          doc:
            "Which texts were copied of each other, whole or in part, by their sketches: groups of two and more, as "
            + "places in the list. Two are together where `least` of the shorter one's runs of words, 0.55 unless "
            + "told, are in the other, or by way of others; one that draws on several is with those of which it has "
            + "most. The time grows as the list does.", access: .method(groups)),
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
    var window = ShingleWindow(run)
    try forEachWord(call, 1) { word in
      if let shingle = window.add(word) { hash.add(shingle) }
    }
    if let shingle = window.rest { hash.add(shingle) }
    call.push(hash.signature[...])
    return 1
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

// MARK: Sketches

extension Session {
  private func sketch(_ call: Call) throws(Fault) -> Int {
    try refuseOptions(of: call, 2, but: ["words", "letters", "size"])
    let run = try integerOption("words", of: call, 2) ?? 2
    let letters = try integerOption("letters", of: call, 2) ?? 4
    let size = try integerOption("size", of: call, 2) ?? 96
    guard (1...16).contains(run) else { throw Fault("'words' is from 1 to 16") }
    guard (1...100).contains(letters) else { throw Fault("'letters' is from 1 to 100") }
    guard (8...1024).contains(size) else { throw Fault("'size' is from 8 to 1024") }
    var shingles: [UInt64] = []
    var window = ShingleWindow(run)
    try visitWords(call, 1) { word in
      guard word.isFigure || word.hasLetters(letters) else { return }
      let hash = BagHash.of(word.key, word.keyCount, lowers: true)
      if let shingle = window.add(hash) { shingles.append(shingle) }
    }
    if let shingle = window.rest { shingles.append(shingle) }
    call.push(Sketch(shingles: shingles, size: size).text[...])
    return 1
  }

  private func contained(_ call: Call) throws(Fault) -> Int {
    let overlap = try sketch(call, 1).overlap(with: try sketch(call, 2))
    call.push(optional: min(overlap.counts.0, overlap.counts.1) == 0 ? nil : overlap.containment)
    return 1
  }

  private func sketch(_ call: Call, _ argument: Int) throws(Fault) -> Sketch {
    let sketch = try call.bytes(argument) { Sketch(text: $0) }
    guard let sketch else {
      throw Fault(argument: argument, expected: "a text made by desk.similarity.sketch")
    }
    return sketch
  }

  private func groups(_ call: Call) throws(Fault) -> Int {
    try refuseOptions(of: call, 2, but: ["least"])
    let least = try numberOption("least", of: call, 2) ?? 0.55
    guard least > 0, least <= 1 else { throw Fault("'least' is more than 0 and at most 1") }
    let table = try call.table(1)
    var sketches: [Sketch] = []
    for position in stride(from: 1, through: table.count, by: 1) {
      guard let sketch = table.element(position, { $0.unsafeBytes.flatMap(Sketch.init) }) else {
        throw Fault("sketches[\(position)]: expected a text made by desk.similarity.sketch")
      }
      sketches.append(sketch)
    }
    let groups = CopyGroups(sketches, least: least) { call.isExpired }
    guard !call.isExpired else { throw Fault("the time limit was reached") }
    let lists = groups.groups.map { Value.list($0.map { .integer(Int64($0 + 1)) }) }
    try call.push(value: .list(lists))
    return 1
  }
}

extension Word {
  fileprivate var isFigure: Bool { keyCount > 0 && key[0] &- 0x30 < 10 }

  /// Whether it has so many characters.
  fileprivate func hasLetters(_ least: Int) -> Bool {
    guard keyCount >= least else { return false }
    var count = 0
    for index in 0..<keyCount where key[index] & 0xC0 != 0x80 { count += 1 }
    return count >= least
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
    try visitWords(call, argument) {
      visit(BagHash.of($0.key, $0.keyCount, lowers: true))
    }
  }

  /// Shows each word of an argument's text.
  private func visitWords(
    _ call: Call, _ argument: Int, _ visit: (Word) -> Void
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
      visit(word)
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
