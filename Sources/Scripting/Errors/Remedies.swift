internal import Document

extension PluginError {
  /// Puts a remedy that the message itself carries in its place, or adds the one that its kind of mistake is known to have.
  mutating func improve() {
    switch kind {
    case .timeout: remedy = "do less for one article, or raise limits.seconds"
    case .memory: remedy = "keep less in memory, or raise limits.memory"
    case .error:
      if Self.isDenial(message) { kind = .denied }
      splitMessage()
      if remedy == nil { remedy = Mistake.all.first { $0.isMade(in: message) }?.remedy(message) }
    default: break
    }
  }

  /// Whether a script asked for something that the sandbox does not give.
  private static func isDenial(_ message: String) -> Bool {
    (message.hasPrefix("undefined global '") || message.contains(" has no '"))
      && ["': scripts ", "': modules ", "': functions "].contains { message.contains($0) }
  }

  /// The host's own messages end with their remedy.
  private mutating func splitMessage() {
    guard let end = message.range(of: "; "), remedy == nil else { return }
    let tail = String(message[end.upperBound...])
    let openings = [
      "did you mean", "add ", "declare ", "make it ", "require ", "use ", "put ", "known are",
      "one of", "a plugin's layer",
    ]
    guard openings.contains(where: tail.hasPrefix) else { return }
    remedy = tail
    message = String(message[..<end.lowerBound])
  }
}

/// A mistake that authors are known to make, by the words in which Lua complains of it.
private struct Mistake {
  /// What its message contains, all of it.
  let signs: [String]
  let remedy: (String) -> String?

  init(_ signs: String..., remedy: @escaping (String) -> String?) {
    self.signs = signs
    self.remedy = remedy
  }

  init(_ signs: String..., remedy: String) {
    self.signs = signs
    self.remedy = { _ in remedy }
  }

  func isMade(in message: String) -> Bool { signs.allSatisfy(message.contains) }

  static var all: [Mistake] {
    [
      Mistake(
        "attempt to call a sequence value", "for iterator",
        remedy: "walk it with: for i, item in ipairs(items) do"),
      Mistake(
        "attempt to call a table value", "for iterator",
        remedy: "walk it with ipairs(list) or pairs(table)"),
      Mistake("attempt to index a nil value (field '", remedy: optionalField),
      Mistake("attempt to concatenate a nil value (field '", remedy: optionalField),
      Mistake("bad argument #1 to '", "got no value", remedy: colon),
      Mistake("calling '", "on bad self", remedy: colon),
      Mistake(
        "the error object is a table",
        remedy: "give error a string, or a table with a string 'message'"),
      Mistake("the error object is nil", remedy: "give error a message"),
      Mistake(
        "attempt to load a binary chunk",
        remedy: "plugins are Lua source; compiled Lua is not loaded"),
      Mistake("'}' expected", "near", remedy: "a comma may be missing before it"),
      Mistake("attempt to compare", "with nil", remedy: "guard it: (value or 0)"),
      Mistake("attempt to perform arithmetic on a nil value", remedy: "guard it: (value or 0)"),
    ]
  }

  /// For pieces of metadata that an article need not have.
  private static func optionalField(_ message: String) -> String? {
    guard let name = quotedName(in: message), optionalNames.contains(name) else { return nil }
    return "not every article has it: if x.\(name) then … end"
  }

  private static func colon(_ message: String) -> String? {
    quotedName(in: message).map { "call it with a colon, as in value:\($0)()" }
  }

  /// The first name in single quotes.
  private static func quotedName(in message: String) -> String? {
    let parts = message.split(separator: "'", omittingEmptySubsequences: false)
    return parts.count > 2 ? String(parts[1]) : nil
  }

  private static let optionalNames: Set<String> = [
    "subtitle", "kicker", "byline", "dateline", "published", "modified", "publisher", "section",
    "url", "language", "agency", "speaker", "speaker_name", "role", "cue", "stance",
  ]
}

extension String {
  /// Where words first stand.
  fileprivate func range(of words: String) -> Range<String.Index>? {
    let pattern = Array(words.utf8)
    let bytes = Array(utf8)
    guard bytes.count >= pattern.count else { return nil }
    for start in 0...(bytes.count - pattern.count)
    where bytes[start..<start + pattern.count] == pattern[...] {
      let lower = utf8.index(startIndex, offsetBy: start)
      return lower..<utf8.index(lower, offsetBy: pattern.count)
    }
    return nil
  }

  /// Whether words stand somewhere in it.
  fileprivate func contains(_ words: String) -> Bool { range(of: words) != nil }
}
