/// A line below a story that says who reported, wrote and edited it: `(Reporting by Jane Roe in Lorenz; Editing by Max Poe)`.
struct ClosingCredit {
  /// As printed.
  let line: String
  /// Who reported or wrote the story, in order; nobody where the line names only who helped or edited.
  let authors: [String]

  init?(_ ink: Ink) {
    guard ink.count <= 600 else { return nil }
    let clauses = Self.clauses(of: ink)
    guard let opening = clauses.first, opening.names != nil,
      clauses.contains(where: { $0.names?.isEmpty == false })
    else { return nil }
    line = ink.string
    authors = PageMetadata.unique(
      clauses.filter(\.tellsAuthors).flatMap { $0.names ?? [] })
  }

  /// Cuts a line, without the brackets around it, before each role; nothing where it does not begin with one.
  private static func clauses(of ink: Ink) -> [Clause] {
    var clauses: [Clause] = []
    let words = withoutBrackets(ink).words
    var index = 0
    while index < words.count {
      if let (length, tellsAuthors) = role(words[index...]) {
        clauses.endSentence()
        clauses.append(Clause(tellsAuthors: tellsAuthors))
        index += length
      } else if clauses.isEmpty {
        return []
      } else {
        clauses[clauses.count - 1].words.append(words[index])
        index += 1
      }
    }
    return clauses
  }

  private static func withoutBrackets(_ ink: Ink) -> Ink {
    var ink = ink
    while let first = ink.first, "([".utf8.contains(first) { ink.removeFirst() }
    while let last = ink.last, ")].".utf8.contains(last) { ink.removeLast() }
    return ink
  }

  /// How many words name a role, and whether it is an author's.
  private static func role(_ words: ArraySlice<Ink>) -> (length: Int, tellsAuthors: Bool)? {
    let start = words.prefix(longestRole).map { $0.lowered.filter { $0 != ":" } }
    for length in (2...longestRole).reversed() where length <= start.count {
      let role = start.prefix(length).joined(separator: " ")
      if authorRoles.contains(role) { return (length, true) }
      if otherRoles.contains(role) { return (length, false) }
    }
    return nil
  }

  private static let longestRole = 4
  private static let authorRoles: Set<String> = [
    "reporting by", "reporting and writing by", "writing by",
    "writing and reporting by", "written by", "bericht von", "berichte von", "geschrieben von",
    "reportage de", "reportage par", "rédigé par", "reporte de", "reportes de",
    "reporte por", "escrito por", "reportagem de", "reportagem por", "texto de",
  ]
  private static let otherRoles: Set<String> = [
    "additional reporting by", "mitarbeit von", "editing by", "additional editing by", "edited by",
    "writing and editing by", "compiled by",
    "translated by", "translation by", "graphics by", "redigiert von", "übersetzt von", "édité par",
    "version française", "edición de", "editado por", "editado en español por", "traducido por",
    "edição de", "traduzido por", "a cura di",
  ]

  fileprivate struct Clause {
    var tellsAuthors: Bool
    /// Those behind the role.
    var words: [Ink] = []

    /// Those named; nil where other words than names, and where they work, are there.
    var names: [String]? {
      var names: [String] = []
      for part in parts {
        let list = NameList(part[...])
        guard list.isComplete || list.hasRole else { return nil }
        names += list.authors.filter { $0.contains(" ") }
      }
      return names
    }

    /// What stands between commas, semicolons and words such as `and`.
    private var parts: [[Ink]] {
      var parts: [[Ink]] = [[]]
      for word in words {
        guard !["and", "&", "und", "et", "y", "e"].contains(word.string) else {
          parts.append([])
          continue
        }
        let isLast = word.last.map { ",;".utf8.contains($0) } ?? false
        parts[parts.count - 1].append(isLast ? word.dropLast() : word)
        if isLast { parts.append([]) }
      }
      return parts.filter { !$0.isEmpty }
    }
  }
}

extension [ClosingCredit.Clause] {
  /// Takes a full stop off the last name, which ends a sentence as the next role begins.
  fileprivate mutating func endSentence() {
    guard let name = last?.words.last, name.last == UInt8(ascii: ".") else { return }
    self[count - 1].words[self[count - 1].words.count - 1] = name.dropLast()
  }
}
