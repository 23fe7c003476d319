/// A growing piece of HTML, in which markup and data cannot be confused: markup is a literal of this program, data is escaped.
struct HTML {
  private(set) var bytes: [UInt8] = []

  /// An attribute of an element.
  struct Attribute {
    var name: StaticString
    var value: String

    init(_ name: StaticString, _ value: String) {
      self.name = name
      self.value = value
    }

    init(_ name: StaticString, _ value: Int) {
      self.init(name, String(value))
    }

    /// An attribute that is left out where it says nothing, as an empty class or title would.
    static func any(_ name: StaticString, _ value: String) -> Attribute {
      var attribute = Attribute(name, value)
      attribute.isOptional = true
      return attribute
    }

    var isOptional = false
  }

  /// Hands over what was written and starts anew.
  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Adds markup that the program itself contains.
  mutating func markup(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Adds the program's own stylesheet or script, which is put together when it runs.
  mutating func verbatim(_ source: String) {
    bytes.append(contentsOf: source.utf8)
  }

  /// Adds data whose writer has seen to it that it ends no element.
  mutating func verbatim(_ data: [UInt8]) {
    bytes.append(contentsOf: data)
  }

  /// Adds words, escaped.
  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { Self.append($0, to: &bytes) }
  }

  /// Adds words of an article's text, escaped.
  mutating func text(_ utf8: ArraySlice<UInt8>) {
    utf8.withUnsafeBufferPointer { Self.append($0, to: &bytes) }
  }

  mutating func element(
    _ name: StaticString, _ attributes: Attribute..., text words: String
  ) {
    open(name, attributes)
    text(words)
    close(name)
  }

  mutating func element(
    _ name: StaticString, _ attributes: Attribute..., body: (inout HTML) -> Void
  ) {
    open(name, attributes)
    body(&self)
    close(name)
  }

  /// Adds an element that has no content.
  mutating func void(_ name: StaticString, _ attributes: Attribute...) {
    open(name, attributes)
  }

  mutating func open(_ name: StaticString, _ attributes: [Attribute] = []) {
    markup("<")
    markup(name)
    for attribute in attributes where !(attribute.isOptional && attribute.value.isEmpty) {
      markup(" ")
      markup(attribute.name)
      markup("=\"")
      text(attribute.value)
      markup("\"")
    }
    markup(">")
  }

  mutating func close(_ name: StaticString) {
    markup("</")
    markup(name)
    markup(">")
  }

  /// Words of an article or a plugin within other words: their direction stays their own.
  mutating func isolated(_ words: String) {
    element("bdi", text: words)
  }

  /// A link to a place in the report, or bare words where there is no such place.
  mutating func link(to place: String?, _ words: String) {
    link(to: place) { $0.text(words) }
  }

  mutating func link(to place: String?, body: (inout HTML) -> Void) {
    if let place { element("a", .init("href", place), body: body) } else { body(&self) }
  }

  // MARK: Escaping

  /// Characters that begin markup become entities. What HTML forbids, and what would turn the writing direction against the
  /// markup around it, becomes `�`.
  private static func append(_ utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var start = 0
    var index = 0
    while index < utf8.count {
      guard let (substitute, length) = substitute(at: index, of: utf8) else {
        index += 1
        continue
      }
      bytes.append(contentsOf: utf8[start..<index])
      substitute.withUTF8Buffer { bytes.append(contentsOf: $0) }
      index += length
      start = index
    }
    bytes.append(contentsOf: utf8[start...])
  }

  private static func substitute(
    at index: Int, of utf8: UnsafeBufferPointer<UInt8>
  ) -> (StaticString, length: Int)? {
    switch utf8[index] {
    case UInt8(ascii: "&"): ("&amp;", 1)
    case UInt8(ascii: "<"): ("&lt;", 1)
    case UInt8(ascii: ">"): ("&gt;", 1)
    case UInt8(ascii: "\""): ("&quot;", 1)
    case UInt8(ascii: "'"): ("&#39;", 1)
    case 0x09, 0x0A: nil
    case 0..<0x20, 0x7F: ("\u{FFFD}", 1)
    case 0xC2 where index + 1 < utf8.count && utf8[index + 1] < 0xA0: ("\u{FFFD}", 2)
    case _ where DirectionOverride.stands(at: index, in: utf8):
      ("\u{FFFD}", DirectionOverride.length)
    default: nil
    }
  }
}
