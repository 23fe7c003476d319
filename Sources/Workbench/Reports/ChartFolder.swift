import Reporting

/// The pictures of a report's charts, in its folder `charts`.
struct ChartFolder {
  private static let name = "charts"

  private let charts: [ChartFile]
  private let folder: Path
  private var files: [OutputFile] = []

  /// Writes the pictures; they appear with the report's other files.
  init(_ report: Report, in folder: Path) throws(WorkbenchError) {
    charts = ChartFile.all(of: report)
    self.folder = folder.appending(Self.name)
    guard !charts.isEmpty else { return }
    do { try self.folder.makeFolders() } catch {
      throw .output(path: self.folder.shown, errno: error.errno)
    }
    for chart in charts {
      let file = try OutputFile(self.folder.appending("\(chart.name).svg").bytes)
      try file.write(chart.svg[...])
      files.append(file)
    }
  }

  /// The pictures from the report's folder.
  /// - Parameter isDrawn: whether they are there in pixels, too.
  func names(isDrawn: Bool) -> [String] {
    charts.flatMap { chart in
      (isDrawn ? ["svg", "png"] : ["svg"]).map { "\(Self.name)/\(chart.name).\($0)" }
    }
  }

  func complete() throws(WorkbenchError) {
    for file in files { try file.complete(isDurable: false) }
  }

  /// Has the browser draw each of the pictures, which are complete, in pixels.
  func draw(with printer: PDFPrinter, _ stop: StopSignal) throws(WorkbenchError) {
    for chart in charts where stop.caught == nil {
      try printer.draw(
        folder.appending("\(chart.name).svg"), to: folder.appending("\(chart.name).png"),
        width: chart.width, height: chart.height, stop: stop)
    }
  }
}
