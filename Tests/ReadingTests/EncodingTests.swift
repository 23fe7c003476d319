import Document
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
