import Document

/// What marks at the end of a sentence say: `.`, `?!`, `…`, `。`
struct Terminator {
  /// Questions and calls.
  var isLoud = false
  var isEllipsis = false
  /// Of scripts that put no space behind it.
  var isIdeographic = false
}

extension SentenceSplitter {
  func terminator(at mark: Int) -> Terminator {
    var result = Terminator()
    let range = tokens.ranges[mark].offsets
    var dots = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      let scalar = bytes.scalar(at: offset)
      offset += scalar.length
      switch scalar.point {
      case 0x2E: dots += 1
      case 0x2026: dots += 3
      case 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61: result.isIdeographic = true
      default: result.isLoud = true
      }
    }
    result.isEllipsis = dots > 1 && !result.isLoud
    return result
  }

  /// Whether dots stand alone in brackets, "[...]", for words left out of a quotation.
  func isOmission(_ mark: Int) -> Bool {
    guard mark > 0, mark + 1 < tokens.count else { return false }
    return tokens.traits[mark - 1].contains(.opener) && tokens.traits[mark + 1].contains(.closer)
  }

  /// What a dot in a row of spaced dots, `. . .`, does.
  enum SpacedDots {
    /// It is none of a row.
    case none
    case goesOn
    /// The next sentence begins with this token.
    case ends(Int)
  }

  /// Judges an ellipsis with spaces in it. Of four dots, the first may be the stop of the sentence before it, and the
  /// ellipsis then opens the next; otherwise the last is the stop.
  func spacedDots(at mark: Int, from start: Int, _ limit: Int) -> SpacedDots {
    guard isDot(mark, limit) else { return .none }
    if mark > start, isDot(mark - 1, limit), !tokens.isAttached(mark) { return .goesOn }
    guard isDot(mark + 1, limit), !tokens.isAttached(mark + 1) else { return .none }
    var end = mark + 1
    while isDot(end, limit) { end += 1 }
    guard mark > start, let site = site(of: end - 1, from: start, limit),
      opening(of: site.head) == .capital, !isFirstPerson(site.head)
    else { return .goesOn }
    return .ends(end - mark == 4 && tokens.isAttached(mark) ? mark + 1 : site.next)
  }

  private func isDot(_ index: Int, _ limit: Int) -> Bool {
    index < limit && tokens.ranges[index].count == 1
      && bytes[Int(tokens.ranges[index].lower)] == UInt8(ascii: ".")
  }
}
