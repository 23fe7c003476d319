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
    case .text: Array(TextReport(report, style: TextStyle(of: request)).text.utf8)
    case .json: Self.json(report.data)
    }
  }

  /// Of several reports their index is printed.
  func bytes(of index: GroupIndex, for request: RunRequest) -> [UInt8] {
    switch self {
    case .text: Array(index.text(in: TextStyle(of: request)).utf8)
    case .json: Self.json(index.data)
    }
  }

  private static func json(_ value: Value) -> [UInt8] {
    JSONWriter.bytes(value) + [0x0A]
  }
}

extension TextStyle {
  fileprivate init(of request: RunRequest) {
    self.init(width: request.width, hasColor: request.hasColor)
  }
}
