import Document
import Reporting

/// The first articles of a run with their findings, kept on disk until the report's first part is written and all that it
/// leads to is known.
final class PageSpool {
  private let lines: LineSpool
  private let bounds: ReportBounds
  private var textBytes = 0
  /// Whether the next article would go beyond the bounds; all later ones are left out then.
  private(set) var isFull = false
  private(set) var pages = 0
  /// Whether a browser opens all of them fast in one document.
  var fitsOneFile: Bool { pages <= bounds.filePages && textBytes <= bounds.fileBytes }

  init(_ bounds: ReportBounds) throws(WorkbenchError) {
    self.bounds = bounds
    isFull = bounds.pages == 0
    lines = try LineSpool()
  }

  /// Keeps an article, unless the bounds are reached.
  func add(
    _ findings: ArraySlice<UInt8>, _ article: ArraySlice<UInt8>, text: Text
  ) throws(WorkbenchError) {
    guard !isFull, textBytes + text.count <= bounds.pageBytes else {
      isFull = true
      return
    }
    textBytes += text.count
    try lines.add(findings)
    try lines.add(article)
    pages += 1
    isFull = pages >= bounds.pages
  }

  func read(each: (ArticlePage) throws(WorkbenchError) -> Void) throws(WorkbenchError) {
    var findings: [UInt8]?
    var number = 0
    try lines.read { (line) throws(WorkbenchError) in
      guard let first = findings else {
        findings = Array(line)
        return
      }
      findings = nil
      number += 1
      let entry = try FindingsEntry([first[...], line], needs: [.outcome, .annotations, .article])
      guard case .findings(let found)? = entry.outcome, let article = entry.article else { return }
      try each(ArticlePage(number: number, findings: found, article: article))
    }
  }
}
