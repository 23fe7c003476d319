import Document

/// Something to say on standard error: `error: story.txt:812: invalid UTF-8; try --encoding windows-1252`.
struct Message: Hashable, Sendable {
  enum Severity: String, Sendable { case error, warning, note, trace }

  var severity: Severity
  /// Where it is: a file, a line, a plugin; the outermost first.
  var place: [String]
  /// What is the case, in lower case, without a full stop.
  var text: String
  /// What to do about it.
  var remedy: String?
  /// Lines that show more: source, traceback.
  var details: [String]

  init(
    _ severity: Severity, at place: [String] = [], _ text: String, remedy: String? = nil,
    details: [String] = []
  ) {
    self.severity = severity
    self.place = place
    self.text = text
    self.remedy = remedy
    self.details = details
  }

  /// The same for programs: one line of JSON.
  var jsonLine: String {
    var json = JSONWriter()
    json.beginObject()
    json.key("message")
    var fields: Fields = [
      "severity": .string(severity.rawValue),
      "place": .list(place.filter { !$0.isEmpty }.map(Value.string)), "text": .string(text),
    ]
    if let remedy { fields.append("remedy", .string(remedy)) }
    if !details.isEmpty { fields.append("details", .list(details.map(Value.string))) }
    json.value(fields)
    json.endObject()
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// The lines to write, each with its end.
  func rendered(for terminal: Terminal) -> String {
    let style: Style =
      switch severity {
      case .error: .red
      case .warning: .yellow
      case .note: .cyan
      case .trace: .faint
      }
    var line = terminal.styled("\(severity.rawValue):", style) + " "
    for part in place where !part.isEmpty {
      line += terminal.styled("\(part.tamed):", .bold) + " "
    }
    line += text.tamed
    if let remedy { line += "; \(remedy.tamed)" }
    for detail in details { line += "\n  " + terminal.styled(detail.tamed, .faint) }
    return line + "\n"
  }
}
