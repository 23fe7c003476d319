/// Writes a whole run as one document: first what was merged, then the articles one by one.
package protocol ReportWriter {
  init(_ report: Report)

  /// Writes all that stands before the articles' pages.
  mutating func begin(to output: inout [UInt8])
  /// Writes one article's page; they come in corpus order.
  mutating func write(_ page: ArticlePage, to output: inout [UInt8])
  mutating func end(to output: inout [UInt8])
}
