package import Document

/// Finds layers in articles: those that a run's plugins require, and what these build on.
package struct Annotator: Sendable {
  package init() {}

  /// Computes the layers that are asked for and missing; layers that are there already stay as they are.
  package func annotate(_ article: inout Article, with kinds: Set<LayerKind>) {
    let missing = kinds.filter { !article.layers.has($0) }
    guard !missing.isEmpty else { return }
    let text = article.text
    text.utf8.withUnsafeBufferPointer { bytes in
      var manuscript = Manuscript(bytes, article)
      for kind in LayerKind.allCases where missing.contains(kind) {
        manuscript.write(kind, to: &article.layers)
      }
    }
  }

  /// Tells the language of an article whose metadata does not, with the provenance `detected`.
  ///
  /// `und` says that the text is too short or too mixed to tell.
  package func tellLanguage(of article: inout Article) {
    guard article.metadata.language == nil else { return }
    let code = article.text.utf8.withUnsafeBufferPointer(LanguageIdentifier.identify)
    article.metadata.language = Sourced(code, from: "detected")
  }
}

extension Manuscript {
  /// Finds a layer and hands it over.
  fileprivate mutating func write(_ kind: LayerKind, to layers: inout Layers) {
    switch kind {
    case .paragraphs: layers.paragraphs = paragraphs
    case .sentences: layers.sentences = sentences.ranges
    case .tokens: layers.tokens = Layer(tokens.ranges, tokens.kinds)
    case .quoted: layers.quoted = quoted
    case .quotes: layers.quotes = QuoteFinder.quotes(in: &self)
    case .amounts: layers.amounts = AmountFinder.amounts(in: &self)
    case .dates: layers.dates = DateFinder.dates(in: &self)
    case .entities: layers.entities = entities
    case .links: break
    case .scopes: layers.scopes = ScopeFinder.scopes(in: &self)
    }
  }
}

extension Layers {
  fileprivate func has(_ kind: LayerKind) -> Bool {
    switch kind {
    case .paragraphs: paragraphs != nil
    case .sentences: sentences != nil
    case .tokens: tokens != nil
    case .quoted: quoted != nil
    case .quotes: quotes != nil
    case .entities: entities != nil
    case .amounts: amounts != nil
    case .dates: dates != nil
    case .links: links != nil
    case .scopes: scopes != nil
    }
  }
}
