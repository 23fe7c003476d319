import Document
import Glibc
import Testing

@testable import Reading

struct EncodingTests {
  @Test(
    arguments: [
      ([0xEF, 0xBB, 0xBF, 0x41], "A"), ([0xFF, 0xFE, 0x41, 0x00], "A"),
      ([0xFE, 0xFF, 0x00, 0x41], "A"), ([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], "A"),
      ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x41], "A"),
      ([0xFE, 0xFF, 0xD8, 0x3D, 0xDE, 0x00], "😀"),
    ] as [([UInt8], String)])
  func `a byte order mark tells the encoding and is not read`(_ bytes: [UInt8], _ text: String) {
    let decoded = Decoder(assumed: .windows1252(isLatin1: false)).decode(bytes[...])
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
    #expect(decoded.warnings.isEmpty)
  }

  @Test(arguments: [true, false])
  func `UTF-16 is told without a mark`(_ isBigEndian: Bool) {
    for text in ["Der Fluss stieg auf 8,12 Meter.", "Река поднялась на восемь метров."] {
      let bytes = text.utf16.flatMap { unit -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isBigEndian ? [high, low] : [low, high]
      }
      let decoded = Decoder(assumed: nil).decode(bytes[...])
      #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
      #expect(decoded.warnings.map(\.code) == ["encoding"])
    }
  }

  @Test(
    arguments: [
      ("windows-1251", [0xCF, 0xF0, 0xE8], "При"), ("CP1251", [0xCF], "П"),
      ("iso-8859-2", [0xB1, 0xE6], "ąć"), ("Latin-2", [0xB1], "ą"), ("latin9", [0xA4], "€"),
      ("latin1", [0xE9], "é"), ("koi8-r", [0xF0], "П"), ("Shift_JIS", [0x93, 0xFA], "日"),
      ("gb18030", [0xC8, 0xD5], "日"), ("big5", [0xA4, 0xE9], "日"), ("euc-kr", [0xC7, 0xD1], "한"),
      ("cp1252", [0x80], "€"), ("utf-16be", [0x00, 0x41], "A"), ("UTF8", [0x41], "A"),
      ("macintosh", [0x8E], "é"), ("ibm866", [0x8F], "П"),
    ] as [(String, [UInt8], String)])
  func `an encoding can be named`(_ name: String, _ bytes: [UInt8], _ text: String) throws {
    let decoder = Decoder(assumed: SourceEncoding(name: name))
    #expect(String(decoding: decoder.decode(bytes[...]).utf8, as: UTF8.self) == text)
  }

  @Test(arguments: [
    (
      "windows-1251",
      "Мост через гавань закрыт с понедельника, сообщила мэрия. Ремонт продлится неделю."
    ),
    (
      "KOI8-U", "Міст через гавань закрито з понеділка, повідомила мерія. Ремонт триватиме тиждень."
    ),
    (
      "windows-1250",
      "Most przez port będzie zamknięty od poniedziałku – podał urząd miasta. Naprawa potrwa tydzień, a objazd prowadzi przez Wschodnią."
    ),
    (
      "windows-1254",
      "Liman köprüsü pazartesiden itibaren kapalı, dedi belediye. Onarım bir hafta sürecek ve trafik doğudaki köprüden işleyecek."
    ),
    (
      "ISO-8859-7",
      "Η γέφυρα του λιμανιού κλείνει από τη Δευτέρα, είπε ο δήμος. Οι εργασίες θα κρατήσουν μία εβδομάδα."
    ),
    (
      "windows-1255",
      "הגשר מעל הנמל ייסגר ביום שני, אמרה העירייה. העבודות יימשכו שבוע והתנועה תופנה מזרחה."
    ),
    ("windows-31j", "港の橋は月曜日から閉鎖されると市が発表した。工事は一週間続く予定だ。"),
    ("EUC-JP", "港の橋は月曜日から閉鎖されると市が発表した。工事は一週間続く予定だ。"),
    ("gb18030", "市政府表示，海港大桥将于周一起关闭。维修工程预计持续一周。"),
    ("Big5", "市政府表示，海港大橋將於週一起關閉。維修工程預計持續一週。"),
    ("windows-949", "시는 항구 다리가 월요일부터 폐쇄된다고 밝혔다. 공사는 일주일 동안 계속된다."),
    (
      "Windows-1252",
      "Le pont du port ferme dès lundi, a annoncé la mairie. Les travaux dureront une semaine."
    ),
    ("Windows-1252", "Käytössä on nyt uusi silta, jota pitkin pääsee satamaan ympäri vuorokauden."),
    ("Windows-1252", "Le café déjà fermé"), ("Windows-1252", "Müller, Köln"),
  ])
  func `an encoding that nobody names is told by its letters`(_ name: String, _ text: String) throws
  {
    let bytes = try #require(Self.encoded(text, as: name))
    let decoded = Decoder(assumed: nil).decode(bytes[...])
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
    #expect(decoded.warnings.count == 1)
    #expect(decoded.warnings.first?.message.hasPrefix("not UTF-8; read as \(name)") == true)
  }

  @Test func `an encoding is told where pages have tags, and behind a long stretch of ASCII`()
    throws
  {
    let text = "Мост через гавань закрыт с понедельника, сообщила мэрия. Ремонт продлится неделю."
    let words = try #require(Self.encoded(text, as: "windows-1251"))
    let tags = Array("<div><p class='a'><span>".utf8) + words + Array("</span></p></div>".utf8)
    let spaces = [UInt8](repeating: 0x20, count: 20_000)
    for bytes in [tags + tags + tags, spaces + words] {
      let decoded = Decoder(assumed: nil).decode(bytes[...])
      #expect(String(decoding: decoded.utf8, as: UTF8.self).contains(text))
    }
  }

  @Test(arguments: [
    ("<meta charset='Shift_JIS'>", "windows-31j"), ("<meta charset='windows-1252'>", "UTF-8"),
    ("<meta charset='utf-8'>", "UTF-8"), ("", "UTF-8"),
  ])
  func `an encoding that pages declare is read unless they are in UTF-8`(
    _ meta: String, _ name: String
  ) throws {
    let text = "港の橋は月曜日から閉鎖されると市が発表した。工事は一週間続く予定だ。"
    let words = try #require(Self.encoded(text, as: name))
    let damage: [UInt8] = name == "UTF-8" ? [0x20, 0x8D] : []
    let decoded = Decoder(assumed: nil).decode((Array(meta.utf8) + words + damage)[...])
    #expect(String(decoding: decoded.utf8, as: UTF8.self).contains(text))
  }

  /// A text in an encoding of the C library.
  private static func encoded(_ text: String, as name: String) -> [UInt8]? {
    let names = ["windows-31j": "CP932", "windows-949": "CP949"]
    let converter = iconv_open(names[name] ?? name, "UTF-8")
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var (bytes, result) = (
      Array(text.utf8).map(CChar.init(bitPattern:)), [CChar](repeating: 0, count: 4096)
    )
    var (left, room) = (bytes.count, result.count)
    let status = bytes.withUnsafeMutableBufferPointer { bytes in
      result.withUnsafeMutableBufferPointer { result in
        var (start, end) = (bytes.baseAddress, result.baseAddress)
        return iconv(converter, &start, &left, &end, &room)
      }
    }
    guard status == 0 else { return nil }
    return result.dropLast(room).map(UInt8.init(bitPattern:))
  }

  @Test(arguments: [
    "utf-7", "UTF7", "scsu", "hz", "iso-2022-kr", "iso-8859-12", "latin", "", "../x",
  ])
  func `what hides text from its readers is no encoding`(_ name: String) {
    #expect(!Reader.knows(encoding: name))
  }

  @Test(arguments: [
    ("ISO-2022-JP", "\u{1B}$BF|K\\\u{1B}(B", "日本"),
    ("iso-2022-jp-ms", "a\u{1B}$BF|\u{1B}(Jb", "a日b"),
    ("iso-2022-kr", "\u{1B}$)C\u{E}GQ\u{F}a", "한a"), ("iso-2022-jp", "Rain", "Rain"),
  ])
  func `an encoding that switches is read where a header declares it`(
    _ name: String, _ bytes: String, _ text: String
  ) {
    let decoded = Decoder(assumed: nil).decode(Array(bytes.utf8)[...], declared: name)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
    #expect(decoded.warnings == [])
    #expect(!Reader.knows(encoding: name))
  }

  @Test(arguments: [
    ("<meta charset='iso-2022-jp'>\u{1B}$BF|K\\\u{1B}(B.", "<meta charset='iso-2022-jp'>日本.", 0),
    ("\u{1B}$BF|K\\\u{1B}(B and \u{1B}$@F|\u{1B}(J.", "日本 and 日.", 1),
    ("\u{1B}$)C\u{E}GQ\u{F}a", "한a", 1),
    // What terminals are told by is no text, nor is what never switches back.
    ("\u{1B}[31mRain\u{1B}[0m", "\u{1B}[31mRain\u{1B}[0m", 0), ("\u{1B}$BRain", "\u{1B}$BRain", 0),
  ])
  func `an encoding that switches is told by its escape sequences`(
    _ bytes: String, _ text: String, _ warnings: Int
  ) {
    let decoded = Decoder(assumed: nil).decode(Array(bytes.utf8)[...])
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
    #expect(decoded.warnings.map(\.code) == Array(repeating: "encoding", count: warnings))
  }

  @Test func `faults of a named encoding are counted`() throws {
    let decoder = Decoder(assumed: SourceEncoding(name: "shift_jis"))
    let decoded = decoder.decode([0x41, 0x81, 0xFF, 0x42][...])
    #expect(decoded.warnings.map(\.code) == ["invalid-shift_jis"])
    #expect(decoded.utf8.first == 0x41 && decoded.utf8.last == 0x42)
  }

  @Test(
    arguments: [
      ([0xC0, 0x80], 2), ([0xED, 0xA0, 0x80], 3), ([0xF4, 0x90, 0x80, 0x80], 4), ([0xE2, 0x82], 1),
      ([0xF0, 0x9F, 0x98], 1), ([0x80], 1), ([0xFF], 1), ([0xE0, 0x80, 0x80], 3),
      ([0xF8, 0x88, 0x80, 0x80, 0x80], 5),
    ] as [([UInt8], Int)])
  func `each longest start of an invalid sequence becomes one replacement`(
    _ bytes: [UInt8], _ count: Int
  ) {
    let decoded = Decoder(assumed: .utf8).decode(([0x78] + bytes + [0x79])[...])
    let expected = "x" + String(repeating: "\u{FFFD}", count: count) + "y"
    #expect(Array(decoded.utf8) == Array(expected.utf8))
    #expect(
      Array(decoded.utf8) == Array(String(decoding: [0x78] + bytes + [0x79], as: UTF8.self).utf8))
  }

  @Test func `every two bytes are decoded as the standard library decodes them`() {
    for first in UInt8(0x80)...0xFF {
      for second in UInt8(0)...0xFF {
        let bytes = [0x41, first, second, 0x80, 0xBF, 0x41]
        let decoded = Decoder(assumed: .utf8).decode(bytes[...])
        let expected = String(decoding: bytes, as: UTF8.self)
        guard Array(decoded.utf8) != Array(expected.utf8) else { continue }
        Issue.record("\(bytes)")
      }
    }
  }

  @Test(arguments: [
    ("caf\u{65}\u{301}", "café"), ("\u{1100}\u{1161}", "가"), ("\u{212B}", "Å"),
    ("a\u{0323}\u{0307}", "ạ\u{307}"), ("q\u{0307}\u{0323}", "q\u{323}\u{307}"),
  ])
  func `text is brought into normalisation form C`(_ text: String, _ normal: String) {
    let clean = Array(text.utf8).withUnsafeBufferPointer { CleanText($0, isVerbatim: true) }
    #expect(clean.utf8 == Array(normal.utf8))
  }

  @Test func `records keep their spaces and lose only control characters`() {
    let text = "a\u{A0}b\u{200B}c\r\nd\u{0}e\u{9B}f\u{AD}\tg"
    let clean = Array(text.utf8).withUnsafeBufferPointer { CleanText($0, isVerbatim: true) }
    #expect(clean.utf8 == Array("a\u{A0}b\u{200B}c\ndef\u{AD}\tg".utf8))
    #expect(clean.warnings.map(\.code) == ["nul", "control"])
  }
}
