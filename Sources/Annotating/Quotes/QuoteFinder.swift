import Document

/// Finds who said what: the layer `quotes`.
struct QuoteFinder {
  static func quotes(in manuscript: inout Manuscript) -> Layer<Quote> {
    let scene = Scene(&manuscript)
    let direct = DirectQuotes(scene)
    var layer = Layer<Quote>()
    for draft in direct.drafts {
      let range = TextRange(
        scene.quoted[draft.quotations.lowerBound].lower,
        scene.quoted[draft.quotations.upperBound].upper)
      let attribution = draft.attribution
      layer.append(
        range,
        Quote(
          kind: .direct, speaker: attribution.speaker.map(scene.words.range),
          cue: attribution.cue.map(scene.words.range), confidence: attribution.confidence,
          why: attribution.why))
    }
    return layer
  }
}
