import Document
import Glibc
import Reporting

/// What is made of a report besides its own files: a text by the house's template, and a PDF.
struct ReportExtras {
  private let template: TemplateDesk?
  private let printer: PDFPrinter?

  /// Finds out whether both can be made, before the run begins.
  init(_ request: RunRequest, executable: Path) throws(WorkbenchError) {
    template = try request.template.map { path throws(WorkbenchError) in
      try TemplateDesk(path, request.limits, executable: executable)
    }
    printer = try request.wantsPDF ? PDFPrinter() : nil
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

  /// Prints the report, which is complete.
  func print(in folder: Path, _ run: Run) throws(WorkbenchError) {
    try printer?.print(
      folder.appending("report.html"), to: folder.appending("report.pdf"), stop: run.stop)
  }
}
