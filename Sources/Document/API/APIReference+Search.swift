/// What was found in the reference for words that somebody typed.
package enum APIFinding {
  case section(APISection)
  case entry(APIEntry, of: APISection)
  /// Several that the words may mean, or that speak of them.
  case entries([APIEntry])
  case nothing(suggestions: [String])
}

extension APIReference {
  /// Looks up a name as it is written in a plugin (`article.quotes`, `ctx:log`, `copydesk.Sentence`, `quotes`), and else
  /// searches for words in names and sentences.
  package func find(_ words: String) -> APIFinding {
    let wanted = Self.key(words)
    if let section = sections.first(where: { $0.keys.contains(wanted) }) {
      return .section(section)
    }
    if let (entry, section) = entry(at: wanted) { return .entry(entry, of: section) }
    let named = entries(named: wanted)
    if named.count == 1 { return .entry(named[0].entry, of: named[0].section) }
    // A path is meant as a name, not as words to look for.
    if named.isEmpty, wanted.contains("."), case let like = suggestions(for: wanted), !like.isEmpty
    {
      return .nothing(suggestions: like)
    }
    let found = named.isEmpty ? entries(with: words) : named.map(\.entry)
    return found.isEmpty ? .nothing(suggestions: suggestions(for: wanted)) : .entries(found)
  }

  /// The entry of a path; of a sentence also those that all spans have.
  private func entry(at path: String) -> (APIEntry, APISection)? {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    let name = path[path.index(after: dot)...]
    var owner = sections.first { $0.keys.contains(String(path[..<dot])) }
    while let section = owner {
      if let entry = section.entries.first(where: { Self.key($0.name) == name }) {
        return (entry, section)
      }
      owner = section.parent.flatMap { parent in sections.first { $0.className == parent } }
    }
    return nil
  }

  private func entries(named name: String) -> [(entry: APIEntry, section: APISection)] {
    sections.flatMap { section in
      section.entries.filter { Self.key($0.name) == name }.map { ($0, section) }
    }
  }

  /// Those in whose paths and sentences all words occur.
  private func entries(with words: String) -> [APIEntry] {
    let words = words.lowercased().split(separator: " ").map(String.init)
    guard !words.isEmpty else { return [] }
    return sections.flatMap(\.entries).filter { entry in
      let text = "\(entry.path) \(entry.doc)".lowercased()
      return words.allSatisfy(text.contains)
    }
  }

  /// Names like a misspelt one: whole paths, or the last names of these, as `article.quotes` for `quots`.
  private func suggestions(for path: String) -> [String] {
    var known: [String: String] = [:]
    for section in sections {
      known[Self.key(section.name)] = section.name
      for entry in section.entries {
        known[Self.key(entry.path)] = entry.path
        if known[Self.key(entry.name)] == nil { known[Self.key(entry.name)] = entry.path }
      }
    }
    let whole = Suggestions.like(path, among: known.keys)
    let name = path.lastIndex(of: ".").map { String(path[path.index(after: $0)...]) }
    let like = whole.isEmpty ? Suggestions.like(name ?? path, among: known.keys) : whole
    return like.compactMap { known[$0] }
  }

  /// A path as it is compared: whoever writes a colon or a capital means the same.
  fileprivate static func key(_ path: String) -> String {
    var key = path.lowercased()
    if let end = key.firstIndex(of: "(") { key = String(key[..<end]) }
    return String(key.map { $0 == ":" ? "." : $0 })
  }
}

extension APISection {
  /// The names that it goes by.
  fileprivate var keys: [String] { [APIReference.key(name), APIReference.key(className)] }
}
