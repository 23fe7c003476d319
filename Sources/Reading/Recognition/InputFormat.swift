/// What an input is, told by its content first and by its name where content leaves it open.
enum InputFormat {
  case text, markdown, html, xml, json, jsonLines
  case table(TableLayout)

  /// - Parameters:
  ///   - utf8: the input, or the beginning of a large one.
  ///   - table: says whether it is a table, if nothing else is more likely.
  init(_ utf8: ArraySlice<UInt8>, name: String, table: (_ fileExtension: String) -> TableLayout?) {
    let fileExtension = Self.fileExtension(of: name)
    let opening = Opening(utf8)
    if opening?.isOfXML == true {
      self = .xml
    } else if opening?.isOfPage == true {
      self = .html
    } else if Self.lineExtensions.contains(fileExtension) {
      self = .jsonLines
    } else if Self.looksLikeJSON(utf8) {
      self = JSONLines.areLikely(in: utf8) ? .jsonLines : .json
    } else if fileExtension == "json" {
      self = .json
    } else if Self.xmlExtensions.contains(fileExtension) {
      self = .xml
    } else if Self.pageExtensions.contains(fileExtension) {
      self = .html
    } else if Self.markdownExtensions.contains(fileExtension)
      || FrontMatter.isWellFormed(at: utf8)
    {
      self = .markdown
    } else if let layout = table(fileExtension) {
      self = .table(layout)
    } else {
      self = .text
    }
  }

  private static let markdownExtensions = ["md", "markdown", "mdown", "mkd"]
  private static let xmlExtensions = ["xml", "rss", "atom", "rdf", "nitf", "newsml"]
  private static let pageExtensions = ["html", "htm", "xhtml", "shtml"]
  private static let lineExtensions = ["jsonl", "ndjson", "jsonlines"]

  /// The part of a name after its last dot, in lower case.
  private static func fileExtension(of name: String) -> String {
    // What was packed is told by the name it had before.
    let packed = [".gz", ".zst"].first { name.hasSuffix($0) }
    let name = name.dropLast(packed?.utf8.count ?? 0)
    guard
      let mark = name.utf8.lastIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }),
      name.utf8[mark] == UInt8(ascii: ".")
    else { return "" }
    return name[name.index(after: mark)...].lowercased()
  }

  /// Whether the first tag is one with which only pages begin.
  static func looksLikeHTML(_ utf8: ArraySlice<UInt8>) -> Bool {
    Opening(utf8)?.isOfPage == true
  }

  /// What a document of markup begins with: a declaration of XML, comments, a document type, and its first tag.
  private struct Opening {
    /// Whether it says that it is XML.
    private(set) var isDeclared = false
    /// In small letters; empty where it lies too deep.
    private(set) var root = ""

    /// Nothing where the first character begins no markup.
    init?(_ utf8: ArraySlice<UInt8>) {
      guard let first = utf8.firstIndex(where: { $0 > 0x20 }), utf8[first] == UInt8(ascii: "<")
      else { return nil }
      let folded = utf8[first...].prefix(1024).withUnsafeBufferPointer { start in
        Ink(base: start, bounds: 0..<start.count).folded
      }
      var rest = folded[...]
      while rest.hasPrefix("<") {
        if rest.hasPrefix("<!doctype html") {
          root = "html"
          return
        }
        isDeclared = isDeclared || rest.hasPrefix("<?xml")
        guard let bounds = Self.passed.first(where: { rest.hasPrefix($0.start) }) else {
          root = String(rest.dropFirst().prefix { !" \t\r\n/>".contains($0) })
          return
        }
        guard let range = rest.firstRange(of: bounds.end) else { return }
        rest = rest[range.upperBound...].drop { $0.isWhitespace }
      }
    }

    /// What may stand before the first tag; of two that fit the longer one comes first.
    private static let passed = [("<?", "?>"), ("<!--", "-->"), ("<!", ">")].map {
      (start: $0.0, end: $0.1)
    }

    /// Whether a document of XML that is no page begins so.
    var isOfXML: Bool {
      if isDeclared { return root != "html" }
      return [
        "rss", "feed", "rdf:rdf", "nitf", "newsitem", "newsmessage", "packageitem", "newsml",
      ].contains(root)
    }

    /// Whether a page does.
    var isOfPage: Bool { ["html", "head", "body"].contains(root) }
  }

  /// Whether the first characters can only be those of an object, or of a list of objects.
  private static func looksLikeJSON(_ utf8: ArraySlice<UInt8>) -> Bool {
    var ink = utf8.lazy.filter { $0 > 0x20 }.makeIterator()
    switch (ink.next(), ink.next()) {
    case (UInt8(ascii: "{"), UInt8(ascii: "\"")), (UInt8(ascii: "{"), UInt8(ascii: "}")),
      (UInt8(ascii: "["), UInt8(ascii: "{")), (UInt8(ascii: "["), UInt8(ascii: "]")):
      return true
    default: return false
    }
  }
}
