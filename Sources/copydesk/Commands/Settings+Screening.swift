import Document
import Workbench

// Which articles of a run count, and when the run has failed.

extension Settings {
  func screen(_ request: inout RunRequest) throws {
    let isReport = arguments.command.name == Command.report.name
    request.filter = ArticleFilter(
      since: try date(.since), until: try date(.until),
      condition: try arguments.bytes(.condition).map { try expression($0, of: .condition) })
    request.gates = try arguments.all(.failIf).map { Gate(try expression($0, of: .failIf)) }
    request.grouping = try grouping()
    request.furtherFormats = try furtherFormats()
    request.template = arguments.bytes(.reportTemplate)
    request.pages = try pages()
    request.wantsPDF = arguments.has(.pdf)
    request.charts = try choice(.charts)
    request.printing = try choice(.printing)
    if isReport, let configuration {
      request.house = try configuration.house()
      request.template = request.template ?? configuration.template
      request.validationFolder = configuration.validationFolder
    }
    request.wantsSummary = arguments.has(.summaryLine)
    request.earlierRun = arguments.bytes(.sinceRun)
    if request.earlierRun != nil, request.gates.isEmpty, !request.wantsSummary, !isReport {
      throw UsageError.missingCompanion(.sinceRun, .failIf)
    }
  }

  /// The one of some words that an option names.
  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ option: Option
  ) throws(UsageError) -> Choice? where Choice.RawValue == String {
    guard let word = arguments.bytes(option) else { return nil }
    guard let choice = Choice.allCases.first(where: { Array($0.rawValue.utf8) == word }) else {
      throw .badChoice(option, word, among: Choice.allCases.map(\.rawValue))
    }
    return choice
  }

  private func pages() throws(UsageError) -> Int? {
    guard let bytes = arguments.bytes(.pages) else { return nil }
    guard let pages = Int(String(decoding: bytes, as: UTF8.self)), pages >= 0 else {
      throw .badValue(.pages, bytes, expected: "a number from 0 on")
    }
    return pages
  }

  private func furtherFormats() throws(UsageError) -> [FindingsFormat] {
    let all = FindingsFormat.besideReport
    var formats: [FindingsFormat] = []
    for word in arguments.all(.also) {
      guard let format = all.first(where: { Array($0.rawValue.utf8) == word }) else {
        throw .badChoice(.also, word, among: all.map(\.rawValue))
      }
      if !formats.contains(format) { formats.append(format) }
    }
    return formats
  }

  private func grouping() throws(UsageError) -> Grouping? {
    guard let bytes = arguments.bytes(.grouping) else { return nil }
    guard let grouping = Grouping(String(decoding: bytes, as: UTF8.self)) else {
      throw .badValue(.grouping, bytes, expected: Grouping.expected)
    }
    return grouping
  }

  private func expression(_ bytes: [UInt8], of option: Option) throws -> Expression {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UsageError.badValue(option, bytes, expected: "UTF-8")
    }
    do { return try Expression(text) } catch {
      throw WorkbenchError.expression(option.name, text, error)
    }
  }

  /// A date as ISO 8601 writes it, down to the second.
  private func date(_ option: Option) throws(UsageError) -> String? {
    guard let bytes = arguments.bytes(option) else { return nil }
    guard WrittenDate(bytes) != nil else {
      throw .badValue(option, bytes, expected: "a date such as 2026-03-09, 2026-03 or 2026")
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
