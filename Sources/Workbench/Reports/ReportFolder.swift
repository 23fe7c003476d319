import Glibc
import Reporting

/// The folder that a report is written into: each of its files appears whole, and all of them at the end.
struct ReportFolder {
  let findings: FindingsOutput
  let table: FindingsOutput
  private let findingsFile: OutputFile
  private let tableFile: OutputFile
  private let page: OutputFile
  private let document: OutputFile
  private let folder: Path

  /// Makes the folder, with those around it, where there is none.
  init(_ folder: Path) throws(WorkbenchError) {
    do { try folder.makeFolders() } catch { throw .output(path: folder.shown, errno: error.errno) }
    self.folder = folder
    func file(_ name: String) throws(WorkbenchError) -> OutputFile {
      try OutputFile(folder.appending(name).bytes)
    }
    findingsFile = try file("findings.jsonl")
    tableFile = try file("findings.csv")
    page = try file("report.html")
    document = try file("report.md")
    findings = FindingsOutput(JSONLinesWriter(), sink: findingsFile.write)
    table = FindingsOutput(CSVWriter(), sink: tableFile.write)
  }

  /// The files of a report, from its folder.
  static func names(of report: Report) -> [String] {
    let sheets =
      report.hasSheets ? (1...max(1, Sheets.count(of: report.pages))).map(Sheets.path) : []
    let files = ReportFiles.all(of: report).map { "\(ReportFiles.folder)/\($0.name)" }
    return ["findings.jsonl", "findings.csv", "report.html", "report.md"] + sheets + files
  }

  /// Writes the report in all its formats and lets all files take their names.
  func write(_ report: Report, _ pages: PageSpool) throws(WorkbenchError) {
    var sheets: SheetFolder?
    if !report.hasSheets {
      try write(HTMLReport(report), pages, to: page)
    } else {
      var writer = HTMLReport(report)
      var output: [UInt8] = []
      writer.begin(to: &output)
      writer.end(to: &output)
      try page.write(output[...])
      sheets = try SheetFolder(folder.appending(Sheets.folder), writer, pages)
    }
    try write(MarkdownReport(report), pages, to: document)
    try writeFiles(of: report)
    try sheets?.complete()
    for file in [findingsFile, tableFile, document, page] { try file.complete() }
  }

  /// Writes the tables that plugins offer as files.
  private func writeFiles(of report: Report) throws(WorkbenchError) {
    let folder = folder.appending(ReportFiles.folder)
    for (name, bytes) in ReportFiles.all(of: report) {
      do { try folder.makeFolders() } catch {
        throw .output(path: folder.shown, errno: error.errno)
      }
      let file = try OutputFile(folder.appending(name).bytes)
      try file.write(bytes[...])
      try file.complete(isDurable: false)
    }
  }

  private func write(
    _ writer: some ReportWriter, _ pages: PageSpool, to file: OutputFile
  ) throws(WorkbenchError) {
    var writer = writer
    var output: [UInt8] = []
    writer.begin(to: &output)
    try file.write(output[...])
    try pages.read { (page) throws(WorkbenchError) in
      output.removeAll(keepingCapacity: true)
      writer.write(page, to: &output)
      try file.write(output[...])
    }
    output.removeAll()
    writer.end(to: &output)
    try file.write(output[...])
  }
}
