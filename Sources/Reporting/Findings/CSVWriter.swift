package import Document

/// One tidy table: a row for each outcome, columns for what is known of the article, then for each plugin its status and a
/// column for each of its fields.
package struct CSVWriter: FindingsWriter {
  private var plugins: [PluginDescription] = []

  package init() {}

  package var needs: FindingsNeeds { .outcome }

  /// The columns that every table has.
  static let articleColumns = [
    "id", "source", "title", "published", "publisher", "section", "language", "authors", "url",
    "words", "hash", "status", "reason", "warnings",
  ]

  package mutating func begin(_ plugins: [PluginDescription], to output: inout [UInt8]) {
    self.plugins = plugins
    var columns = Self.articleColumns
    for plugin in plugins {
      columns.append(Self.statusColumn(of: plugin))
      columns += plugin.fields.map { "\(plugin.name).\($0.name)" }
    }
    CSVField.append(row: columns.map(Value.string), to: &output)
  }

  package func write(_ entry: FindingsEntry, to output: inout [UInt8]) {
    switch entry.outcome {
    case .findings(let findings)?: CSVField.append(row: row(of: findings), to: &output)
    case .failed(let failure)?: CSVField.append(row: row(of: failure, "failed"), to: &output)
    case .skipped(let failure)?: CSVField.append(row: row(of: failure, "skipped"), to: &output)
    case nil: break
    }
  }

  package func end(to output: inout [UInt8]) {}

  /// `sentiment.status`, unless a field of the plugin has that name.
  private static func statusColumn(of plugin: PluginDescription) -> String {
    var name = "status"
    while plugin.fields.contains(where: { $0.name == name }) { name += "_" }
    return "\(plugin.name).\(name)"
  }

  private func row(of findings: Findings) -> [Value] {
    var row = findings.articleCells
    row += [.string(findings.hash), "ok", .null]
    row.append(findings.warningCell)
    for plugin in plugins { append(plugin, of: findings, to: &row) }
    return row
  }

  private func append(
    _ plugin: PluginDescription, of findings: Findings, to row: inout [Value]
  ) {
    guard let found = findings.plugins.first(where: { $0.plugin == plugin.name }) else {
      row += Array(repeating: .null, count: plugin.fields.count + 1)
      return
    }
    row.append(.string(found.status))
    for field in plugin.fields { row.append(found.fields[field.name] ?? .null) }
  }

  /// What is known of an input that gave no article.
  private func row(of failure: ReadFailure, _ status: String) -> [Value] {
    let width = Self.articleColumns.count + plugins.reduce(0) { $0 + $1.fields.count + 1 }
    var row = [Value](repeating: .null, count: width)
    row[1] = .string(failure.source)
    row[11] = .string(status)
    row[12] = .string("\(failure.code): \(failure.message)")
    return row
  }
}

extension PluginFindings {
  /// `ok`, `skipped: language` or `timeout: what happened`.
  var status: String {
    if let error { return "\(error.kind.rawValue): \(error.message)" }
    return skipped.map { "skipped: \($0)" } ?? "ok"
  }
}

extension Findings {
  /// What tables say of an article: id, source, title, published, publisher, section, language, authors, url, words.
  var articleCells: [Value] {
    let authors = (about["authors"]?.list ?? []).compactMap(\.string)
    var cells: [Value] = [.string(id), .string(source), .string(title)]
    for name in ["published", "publisher", "section", "language"] {
      cells.append(about[name] ?? .null)
    }
    cells.append(.string(authors.joined(separator: "; ")))
    return cells + [about["url"] ?? .null, about["words"] ?? .null]
  }

  /// The codes of its warnings.
  var warningCell: Value { .string(warnings.map(\.code).joined(separator: "; ")) }
}
