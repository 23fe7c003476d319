package import Document

/// Findings as tidy tables, one a file: articles, one for each plugin, annotations, errors and failures.
///
/// Every row says which article it is of by the article's number in the run, so that tables can be joined.
package struct TidyTables {
  /// What the tables are called, without an extension.
  package let names: [String]
  /// Of each table the rows that nobody has taken yet.
  private var outputs: [[UInt8]]

  private let plugins: [PluginTable]
  private var number = 0

  package static let needs: FindingsNeeds = [.outcome, .annotations, .article]

  /// What a plugin's table has besides its fields.
  private static let pluginColumns = ["article_no", "id", "status"]

  /// The tables that are there whatever runs.
  private enum Fixed: String, CaseIterable {
    case articles, annotations, errors, failures

    var columns: [String] {
      switch self {
      case .articles:
        [
          "article_no", "id", "source", "title", "published", "publisher", "section", "language",
          "authors", "url", "words", "hash", "warnings",
        ]
      case .annotations:
        [
          "article_no", "id", "plugin", "layer", "place", "start_byte", "end_byte", "start_char",
          "end_char", "words", "attributes",
        ]
      case .errors: ["article_no", "id", "plugin", "phase", "kind", "message", "file", "line"]
      case .failures: ["source", "kind", "code", "message", "remedy"]
      }
    }
  }

  package init(_ plugins: [PluginDescription]) {
    let fixed = Fixed.allCases.map(\.rawValue)
    self.plugins = PluginTable.tables(
      for: plugins, beside: fixed, ownColumns: Self.pluginColumns)
    names = fixed + self.plugins.map(\.name)
    outputs = names.map { _ in [] }
    for (index, table) in Fixed.allCases.enumerated() {
      CSVField.append(row: table.columns.map(Value.string), to: &outputs[index])
    }
    for (index, table) in self.plugins.enumerated() {
      let columns = Self.pluginColumns + table.columns
      CSVField.append(row: columns.map(Value.string), to: &outputs[fixed.count + index])
    }
  }

  /// Bytes of rows of a table that wait to be taken.
  package func waiting(in table: Int) -> Int { outputs[table].count }

  /// Takes the rows of a table that wait.
  package mutating func take(from table: Int) -> [UInt8] {
    var rows: [UInt8] = []
    swap(&rows, &outputs[table])
    return rows
  }

  package mutating func write(_ entry: FindingsEntry) {
    switch entry.outcome {
    case .findings(let findings)?: write(findings, of: entry.article)
    case .failed(let failure)?: write(failure, "failed")
    case .skipped(let failure)?: write(failure, "skipped")
    case nil: break
    }
  }

  private mutating func add(_ row: [Value], to table: Fixed) {
    guard let index = Fixed.allCases.firstIndex(of: table) else { return }
    CSVField.append(row: row, to: &outputs[index])
  }

  private mutating func write(_ failure: ReadFailure, _ kind: String) {
    let remedy = failure.remedy.map(Value.string) ?? .null
    add(
      [
        .string(failure.source), .string(kind), .string(failure.code), .string(failure.message),
        remedy,
      ], to: .failures)
  }

  private mutating func write(_ findings: Findings, of article: Article?) {
    number += 1
    let key: [Value] = [.integer(Int64(number)), .string(findings.id)]
    add(
      [key[0]] + findings.articleCells + [.string(findings.hash), findings.warningCell],
      to: .articles)
    let marked = article.map(MarkedPlaces.init)
    for plugin in findings.plugins {
      writeFields(of: plugin, key)
      writeAnnotations(of: plugin, key, in: marked)
      if let error = plugin.error { write(error, key) }
    }
  }

  private mutating func writeFields(of plugin: PluginFindings, _ key: [Value]) {
    guard let place = plugins.firstIndex(where: { $0.plugin.name == plugin.plugin }) else { return }
    var row = key + [.string(plugin.status)]
    for field in plugins[place].plugin.fields { row.append(plugin.fields[field.name] ?? .null) }
    CSVField.append(row: row, to: &outputs[Fixed.allCases.count + place])
  }

  private mutating func writeAnnotations(
    of plugin: PluginFindings, _ key: [Value], in marked: MarkedPlaces?
  ) {
    for layer in plugin.annotations {
      for annotation in layer.annotations {
        let range = annotation.range
        var row = key + [.string(plugin.plugin), .string(layer.name)]
        row += [.string(annotation.place.rawValue)]
        row += [.integer(Int64(range.lower)), .integer(Int64(range.upper))]
        if let (text, points) = marked?[annotation.place], text.holds(range) {
          row += [.integer(Int64(points[range.lower])), .integer(Int64(points[range.upper]))]
          row.append(.string(text[range]))
        } else {
          row += [.null, .null, .null]
        }
        row.append(annotation.attributes.isEmpty ? .null : .map(annotation.attributes))
        add(row, to: .annotations)
      }
    }
  }

  private mutating func write(_ error: PluginError, _ key: [Value]) {
    let place = [
      error.file.map(Value.string) ?? .null, error.line.map { .integer(Int64($0)) } ?? .null,
    ]
    add(
      key + [
        .string(error.plugin), .string(error.phase), .string(error.kind.rawValue),
        .string(error.message),
      ] + place, to: .errors)
  }
}
