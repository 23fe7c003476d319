import Document

/// One article while it is annotated: its bytes, its language, and the layers that the others build on.
///
/// It borrows the article's bytes, so it lives no longer than the call that made it. Every layer is found when it is
/// first asked for, and kept.
struct Manuscript {
  let bytes: Bytes
  let language: Language
  let metadata: Metadata
  private var given: Layers
  private var foundTokens: Tokens?
  private var foundParagraphs: [TextRange]?
  private var foundSentences: Sentences?
  private var foundWords: WordColumns?
  private var foundQuoted: [TextRange]?
  private var foundEntities: Layer<Entity>?

  init(_ bytes: Bytes, _ article: Article) {
    self.bytes = bytes
    metadata = article.metadata
    given = article.layers
    language = Language.of(metadata.language?.value ?? LanguageIdentifier.identify(bytes))
  }

  /// What the source's markup says of stretches of the text.
  var marked: Layer<Scope.Kind> { given.marked ?? Layer() }

  /// The tokens, which together cover all ink.
  var tokens: Tokens {
    mutating get {
      if let foundTokens { return foundTokens }
      let tokens = Tokenizer.tokens(of: bytes, in: language)
      foundTokens = tokens
      return tokens
    }
  }

  var paragraphs: [TextRange] {
    mutating get {
      if let found = given.paragraphs ?? foundParagraphs { return found }
      let paragraphs = ParagraphFinder.paragraphs(of: bytes)
      foundParagraphs = paragraphs
      return paragraphs
    }
  }

  /// The sentences, with the tokens of each.
  var sentences: Sentences {
    mutating get {
      if let foundSentences { return foundSentences }
      let tokens = tokens
      let sentences =
        if let ranges = given.sentences {
          Sentences(ranges, over: tokens)
        } else {
          SentenceSplitter.sentences(of: bytes, tokens, in: paragraphs, language)
        }
      foundSentences = sentences
      return sentences
    }
  }

  /// The words of a range.
  func text(of range: TextRange) -> String { String(decoding: bytes[range.offsets], as: UTF8.self) }

  /// The hashes and shapes of the tokens.
  var words: WordColumns {
    mutating get {
      if let foundWords { return foundWords }
      let words = WordColumns(bytes, tokens)
      foundWords = words
      return words
    }
  }

  /// Persons, organisations and places.
  var entities: Layer<Entity> {
    mutating get {
      if let found = given.entities ?? foundEntities { return found }
      let entities = EntityFinder.entities(in: &self)
      foundEntities = entities
      return entities
    }
  }

  /// The stretches between quotation marks.
  var quoted: [TextRange] {
    mutating get {
      if let found = given.quoted ?? foundQuoted { return found }
      let quoted = QuotedText.ranges(of: bytes, in: paragraphs)
      foundQuoted = quoted
      return quoted
    }
  }
}
