import Document

/// What the tagger knows of a token, as hashes of features.
///
/// The trainer uses this very code, so that training and tagging cannot drift apart.
struct EntityFeatures {
  /// More than any token has.
  static let limit = 160

  private let words: WordColumns
  private let bytes: Bytes
  private let model: EntityModel
  /// What the lists say of each token of the text, its cluster (0 for a word that has none) and its coarse class.
  private var traits: [NameTraits]
  private var clusters: [UInt16]
  private var vectorClusters: [UInt16]
  private var classes: [UInt32]
  private var sentence = 0..<0
  private var island = 0..<0
  /// For each token of the island, the phrase of the gazetteer and the run of capitals that it stands in.
  private var phrases: [PhrasePlace] = []
  private var runs: [Run] = []
  private let complements: EntityComplements

  /// Where a token stands in a phrase of the gazetteer.
  struct PhrasePlace: Hashable {
    var traits: PhraseTraits = []
    /// 0 outside, 1 first, 2 inside, 3 last.
    var place: UInt8 = 0
  }

  /// Words with capitals side by side; one without is an empty run.
  private struct Run {
    var tokens: Range<Int>
    /// The coarse classes of its first words, in order.
    var pattern: UInt32 = 0
    /// What is said of the name, `village` of `Ely is a village`: the word and its cluster, 0 where nothing is.
    var complement: UInt32 = 0
    var complementCluster: UInt32 = 0
  }

  init(_ words: WordColumns, _ bytes: Bytes, _ model: EntityModel) {
    self.words = words
    self.bytes = bytes
    self.model = model
    complements = EntityComplements(words, model)
    traits = Array(repeating: [], count: words.count)
    clusters = Array(repeating: 0, count: words.count)
    vectorClusters = Array(repeating: 0, count: words.count)
    classes = Array(repeating: 0, count: words.count)
  }

  /// Turns to an island, whose tokens alone can be asked for from now on.
  mutating func turn(to island: Range<Int>, in sentence: Range<Int>) {
    self.sentence = sentence
    self.island = island
    for index in max(
      island.lowerBound - 2, sentence.lowerBound)..<min(island.upperBound + 2, sentence.upperBound)
    {
      let known = model.word(words.hashes[index], isCapitalized: words.shapes[index].isCapitalized)
      traits[index] = known.traits
      clusters[index] = known.cluster
      vectorClusters[index] = known.vectorCluster
      classes[index] = Self.coarseClass(words, index, known.traits)
    }
    findPhrases()
    findRuns()
  }

  /// What a token is, coarsely enough that little data tells what sequences of such tokens mean.
  private static func coarseClass(_ words: WordColumns, _ index: Int, _ traits: NameTraits)
    -> UInt32
  {
    let shape = words.shapes[index]
    guard words.kinds[index] == .word else {
      return words.kinds[index] == .number ? 1 : words.hashes[index].value
    }
    if !shape.isCapitalized {
      if traits.contains(.function) { return words.hashes[index].value }
      if traits.contains(.personNoun) { return 2 }
      if traits.contains(.groupNoun) { return 3 }
      if traits.contains(.placeNoun) { return 4 }
      return traits.contains(.verb)
        ? traits.contains(.common) ? 5 : 10 : traits.contains(.common) ? 11 : 12
    }
    if traits.contains(.function) { return 6 }
    if traits.contains(.time) { return 7 }
    if traits.contains(.demonym) { return 8 }
    if shape.contains(.initial) { return 9 }
    var bits: UInt32 = shape.isAllCapitals ? 32 : 64
    if !traits.isDisjoint(with: [.male, .female]) { bits |= 1 }
    if traits.contains(.family) { bits |= 2 }
    if !traits.isDisjoint(with: [.city, .metropolis, .region]) { bits |= 4 }
    if traits.contains(.country) { bits |= 8 }
    if !traits.isDisjoint(with: [.common, .personNoun, .groupNoun, .placeNoun]) { bits |= 16 }
    if traits.contains(.personNoun) { bits |= 128 }
    if traits.contains(.groupNoun) { bits |= 256 }
    if traits.contains(.placeNoun) { bits |= 512 }
    return bits << 8
  }

  /// Finds the longest phrases of the gazetteer, from left to right.
  private mutating func findPhrases() {
    phrases.removeAll(keepingCapacity: true)
    var index = island.lowerBound
    while index < island.upperBound {
      guard let best = phrase(at: index) else {
        phrases.append(PhrasePlace())
        index += 1
        continue
      }
      for inner in index..<best.end {
        let place: UInt8 = inner == index ? 1 : inner == best.end - 1 ? 3 : 2
        phrases.append(PhrasePlace(traits: best.traits, place: place))
      }
      index = best.end
    }
  }

  private func phrase(at start: Int) -> (end: Int, traits: PhraseTraits)? {
    var hash = words.hashes[start]
    var best: (end: Int, traits: PhraseTraits)?
    var end = start + 1
    while end < island.upperBound, end - start < 6 {
      hash = hash.joined(words.hashes[end])
      let traits = model.traits(ofPhrase: hash)
      if traits.isEmpty { break }
      end += 1
      let kinds = traits.subtracting(.prefix)
      if !kinds.isEmpty { best = (end, kinds) }
    }
    return best
  }

  private mutating func findRuns() {
    runs.removeAll(keepingCapacity: true)
    var index = island.lowerBound
    while index < island.upperBound {
      var end = index
      while end < island.upperBound, words.shapes[end].isCapitalized { end += 1 }
      let run = index == end ? Run(tokens: index..<end) : run(of: index..<end)
      index = max(end, index + 1)
      while runs.count < index - island.lowerBound { runs.append(run) }
    }
  }

  private func run(of tokens: Range<Int>) -> Run {
    var run = Run(tokens: tokens)
    run.pattern = tokens.prefix(5).reduce(0) { $0 &* 0x0100_0193 ^ coarse($1) }
    if let noun = complements.noun(after: tokens, in: sentence) {
      let hash = words.hashes[noun]
      run.complement = hash.value
      run.complementCluster = UInt32(model.word(hash, isCapitalized: false).vectorCluster)
    }
    return run
  }

  /// The hash of the token at an index, or a mark for the sentence's edge.
  @inline(__always)
  private func word(_ index: Int) -> UInt32 {
    sentence.contains(index) ? words.hashes[index].value : 0x5EED
  }

  @inline(__always)
  private func shape(_ index: Int) -> UInt32 {
    guard sentence.contains(index) else { return 0x5EED }
    let range = words.ranges[index]
    return UInt32(words.shapes[index].rawValue) | UInt32(min(range.count, 5)) << 8
      | UInt32(words.kinds[index].rawValue) << 12
  }

  /// Whether a token is near enough to the island for its columns to be filled.
  @inline(__always)
  private func isNear(_ index: Int) -> Bool {
    index >= island.lowerBound - 2 && index < island.upperBound + 2 && sentence.contains(index)
  }

  @inline(__always)
  private func trait(_ index: Int) -> UInt32 { isNear(index) ? UInt32(traits[index].rawValue) : 0 }

  @inline(__always)
  private func coarse(_ index: Int) -> UInt32 { isNear(index) ? classes[index] : 0x5EED }

  /// Calls `body` with the hash of each feature of a token.
  @inline(__always)
  func forEach(of index: Int, _ body: (UInt32) -> Void) {
    var template: UInt32 = 0
    func feature(_ value: UInt32) {
      template &+= 0x9E37_79B9
      body(Self.mixed(template, value))
    }
    func pair(_ a: UInt32, _ b: UInt32) {
      feature(a &* 0x85EB_CA6B ^ (b << 13 | b >> 19) &* 0xC2B2_AE35)
    }

    let own = word(index)
    let before = word(index - 1)
    let after = word(index + 1)
    feature(own)
    feature(before)
    feature(after)
    feature(word(index - 2))
    feature(word(index + 2))
    pair(before, own)
    pair(own, after)
    pair(before, after)
    pair(before &* 31 &+ own, after)
    pair(word(index - 2) &* 31 &+ before, own)
    pair(own &* 31 &+ after, word(index + 2))

    let look = shape(index)
    feature(look)
    pair(shape(index - 1), look)
    pair(look, shape(index + 1))
    pair(shape(index - 1) ^ shape(index + 1) << 16, look)
    pair(before, look)
    pair(after, look)

    affixes(of: index) { feature($0) }

    let known = trait(index)
    feature(known)
    pair(known, trait(index - 1))
    pair(known, trait(index + 1))
    pair(known, before)
    pair(known, after)
    pair(known, look)
    feature(trait(index - 1))
    feature(trait(index + 1))
    feature(trait(index - 2))
    for bit in 0..<16 where known & 1 << UInt32(bit) != 0 { body(Self.mixed(0xB17, UInt32(bit))) }

    let phrase = phrases[index - island.lowerBound]
    feature(UInt32(phrase.traits.rawValue) | UInt32(phrase.place) << 8)
    pair(UInt32(phrase.traits.rawValue) | UInt32(phrase.place) << 8, after)

    let c = (
      coarse(index - 2), coarse(index - 1), coarse(index), coarse(index + 1), coarse(index + 2)
    )
    feature(c.2)
    pair(c.1, c.2)
    pair(c.2, c.3)
    pair(c.1 &* 31 &+ c.3, c.2)
    pair(c.0 &* 31 &+ c.1, c.2)
    pair(c.3 &* 31 &+ c.4, c.2)
    pair(before, c.2)
    pair(after, c.2)
    pair(c.2 &* 31 &+ before, after)
    pair((c.0 &* 31 &+ c.1) &* 31 &+ c.3, c.2)

    clusterFeatures(of: index, look) { pair($0, $1) }
    vectorFeatures(of: index, look) { pair($0, $1) }

    let isFirst: UInt32 = index == sentence.lowerBound ? 1 : 0
    pair(isFirst, known)
    pair(isFirst, own)
    pair(isFirst, c.2)
    pair(isFirst &+ 2, c.2 &* 31 &+ c.3)

    let name = runs[index - island.lowerBound]
    let run = name.tokens
    let place = UInt32(min(index - run.lowerBound, 3)) | UInt32(min(run.count, 4)) << 4
    feature(place)
    pair(place, known)
    pair(1, word(run.upperBound - 1))
    pair(2, word(run.lowerBound))
    pair(trait(run.upperBound - 1), place)
    pair(trait(run.lowerBound), place ^ 0x77)
    pair(coarse(run.lowerBound) &* 31 &+ coarse(run.upperBound - 1), place)
    pair(
      coarse(run.lowerBound) &* 31 &+ coarse(run.upperBound - 1),
      place ^ coarse(run.lowerBound - 1) << 6)
    pair(
      coarse(run.lowerBound) &* 31 &+ coarse(run.upperBound - 1),
      place ^ coarse(run.upperBound) << 6)
    pair(3, word(run.lowerBound - 1))
    pair(4, word(run.upperBound))
    pair(word(run.lowerBound - 1), place)
    pair(word(run.upperBound), place)

    let head = vectorCluster(run.upperBound - 1)
    pair(5, head)
    pair(6, head & 0x7F)
    pair(7, vectorCluster(run.lowerBound))
    pair(vectorCluster(run.lowerBound - 1), place)
    pair(vectorCluster(run.upperBound), place)
    pair(head & 0x7F | (vectorCluster(run.lowerBound) & 0x7F) << 7, place ^ 0x99)
    pair(vectorCluster(run.lowerBound - 2) & 0x7F, place ^ 0xAA)
    pair(vectorCluster(run.upperBound + 1) & 0x7F, place ^ 0xBB)

    pair(name.pattern, place)
    pair(name.pattern ^ coarse(run.lowerBound - 1), place ^ 0xDD)
    pair(name.pattern ^ coarse(run.upperBound), place ^ 0xEE)
    pair(cluster(run.lowerBound - 1), place ^ 0x11)
    pair(cluster(run.upperBound), place ^ 0x22)

    guard name.complement != 0 else { return }
    pair(8, name.complement)
    pair(9, name.complementCluster)
    pair(10, name.complementCluster & 0x7F)
    pair(name.complementCluster & 0x7F, place ^ 0xCC)
  }

  @inline(__always)
  private func cluster(_ index: Int) -> UInt32 { isNear(index) ? UInt32(clusters[index]) : 0 }

  /// Clusters of a word and its neighbours; the low bits are the way from the root of the tree.
  @inline(__always)
  private func clusterFeatures(of index: Int, _ look: UInt32, _ body: (UInt32, UInt32) -> Void) {
    let own = cluster(index)
    let before = cluster(index - 1)
    let after = cluster(index + 1)
    body(1, own)
    body(2, own & 0xF)
    body(3, own & 0x3F)
    body(4, own & 0x3FF)
    body(5, before)
    body(6, after)
    body(7, before & 0x3F)
    body(8, after & 0x3F)
    body(9, cluster(index - 2))
    body(10, cluster(index + 2))
    body(before, own | 1 << 17)
    body(own, after | 1 << 18)
    body(before, after | 1 << 19)
    body(before ^ look << 16, 1 << 20)
    body(after ^ look << 16, 1 << 21)
    body(before & 0x3F | (after & 0x3F) << 8, own & 0x3F | 1 << 22)
  }

  @inline(__always)
  private func vectorCluster(_ index: Int) -> UInt32 {
    isNear(index) ? UInt32(vectorClusters[index]) : 0
  }

  /// The same of clusters of word vectors, whose low seven bits are coarser clusters.
  @inline(__always)
  private func vectorFeatures(of index: Int, _ look: UInt32, _ body: (UInt32, UInt32) -> Void) {
    let own = vectorCluster(index)
    let before = vectorCluster(index - 1)
    let after = vectorCluster(index + 1)
    body(1, own)
    body(2, own & 0x7F)
    body(3, before)
    body(4, after)
    body(5, vectorCluster(index - 2))
    body(6, vectorCluster(index + 2))
    body(before & 0x7F, own & 0x7F | 1 << 16)
    body(own & 0x7F, after & 0x7F | 1 << 17)
    body(before & 0x7F | (after & 0x7F) << 7, own & 0x7F | 1 << 18)
    body(own ^ look << 16, 1 << 19)
  }

  /// Beginnings and ends of a word, two to four bytes of it.
  @inline(__always)
  private func affixes(of index: Int, _ body: (UInt32) -> Void) {
    let range = words.ranges[index]
    let end = Int(range.upper)
    let start = Int(range.lower)
    func letter(_ offset: Int) -> UInt32 {
      offset >= start && offset < end ? UInt32(bytes[offset] | 0x20) : 0
    }
    let tail = letter(end - 1) | letter(end - 2) << 8
    body(tail)
    body(tail | letter(end - 3) << 16)
    body(tail | letter(end - 3) << 16 | letter(end - 4) << 24)
    body(letter(start) | letter(start + 1) << 8 | letter(start + 2) << 16)
    body(letter(start) | letter(start + 1) << 8 | letter(start + 2) << 16 | letter(start + 3) << 24)
  }

  @inline(__always)
  private static func mixed(_ template: UInt32, _ value: UInt32) -> UInt32 {
    var hash = (template ^ value) &* 0x7FEB_352D
    hash ^= hash >> 15
    hash = (hash &+ template) &* 0x846C_A68B
    return hash ^ hash >> 16
  }
}
