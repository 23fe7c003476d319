package import Document

/// The tagger's view of annotated text, for the trainer: features and right tags of every token it would look at.
package struct EntityExamples {
  package struct Token {
    package var range: TextRange
    package var features: [UInt32]
    /// The tags that may be right, as bits: one, unless the data leave it open.
    package var allowed: UInt8
  }

  /// What data say of a stretch of text.
  package struct Mention {
    package var range: TextRange
    package var label: Entity.Label?
    /// Whether it is nothing, if it is not what the label says; all is open where there is no label.
    package var isDoubtful: Bool

    package init(range: TextRange, label: Entity.Label?, isDoubtful: Bool = false) {
      self.range = range
      self.label = label
      self.isDoubtful = isDoubtful
    }
  }

  package static let tagCount = EntityTag.allCases.count

  /// The islands of a text with the tags that mentions make right.
  /// - Parameters:
  ///   - mentions: in order; one that cuts a token is left out.
  ///   - gazetteer: the bytes of a model whose word lists are filled.
  package static func islands(
    of text: Text, mentions: [Mention], gazetteer: UnsafeRawPointer
  ) -> [[Token]] {
    text.utf8.withUnsafeBufferPointer { bytes in
      var manuscript = Manuscript(bytes, Article(id: "", source: "", text: text))
      let words = manuscript.words
      let model = EntityModel(base: gazetteer)
      let allowed = allowedTags(words, mentions)
      var examples: [[Token]] = []
      var features = EntityFeatures(words, bytes, model)
      let islands = EntityIslands(words)
      for sentence in manuscript.sentences.ranges.map({ words.indices(in: $0) }) {
        var start = sentence.lowerBound
        while let island = islands.next(from: start, in: sentence) {
          features.turn(to: island, in: sentence)
          var tokens = island.map { index in
            var hashes: [UInt32] = []
            features.forEach(of: index) { hashes.append($0) }
            return Token(range: words.ranges[index], features: hashes, allowed: allowed[index])
          }
          dropCutMention(&tokens)
          examples.append(tokens)
          start = island.upperBound
        }
      }
      return examples
    }
  }

  /// The entities of a text by a model that lies elsewhere than in the program.
  package static func entities(in text: Text, model: UnsafeRawPointer) -> Layer<Entity> {
    text.utf8.withUnsafeBufferPointer { bytes in
      var manuscript = Manuscript(bytes, Article(id: "", source: "", text: text))
      return EntityFinder.entities(in: &manuscript, EntityModel(base: model))
    }
  }

  private static func allowedTags(_ words: WordColumns, _ mentions: [Mention]) -> [UInt8] {
    var allowed = Array(repeating: bit(.outside), count: words.count)
    for mention in mentions {
      let tokens = words.indices(in: mention.range)
      guard let first = tokens.first, let last = tokens.last,
        words.ranges[first].lower == mention.range.lower,
        words.ranges[last].upper == mention.range.upper
      else { continue }
      for index in tokens {
        guard let label = mention.label else {
          allowed[index] = 0x7F
          continue
        }
        allowed[index] = bit(index == first ? .begin(label) : .inside(label))
        if mention.isDoubtful { allowed[index] |= bit(.outside) }
      }
    }
    return allowed
  }

  /// An entity that begins in small letters, before its island, is none to the tagger.
  private static func dropCutMention(_ tokens: inout [Token]) {
    let inside = bit(.insidePerson) | bit(.insideOrganization) | bit(.insideLocation)
    for index in tokens.indices {
      guard tokens[index].allowed & ~inside == 0 else { return }
      tokens[index].allowed = bit(.outside)
    }
  }

  private static func bit(_ tag: EntityTag) -> UInt8 { 1 << UInt8(tag.rawValue) }

  /// The key of a phrase in the gazetteer, and those of its beginnings, the word itself for a single one.
  package static func keys(of phrase: String) -> [UInt32] {
    let text = Text(phrase)
    return text.utf8.withUnsafeBufferPointer { bytes in
      var manuscript = Manuscript(bytes, Article(id: "", source: "", text: text))
      let hashes = manuscript.words.hashes
      guard var hash = hashes.first else { return [] }
      return [hash.value]
        + hashes.dropFirst().map { next in
          hash = hash.joined(next)
          return hash.value
        }
    }
  }
}
