import Document
import Reporting

/// What the pictures of a report's charts are written as.
package enum ChartFormat: String, CaseIterable, Sendable {
  case svg
  /// Drawn by the user's Chromium, beside the same in SVG.
  case png
}

/// How a report is printed on standard output.
package enum ReportPrinting: String, CaseIterable, Sendable {
  case text, json

  func bytes(of report: Report, for request: RunRequest) -> [UInt8] {
    switch self {
    case .text:
      let style = TextStyle(width: request.width, hasColor: request.hasColor)
      return Array(TextReport(report, style: style).text.utf8)
    case .json:
      var json = JSONWriter()
      json.value(report.data)
      return json.bytes + [0x0A]
    }
  }
}
