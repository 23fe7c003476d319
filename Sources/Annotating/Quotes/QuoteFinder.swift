import Document

/// Finds who said what: the layer `quotes`.
struct QuoteFinder {
  static func quotes(in manuscript: inout Manuscript) -> Layer<Quote> {
    let scene = Scene(&manuscript)
    let direct = DirectQuotes(scene)
    let indirect = IndirectQuotes(scene, direct.drafts)
    var found: [(range: TextRange, quote: Quote)] = direct.drafts.map { draft in
      var range = TextRange(
        scene.quoted[draft.quotations.lowerBound].lower,
        scene.quoted[draft.quotations.upperBound].upper)
      guard let lead = draft.lead else { return (range, scene.quote(.direct, draft.attribution)) }
      range.lower = scene.words.ranges[lead].lower
      return (range, scene.quote(.mixed, draft.attribution))
    }
    for report in indirect.reports {
      let kind = scene.kind(of: report.content)
      found.append((scene.range(ofContent: report.content), scene.quote(kind, report.attribution)))
    }
    found.sort { $0.range < $1.range }
    var layer = Layer<Quote>()
    layer.reserveCapacity(found.count)
    for (range, quote) in found { layer.append(range, quote) }
    return layer
  }
}

extension Scene {
  fileprivate func quote(_ kind: Quote.Kind, _ attribution: Attribution) -> Quote {
    Quote(
      kind: kind, speaker: attribution.speaker.map(words.range),
      cue: attribution.cue.map(words.range), confidence: attribution.confidence,
      why: attribution.why)
  }

  /// Mixed where quotation marks stand in it; direct where they hold all of it.
  fileprivate func kind(of content: Range<Int>) -> Quote.Kind {
    let quoted = content.count { isQuoted($0) }
    if quoted == 0 { return .indirect }
    return content.count - quoted <= 1 ? .direct : .mixed
  }

  /// The text of content, widened to whole quotations, so that no mark is left without its partner.
  fileprivate func range(ofContent content: Range<Int>) -> TextRange {
    var range = words.range(content)
    if isQuoted(content.lowerBound) {
      range.lower = min(range.lower, quoted[Int(quotation[content.lowerBound])].lower)
    }
    if isQuoted(content.upperBound - 1) {
      range.upper = max(range.upper, quoted[Int(quotation[content.upperBound - 1])].upper)
    }
    return range
  }
}
