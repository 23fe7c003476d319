import CLanguage

/// Tells the language of a text, from its beginning.
///
/// Plain prose in one of the languages that have a profile gives itself away by its function words, at a twentieth of
/// the cost of a model; all else is for Compact Language Detector 2 to tell.
enum LanguageIdentifier {
  /// More of a text would not change the answer; enough for several hundred words.
  private static let sample = 4096
  /// Fewer bytes than this say nothing surely: names, headlines of two words.
  private static let fewest = 24

  /// The BCP 47 code of the language most of a text is in; `und` where it is too short or too mixed to tell.
  static func identify(_ bytes: Bytes) -> String {
    if let plain = FunctionWords.plainLanguage(of: beginning(of: bytes, atMost: 1024)) {
      return plain
    }
    let text = beginning(of: bytes, atMost: sample)
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
}

/// Frequent words of seven languages that their neighbours do not share: Dutch has "een" where Afrikaans has not,
/// Portuguese "não" where Galician has not, Spanish "y" where Catalan has not.
private enum FunctionWords {
  private static let codes = ["en", "de", "fr", "es", "it", "pt", "nl"]
  private static let lists = [
    """
    the and to of that for with by from his are be has have said will not but they were this which been their would \
    who it's its an
    """,
    """
    der die das und den dem des nicht ein eine einen einem einer sich mit auf für ist auch als wird werden wurde von \
    zu zum zur bei nach über hat haben dass sind noch durch aus vom im
    """,
    """
    le les des du et est une dans pour qui pas sur avec ce cette ces sont mais aux leur leurs été plus il elle ont \
    par au nous vous où même très
    """,
    """
    el los las y una del con que por para fue sus como más pero también este esta está entre desde cuando muy sobre \
    años según hasta
    """,
    """
    il che di è della per non con una gli del dei delle nel nella alla sono anche ha più dal dalla questo questa ma \
    come al si lo
    """,
    """
    não uma em são é do da os dos das um ao à com também mais foi pelo pela ele ela seu sua mas às até já você isso \
    que para
    """,
    """
    het een en niet zijn voor naar deze ook wordt worden op aan met dat te bij uit maar heeft hebben werd nog om dan \
    hij zij wel zich meer geen
    """,
  ]
  private static let table = WordTable(
    lists.enumerated().map { (WordTraits(rawValue: 1 << UInt16($0.offset)), $0.element) })

  /// The language whose words are at least one in eight, and four times those of any other, once forty words have been
  /// seen or more.
  static func plainLanguage(of bytes: Bytes) -> String? {
    let table = table
    var words = 0
    var hits: InlineArray<8, Int> = .init(repeating: 0)
    var offset = 0
    while offset < bytes.count {
      let start = offset
      while offset < bytes.count, bytes[offset] > 0x20 { offset += 1 }
      if offset > start {
        words += 1
        if 2...6 ~= offset - start {
          var languages = table.traits(of: bytes, start..<offset).rawValue
          while languages != 0 {
            hits[languages.trailingZeroBitCount] += 1
            languages &= languages - 1
          }
        }
        if words >= 40, words % 4 == 0, let winner = winner(hits, words) { return codes[winner] }
      }
      offset += 1
    }
    return nil
  }

  private static func winner(_ hits: InlineArray<8, Int>, _ words: Int) -> Int? {
    var best = 0
    for index in codes.indices where hits[index] > hits[best] { best = index }
    for index in codes.indices where index != best && hits[index] * 4 > hits[best] { return nil }
    return hits[best] * 8 >= words ? best : nil
  }
}
