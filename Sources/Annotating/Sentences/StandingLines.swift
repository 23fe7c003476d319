import Document

// What stands by itself though no line break or stop sets it apart: the date under a headline, the stamp of a
// message, a rule of dashes, a smile. Web pages and mail lose their line breaks on the way to plain text.

extension SentenceSplitter {
  /// The tokens that stand by themselves and end with a token; nil for most.
  func standing(endingAt index: Int, from start: Int, in paragraph: Range<Int>) -> Range<Int>? {
    if tokens.traits[index].contains(.divider) {
      return isDivider(index, in: paragraph) ? index..<index + 1 : nil
    }
    guard tokens.kinds[index] == .number else { return nil }
    switch tokens.ranges[index].count {
    case 4: return dateLine(endingAt: index, from: start, in: paragraph)
    case 5...8: return stamp(around: index, from: start, in: paragraph)
    default: return nil
    }
  }

  /// Whether a smile ends the sentence that it follows.
  func smileEnds(_ index: Int, from start: Int, _ limit: Int) -> Bool {
    guard tokens.traits[index].contains(.smile), index + 1 < limit, index > start else {
      return false
    }
    switch opening(of: index + 1) {
    case .capital: return true
    case .small: return evidence.isInformal
    case .number, .other, .none: return false
    }
  }

  /// The token that begins a picture's credit at the end of its caption, "Photo: Jane Roe"; captions often lack their stop.
  func credit(in paragraph: Range<Int>) -> Int? {
    var index = paragraph.upperBound - 2
    while index > paragraph.lowerBound + 2, index > paragraph.upperBound - 12 {
      if tokens.ranges[index].count == 1, tokens.isAttached(index),
        bytes[Int(tokens.ranges[index].lower)] == UInt8(ascii: ":")
      {
        let follows = tokens.kinds[index - 2] == .word || tokens.traits[index - 2].contains(.closer)
        return follows && words(index - 1).contains(.credit) ? index - 1 : nil
      }
      index -= 1
    }
    return nil
  }

  /// Whether a row of marks touches nothing before or behind it.
  private func isDivider(_ index: Int, in paragraph: Range<Int>) -> Bool {
    !tokens.isAttached(index)
      && (index + 1 == paragraph.upperBound || !tokens.isAttached(index + 1))
  }

  // MARK: "Tuesday, September 1, 2015"

  /// A whole date with its weekday that no preposition leads into, at either end of a paragraph.
  private func dateLine(endingAt year: Int, from start: Int, in paragraph: Range<Int>) -> Range<
    Int
  >? {
    guard let value = number(at: year), 1900...2100 ~= value,
      let weekday = weekday(before: year, from: start)
    else { return nil }
    let isFirst = weekday == start
    let isLast = year + 1 == paragraph.upperBound
    if isFirst, !isLast {
      guard tokens.traits[year + 1].isSuperset(of: [.spaced, .capital]) else { return nil }
    } else if isLast, !isFirst {
      guard !leads(weekday - 1) else { return nil }
    } else {
      return nil
    }
    return weekday..<year + 1
  }

  /// The weekday that opens the date which a year closes, with no more than a month, a day and commas between.
  private func weekday(before year: Int, from start: Int) -> Int? {
    var index = year - 1
    var hasMonth = false
    while index >= start, index >= year - 7 {
      let words = tokens.kinds[index] == .word ? words(index) : []
      if words.contains(.weekday) { return hasMonth && !words.contains(.reference) ? index : nil }
      if words.contains(.month) { hasMonth = true }
      guard !words.isEmpty || tokens.kinds[index] == .number || tokens.ranges[index].count == 1
      else {
        return nil
      }
      index -= 1
    }
    return nil
  }

  /// Whether a token leads into what follows: a preposition, a small word, a comma.
  private func leads(_ index: Int) -> Bool {
    guard tokens.kinds[index] == .word else {
      return tokens.traits[index].isDisjoint(with: [.closer, .quote])
        && tokens.kinds[index] != .number
    }
    return !words(index).isDisjoint(with: [.preposition, .starter, .month])
  }

  // MARK: "08/17/2000 11:21 AM"

  /// A date in figures with a time, that no preposition leads into.
  private func stamp(around time: Int, from start: Int, in paragraph: Range<Int>) -> Range<Int>? {
    let range = tokens.ranges[time].offsets
    guard range.contains(where: { bytes[$0] == UInt8(ascii: ":") }), time - 5 >= start else {
      return nil
    }
    let first = time - 5
    for (offset, kind) in [TokenKind.number, .punctuation, .number, .punctuation, .number]
      .enumerated()
    {
      guard tokens.kinds[first + offset] == kind, offset == 0 || tokens.isAttached(first + offset)
      else {
        return nil
      }
    }
    if first > start, leads(first - 1) { return nil }
    var end = time + 1
    while end < paragraph.upperBound, end < time + 3, tokens.traits[end].contains(.allCapitals) {
      end += 1
    }
    return first..<end
  }
}
