import Document

/// Tags the tokens of names with a linear-chain model, and gathers them into spans.
struct EntityTagger {
  struct Span {
    var tokens: Range<Int>
    var label: Entity.Label
  }

  private let model: EntityModel
  private var features: EntityFeatures
  private(set) var spans: [Span] = []
  private var lattice = Lattice()
  private var hashes = Array(repeating: UInt32(0), count: EntityFeatures.limit)

  init(_ model: EntityModel, _ words: WordColumns, _ bytes: Bytes, sentences: [Range<Int>]) {
    self.model = model
    features = EntityFeatures(words, bytes, model)
    let islands = EntityIslands(words)
    for sentence in sentences {
      var start = sentence.lowerBound
      while let island = islands.next(from: start, in: sentence) {
        tag(island, in: sentence)
        start = island.upperBound
      }
    }
  }

  private mutating func tag(_ island: Range<Int>, in sentence: Range<Int>) {
    features.turn(to: island, in: sentence)
    lattice.reset()
    for index in island { lattice.append(scores(of: index), model) }
    gather(lattice.best(), from: island.lowerBound)
  }

  /// What all features of a token say of each tag; they are gathered first, so that their rows can be fetched at once.
  private mutating func scores(of index: Int) -> SIMD8<Int16> {
    hashes.withUnsafeMutableBufferPointer { [features, model] buffer in
      var count = 0
      features.forEach(of: index) {
        buffer[count] = $0
        count += 1
      }
      var scores = SIMD8<Int16>()
      for hash in buffer[..<count] { model.add(hash, to: &scores) }
      // Rows begin with the tag after `outside`, and end with their checks.
      return SIMD8(0, scores[0], scores[1], scores[2], scores[3], scores[4], scores[5], 0)
    }
  }

  private mutating func gather(_ tags: [EntityTag], from start: Int) {
    for (offset, tag) in tags.enumerated() {
      guard let label = tag.label else { continue }
      let index = start + offset
      if tag.isInside, let last = spans.last, last.tokens.upperBound == index, last.label == label {
        spans[spans.count - 1].tokens = last.tokens.lowerBound..<index + 1
      } else {
        spans.append(Span(tokens: index..<index + 1, label: label))
      }
    }
  }
}

/// The best paths through the tags of an island (Viterbi).
private struct Lattice {
  private static let tags = EntityTag.allCases.count
  private var scores: [Int32] = []
  private var origins: [UInt8] = []

  mutating func reset() {
    scores.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
  }

  mutating func append(_ emission: SIMD8<Int16>, _ model: EntityModel) {
    let isFirst = scores.isEmpty
    let base = scores.count - Self.tags
    for tag in 0..<Self.tags {
      var best = Int32.min
      var origin = 0
      // Before an island everything is outside.
      for from in 0..<(isFirst ? 1 : Self.tags) where Self.mayFollow(from, tag) {
        let score = (isFirst ? 0 : scores[base + from]) + model.transition(from, tag)
        if score > best {
          best = score
          origin = from
        }
      }
      scores.append(best == Int32.min ? -1_000_000 : best + Int32(emission[tag]))
      origins.append(UInt8(origin))
    }
  }

  /// An inside tag goes on with an entity of its own kind.
  static func mayFollow(_ from: Int, _ tag: Int) -> Bool {
    tag == 0 || tag & 1 == 1 || from == tag || from == tag - 1
  }

  func best() -> [EntityTag] {
    let count = scores.count / Self.tags
    var tag = 0
    let base = (count - 1) * Self.tags
    for other in 1..<Self.tags where scores[base + other] > scores[base + tag] { tag = other }
    var result = Array(repeating: EntityTag.outside, count: count)
    for index in (0..<count).reversed() {
      result[index] = EntityTag(rawValue: tag) ?? .outside
      tag = Int(origins[index * Self.tags + tag])
    }
    return result
  }
}
