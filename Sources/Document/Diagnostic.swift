/// Something that is wrong with a plugin's source, or looks wrong, found without running it on articles.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: String, CaseIterable, Sendable { case error, warning }

  package var severity: Severity
  /// Stable, for machines and for silencing: `unknown-member`.
  package var code: String
  /// The file as messages show it.
  package var file: String
  /// Nil where it is about the whole file.
  package var place: Place?
  /// What is the case, in lower case, without a full stop.
  package var message: String
  package var remedy: String?
  /// How the script got there, where it ran; innermost first.
  package var traceback: [String]

  /// A stretch of one line, or the part of a longer stretch that is on its first line.
  package struct Place: Hashable, Sendable {
    /// From 1.
    package var line: Int
    /// From 1, in characters; 0 where only the line is known.
    package var column: Int
    /// How many characters it takes.
    package var length: Int
    /// The whole line.
    package var words: String

    package init(line: Int, column: Int = 0, length: Int = 1, words: String) {
      self.line = line
      self.column = column
      self.length = length
      self.words = words
    }
  }

  package init(
    _ severity: Severity, _ code: String, file: String, place: Place? = nil, _ message: String,
    remedy: String? = nil, traceback: [String] = []
  ) {
    self.severity = severity
    self.code = code
    self.file = file
    self.place = place
    self.message = message
    self.remedy = remedy
    self.traceback = traceback
  }
}

/// A kind of diagnostic: what its code means.
package struct DiagnosticRule: Hashable, Sendable {
  package var code: String
  package var severity: Diagnostic.Severity
  /// One line, in lower case, without a full stop.
  package var summary: String
  /// Why it matters and what to do, in sentences.
  package var help: String
  /// Lua that has the mistake.
  package var example: String

  package init(
    code: String, severity: Diagnostic.Severity, summary: String, help: String, example: String
  ) {
    self.code = code
    self.severity = severity
    self.summary = summary
    self.help = help
    self.example = example
  }
}

// MARK: JSON

extension Diagnostic {
  /// As `copydesk check --format json` prints it.
  package var fields: Fields {
    var fields: Fields = [
      "severity": .string(severity.rawValue), "code": .string(code), "file": .string(file),
    ]
    if let place {
      fields.append("line", .integer(Int64(place.line)))
      if place.column > 0 {
        fields.append("column", .integer(Int64(place.column)))
        fields.append("length", .integer(Int64(place.length)))
      }
      fields.append("source_line", .string(place.words))
    }
    fields.append("message", .string(message))
    if let remedy { fields.append("remedy", .string(remedy)) }
    if !traceback.isEmpty { fields.append("traceback", .list(traceback.map(Value.string))) }
    return fields
  }

  package init(json: Value) throws {
    guard let severity = Severity(rawValue: try json.require("severity").string(at: "severity"))
    else {
      throw SchemaFault(path: "severity", expected: "error or warning")
    }
    self.init(
      severity, try json.require("code").string(at: "code"),
      file: try json.require("file").string(at: "file"),
      try json.require("message").string(at: "message"), remedy: json["remedy"]?.string,
      traceback: (json["traceback"]?.list ?? []).compactMap(\.string))
    guard let line = json["line"]?.integer else { return }
    place = Place(
      line: Int(line), column: Int(json["column"]?.integer ?? 0),
      length: Int(json["length"]?.integer ?? 1), words: json["source_line"]?.string ?? "")
  }
}
