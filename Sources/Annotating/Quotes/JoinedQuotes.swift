import Document

/// Quotes that go on in words of another kind.
extension Scene {
  /// Joins whole sentences in quotation marks that name nobody to the report that ends right before them in the paragraph:
  /// `Roe said the plan was dead. “Nobody wants it.”`
  func join(_ drafts: inout [Draft], to reports: inout [Report]) {
    guard !drafts.isEmpty, !reports.isEmpty else { return }
    // By where it ends, the report that begins first.
    var ending: [Int: Int] = [:]
    for (number, report) in reports.enumerated() {
      guard let cue = report.attribution.cue, has(cue.lowerBound, .speech) else { continue }
      let end = report.content.upperBound
      if let other = ending[end],
        reports[other].content.lowerBound <= report.content.lowerBound
      {
        continue
      }
      ending[end] = number
    }
    drafts.removeAll { draft in
      guard draft.isSequel, let number = report(before: draft, in: ending) else { return false }
      reports[number].content =
        reports[number].content.lowerBound..<tokens(of: draft.quotations.upperBound).upperBound
      return true
    }
  }

  /// The number of the report that the sentence before quoted words ends with.
  private func report(before draft: Draft, in ending: [Int: Int]) -> Int? {
    let start = tokens(of: draft.quotations.lowerBound).lowerBound
    if isQuoted(start - 1) { return ending[start] }
    return endsSentence(start - 1) ? ending[start - 1] : nil
  }
}
