import Document

/// Text with marks written into it: `She said [hedge weight=0.5:maybe] not.`
///
/// `[layer:words]` says that the plugin marks these words in a layer, `[!layer:words]` that it marks none of them. Between
/// layer and colon may stand attributes that the mark must have. Only names of layers count, so that other brackets are
/// text; so is what follows a backslash.
struct MarkedText {
  struct Mark: Hashable, Sendable {
    var layer: String
    var range: TextRange
    var attributes: Fields
    /// Whether there must be no such mark, nor one that overlaps it.
    var isForbidden: Bool
  }

  private(set) var text: [UInt8] = []
  /// In the order in which they begin.
  private(set) var marks: [Mark] = []

  private enum Bracket {
    case text
    case mark(Int)
  }

  private let layers: [String]
  private var rest: ArraySlice<UInt8>
  private var open: [Bracket] = []

  /// Reads marks of some layers out of a text.
  init(_ source: String, layers: [String]) throws(SpecFault) {
    self.layers = layers
    rest = Array(source.utf8)[...]
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "\\") where Self.isBracket(rest.dropFirst().first):
        text.append(rest[rest.startIndex + 1])
        rest = rest.dropFirst(2)
      case UInt8(ascii: "["): try openBracket()
      case UInt8(ascii: "]") where !open.isEmpty: closeBracket()
      default: text.append(rest.removeFirst())
      }
    }
    for case .mark(let index) in open {
      throw SpecFault("the mark [\(marks[index].layer):… has no ']'")
    }
  }

  private static func isBracket(_ byte: UInt8?) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
  }

  private mutating func openBracket() throws(SpecFault) {
    var header = MarkHeader(rest.dropFirst())
    guard let name = header.takeName() else { return openText() }
    guard layers.contains(name) else {
      let like = Suggestions.like(name, among: layers)
      guard header.isAtColon, let question = Suggestions.question(like) else { return openText() }
      throw SpecFault("there is no layer '\(name)'", remedy: "\(question) A bracket is written \\[")
    }
    let attributes = try header.takeAttributes(of: name)
    open.append(.mark(marks.count))
    marks.append(
      Mark(
        layer: name, range: TextRange(text.count, text.count), attributes: attributes,
        isForbidden: header.isForbidden))
    rest = header.rest
  }

  private mutating func openText() {
    open.append(.text)
    text.append(rest.removeFirst())
  }

  private mutating func closeBracket() {
    let byte = rest.removeFirst()
    switch open.removeLast() {
    case .text: text.append(byte)
    case .mark(let index): marks[index].range.upper = UInt32(text.count)
    }
  }
}

extension MarkedText.Mark {
  /// A mark that a plugin made.
  /// - Parameter isShown: whether an attribute is to be shown, by its name.
  init(layer: String, _ annotation: Annotation, showing isShown: (String) -> Bool = { _ in true }) {
    self.layer = layer
    range = annotation.range
    attributes = Fields(annotation.attributes.entries.filter { isShown($0.name) })
    isForbidden = false
  }

  /// The text with some marks written into it, to be read.
  static func written(_ marks: [Self], into text: Text) -> String {
    var opening: [Int: [Self]] = [:]
    var closing: [Int: Int] = [:]
    for mark in marks.sorted(by: { $0.range < $1.range }) {
      opening[Int(mark.range.lower), default: []].append(mark)
      closing[Int(mark.range.upper), default: 0] += 1
    }
    var written: [UInt8] = []
    for offset in 0...text.count {
      written += Array(repeating: UInt8(ascii: "]"), count: closing[offset] ?? 0)
      for mark in opening[offset] ?? [] { written += Array(mark.head.utf8) }
      if offset < text.count { written.append(text.utf8[offset]) }
    }
    return String(decoding: written, as: UTF8.self)
  }

  private var head: String {
    let shown = attributes.entries.map { " \($0.name)=\($0.value.shown)" }.joined()
    return "[\(isForbidden ? "!" : "")\(layer)\(shown):"
  }
}

/// What stands between the bracket of a mark and its words.
private struct MarkHeader {
  private(set) var rest: ArraySlice<UInt8>
  private(set) var isForbidden = false

  init(_ rest: ArraySlice<UInt8>) {
    self.rest = rest
    if rest.first == UInt8(ascii: "!") {
      isForbidden = true
      self.rest = rest.dropFirst()
    }
  }

  var isAtColon: Bool { rest.first == UInt8(ascii: ":") }

  /// A name that a colon or blank follows.
  mutating func takeName() -> String? {
    let name = rest.prefix { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || $0 == 0x5F }
    let after = rest.dropFirst(name.count)
    guard !name.isEmpty, after.first == UInt8(ascii: ":") || after.first == UInt8(ascii: " ") else {
      return nil
    }
    rest = after
    return String(decoding: name, as: UTF8.self)
  }

  /// `weight=0.5 tag="two words":`
  mutating func takeAttributes(of layer: String) throws(SpecFault) -> Fields {
    var attributes = Fields()
    while !isAtColon {
      rest = rest.drop { $0 == UInt8(ascii: " ") }
      let name = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ":") }
      rest = rest.dropFirst(name.count)
      guard !name.isEmpty, rest.popFirst() == UInt8(ascii: "=") else {
        throw SpecFault(
          "the mark [\(layer) … cannot be read",
          remedy: "write [\(layer):words] or [\(layer) name=value:words]")
      }
      attributes[String(decoding: name, as: UTF8.self)] = takeValue()
    }
    rest = rest.dropFirst()
    return attributes
  }

  private mutating func takeValue() -> Value {
    var end = rest.startIndex
    if rest.first == UInt8(ascii: "\"") {
      end = rest.dropFirst().firstIndex(of: UInt8(ascii: "\"")).map { $0 + 1 } ?? rest.endIndex
    } else {
      end = rest.firstIndex { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ":") } ?? rest.endIndex
    }
    let word = rest[..<end]
    rest = rest[end...]
    return (try? JSONParser.parse(word)) ?? .string(String(decoding: word, as: UTF8.self))
  }
}
