import CLanguage

/// Tells the language of a text by Compact Language Detector 2, from the text's beginning.
///
/// Plain English, which most feeds are full of, is seen from its function words alone, at a twentieth of the cost.
enum LanguageIdentifier {
  /// More of a text would not change the answer; enough for a thousand words.
  private static let sample = 4096
  /// Fewer letters than this say nothing surely: names, headlines of two words.
  private static let fewest = 24

  /// The BCP 47 code of the language most of a text is in; `und` where it is too short or too mixed to tell.
  static func identify(_ bytes: Bytes) -> String {
    let text = beginning(of: bytes, atMost: sample)
    if isPlainlyEnglish(beginning(of: bytes, atMost: 1024)) { return "en" }
    guard text.count >= fewest else { return "und" }
    var code = [CChar](repeating: 0, count: 16)
    var isReliable = false
    let share = text.withMemoryRebound(to: CChar.self) {
      copydesk_detect_language($0.baseAddress, $0.count, &code, &isReliable)
    }
    guard isReliable, share >= 50 else { return "und" }
    return String(decoding: code.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func beginning(of bytes: Bytes, atMost limit: Int) -> Bytes {
    guard bytes.count > limit else { return bytes }
    var end = limit
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return Bytes(rebasing: bytes[..<end])
  }

  /// Words that are frequent in English and rare or unknown in other languages of its script.
  private static let english = WordTable([
    (
      .starter,
      """
      the and to of that for with by from his are be has have said will not but they were this which been their \
      would who it's its an
      """
    )
  ])

  /// Whether at least one word in eight, of forty or more, is one of those.
  private static func isPlainlyEnglish(_ bytes: Bytes) -> Bool {
    var words = 0
    var hits = 0
    var offset = 0
    while offset < bytes.count {
      let start = offset
      while offset < bytes.count, bytes[offset] > 0x20 { offset += 1 }
      if offset > start {
        words += 1
        if offset - start < 8, !english.traits(of: bytes, start..<offset).isEmpty { hits += 1 }
      }
      offset += 1
    }
    return words >= 40 && hits * 8 >= words
  }
}
