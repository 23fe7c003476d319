import Document

/// Which members of records, or columns of tables, hold what of an article, where their names do not tell: `--map title=Headline`.
package struct FieldMap: Hashable, Sendable {
  /// By field, the names that come before the usual ones; the first that holds something wins.
  let names: [ArticleField: [String]]

  /// - Parameter names: by the fields' own names; others mean nothing.
  package init(_ names: [String: [String]] = [:]) {
    let known = names.compactMap { field, names in ArticleField(rawValue: field).map { ($0, names) }
    }
    self.names = Dictionary(uniqueKeysWithValues: known)
  }

  var isEmpty: Bool { names.isEmpty }

  /// A name that is asked for and is not among those that there are, with those most like it.
  func missing(among present: [String]) -> (name: String, suggestions: [String])? {
    let keys = Set(present.map(ArticleField.key))
    for field in ArticleField.allCases {
      for name in names[field] ?? [] where !keys.contains(ArticleField.key(name)) {
        return (name, Suggestions.like(name, among: present))
      }
    }
    return nil
  }

  /// Whether names like these hold a title or a text.
  func makeArticles(of present: [String]) -> Bool { hold(ArticleField.essential, present) }

  /// Whether names like these hold a text.
  func holdTexts(_ present: [String]) -> Bool { hold([.text, .html], present) }

  private func hold(_ fields: [ArticleField], _ present: [String]) -> Bool {
    let keys = Set(present.map(ArticleField.key))
    return fields.contains { field in
      (names[field] ?? []).contains { keys.contains(ArticleField.key($0)) }
        || field.names.contains(where: keys.contains)
    }
  }

  /// Whether a name means something, to this map or in the trade.
  func knows(_ name: String) -> Bool {
    let key = ArticleField.key(name)
    return Self.usual.contains(key)
      || names.values.contains { $0.contains { ArticleField.key($0) == key } }
  }

  private static let usual = Set(ArticleField.allCases.flatMap(\.names))
}

extension Fields {
  /// The value that a name stands for: a member of that name, or of members within members, `fields.headline`.
  func value(at path: String) -> (place: Int, value: Value)? {
    if let place = entries.firstIndex(where: { $0.name == path }) {
      return (place, entries[place].value)
    }
    let key = ArticleField.key(path)
    if let place = entries.firstIndex(where: { ArticleField.key($0.name) == key }) {
      return (place, entries[place].value)
    }
    guard let dot = path.firstIndex(of: "."),
      let place = entries.firstIndex(where: { $0.name == path[..<dot] }),
      let inner = entries[place].value.map,
      let (_, value) = inner.value(at: String(path[path.index(after: dot)...]))
    else { return nil }
    return (place, value)
  }
}
