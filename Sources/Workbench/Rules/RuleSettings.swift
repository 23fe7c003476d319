import Document

/// Settings of a rule sheet, by the names that they have in both forms.
struct RuleSettings {
  static let names = [
    "summary", "author", "license", "version", "language", "languages", "categories", "case",
    "negation", "effect", "negators",
  ]

  /// What is wrong with a value, without its place.
  struct Fault: Error {
    var message: String
    var remedy: String?
  }

  /// Takes what a setting says.
  static func take(
    _ name: String, _ value: Value, into sheet: inout RuleSheet
  ) throws(Fault) {
    switch name {
    case "summary": sheet.summary = try string(name, value)
    case "author": sheet.author = try string(name, value)
    case "license": sheet.license = try string(name, value)
    case "version": sheet.version = try string(name, value)
    case "language", "languages": sheet.languages = try strings(name, value)
    case "categories": sheet.categories = try strings(name, value)
    case "case":
      let word = try choice(name, value, of: ["fold", "keep"])
      sheet.keepsCase = word == "keep"
    case "negation": try takeNegation(value, into: &sheet)
    case "effect":
      let word = try choice(name, value, of: ["drop", "flip"])
      sheet.negation = sheet.negation ?? .init(words: [])
      sheet.negation?.flips = word == "flip"
    case "negators":
      sheet.negation = sheet.negation ?? .init(words: [])
      sheet.negation?.words = try strings(name, value)
    default:
      throw Fault(
        message: "there is no setting '\(name)'",
        remedy: Suggestions.question(Suggestions.like(name, among: names)))
    }
  }

  /// A number of words, or a table with `before`, `words` and `effect`.
  private static func takeNegation(_ value: Value, into sheet: inout RuleSheet) throws(Fault) {
    if let table = value.map {
      for entry in table.entries {
        switch entry.name {
        case "before": try takeNegation(entry.value, into: &sheet)
        case "words": try take("negators", entry.value, into: &sheet)
        case "effect": try take("effect", entry.value, into: &sheet)
        default:
          throw Fault(
            message: "there is no '\(entry.name)' of a negation",
            remedy: Suggestions.question(
              Suggestions.like(entry.name, among: ["before", "words", "effect"]))
              ?? "a negation has before, words, effect")
        }
      }
      sheet.negation = sheet.negation ?? .init(words: [])
      return
    }
    guard let before = value.integer ?? value.string.flatMap({ Int64($0) }), 1...20 ~= before else {
      throw Fault(message: "negation: expected how many words before, from 1 to 20")
    }
    sheet.negation = sheet.negation ?? .init(words: [])
    sheet.negation?.before = Int(before)
  }

  private static func string(_ name: String, _ value: Value) throws(Fault) -> String {
    guard let string = value.string, !string.utf8.contains(where: { $0 < 0x20 }) else {
      throw Fault(message: "\(name): expected words on one line, got \(value.typeName)")
    }
    return string
  }

  /// A list, or words with commas between them.
  static func strings(_ name: String, _ value: Value) throws(Fault) -> [String] {
    if let words = value.string {
      return words.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    }
    guard let list = value.list, list.allSatisfy({ $0.string != nil }) else {
      throw Fault(message: "\(name): expected a list of strings, got \(value.typeName)")
    }
    return list.compactMap(\.string)
  }

  private static func choice(
    _ name: String, _ value: Value, of choices: [String]
  ) throws(Fault) -> String {
    let word = try string(name, value)
    guard choices.contains(word) else {
      throw Fault(
        message: "\(name): expected \(choices.joined(separator: " or ")), found '\(word)'")
    }
    return word
  }
}

extension RuleSheet {
  /// Whether upper and lower case are to differ, as a cell or key `case` says.
  static func keepsCase(_ word: String) -> Bool? {
    switch word {
    case "keep": true
    case "fold": false
    default: nil
    }
  }

  /// Sees to it that negation has words.
  func negationFault() -> Fault? {
    guard let negation, negation.words.isEmpty, languages ?? ["en"] != ["en"] else { return nil }
    return Fault(
      message: "negation has no words, and those that come with Copydesk are English",
      remedy: "say which they are: negators")
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
