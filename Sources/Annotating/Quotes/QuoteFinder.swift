package import Document

/// Finds who said what: the layer `quotes`.
package struct QuoteFinder {
  /// - Parameter quoted: the stretches between quotation marks, from `QuotedText`.
  package static func quotes(
    in article: Article, _ words: WordColumns, quoted: [TextRange]
  ) -> Layer<Quote> {
    let scene = Scene(article, words, quoted: quoted)
    let direct = DirectQuotes(scene)
    var layer = Layer<Quote>()
    for draft in direct.drafts {
      let range = TextRange(
        quoted[draft.quotations.lowerBound].lower, quoted[draft.quotations.upperBound].upper)
      let attribution = draft.attribution
      layer.append(
        range,
        Quote(
          kind: .direct, speaker: attribution.speaker.map(words.range),
          cue: attribution.cue.map(words.range),
          confidence: attribution.confidence, why: attribution.why))
    }
    return layer
  }
}
