/// What stands above a story's text: kicker, headline, subtitle, byline.
struct StoryHead {
  var kicker: String?
  var section: String?
  var title: String?
  var subtitle: String?
  var byline: Byline?
  /// Where the body begins.
  private(set) var bodyStart = 0

  private static let maximumParagraphs = 12
  private let paragraphs: [Ink]
  private var next = 0

  init(_ text: UnsafeBufferPointer<UInt8>) {
    paragraphs = Self.paragraphs(text)
    readKicker()
    readTitle()
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
    !line.isAllCapitals && line.words.count >= 4 && Byline(line) == nil
  }

  private mutating func readTitle() {
    guard next < paragraphs.count - 1 else { return }
    let line = paragraphs[next]
    guard Byline(line) == nil else { return }
    guard isHeadline(line) || (line.count <= 200 && isFollowedByCredit) else { return }
    title = line.string
    next += 1
  }

  /// Whether the next line is the same again, or a byline: then even a full sentence is a headline.
  private var isFollowedByCredit: Bool {
    let below = paragraphs[next + 1]
    return below.isSame(as: paragraphs[next]) || Byline(below) != nil
  }

  private func isHeadline(_ line: Ink) -> Bool {
    guard line.count <= 250, line.contains(where: { $0 > 0x40 }) else { return false }
    return line.last != UInt8(ascii: ".") && !line.ends(with: ".”") && !line.ends(with: ".\"")
      && line.last != UInt8(ascii: ",")
  }

  /// Takes what a line below the title says; false where the body begins.
  private mutating func readLineBelowTitle() -> Bool {
    let line = paragraphs[next]
    if let title, line.string == title || isRepeated(line) { return true }
    if byline == nil, let byline = Byline(line) {
      self.byline = byline
      return true
    }
    guard title != nil, subtitle == nil, byline == nil, isSubtitle(line) else { return false }
    subtitle = line.string
    return true
  }

  private func isRepeated(_ line: Ink) -> Bool {
    guard var title else { return false }
    return title.withUTF8 { line.isSame(as: $0[...]) }
  }

  private func isSubtitle(_ line: Ink) -> Bool {
    guard line.count <= 300, next + 1 < paragraphs.count else { return false }
    return Byline(paragraphs[next + 1]) != nil
      || (isHeadline(line) && line.last != UInt8(ascii: ":")
        && paragraphs[next + 1].count > 2 * line.count
        && !line.endsSentence)
  }
}
