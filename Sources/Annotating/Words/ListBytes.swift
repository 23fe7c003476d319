import Document

// Word lists of the program are read by their bytes: a process that has few articles to read spends no time on strings.

extension Bytes {
  /// Calls `body` with each stretch between separators that is not empty.
  func forEachPart(between separator: UInt8, _ body: (Bytes) -> Void) {
    var start = 0
    while start < count {
      var end = start
      while end < count, self[end] != separator { end += 1 }
      if end > start { body(self[from: start, to: end]) }
      start = end + 1
    }
  }

  /// The stretches between separators, empty ones among them.
  func parts(between separator: UInt8) -> [Bytes] {
    var parts: [Bytes] = []
    var start = 0
    for index in 0...count where index == count || self[index] == separator {
      parts.append(self[from: start, to: index])
      start = index + 1
    }
    return parts
  }

  /// The words of a line `heading: word word …`, which `body` is called with; nothing of a line that is none.
  func forEachEntry(_ body: (_ heading: [String], _ words: Bytes) -> Void) {
    forEachPart(between: UInt8(ascii: "\n")) { line in
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
      var heading: [String] = []
      line[from: 0, to: colon].forEachPart(between: UInt8(ascii: " ")) {
        heading.append(String(decoding: $0, as: UTF8.self))
      }
      body(heading, line[from: colon + 1, to: line.count])
    }
  }

  private subscript(from start: Int, to end: Int) -> Bytes {
    Bytes(rebasing: self[start..<end])
  }
}

extension WordHash {
  /// The hash of a word, in whatever case it is written.
  init(bytes word: Bytes) {
    var reader = WordReader()
    reader.read(word, TextRange(0, word.count))
    self = reader.hash
  }
}
