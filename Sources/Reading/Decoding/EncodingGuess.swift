import CUnicode

/// An encoding other than those of western Europe that bytes look to be in, which no one named and which are not UTF-8.
///
/// ICU tells it by what languages write. Texts of western Europe are the most, and short ones are taken for others too
/// easily, so that those have to be surely something else.
struct EncodingGuess {
  /// The encoding by ICU's name.
  let converter: String

  /// - Parameter firstFault: where the first byte stands that is neither ASCII nor of a character of UTF-8.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, firstFault: Int) {
    let start = max(0, firstFault - Self.lead)
    let text = UnsafeBufferPointer(rebasing: bytes[start..<min(bytes.count, start + Self.reach)])
    guard text.count >= Self.least else { return nil }
    var name = [CChar](repeating: 0, count: 32)
    let sureness = copydesk_guess_encoding(text.baseAddress, text.count, &name, name.count)
    let end = name.firstIndex(of: 0) ?? 0
    let guess = String(decoding: name[..<end].map(UInt8.init(bitPattern:)), as: UTF8.self)
    if let converter = Self.ofManyBytes[guess] {
      guard sureness >= 60 else { return nil }
      self.converter = converter
      return
    }
    guard let converter = Self.ofOneByte[guess] else { return nil }
    // Letters that are not Latin make up most of a text; of Latin ones, those with marks make up little.
    let isDense = text.count { $0 >= 0xA0 } * 5 > text.count
    let needed = text.count >= Self.long ? 20 : text.count >= Self.short ? 40 : 101
    guard isDense || sureness >= needed else { return nil }
    self.converter = converter
  }

  /// Bytes that are looked at before the first fault, and in all.
  private static let (lead, reach) = (1000, 9000)
  /// Bytes that tell anything; that tell other Latin letters from those of western Europe; and that do so where ICU is less sure.
  private static let (least, short, long) = (24, 64, 256)

  private static let ofManyBytes = [
    "Shift_JIS": "windows-31j", "EUC-JP": "EUC-JP", "EUC-KR": "windows-949",
    "GB18030": "gb18030", "Big5": "Big5",
  ]

  /// Each with what holds it and more.
  private static let ofOneByte = [
    "ISO-8859-2": "ISO-8859-2", "windows-1250": "windows-1250", "ISO-8859-5": "ISO-8859-5",
    "windows-1251": "windows-1251", "KOI8-R": "KOI8-U", "ISO-8859-6": "ISO-8859-6",
    "windows-1256": "windows-1256", "ISO-8859-7": "ISO-8859-7", "windows-1253": "windows-1253",
    "ISO-8859-8": "windows-1255", "ISO-8859-8-I": "windows-1255", "windows-1255": "windows-1255",
    "ISO-8859-9": "windows-1254", "windows-1254": "windows-1254",
  ]
}
