internal import CUnicode
internal import Document
internal import Lua

// Texts in pieces.

extension Session {
  func segment(_ call: Call) throws(Fault) -> Int {
    let text = try text(call, 1)
    let unit = try call.string(2)
    switch unit {
    case "characters": push(pieces: String(decoding: text.part, as: UTF8.self), on: call)
    case "words": try pushWords(text, on: call)
    case "lines": push(linesOf: text.part, inRuns: false, on: call)
    case "paragraphs": push(linesOf: text.part, inRuns: true, on: call)
    default:
      let units = ["characters", "words", "lines", "paragraphs"]
      let question = Suggestions.question(Suggestions.like(unit, among: units))
      throw Fault(
        "unknown unit \"\(unit)\"; \(question ?? "there are \(units.joined(separator: ", "))")")
    }
    return 1
  }

  private func push(pieces text: String, on call: Call) {
    call.pushTable()
    for (index, character) in text.enumerated() {
      call.push(String(character))
      call.setElement(index + 1)
    }
  }

  /// Pushes lines without the blanks around them, or, in runs, those that follow each other without a blank one.
  private func push(linesOf text: UnsafeBufferPointer<UInt8>, inRuns: Bool, on call: Call) {
    call.pushTable()
    var count = 0
    var piece: Range<Int>?
    func end() {
      guard let range = piece else { return }
      count += 1
      call.push(UnsafeBufferPointer(rebasing: text[range]))
      call.setElement(count)
      piece = nil
    }
    for line in text.split(separator: 10, omittingEmptySubsequences: false) {
      let isBlank: (UInt8) -> Bool = { $0 == 32 || $0 == 9 || $0 == 13 }
      guard let first = line.firstIndex(where: { !isBlank($0) }),
        let last = line.lastIndex(where: { !isBlank($0) })
      else {
        end()
        continue
      }
      if !inRuns { end() }
      piece = (piece?.lowerBound ?? first)..<last + 1
    }
    end()
  }

  private func pushWords(_ text: TextArgument, on call: Call) throws(Fault) {
    call.pushTable()
    var count = 0
    try forEachWord(of: text, call) { word in
      count += 1
      call.push(UnsafeBufferPointer(rebasing: text.bytes[word]))
      call.setElement(count)
    }
  }

  /// Shows the bytes of each word; runs of a script without spaces are cut by ICU's dictionaries.
  func forEachWord(
    of text: TextArgument, _ call: Call, _ visit: (Range<Int>) -> Void
  ) throws(Fault) {
    var cursor = RunCursor(
      WordSource(
        text.bytes.baseAddress ?? .nowhere, text.range, caseRule: .keep, scratch: desk.scratch,
        straightensApostrophes: false))
    var count = 0
    while let word = cursor.next() {
      count += 1
      if count % 4096 == 0, call.isExpired { throw Fault("the time limit was reached") }
      let bytes = UnsafeBufferPointer(rebasing: text.bytes[word.lower..<word.upper])
      guard word.classes & ByteClass.beyondASCII != 0, bytes.isUnspaced else {
        visit(word.lower..<word.upper)
        continue
      }
      var start = word.lower
      for end in bytes.wordEnds where word.lower + end > start {
        visit(start..<word.lower + end)
        start = word.lower + end
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether it begins in a script that has no spaces between words.
  fileprivate var isUnspaced: Bool {
    guard let baseAddress, count > 0 else { return false }
    return switch decode(baseAddress, at: 0, before: count).scalar {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF: true
    default: false
    }
  }

  /// Where words end.
  fileprivate var wordEnds: [Int] {
    var ends = [UInt32](repeating: 0, count: count)
    let found = copydesk_word_ends(baseAddress, count, &ends, ends.count)
    return found == 0 ? [count] : ends.prefix(found).map(Int.init)
  }
}
