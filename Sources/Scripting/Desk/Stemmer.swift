internal import SystemStemmer

/// Cuts words down to their stems by the Snowball rules of a language.
final class Stemmer {
  private let stemmer: OpaquePointer
  /// The last word in lower case.
  private var word: [UInt8] = []

  /// Longer words are handed back as they are.
  static let maximumWord = 1000

  /// Languages by their ISO 639-1 codes, and by Snowball's names.
  static let languages: [(code: String, name: String)] = [
    ("ar", "arabic"), ("hy", "armenian"), ("eu", "basque"), ("ca", "catalan"), ("da", "danish"),
    ("nl", "dutch"), ("en", "english"), ("fi", "finnish"), ("fr", "french"), ("de", "german"),
    ("el", "greek"), ("hi", "hindi"), ("hu", "hungarian"), ("id", "indonesian"), ("ga", "irish"),
    ("it", "italian"), ("lt", "lithuanian"), ("ne", "nepali"), ("no", "norwegian"),
    ("pt", "portuguese"), ("ro", "romanian"), ("ru", "russian"), ("sr", "serbian"),
    ("es", "spanish"), ("sv", "swedish"), ("ta", "tamil"), ("tr", "turkish"), ("yi", "yiddish"),
  ]

  /// Nil for a language that has no stemmer.
  init?(language: String) {
    let name =
      Self.languages.first { $0.code == language || $0.name == language }?.name ?? ""
    guard !name.isEmpty, let stemmer = sb_stemmer_new(name, "UTF_8") else { return nil }
    self.stemmer = stemmer
  }

  deinit { sb_stemmer_delete(stemmer) }

  /// Shows the stem of a word whose ASCII capitals may still stand.
  func stem<Result>(
    lowering key: UnsafePointer<UInt8>, _ count: Int,
    _ look: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    word.removeAll(keepingCapacity: true)
    for index in 0..<count { word.append(ByteTables.shared.lower[Int(key[index])]) }
    return word.withUnsafeBufferPointer { stem($0, look) }
  }

  /// Shows the stem of a word in lower case; its bytes are valid until the next call.
  func stem<Result>(
    _ word: UnsafeBufferPointer<UInt8>, _ look: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard word.count <= Self.maximumWord, let start = word.baseAddress,
      let stem = sb_stemmer_stem(stemmer, start, Int32(word.count))
    else { return look(word) }
    return look(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))))
  }
}
