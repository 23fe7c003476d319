import Document

/// Finds who said what: the layer `quotes`.
struct QuoteFinder {
  static func quotes(in manuscript: inout Manuscript) -> Layer<Quote> {
    let scene = Scene(&manuscript)
    let direct = DirectQuotes(scene)
    var drafts = direct.drafts
    var reports =
      scene.isEnglish
      ? IndirectQuotes(scene, drafts).reports : ClauseReports(scene, drafts).reports
    if scene.isEnglish { scene.join(&drafts, to: &reports) }
    var found = drafts.map { Finding(scene, $0) } + reports.map { Finding(scene, $0) }
    var layer = Layer<Quote>()
    guard !found.isEmpty else { return layer }
    if let dateline = manuscript.metadata.dateline?.value.range {
      for index in found.indices { found[index].leaveOut(dateline) }
    }
    found.sort { $0.range < $1.range }
    var names = SpeakerNames(scene, manuscript.entities.names)
    layer.reserveCapacity(found.count)
    for finding in found {
      guard let quote = finding.quote(scene, &names) else { continue }
      layer.append(finding.range, quote)
    }
    return layer
  }
}

/// A quote before its speaker's name is known.
private struct Finding {
  var range: TextRange
  var kind: Quote.Kind
  var attribution: Attribution

  init(_ scene: Scene, _ draft: Draft) {
    range = TextRange(
      scene.quoted[draft.quotations.lowerBound].lower,
      scene.quoted[draft.quotations.upperBound].upper)
    kind = draft.lead == nil && draft.tail == nil ? .direct : .mixed
    attribution = draft.attribution
    if let lead = draft.lead { range.lower = scene.words.ranges[lead].lower }
    if let tail = draft.tail { range.upper = scene.words.ranges[tail - 1].upper }
  }

  init(_ scene: Scene, _ report: Report) {
    range = scene.range(ofContent: report.content)
    kind = scene.kind(of: report.content)
    attribution = report.attribution
  }

  /// What was said begins behind the dateline that the sentence begins with.
  mutating func leaveOut(_ dateline: TextRange) {
    guard range.lower < dateline.upper, range.upper > dateline.upper else { return }
    range.lower = dateline.upper
  }

  /// The quote with its speaker's name; nil where it needs one and has none.
  func quote(_ scene: Scene, _ names: inout SpeakerNames) -> Quote? {
    if attribution.needsName, let speaker = attribution.speaker, !names.mayName(speaker) {
      return nil
    }
    let identity = attribution.speaker.map { names.identity(of: $0) }
    return Quote(
      kind: kind, speaker: attribution.speaker.map(scene.words.range),
      speakerName: identity?.name, role: identity?.role.map(scene.words.range),
      cue: attribution.cue.map(scene.words.range),
      stance: attribution.cue.map { scene.stance(of: $0) }, confidence: attribution.confidence,
      why: attribution.why)
  }
}

extension Scene {
  /// How a cue presents what was said, by its words.
  fileprivate func stance(of cue: Range<Int>) -> Quote.Stance {
    for token in cue {
      let stance = lexicon.stance(of: words.hashes[token])
      if stance != .neutral { return stance }
    }
    return .neutral
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
