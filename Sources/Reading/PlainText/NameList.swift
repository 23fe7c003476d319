/// Names of people at the start of some words: `Jane Roe, John Doe and Ana de la Cruz, Staff Writers`.
struct NameList {
  var authors: [String] = []
  /// Whether nothing but the names was there.
  private(set) var isComplete = false
  /// Whether a role or an employer follows the names.
  private(set) var hasRole = false
  /// Whether a comma parts the last name from a role of a newsroom: `Jane Roe, Staff Writer`.
  private(set) var hasNewsroomRole = false

  /// Whether what reads like a name holds a word of newsrooms: `Games Editor`.
  var hasNewsroomWord: Bool {
    authors.contains { name in
      name.split(separator: " ").contains { Self.roles.contains($0.lowercased()) }
    }
  }

  /// Whether a comma, a bar or the like ended the last name.
  private(set) var hasSeparator = false

  private var name: [Ink] = []

  init(_ words: ArraySlice<Ink>) {
    var words = words
    while let word = words.first {
      var bare = word
      let ends = Self.removeSeparator(&bare)
      if let middle = middleNames(words) {
        name += middle
        words.removeFirst(middle.count)
        continue
      }
      if Self.isConnective(bare), !name.isEmpty || !authors.isEmpty {
        guard finishName() || name.isEmpty else { break }
      } else if Self.isDivider(bare) {
        hasRole = words.count > 1
        hasSeparator = true
        _ = finishName()
        return
      } else if isPartOfName(bare), name.count < 5 {
        name.append(bare)
      } else {
        break
      }
      words.removeFirst()
      hasSeparator = ends
      if ends {
        guard finishName() else { break }
        if Self.beginsRole(words) {
          hasNewsroomRole = Self.namesNewsroomRole(words)
          break
        }
      }
    }
    isComplete = words.isEmpty
    hasRole = Self.beginsRole(words)
    if isComplete || hasRole { _ = finishName() } else if name.count >= 2 { _ = finishName() }
  }

  /// Ends the name that was being read, if it is one.
  private mutating func finishName() -> Bool {
    defer { name = [] }
    guard let first = name.first, first.isCapitalized, let last = name.last else { return false }
    guard last.isCapitalized || Self.suffixes.contains(last.string) else { return false }
    var words = name.map(\.string)
    // `Tom Davies Associated Press`: names run into their employer's where a line break was lost.
    if words.count >= 4, Agencies.isEmployer(words.suffix(2).joined(separator: " ")) {
      words.removeLast(2)
    }
    guard words.count > 1 || (authors.isEmpty && !Self.isCalendarWord(first)) else {
      return false
    }
    authors.append(words.joined(separator: " "))
    return true
  }

  private func isPartOfName(_ word: Ink) -> Bool {
    guard let first = word.firstScalar else { return false }
    if word.contains(where: { 0x30...0x39 ~= $0 || $0 == 0x2F || $0 == 0x40 }) { return false }
    if first.isUppercase {
      // `A.` is an initial, `A` is an article.
      return word.last == UInt8(ascii: ".") || !name.isEmpty || !Self.isCalendarWord(word)
    }
    if !first.isLetter { return false }
    // Scripts without case, and particles such as "de la".
    return !first.isLowercase || Self.particles.contains(word.string)
      || (word.starts(with: "al-") || word.starts(with: "el-"))
  }

  /// What stands in brackets inside a name: `Bruno (Henrique Alves) Lima`, `Richard (R.J.) Stone`; not `Jane Roe (AP) Paris`.
  private func middleNames(_ words: ArraySlice<Ink>) -> ArraySlice<Ink>? {
    guard words.first?.first == UInt8(ascii: "("), 1...2 ~= name.count,
      let last = words.prefix(3).firstIndex(where: { $0.last == UInt8(ascii: ")") }),
      last + 1 < words.endIndex, words[last + 1].isCapitalized, words[last + 1].count > 1
    else { return nil }
    let middle = words[...last]
    let isName = middle.allSatisfy {
      let word = $0.trimmedPunctuation
      return word.isCapitalized && (!word.isAllCapitals || word.contains(UInt8(ascii: ".")))
    }
    return isName ? middle : nil
  }

  /// Takes a comma or semicolon off the end of a word, and brackets around names off both ends.
  private static func removeSeparator(_ word: inout Ink) -> Bool {
    // `Jane Roe (with Ana Lim and Max Poe)`
    if word.first == UInt8(ascii: "("), isConnective(word.dropFirst()) { word.removeFirst() }
    if word.last == UInt8(ascii: ")"), !word.contains(UInt8(ascii: "(")) { word.removeLast() }
    guard let last = word.last, last == UInt8(ascii: ",") || last == UInt8(ascii: ";") else {
      return false
    }
    word.removeLast()
    return true
  }

  private static func isConnective(_ word: Ink) -> Bool {
    word.count <= 5
      && ["and", "AND", "&", "und", "et", "y", "with", "mit", "avec"].contains(word.string)
  }

  /// Whether a word parts the names from what else a line says.
  private static func isDivider(_ word: Ink) -> Bool {
    word.count <= 3 && ["|", "·", "•", "-", "–", "—", "/", "//"].contains(word.string)
  }

  /// Whether words name a role, an employer or a place: `Staff Writer`, `for The Gazette`, `in Paris`.
  private static func beginsRole(_ words: ArraySlice<Ink>) -> Bool {
    guard let first = words.first?.string else { return false }
    if ["in", "for", "of", "at", "the", "The", "für", "pour", "para", "à"].contains(first) {
      return true
    }
    if first.first == "(" || first.first == "@" { return true }
    return namesNewsroomRole(words)
  }

  private static func namesNewsroomRole(_ words: ArraySlice<Ink>) -> Bool {
    words.prefix(6).contains { word in
      roles.contains(word.trimmedPunctuation.folded)
    }
  }

  private static func isCalendarWord(_ word: Ink) -> Bool {
    calendarWords.contains(word.trimmedPunctuation.folded)
  }

  private static let particles: Set<String> = [
    "af", "al", "av", "bin", "ben", "da", "das", "de", "del", "della", "den", "der", "di", "dos",
    "du", "e", "el", "ibn", "la", "las", "le", "los", "ten", "ter", "van", "von", "zu", "zum",
    "zur",
  ]
  private static let suffixes: Set<String> = ["Jr", "Jr.", "Sr.", "II", "III", "IV"]
  private static let calendarWords: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "now", "then", "noon", "midnight", "today", "tomorrow", "the", "this",
    "that", "late", "early", "mid", "all", "law", "contrast", "comparison", "a", "an", "his", "her",
    "their", "its", "our", "my", "some",
  ]
  private static let roles: Set<String> = [
    "agencies", "agency", "analyst", "associated", "author", "bureau", "chief", "columnist",
    "contributor", "contributing", "correspondent", "correspondents", "critic", "desk", "deputy",
    "editor", "editors", "freelance", "freelancer", "gazette", "guardian", "herald", "journalist",
    "magazine", "news", "newspaper", "office", "photographer", "press", "producer", "reporter",
    "reporters", "reuters", "senior", "service", "special", "staff", "team", "times", "tribune",
    "writer", "writers",
    "chefredakteur", "chefredakteurin", "korrespondent", "korrespondentin", "redakteur",
    "redakteurin", "redaktion", "reporterin", "autor", "autorin",
    "correspondante", "correspondant", "envoyé", "journaliste", "rédacteur", "rédaction",
    "corresponsal", "enviado", "periodista", "redacción", "redactor", "redactora",
  ]
}
