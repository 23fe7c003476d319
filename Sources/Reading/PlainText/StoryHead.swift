/// What stands above a story's text: kicker, headline, subtitle, byline, dates.
struct StoryHead {
  private(set) var kicker: String?
  private(set) var section: String?
  private(set) var title: String?
  private(set) var subtitle: String?
  private(set) var credits: [CreditLine] = []
  /// Where the body begins.
  private(set) var bodyStart = 0

  private static let maximumParagraphs = 12
  private let paragraphs: [Ink]
  private var next = 0

  /// - Parameter title: the headline where something else than the text says it; it may be repeated in the text.
  init(_ text: UnsafeBufferPointer<UInt8>, title: String? = nil) {
    paragraphs = Self.paragraphs(text)
    self.title = title
    if title == nil {
      readKicker()
      readTitle()
    }
    while next < paragraphs.count - 1, readLineBelowTitle() { next += 1 }
    bodyStart = next < paragraphs.count ? paragraphs[next].startIndex : 0
  }

  private static func paragraphs(_ text: UnsafeBufferPointer<UInt8>) -> [Ink] {
    var paragraphs: [Ink] = []
    for line in TextLines(text) where !line.isBlank {
      paragraphs.append(text[line.start..<line.end])
      if paragraphs.count == maximumParagraphs { break }
    }
    return paragraphs
  }

  private mutating func readKicker() {
    guard paragraphs.count >= 3, isHeadline(paragraphs[1]) else { return }
    let line = paragraphs[0]
    guard Kicker.isKnown(line) || (Kicker.isPossible(line) && isUnderLabel(paragraphs[1])) else {
      return
    }
    kicker = line.string
    section = Kicker.section(in: line)
    next = 1
  }

  /// Whether a line is so clearly a headline that the short line above it is none.
  private func isUnderLabel(_ line: Ink) -> Bool {
    !line.isAllCapitals && line.words.count >= 4 && CreditLine(line) == nil
  }

  private mutating func readTitle() {
    guard next < paragraphs.count - 1 else { return }
    let line = paragraphs[next]
    guard line.count <= 250, !beginsBody(line), CreditLine(line) == nil else { return }
    guard isHeadline(line) || isFollowedByCredit(line) else { return }
    title = line.string
    next += 1
    if next < paragraphs.count - 1, isContinued(line, by: paragraphs[next]) {
      title = line.string + " " + paragraphs[next].string
      next += 1
    }
  }

  /// Whether a headline was wrapped to a width: it goes on directly below in small letters, and nothing follows directly.
  private func isContinued(_ line: Ink, by below: Ink) -> Bool {
    guard line.count + below.count <= 250, isDirectly(below, under: line), isHeadline(below),
      below.firstScalar?.properties.isLowercase == true
    else { return false }
    return !isDirectly(paragraphs[next + 1], under: below)
  }

  /// Whether no blank line stands between two.
  private func isDirectly(_ below: Ink, under line: Ink) -> Bool {
    line.base[line.endIndex..<below.startIndex].count { $0 == UInt8(ascii: "\n") } == 1
  }

  /// Whether the same again, a byline or a dateline comes next: then even a full sentence is a headline.
  private func isFollowedByCredit(_ line: Ink) -> Bool {
    let below = paragraphs[next + 1]
    return below.isSame(as: line) || CreditLine(below) != nil || beginsBody(below)
  }

  private func beginsBody(_ line: Ink) -> Bool { DatelineScanner.scan(line) != nil }

  private func isHeadline(_ line: Ink) -> Bool {
    guard line.count <= 250, line.contains(where: { $0 > 0x40 }) else { return false }
    return line.last != UInt8(ascii: ".") && !line.ends(with: ".”") && !line.ends(with: ".\"")
      && line.last != UInt8(ascii: ",")
  }

  /// Takes what a line below the title says; false where the body begins.
  private mutating func readLineBelowTitle() -> Bool {
    let line = paragraphs[next]
    if let title, line.string == title || isRepeated(line) { return true }
    if beginsBody(line) { return false }
    if let credit = CreditLine(line), isNew(credit) {
      credits.append(credit)
      return true
    }
    guard title != nil, subtitle == nil, credits.isEmpty, isSubtitle(line) else { return false }
    subtitle = line.string
    return true
  }

  private func isRepeated(_ line: Ink) -> Bool {
    guard var title else { return false }
    return title.withUTF8 { line.isSame(as: $0[...]) }
  }

  private func isNew(_ credit: CreditLine) -> Bool {
    credit.byline == nil || credits.allSatisfy { $0.byline == nil }
  }

  private func isSubtitle(_ line: Ink) -> Bool {
    guard line.count <= 300 else { return false }
    let below = paragraphs[next + 1]
    if CreditLine(below) != nil || beginsBody(below) || isRepeated(below) { return true }
    return isHeadline(line) && !line.endsSentence && line.last != UInt8(ascii: ":")
      && below.count > 2 * line.count
  }
}
