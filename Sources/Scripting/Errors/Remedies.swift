internal import Document

extension PluginError {
  /// Puts a remedy that the message itself carries in its place, or adds the one that its kind of mistake is known to have.
  mutating func improve() {
    switch kind {
    case .timeout:
      remedy = "see whether a loop ends here, do less for one article, or raise limits.seconds"
    case .memory: remedy = "keep less in memory, or raise limits.memory"
    case .error:
      if Self.isDenial(message) { kind = .denied }
      splitMessage()
      nameElements()
      if remedy == nil { remedy = Mistake.remedy(for: message, in: sourceLine ?? "") }
    default: break
    }
  }

  /// Whether a script asked for something that the sandbox does not give.
  private static func isDenial(_ message: String) -> Bool {
    (message.hasPrefix("undefined global '") || message.contains(words: " has no '"))
      && ["': scripts ", "': modules ", "': functions "].contains { message.contains(words: $0) }
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

  /// Lua has no name for what stands in brackets.
  private mutating func nameElements() {
    let names = [
      "(field '?')": "(an element)", "(field 'integer index')": "(an element)",
      "(for iterator 'for iterator')": "(behind 'in')",
    ]
    for (name, words) in names { replace(name, with: words) }
    for kind in KindName.allCases where "aeio".contains(kind.name.prefix(1)) {
      replace(" a \(kind.name) value", with: " an \(kind.name) value")
    }
  }

  private mutating func replace(_ words: String, with others: String) {
    guard let range = message.range(of: words) else { return }
    message.replaceSubrange(range, with: others)
  }

  /// Adds which options there are to a message about one that is not declared.
  mutating func listOptions(of source: PluginSource) {
    let opening = "options has no '"
    guard remedy == nil, message.hasPrefix(opening) else { return }
    let known = source.outline.names(in: "options")
    let name = message.dropFirst(opening.count).prefix { $0 != "'" }
    remedy =
      known.isEmpty
      ? "declare it: options = { \(name) = { type = \"…\", default = … } }"
      : "known are \(known.joined(separator: ", "))"
  }
}

extension String {
  /// Where words first stand.
  func range(of words: String) -> Range<String.Index>? {
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
  func contains(words: String) -> Bool { range(of: words) != nil }
}
