package import Document

extension Text {
  /// The words as a plugin's lexicons look them up unless told otherwise: runs of letters and digits, folded.
  package var lexiconWords: [String] {
    let scratch = Scratch()
    return utf8.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return [] }
      let source = WordSource(
        start, 0..<bytes.count, caseRule: .fold, scratch: scratch, straightensApostrophes: true)
      var cursor = RunCursor(source)
      var words: [String] = []
      while let word = cursor.next() {
        let key = UnsafeBufferPointer(start: word.key, count: word.keyCount)
        // Of plain words ASCII capitals still stand.
        words.append(
          String(decoding: key.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self))
      }
      return withExtendedLifetime(scratch) { words }
    }
  }
}
