/// A growing document in GitHub's Markdown. As in `HTML`, markup is a literal of this program and data is escaped.
struct Markdown {
  private(set) var bytes: [UInt8] = []

  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  mutating func markup(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Adds words in one line, escaped.
  mutating func text(_ text: String) {
    Self.append(text, to: &bytes)
  }

  /// Adds words in bold, by tags where asterisks would mean nothing: beside white space, and between a mark and a letter.
  /// - Parameters:
  ///   - before: what the words follow on in their line.
  ///   - after: and what follows on them.
  mutating func strong(
    _ words: String, after before: Character? = nil, before after: Character? = nil
  ) {
    let isPlain = Self.flanks(words.first, before) && Self.flanks(words.last, after)
    if isPlain { markup("**") } else { markup("<b>") }
    text(words)
    if isPlain { markup("**") } else { markup("</b>") }
  }

  /// Whether asterisks between the end of some words and what is beside them belong to the words, as CommonMark has it.
  private static func flanks(_ end: Character?, _ beside: Character?) -> Bool {
    func isMark(_ character: Character) -> Bool { character.isPunctuation || character.isSymbol }
    guard let end, !end.isWhitespace else { return false }
    guard isMark(end), let beside else { return true }
    return beside.isWhitespace || isMark(beside)
  }

  mutating func heading(_ level: Int, _ words: String) {
    bytes.append(contentsOf: String(repeating: "#", count: level).utf8)
    markup(" ")
    text(words.isEmpty ? "–" : words)
    markup("\n\n")
  }

  mutating func paragraph(_ words: String) {
    text(words)
    markup("\n\n")
  }

  /// A link to an article's page or line, or bare words where it has neither.
  mutating func link(to anchor: String?, body: (inout Markdown) -> Void) {
    guard let anchor else { return body(&self) }
    openLink()
    body(&self)
    markup("](#")
    bytes.append(contentsOf: anchor.utf8)
    markup(")")
  }

  mutating func link(to anchor: String?, _ words: String) {
    link(to: anchor) { $0.text(words) }
  }

  /// Begins the words of a link. An exclamation mark right before it would make an image of it.
  mutating func openLink() {
    if bytes.last == UInt8(ascii: "!") { bytes.insert(UInt8(ascii: "\\"), at: bytes.count - 1) }
    markup("[")
  }

  /// An address in angle brackets, in which only these end it.
  mutating func address(_ url: String) {
    for byte in url.utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes.append(contentsOf: "%3C".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "%3E".utf8)
      case UInt8(ascii: "|"): bytes.append(contentsOf: "%7C".utf8)
      default: bytes.append(byte)
      }
    }
  }

  /// What an anchor leads to.
  mutating func anchor(_ name: String) {
    markup("<a id=\"")
    bytes.append(contentsOf: name.utf8)
    markup("\"></a>")
  }

  /// Words of code, in a fence that is longer than any in them.
  mutating func code(_ words: String) {
    let plain = Printable.string(words)
    var longest = 0
    var run = 0
    for byte in plain.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let padding = longest > 0 ? " " : ""
    // A cell of a table ends at a bar even in code.
    let cell = plain.split(separator: "|", omittingEmptySubsequences: false).joined(
      separator: "\\|")
    bytes.append(contentsOf: "\(fence)\(padding)\(cell)\(padding)\(fence)".utf8)
  }

  mutating func tableHead(_ columns: String...) { tableHead(columns) }

  mutating func tableHead(_ columns: [String], numeric: (Int) -> Bool = { _ in false }) {
    row(columns.count) { $1.text(columns[$0]) }
    for index in columns.indices {
      bytes.append(contentsOf: numeric(index) ? "| --: ".utf8 : "| --- ".utf8)
    }
    markup("|\n")
  }

  mutating func row(_ count: Int, cell: (Int, inout Markdown) -> Void) {
    for index in 0..<count {
      markup("| ")
      cell(index, &self)
      markup(" ")
    }
    markup("|\n")
  }

  mutating func row(_ cells: [String]) { row(cells.count) { $1.text(cells[$0]) } }

  // MARK: Escaping

  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whatever Markdown or HTML could take for markup gets a backslash or becomes an entity; line ends become spaces, so that
  /// words stay in their paragraph, cell or heading. Addresses do not become links by themselves.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let plain = Array(Printable.string(text).utf8)
    let start = bytes.count
    let isAtLineStart = bytes.isEmpty || bytes.last == UInt8(ascii: "\n")
    for (index, byte) in plain.enumerated() {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"), UInt8(ascii: "~"),
        UInt8(ascii: "$"):
        bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: ":") where plain[(index + 1)...].starts(with: "//".utf8),
        UInt8(ascii: ".") where isAfterWWW(index, of: plain):
        bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="):
        if isAtLineStart && bytes.count == start { bytes.append(UInt8(ascii: "\\")) }
        bytes.append(byte)
      case UInt8(ascii: "."), UInt8(ascii: ")"):
        // A line that begins `12.` would be an item of a list.
        let isNumber = isAtLineStart && index > 0 && plain[..<index].allSatisfy { isDigit($0) }
        if isNumber { bytes.append(UInt8(ascii: "\\")) }
        bytes.append(byte)
      default: bytes.append(byte)
      }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isAfterWWW(_ index: Int, of bytes: [UInt8]) -> Bool {
    index >= 3 && bytes[(index - 3)..<index].allSatisfy { $0 | 0x20 == UInt8(ascii: "w") }
  }
}
