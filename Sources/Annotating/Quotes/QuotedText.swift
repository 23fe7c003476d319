import Document

/// Pairs quotation marks into stretches of quoted text.
///
/// Marks pair within a paragraph; one that stays open goes on where the next paragraph repeats the
/// opening mark, as print does, or brings the closing one. What never closes is no quotation.
/// - Complexity: O(*n*) in the bytes of the text, whatever its marks.
struct QuotedText {
  /// A mark that was opened and is not yet closed.
  private struct Opening {
    var family: QuotationMark.Family
    var offset: Int
  }

  private var open: [Opening] = []
  private var closed: [TextRange] = []
  /// A quotation that runs on from the paragraphs before, and in how many it found no mark.
  private var hanging: Opening?
  private var silent = 0

  /// The outermost stretches between quotation marks, marks included, in order.
  static func ranges(of bytes: Bytes, in paragraphs: [TextRange]) -> [TextRange] {
    let marks = QuotationMarkScanner(bytes: bytes).marks()
    guard !marks.isEmpty else { return [] }
    var quoted = Self()
    var next = 0
    for paragraph in paragraphs {
      while next < marks.count, marks[next].offset < paragraph.lower { next += 1 }
      let first = next
      while next < marks.count, marks[next].offset < paragraph.upper { next += 1 }
      quoted.pair(marks[first..<next], of: paragraph)
    }
    return quoted.outermost()
  }

  /// Pairs the marks of one paragraph.
  private mutating func pair(_ marks: ArraySlice<QuotationMark>, of paragraph: TextRange) {
    guard !marks.isEmpty else {
      silent += 1
      if silent > 1 { hanging = nil }
      return
    }
    resume(with: marks, of: paragraph)
    let singles = SingleMarks(marks)
    for (index, mark) in zip(marks.indices, marks) {
      if mark.family == .single {
        pairSingle(mark, singles.outlook[index - marks.startIndex])
      } else {
        pair(mark)
      }
    }
    hanging = open.first(where: { $0.family != .single })
    silent = 0
    open.removeAll(keepingCapacity: true)
  }

  /// Takes up a quotation that the last paragraph left open, if this one goes on with it.
  private mutating func resume(with marks: ArraySlice<QuotationMark>, of paragraph: TextRange) {
    guard let left = hanging,
      let first = marks.first(where: { $0.family == left.family })
    else { return }
    let repeats = first.offset == Int(paragraph.lower) && first.role != .closing
    // French repeats the closing mark at the head of each paragraph.
    let repeatsClosing = left.family == .guillemet && first.offset == Int(paragraph.lower)
    guard repeats || repeatsClosing || first.role == .closing else { return }
    open.append(left)
    skipped = repeats || repeatsClosing ? first.offset : nil
  }

  /// The offset of a repeated opening mark, which opens nothing new.
  private var skipped: Int?

  private mutating func pair(_ mark: QuotationMark) {
    if mark.offset == skipped { return }
    switch mark.role {
    case .closing: close(mark)
    case .opening: begin(mark)
    case .either: isOpen(mark.family) ? close(mark) : begin(mark)
    }
  }

  private mutating func pairSingle(_ mark: QuotationMark, _ outlook: SingleMarks.Outlook) {
    let isOpen = isOpen(.single)
    if mark.role == .opening || (mark.role == .either && !isOpen) {
      if outlook.closes { begin(mark) }
    } else if isOpen && (mark.isSure || !outlook.closesSurely) {
      close(mark)
    }
  }

  private func isOpen(_ family: QuotationMark.Family) -> Bool {
    open.contains { $0.family == family }
  }

  /// Opens a quotation. One of the same family that is open and has nothing nested in it was a stray mark.
  private mutating func begin(_ mark: QuotationMark) {
    if open.last?.family == mark.family { open.removeLast() }
    guard open.count < 6 else { return }
    open.append(Opening(family: mark.family, offset: mark.offset))
  }

  /// Closes the innermost quotation of the mark's family, else of one that is confused with it.
  private mutating func close(_ mark: QuotationMark) {
    let confused: QuotationMark.Family? =
      switch mark.family {
      case .straight: .curly
      case .curly: .straight
      default: nil
      }
    guard
      let index = open.lastIndex(where: { $0.family == mark.family })
        ?? open.lastIndex(where: { $0.family == confused })
    else { return }
    closed.append(TextRange(open[index].offset, mark.end))
    open.removeSubrange(index...)
  }

  /// What was closed, without what lies inside another and without empty pairs.
  private func outermost() -> [TextRange] {
    var result: [TextRange] = []
    for range in closed.sorted() {
      if let last = result.last, range.lower < last.upper { continue }
      result.append(range)
    }
    return result
  }
}

/// Looks ahead over a paragraph's single marks, most of which are apostrophes.
private struct SingleMarks {
  struct Outlook {
    /// Whether a closing mark follows in the paragraph.
    var closes = false
    /// Whether one follows, before the next opening mark, that cannot be a possessive.
    var closesSurely = false
  }

  /// For each mark of the paragraph, what follows it.
  private(set) var outlook: [Outlook]

  init(_ marks: ArraySlice<QuotationMark>) {
    outlook = Array(repeating: Outlook(), count: marks.count)
    var ahead = Outlook()
    for (index, mark) in zip(marks.indices, marks).reversed() {
      outlook[index - marks.startIndex] = ahead
      guard mark.family == .single else { continue }
      if mark.role == .opening { ahead.closesSurely = false }
      if mark.role != .opening {
        ahead.closes = true
        if mark.isSure { ahead.closesSurely = true }
      }
    }
  }
}
