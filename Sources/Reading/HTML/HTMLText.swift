/// Text that may hold character references and tags.
enum HTMLText {
  /// The words alone, white space collapsed, in form C.
  static func plain(_ string: String) -> String {
    var string = string
    switch string.withUTF8(state(of:)) {
    case .plain: return string
    case .loose: return Array(string.utf8).collapsedString
    case .marked: break
    }
    let words = string.withUTF8 { bytes -> [UInt8] in
      guard bytes.contains(0x3C) else {
        var decoded: [UInt8] = []
        HTMLEntities.decode(bytes[...], into: &decoded)
        return decoded
      }
      return Array(HTMLParser.parse(bytes).words(in: 0).utf8)
    }
    return clean(words)
  }

  private enum State {
    case plain
    /// With spaces too many.
    case loose
    /// With what may be markup, controls or not in form C.
    case marked
  }

  private static func state(of bytes: UnsafeBufferPointer<UInt8>) -> State {
    var state = State.plain
    var wasSpace = true
    for byte in bytes {
      if byte == 0x26 || byte == 0x3C || byte < 0x20 || byte >= 0x80 { return .marked }
      if byte == 0x20, wasSpace { state = .loose }
      wasSpace = byte == 0x20
    }
    return wasSpace && !bytes.isEmpty ? .loose : state
  }

  static func clean(_ words: [UInt8]) -> String {
    let clean = words.withUnsafeBufferPointer { CleanText($0, isVerbatim: false) }
    return clean.utf8.collapsedString
  }
}
