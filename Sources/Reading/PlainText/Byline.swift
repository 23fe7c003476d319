/// A line that names who wrote the story.
struct Byline {
  /// As printed.
  var line: String
  /// The names alone, in order, in ordinary case.
  var authors: [String]

  /// Recognises `By Jane Roe and John Doe, Education Correspondent`, `Jane Roe, Staff Writer`, `Von Max Muster`.
  init?(_ ink: Ink) {
    guard ink.count <= 200, Self.isWorthReading(ink) else { return nil }
    let words = ink.words
    let leadIn = Self.leadInLength(words)
    guard leadIn < words.count else { return nil }
    var names = NameList(words[leadIn...])
    guard !names.authors.isEmpty else { return nil }
    if leadIn == 0 {
      guard names.hasNewsroomRole, !ink.endsSentence, names.authors.allSatisfy({ $0.contains(" ") })
      else {
        return nil
      }
    } else if !names.isComplete, ink.endsSentence || !names.hasRole {
      return nil
    }
    names.authors = names.authors.map(Self.inOrdinaryCase)
    line = ink.string
    authors = names.authors
  }

  /// The names in a value that a record calls author or byline: the whole of it where it is not shaped like names.
  static func authors(in value: String) -> [String] {
    var value = withoutAddress(value)
    let authors = value.withUTF8 { buffer -> [String] in
      let words = Ink(base: buffer, bounds: 0..<buffer.count).words
      let names = NameList(words[Self.leadInLength(words)...])
      // `Example editor` is no person called Example.
      let isPart = !names.isComplete && !names.hasNewsroomRole && !names.hasSeparator
      if isPart, names.authors.count == 1, !names.authors[0].contains(" ") { return [] }
      return names.authors.map(inOrdinaryCase)
    }
    let whole = value.inOneLine
    return authors.isEmpty ? (whole.isEmpty ? [] : [whole]) : authors
  }

  /// `Jane Roe (https://roe.example/)`, `Jane Roe <jane@paper.example>` without what stands in brackets.
  private static func withoutAddress(_ value: String) -> String {
    for (opening, closing) in [("(", ")"), ("<", ">")] as [(Character, Character)] {
      guard let start = value.firstIndex(of: opening), value.last == closing,
        start > value.startIndex
      else { continue }
      let inside = value[start...]
      if inside.contains("://") || inside.contains("@") { return value[..<start].trimmingSpace }
    }
    return value
  }

  /// Whether a line begins with a word that can lead in, or holds the comma between a name and a role; few do.
  private static func isWorthReading(_ ink: Ink) -> Bool {
    if let beginning = beginning(of: ink), beginnings.contains(beginning),
      leadIns.contains(ink.firstWord.folded)
    {
      return true
    }
    return ink.count <= 120 && ink.contains(UInt8(ascii: ",")) && !ink.endsSentence
  }

  private static let leadIns: Set<String> = [
    "author", "author:", "autor:", "by", "by:", "par", "por", "posted", "report", "reported",
    "story", "text", "texte", "von", "words", "written",
  ]
  /// The two letters that each begins with: most lines are told by them.
  private static let beginnings = Set(leadIns.compactMap { beginning(of: $0.utf8) }).sorted()

  /// Two letters, small.
  private static func beginning(of text: some Collection<UInt8>) -> UInt16? {
    guard let first = text.first, let second = text.dropFirst().first else { return nil }
    return UInt16(first | 0x20) << 8 | UInt16(second | 0x20)
  }

  /// How many words `By`, `Written by`, `Von` … take; 0 where there are none.
  private static func leadInLength(_ words: [Ink]) -> Int {
    guard let first = words.first?.folded else { return 0 }
    let second = words.count > 1 ? words[1].folded : ""
    switch (first, second) {
    case ("by", _), ("by:", _), ("von", _), ("par", _), ("por", _): return 1
    case ("written", "by"), ("words", "by"), ("story", "by"), ("text", "by"), ("reported", "by"),
      ("report", "by"), ("posted", "by"), ("text", "von"), ("texte", "de"), ("author", ":"):
      return 2
    case ("author:", _), ("autor:", _), ("byline:", _): return 1
    default: return 0
    }
  }

  /// `PAULA REYNARD` as `Paula Reynard`; names in mixed case stay.
  static func inOrdinaryCase(_ name: String) -> String {
    guard name.count > 4, name == name.uppercased(), name.contains(" ") else { return name }
    return name.split(separator: " ").map { word in
      var result = ""
      var isStart = true
      for character in word {
        result += isStart ? character.uppercased() : character.lowercased()
        isStart = !character.isLetter
        if result == "Mc" { isStart = true }
      }
      return result
    }.joined(separator: " ")
  }
}
