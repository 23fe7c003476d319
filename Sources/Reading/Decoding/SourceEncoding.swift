/// How an input's bytes stand for characters.
enum SourceEncoding: Sendable {
  case utf8
  case windows1252(isLatin1: Bool)
  case wide(WideText)
  /// By ICU's name.
  case legacy(String)
}

extension SourceEncoding {
  /// Whether it is neither UTF-8 nor one of western Europe.
  var isOther: Bool {
    if case .legacy = self { true } else { false }
  }

  /// The encoding of a name as `--encoding` takes it, in any case, with or without hyphens.
  init?(name: String) {
    let name = name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    switch name {
    case "utf8", "unicode", "ascii", "usascii": self = .utf8
    case "utf16", "utf16le": self = .wide(WideText(isBigEndian: false, unitBytes: 2))
    case "utf16be": self = .wide(WideText(isBigEndian: true, unitBytes: 2))
    case "utf32", "utf32le": self = .wide(WideText(isBigEndian: false, unitBytes: 4))
    case "utf32be": self = .wide(WideText(isBigEndian: true, unitBytes: 4))
    case "windows1252", "cp1252", "ansi": self = .windows1252(isLatin1: false)
    case "latin1", "iso88591": self = .windows1252(isLatin1: true)
    default:
      guard let converter = LegacyEncodings.converterName(of: name) else { return nil }
      self = .legacy(converter)
    }
  }
}

/// The bytes with which an input may name its own encoding.
struct ByteOrderMark {
  let encoding: SourceEncoding
  let length: Int

  init?(of bytes: ArraySlice<UInt8>) {
    guard let first = bytes.first, first == 0 || first >= 0xEF,
      let known = Self.all.first(where: { bytes.starts(with: $0.bytes) })
    else { return nil }
    encoding = known.encoding
    length = known.bytes.count
  }

  /// UTF-32 first, for its mark begins with that of UTF-16.
  private static let all: [(bytes: [UInt8], encoding: SourceEncoding)] = [
    ([0xEF, 0xBB, 0xBF], .utf8),
    ([0xFF, 0xFE, 0, 0], .wide(WideText(isBigEndian: false, unitBytes: 4))),
    ([0, 0, 0xFE, 0xFF], .wide(WideText(isBigEndian: true, unitBytes: 4))),
    ([0xFF, 0xFE], .wide(WideText(isBigEndian: false, unitBytes: 2))),
    ([0xFE, 0xFF], .wide(WideText(isBigEndian: true, unitBytes: 2))),
  ]
}
