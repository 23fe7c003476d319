import Document

/// The tables and views of a database of findings. `ExchangeFormats.md` describes them.
struct DatabaseSchema {
  /// Raised for what an older query would misread.
  private static let version = 1
  /// `Cpdk`, by which `file` and others tell the database from others of SQLite.
  private static let application = 0x4370_646B
  /// What SQLite can join, and select from, at once.
  private static let (mostJoined, mostSelected, mostColumns) = (60, 400, 1900)

  let tables: [PluginTable]

  init(_ plugins: [PluginDescription]) {
    tables = PluginTable.tables(
      for: plugins, beside: Self.names, ownColumns: Self.pluginColumns)
  }

  /// What a plugin's table has besides its fields.
  static let pluginColumns = ["article_no", "status"]

  private static let names = [
    "run", "plugins", "fields", "layers", "articles", "authors", "annotations", "warnings",
    "errors", "failures", "search", "search_data", "search_idx", "search_docsize",
    "search_config", "search_content", "findings", "days", "publishers", "items",
  ]

  /// All tables, empty.
  var tablesSQL: String { Self.fixedTables + tables.map(Self.table).joined() }

  private static let fixedTables = """
    PRAGMA application_id = \(application); PRAGMA user_version = \(version);
    CREATE TABLE run(name TEXT PRIMARY KEY, value);
    CREATE TABLE plugins(plugin TEXT PRIMARY KEY, version TEXT, summary TEXT, hash TEXT, path TEXT, "table" TEXT);
    CREATE TABLE fields(plugin TEXT, field TEXT, type TEXT, merge TEXT, doc TEXT, "column" TEXT);
    CREATE TABLE layers(plugin TEXT, layer TEXT, doc TEXT);
    CREATE TABLE articles(
      article_no INTEGER PRIMARY KEY, id TEXT NOT NULL, source TEXT NOT NULL, hash TEXT, title TEXT,
      subtitle TEXT, kicker TEXT, byline TEXT, published TEXT, day TEXT, modified TEXT,
      publisher TEXT, section TEXT, language TEXT, url TEXT, place TEXT, agency TEXT, tags TEXT,
      words INTEGER, metadata TEXT, provenance TEXT, text TEXT);
    CREATE TABLE authors(article_no INTEGER REFERENCES articles, position INTEGER, author TEXT);
    CREATE TABLE annotations(
      annotation INTEGER PRIMARY KEY, article_no INTEGER REFERENCES articles, plugin TEXT, layer TEXT,
      place TEXT, start_byte INTEGER, end_byte INTEGER, start_char INTEGER, end_char INTEGER,
      words TEXT, attributes TEXT);
    CREATE TABLE warnings(article_no INTEGER REFERENCES articles, code TEXT, message TEXT);
    CREATE TABLE errors(
      article_no INTEGER REFERENCES articles, plugin TEXT, phase TEXT, kind TEXT, message TEXT,
      file TEXT, line INTEGER, remedy TEXT);
    CREATE TABLE failures(
      failure INTEGER PRIMARY KEY, source TEXT, kind TEXT, code TEXT, message TEXT, remedy TEXT);
    CREATE VIRTUAL TABLE search USING fts5(
      title, text, content='articles', content_rowid='article_no',
      tokenize='unicode61 remove_diacritics 2');

    """

  private static func table(_ table: PluginTable) -> String {
    let columns = zip(table.columns, table.plugin.fields).map {
      ", \($0.quotedForSQL) \(type($1.type))"
    }
    return "CREATE TABLE \(table.name.quotedForSQL)"
      + "(article_no INTEGER PRIMARY KEY REFERENCES articles, status TEXT\(columns.joined()));\n"
  }

  private static func type(_ kind: FieldDescription.Kind) -> String {
    switch kind {
    case .integer, .boolean: "INTEGER"
    case .number: "REAL"
    case .string, .list, .map: "TEXT"
    }
  }

  // MARK: At the end

  /// Indices and views, for when all rows are there.
  var viewsSQL: String {
    """
    CREATE INDEX articles_id ON articles(id);
    CREATE INDEX articles_day ON articles(day);
    CREATE INDEX articles_publisher ON articles(publisher);
    CREATE INDEX authors_article ON authors(article_no);
    CREATE INDEX authors_author ON authors(author);
    CREATE INDEX annotations_article ON annotations(article_no);
    CREATE INDEX annotations_layer ON annotations(plugin, layer);
    CREATE VIEW findings AS SELECT a.article_no, a.id, a.source, a.title, a.published, a.day,
      a.publisher, a.section, a.language, a.url, a.words\(joinedColumns)
      FROM articles a\(joins);
    \(grouped("days", by: "day"))\(grouped("publishers", by: "publisher"))CREATE VIEW items AS \(items);
    COMMIT
    """
  }

  /// The tables that views join.
  private var joined: ArraySlice<PluginTable> {
    var columns = 20
    return tables.prefix(Self.mostJoined).prefix { table in
      columns += table.columns.count
      return columns < Self.mostColumns
    }
  }

  private var joins: String {
    joined.map { " LEFT JOIN \($0.name.quotedForSQL) USING (article_no)" }.joined()
  }

  private var joinedColumns: String {
    joined.flatMap { table in
      zip(table.columns, table.plugin.fields).map { column, field in
        ",\n  \(table.name.quotedForSQL).\(column.quotedForSQL) AS "
          + "\(table.plugin.name).\(field.name)".quotedForSQL
      }
    }.joined()
  }

  /// Of each group how many articles there are, and the means of fields that merge as such.
  private func grouped(_ name: String, by column: String) -> String {
    let means = joined.flatMap { table in
      zip(table.columns, table.plugin.fields).filter { $1.merge == .mean }.map { column, field in
        ",\n  avg(\(table.name.quotedForSQL).\(column.quotedForSQL)) AS "
          + "\(table.plugin.name).\(field.name)".quotedForSQL
      }
    }
    return """
      CREATE VIEW \(name) AS SELECT a.\(column), count(*) AS articles, sum(a.words) AS words\(means.joined())
        FROM articles a\(joins) GROUP BY a.\(column) ORDER BY a.\(column);

      """
  }

  /// Elements of lists and maps, one a row: what names each and what measures it.
  private var items: String {
    let selects = tables.flatMap { table in
      zip(table.columns, table.plugin.fields).compactMap { column, field in
        field.type == .list || field.type == .map
          ? Self.items(of: table, column: column, field: field.name) : nil
      }
    }
    guard !selects.isEmpty else {
      return "SELECT NULL AS article_no, NULL AS plugin, NULL AS field, NULL AS position, "
        + "NULL AS name, NULL AS number, NULL AS value WHERE 0"
    }
    return selects.prefix(Self.mostSelected).joined(separator: "\n  UNION ALL ")
  }

  private static func items(of table: PluginTable, column: String, field: String) -> String {
    func member(_ names: String...) -> String {
      "coalesce(" + names.map { "json_extract(j.value, '$.\($0)')" }.joined(separator: ", ") + ")"
    }
    return """
      SELECT t.article_no, \(table.plugin.name.literalForSQL) AS plugin, \(field.literalForSQL) AS field,
        j.id AS position,
        CASE WHEN typeof(j.key) = 'text' THEN j.key
          WHEN j.type = 'object' THEN \(member("label", "name", "id", "text")) ELSE j.atom END AS name,
        CASE WHEN j.type = 'object' THEN \(member("score", "count", "words", "value"))
          WHEN j.type IN ('integer', 'real') THEN j.atom END AS number, j.value AS value
        FROM \(table.name.quotedForSQL) t, json_each(t.\(column.quotedForSQL)) j
      """
  }
}
