import CUnicode
import Glibc

/// Encodings that `--encoding` can name and ICU decodes.
///
/// UTF-7 is left out on purpose, for it hides text from whoever checks the bytes. Encodings that switch by escape sequences
/// cannot be named either: they are read where a header declares them, or where their escape sequences are.
enum LegacyEncodings {
  /// ICU's name for an encoding's usual names, small and without punctuation.
  static func converterName(of name: String) -> String? {
    if let known = names[name] { return known }
    for prefix in ["windows", "cp", "xcp"] where name.hasPrefix(prefix) {
      let page = name.dropFirst(prefix.count)
      if ["1250", "1251", "1253", "1254", "1255", "1256", "1257", "1258"].contains(page) {
        return "windows-\(page)"
      }
    }
    for prefix in ["iso8859", "latin"] where name.hasPrefix(prefix) {
      guard let number = Int(name.dropFirst(prefix.count)) else { continue }
      let part = prefix == "latin" ? latinParts[number] : number
      if let part, (2...16).contains(part), part != 12 { return "ISO-8859-\(part)" }
    }
    return nil
  }

  /// ICU's name for an encoding of seven bits that switches by escape sequences; nil for any other.
  static func switchingConverter(of name: String) -> String? {
    let name = name.lowercased()
    // What comes later includes what came before.
    if name.hasPrefix("iso-2022-jp") || name == "csiso2022jp" { return "ISO-2022-JP-2" }
    return name == "iso-2022-kr" || name == "csiso2022kr" ? "ISO-2022-KR" : nil
  }

  /// ICU's name for the encoding that some text of seven bits switches to and back from; nil where there is no such text.
  static func switchingConverter(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var found: String?
    var index = 0
    while let base = bytes.baseAddress, index < bytes.count,
      let escape = memchr(base + index, 0x1B, bytes.count - index)
    {
      index = UnsafePointer(escape.assumingMemoryBound(to: UInt8.self)) - base + 1
      let rest = bytes[index...].prefix(3)
      if found != nil, rest.starts(with: "(B") || rest.starts(with: "(J") { return found }
      // A text in Korean says so once, and then shifts.
      if rest.starts(with: "$)C") { return bytes[index...].contains(0x0E) ? "ISO-2022-KR" : nil }
      if found == nil, toJapanese.contains(where: { rest.starts(with: $0) }) {
        found = "ISO-2022-JP-2"
      }
    }
    return nil
  }

  /// To JIS X 0208 of 1978 and of 1983, and to JIS X 0212.
  private static let toJapanese: [StaticString] = ["$@", "$B", "$(D"]

  /// The same text in UTF-8, and how many places could not be decoded; nil for what ICU does not know.
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, converter: String
  ) -> (utf8: [UInt8], faults: Int)? {
    var count = 0
    var faults = 0
    guard let result = copydesk_decode(converter, bytes.baseAddress, bytes.count, &count, &faults)
    else { return nil }
    defer { free(result) }
    return (Array(UnsafeBufferPointer(start: result, count: count)), faults)
  }

  /// Latin-2 and its kin, by the part of ISO 8859 that they are.
  private static let latinParts = [2: 2, 3: 3, 4: 4, 5: 9, 6: 10, 7: 13, 8: 14, 9: 15, 10: 16]

  private static let names = [
    "koi8r": "KOI8-R", "koi8": "KOI8-R", "koi8u": "KOI8-U", "macintosh": "macintosh",
    "macroman": "macintosh", "xmaccyrillic": "x-mac-cyrillic", "cp437": "ibm-437",
    "cp850": "ibm-850", "cp852": "ibm-852", "cp866": "ibm-866", "ibm866": "ibm-866",
    "windows874": "windows-874", "cp874": "windows-874", "tis620": "TIS-620",
    "shiftjis": "Shift_JIS", "sjis": "Shift_JIS", "windows31j": "windows-31j",
    "cp932": "windows-31j", "eucjp": "EUC-JP", "gb2312": "GBK", "gbk": "GBK",
    "gb18030": "gb18030", "cp936": "GBK", "big5": "Big5", "cp950": "Big5",
    "big5hkscs": "Big5-HKSCS", "euckr": "EUC-KR", "cp949": "windows-949",
    "windows949": "windows-949",
  ]
}
