/// The encoding that a page names in a `meta` tag.
enum HTMLEncoding {
  private static let searchedBytes = 4096

  /// The encoding named in the first part of a page, if it is known and not UTF-8, which is told by its form.
  static func declared(in bytes: ArraySlice<UInt8>) -> SourceEncoding? {
    name(in: bytes).flatMap(encoding)
  }

  /// The name, in small letters, that the first part of a page gives its encoding.
  static func name(in bytes: ArraySlice<UInt8>) -> String? {
    let head = bytes.prefix(searchedBytes)
    guard head.contains(UInt8(ascii: "<")) else { return nil }
    return head.withUnsafeBufferPointer { buffer in
      let text = Ink(base: buffer, bounds: 0..<buffer.count).folded
      // `<meta charset=…>`, or `<?xml … encoding="…"?>`.
      let word = text.hasPrefix("<?xml") ? "encoding" : "charset"
      guard let range = position(of: word, in: text.utf8) else { return nil }
      let rest = text.utf8[range...].dropFirst(word.utf8.count)
        .drop { $0 <= 0x20 || $0 == 0x3D || $0 == 0x22 || $0 == 0x27 }
      let name = rest.prefix {
        ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || "-_:".utf8.contains($0)
      }
      return String(Substring(name))
    }
  }

  /// As browsers do, what calls itself Latin-1 is read as Windows-1252, and UTF-16 cannot be, or the tag could not be read.
  private static func encoding(_ name: String) -> SourceEncoding? {
    switch SourceEncoding(name: name) {
    case .windows1252?: .windows1252(isLatin1: false)
    case .legacy(let converter)?: .legacy(converter)
    case .utf8?, .wide?, nil: nil
    }
  }

  private static func position(of word: String, in text: String.UTF8View) -> String.Index? {
    var index = text.startIndex
    while let first = word.utf8.first, let found = text[index...].firstIndex(of: first) {
      if text[found...].starts(with: word.utf8) { return found }
      index = text.index(after: found)
    }
    return nil
  }
}
