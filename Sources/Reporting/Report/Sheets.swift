/// The files that hold the pages of a run's articles, where these are too many for one document.
package enum Sheets {
  /// Beside the report.
  package static let folder = "report-articles"
  /// Articles of one file.
  package static let pages = 100

  /// The file with an article's page, from the report: `report-articles/3.html`.
  static func file(of article: Int) -> String { path(sheet(of: article)) }

  /// The number of the file with an article's page, from 1.
  package static func sheet(of article: Int) -> Int { (article - 1) / pages + 1 }

  /// A file from the report's folder.
  package static func path(_ sheet: Int) -> String { "\(folder)/\(name(sheet))" }

  package static func name(_ sheet: Int) -> String { "\(sheet).html" }

  /// How many files so many pages take.
  package static func count(of pages: Int) -> Int { (pages + Self.pages - 1) / Self.pages }

  /// The articles of a file, of so many in all.
  static func articles(of sheet: Int, among pages: Int) -> ClosedRange<Int> {
    (sheet - 1) * Self.pages + 1...min(sheet * Self.pages, pages)
  }
}
