/// The little Markdown that plugins may use in a report's text: emphasis, code and links to the web.
///
/// Everything else is plain words, so no text from an article can become markup that its plugin did not write.
enum Inline: Hashable {
  case words(String)
  case emphasis([Inline])
  case strong([Inline])
  case code(String)
  case link([Inline], url: String)

  static func parse(_ text: String) -> [Inline] {
    var parser = InlineParser(Array(text.utf8))
    return parser.parse(until: nil, depth: 0)
  }
}

private struct InlineParser {
  private static let maximumDepth = 4
  /// Openings without an end; each costs a look at the rest of the text, and hostile text has nothing else.
  private static let maximumFailures = 50

  private let bytes: [UInt8]
  private var position = 0
  private var failures = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads up to a closing delimiter, or to the end where there is none to find.
  mutating func parse(until closing: [UInt8]?, depth: Int) -> [Inline] {
    var result: [Inline] = []
    var words: [UInt8] = []
    func flush() {
      guard !words.isEmpty else { return }
      result.append(.words(String(decoding: words, as: UTF8.self)))
      words = []
    }
    while position < bytes.count {
      if let closing, isAt(closing) { break }
      if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count,
        isMark(bytes[position + 1])
      {
        words.append(bytes[position + 1])
        position += 2
      } else if depth < Self.maximumDepth, let inline = inline(depth) {
        flush()
        result.append(inline)
      } else {
        words.append(bytes[position])
        position += 1
      }
    }
    flush()
    return result
  }

  /// The construct that begins here; nil where none does.
  private mutating func inline(_ depth: Int) -> Inline? {
    let byte = bytes[position]
    guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "*"),
      failures < Self.maximumFailures
    else { return nil }
    let inline = constructs(byte, depth)
    if inline == nil { failures += 1 }
    return inline
  }

  private mutating func constructs(_ opening: UInt8, _ depth: Int) -> Inline? {
    switch opening {
    case UInt8(ascii: "`"): return code()
    case UInt8(ascii: "["): return link(depth)
    default:
      if let inner = delimited(Self.strong, depth) { return .strong(inner) }
      return delimited(Self.emphasis, depth).map(Inline.emphasis)
    }
  }

  private static let strong = Array("**".utf8)
  private static let emphasis = Array("*".utf8)
  private static let linkEnd = Array("](".utf8)

  private mutating func code() -> Inline? {
    guard let end = bytes[(position + 1)...].firstIndex(of: UInt8(ascii: "`")) else { return nil }
    let words = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
    guard !words.isEmpty else { return nil }
    position = end + 1
    return .code(words)
  }

  /// Words between two delimiters that hug them.
  private mutating func delimited(_ mark: [UInt8], _ depth: Int) -> [Inline]? {
    let start = position
    guard isAt(mark), start + mark.count < bytes.count, bytes[start + mark.count] > 0x20 else {
      return nil
    }
    position += mark.count
    let inner = parse(until: mark, depth: depth + 1)
    guard isAt(mark), !inner.isEmpty, bytes[position - 1] > 0x20 else {
      position = start
      return nil
    }
    position += mark.count
    return inner
  }

  private mutating func link(_ depth: Int) -> Inline? {
    let start = position
    position += 1
    let inner = parse(until: Self.linkEnd, depth: depth + 1)
    if isAt(Self.linkEnd), !inner.isEmpty,
      let end = bytes[position...].firstIndex(of: UInt8(ascii: ")")),
      let url = SafeURL.web(String(decoding: bytes[(position + 2)..<end], as: UTF8.self))
    {
      position = end + 1
      return .link(inner, url: url)
    }
    position = start
    return nil
  }

  /// - Parameter mark: one byte or two.
  private func isAt(_ mark: [UInt8]) -> Bool {
    guard position < bytes.count, bytes[position] == mark[0] else { return false }
    return mark.count == 1 || (position + 1 < bytes.count && bytes[position + 1] == mark[1])
  }

  private func isMark(_ byte: UInt8) -> Bool { "\\`*[]()".utf8.contains(byte) }
}
