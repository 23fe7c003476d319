import Document
import Glibc
import Reporting

/// What is made of a report besides its own files: a text by the house's template, a PDF, and pictures of its charts.
struct ReportExtras {
  private let template: TemplateDesk?
  private let printer: PDFPrinter?
  private let wantsPDF: Bool
  private let charts: ChartFormat?

  /// Finds out whether both can be made, before the run begins.
  init(_ request: RunRequest, executable: Path) throws(WorkbenchError) {
    template = try request.template.map { path throws(WorkbenchError) in
      try TemplateDesk(path, request.limits, executable: executable)
    }
    wantsPDF = request.wantsPDF
    charts = request.charts
    printer = try wantsPDF || charts == .png ? PDFPrinter() : nil
  }

  /// The file that the template writes, to be completed with the others; nil where there is no template, or it failed.
  func written(
    _ report: Report, into folder: Path, _ run: Run
  ) throws(WorkbenchError) -> OutputFile? {
    guard let template else { return nil }
    switch try template.text(of: report, stop: run.stop) {
    case .failure(let error):
      if run.stop.caught == nil { run.keep(error) }
      return nil
    case .success(let text):
      let file = try OutputFile(folder.appending(template.file).bytes)
      try file.write(Array(text.utf8)[...])
      return file
    }
  }

  /// The pictures of the charts, to be completed with the other files; nil where they are not wanted.
  func pictures(of report: Report, in folder: Path) throws(WorkbenchError) -> ChartFolder? {
    try charts == nil ? nil : ChartFolder(report, in: folder)
  }

  /// The files that are made, from the report's folder.
  /// - Parameter isWritten: whether the template has written its.
  func names(_ pictures: ChartFolder?, isWritten: Bool) -> [String] {
    (isWritten ? [template?.file].compactMap(\.self) : []) + (wantsPDF ? ["report.pdf"] : [])
      + (pictures?.names(isDrawn: charts == .png) ?? [])
  }

  /// Has the browser print the report and draw its pictures, which are complete.
  func print(
    in folder: Path, _ pictures: ChartFolder?, _ run: Run
  ) throws(WorkbenchError) {
    guard let printer else { return }
    if wantsPDF {
      try printer.print(
        folder.appending("report.html"), to: folder.appending("report.pdf"), stop: run.stop)
    }
    if charts == .png { try pictures?.draw(with: printer, run.stop) }
  }
}
