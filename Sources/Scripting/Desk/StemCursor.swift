internal import SystemStemmer

/// Runs of letters and digits, each looked up by its stem: for lexicons that find words in all their forms.
struct StemCursor: WordCursor {
  private var words: RunCursor
  private let stemmer: Unmanaged<Stemmer>

  /// - Parameter stemmer: held by the lexicon for as long as the cursor walks.
  init(_ text: WordSource, _ stemmer: Unmanaged<Stemmer>) {
    words = RunCursor(text)
    self.stemmer = stemmer
  }

  mutating func next() -> Word? {
    guard var word = words.next() else { return nil }
    stemmer._withUnsafeGuaranteedRef { stemmer in
      stemmer.stem(lowering: word.key, word.keyCount) { stem in
        word.key = stem.baseAddress ?? word.key
        word.keyCount = stem.count
        word.hash = WordHash.of(word.key, word.keyCount)
      }
    }
    return word
  }
}
