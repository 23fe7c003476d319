package import Document

/// A run's findings as a database of SQLite: articles, a table for each plugin, annotations, failures, a full-text index, views.
///
/// Rows are added as outcomes come, in one transaction, by statements that are prepared once; memory is bounded by SQLite's cache.
package final class FindingsDatabase {
  private let database: Database
  private let schema: DatabaseSchema
  private var articles = 0
  private var annotations = 0
  private var failures = 0
  private let rows: Rows
  private let pluginRows: [Inserter]

  /// Of a plugin's table, which place it has in the schema.
  private let places: [String: Int]

  /// The tables that every database has.
  private struct Rows {
    let articles, authors, annotations, warnings, errors, failures, search: Inserter

    init(_ database: Database) throws(DatabaseFault) {
      articles = try database.inserter(into: "articles", columns: 22)
      authors = try database.inserter(into: "authors", columns: 3)
      annotations = try database.inserter(into: "annotations", columns: 11)
      warnings = try database.inserter(into: "warnings", columns: 3)
      errors = try database.inserter(into: "errors", columns: 8)
      failures = try database.inserter(into: "failures", columns: 6)
      search = try database.inserter(into: "search(rowid, title, text)", columns: 3)
    }
  }

  package static let needs: FindingsNeeds = [.outcome, .annotations, .article]

  /// - Parameter path: of a file that is empty or not there.
  package init(at path: [UInt8], for plugins: [PluginDescription]) throws(DatabaseFault) {
    database = try Database(at: path)
    schema = DatabaseSchema(plugins)
    try database.run(schema.tablesSQL)
    rows = try Rows(database)
    var pluginRows: [Inserter] = []
    for table in schema.tables {
      let columns = DatabaseSchema.pluginColumns.count + table.columns.count
      pluginRows.append(try database.inserter(into: table.name.quotedForSQL, columns: columns))
    }
    self.pluginRows = pluginRows
    places = Dictionary(uniqueKeysWithValues: plugins.enumerated().map { ($1.name, $0) })
    try describePlugins()
  }

  package func write(_ entry: FindingsEntry) throws(DatabaseFault) {
    switch entry.outcome {
    case .findings(let findings)?:
      if let article = entry.article { try write(findings, of: article) }
    case .failed(let failure)?: try write(failure, "failed")
    case .skipped(let failure)?: try write(failure, "skipped")
    case nil: break
    }
  }

  /// Adds what is known of the run, indices and views: the database is whole.
  package func finish(run: Fields) throws(DatabaseFault) {
    let insert = try database.inserter(into: "run", columns: 2)
    for entry in run.entries {
      insert.put(entry.name)
      insert.put(entry.value)
      try insert.add()
    }
    try database.run(schema.viewsSQL)
  }

  private func describePlugins() throws(DatabaseFault) {
    let plugins = try database.inserter(into: "plugins", columns: 6)
    let fields = try database.inserter(into: "fields", columns: 6)
    let layers = try database.inserter(into: "layers", columns: 3)
    for table in schema.tables {
      let plugin = table.plugin
      let about = [
        plugin.name, plugin.version, plugin.summary, plugin.hash, plugin.path, table.name,
      ]
      try plugins.add(about)
      for (field, column) in zip(plugin.fields, table.columns) {
        let merge = field.merge.rawValue
        try fields.add([plugin.name, field.name, field.type.rawValue, merge, field.doc, column])
      }
      for layer in plugin.layers { try layers.add([plugin.name, layer.name, layer.doc]) }
    }
  }

  // MARK: Articles

  private func write(_ findings: Findings, of article: Article) throws(DatabaseFault) {
    articles += 1
    try writeArticle(findings, article)
    for (position, author) in (article.metadata.authors?.value ?? []).enumerated() {
      rows.authors.put(articles)
      rows.authors.put(position + 1)
      rows.authors.put(author)
      try rows.authors.add()
    }
    rows.search.put(articles)
    rows.search.put(findings.title)
    rows.search.put(utf8: article.text.utf8)
    try rows.search.add()
    for warning in findings.warnings {
      rows.warnings.put(articles)
      rows.warnings.put(warning.code)
      rows.warnings.put(warning.message)
      try rows.warnings.add()
    }
    let marked = MarkedPlaces(article)
    for plugin in findings.plugins {
      try writeFields(of: plugin)
      try writeAnnotations(of: plugin, in: marked)
      if let error = plugin.error { try write(error) }
    }
  }

  private func writeArticle(_ findings: Findings, _ article: Article) throws(DatabaseFault) {
    let metadata = article.metadata
    let published = findings.about["published"]?.string
    let row = rows.articles
    row.put(articles)
    for text in [findings.id, findings.source, findings.hash, findings.title] { row.put(text) }
    for text in [metadata.subtitle, metadata.kicker, metadata.byline] { row.put(text?.value) }
    row.put(published)
    row.put(published.flatMap(Self.day))
    row.put(metadata.modified?.value)
    for name in ["publisher", "section", "language", "url"] {
      row.put(findings.about[name]?.string)
    }
    row.put(metadata.dateline?.value.places.joined(separator: "/"))
    row.put(metadata.dateline?.value.agency)
    row.put((metadata.tags?.value).map { .list($0.map(Value.string)) } ?? .null)
    row.put(Int(findings.about["words"]?.integer ?? 0))
    row.put((metadata.other?.value).map(Value.map) ?? .null)
    row.put(.map(metadata.provenance))
    row.put(utf8: article.text.utf8)
    try row.add()
  }

  /// The day of a date that names one with its year.
  private static func day(of published: String) -> String? {
    guard let date = CalendarDate(published), date.day != nil else { return nil }
    return String(published.prefix(10))
  }

  // MARK: Findings

  private func writeFields(of plugin: PluginFindings) throws(DatabaseFault) {
    guard let place = places[plugin.plugin] else { return }
    let row = pluginRows[place]
    row.put(articles)
    row.put(plugin.status)
    for field in schema.tables[place].plugin.fields {
      row.put(plugin.fields[field.name] ?? .null)
    }
    try row.add()
  }

  private func writeAnnotations(
    of plugin: PluginFindings, in marked: MarkedPlaces
  ) throws(DatabaseFault) {
    let row = rows.annotations
    for layer in plugin.annotations {
      for annotation in layer.annotations {
        annotations += 1
        let (text, points) = marked[annotation.place]
        let range = annotation.range
        row.put(annotations)
        row.put(articles)
        row.put(plugin.plugin)
        row.put(layer.name)
        row.put(annotation.place.rawValue)
        row.put(Int(range.lower))
        row.put(Int(range.upper))
        row.put(points[range.lower])
        row.put(points[range.upper])
        if text.holds(range) {
          row.put(utf8: Array(text.utf8[range.offsets]))
        } else {
          row.putNull()
        }
        row.put(annotation.attributes.isEmpty ? .null : .map(annotation.attributes))
        try row.add()
      }
    }
  }

  private func write(_ error: PluginError) throws(DatabaseFault) {
    let row = rows.errors
    row.put(articles)
    for text in [error.plugin, error.phase, error.kind.rawValue, error.message, error.file] {
      row.put(text)
    }
    if let line = error.line { row.put(line) } else { row.putNull() }
    row.put(error.remedy)
    try row.add()
  }

  private func write(_ failure: ReadFailure, _ kind: String) throws(DatabaseFault) {
    failures += 1
    let row = rows.failures
    row.put(failures)
    for text in [failure.source, kind, failure.code, failure.message, failure.remedy] {
      row.put(text)
    }
    try row.add()
  }
}

extension Inserter {
  fileprivate func put(_ value: Value) {
    switch value {
    case .null: putNull()
    case .bool(let bool): put(bool ? 1 : 0)
    case .integer(let integer): put(Int(integer))
    case .number(let number): put(number)
    case .string(let string): put(string)
    case .list, .map:
      var json = JSONWriter()
      json.value(value)
      put(utf8: json.bytes)
    }
  }

  fileprivate func add(_ texts: [String]) throws(DatabaseFault) {
    for text in texts { put(text) }
    try add()
  }
}
