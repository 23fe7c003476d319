import Document

/// A mark that may end a sentence and its surroundings, as indices of tokens.
struct Site {
  /// The sentence's first token.
  var start: Int
  /// The mark in doubt: a terminator, or an abbreviation with its stop.
  var mark: Int
  /// The first token behind the mark and what closes with it.
  var next: Int
  /// The first token behind opening brackets and quotation marks.
  var head: Int
  /// The end of the paragraph.
  var limit: Int

  var hasClosers: Bool { next > mark + 1 }
  var hasOpeners: Bool { head > next }
}

/// How a token would begin a sentence; `none` for what begins none.
enum Opening { case capital, small, number, other, none }

extension SentenceSplitter {
  /// How many tokens around a mark are looked at: more brackets than anybody means.
  static let farthest = 24

  /// The surroundings of a mark; nil where nothing follows that could be a sentence.
  func site(of mark: Int, from start: Int, _ limit: Int) -> Site? {
    let next = endOfClosers(after: mark, limit)
    var head = next
    while head < limit, head < next + Self.farthest, opens(head) { head += 1 }
    guard head < limit else { return nil }
    return Site(start: start, mark: mark, next: next, head: head, limit: limit)
  }

  /// Steps over what closes with a sentence: brackets, quotation marks, more marks, and a smile.
  private func endOfClosers(after mark: Int, _ limit: Int) -> Int {
    var index = mark + 1
    while index < limit, index <= mark + Self.farthest, closes(index, after: mark, limit) {
      index += 1
    }
    return index
  }

  private func closes(_ index: Int, after mark: Int, _ limit: Int) -> Bool {
    let traits = tokens.traits[index]
    if traits.contains(.closer) || tokens.kinds[index] == .emoji { return true }
    if traits.contains(.quote) { return closesQuote(index, limit) }
    return traits.contains(.terminator) && (index > mark + 1 || tokens.isAttached(index))
  }

  /// Whether a quotation mark behind a stop closes: nothing touches it behind, or it touches what is before it and
  /// closes by its shape or is followed by punctuation only.
  private func closesQuote(_ index: Int, _ limit: Int) -> Bool {
    guard index + 1 < limit else { return true }
    let shape = bytes.characterClass(at: Int(tokens.ranges[index].lower))
    // `said. “ You know`: a mark that opens by its shape, with a space too many behind it.
    guard tokens.isAttached(index) else {
      return tokens.traits[index + 1].contains(.spaced) && shape != .initialQuote
    }
    return shape == .finalQuote || tokens.traits[index + 1].contains(.spaced)
      || tokens.kinds[index + 1] == .punctuation && !tokens.traits[index + 1].contains(.opener)
  }

  /// Whether a token may stand before the first word of a sentence.
  private func opens(_ index: Int) -> Bool {
    if !tokens.traits[index].isDisjoint(with: [.opener, .quote]) { return true }
    guard tokens.kinds[index] == .punctuation else { return false }
    let scalar = bytes.scalar(at: Int(tokens.ranges[index].lower))
    return scalar.point == 0xBF || scalar.point == 0xA1 || scalar.characterClass == .dash
  }

  /// How a token would begin a sentence.
  func opening(of index: Int) -> Opening {
    let traits = tokens.traits[index]
    let first = Int(tokens.ranges[index].lower)
    switch tokens.kinds[index] {
    case .word:
      if traits.contains(.capital) { return .capital }
      return traits.contains(.small) ? (isCamelCase(index) ? .capital : .small) : .other
    case .number: return .number
    case .url, .email, .hashtag, .handle: return .other
    case .emoji: return .none
    case .symbol:
      let kind = bytes.characterClass(at: first)
      return kind == .currency || kind == .bullet || bytes[first] == UInt8(ascii: "#")
        ? .number : .none
    case .punctuation:
      let stands = bytes[first] == UInt8(ascii: "*")
      return stands || traits.contains(.terminator) && isOmission(index) ? .other : .none
    }
  }

  /// `iPhone`, `eBay`: a capital after a small letter begins a sentence as well.
  private func isCamelCase(_ index: Int) -> Bool {
    let range = tokens.ranges[index].offsets
    return range.count > 2 && bytes[range.lowerBound + 1] &- 0x41 < 26
  }
}
