import Document

/// The text of a record, with what its markup says where it is in HTML.
struct RecordText {
  private(set) var utf8: [UInt8] = []
  private(set) var layers = Layers()
  /// What a whole page says of itself besides.
  private(set) var metadata = Metadata()
  private(set) var warnings: [Warning] = []

  init() {}

  private init(html: String, source: String) {
    let bytes = Array(html.utf8)
    if InputFormat.looksLikeHTML(bytes[...]) {
      let page = HTMLPage(bytes[...], source: source)
      (utf8, layers, metadata, warnings) = (page.text, page.layers, page.metadata, page.warnings)
    } else {
      let fragment = HTMLFragment(bytes)
      (utf8, layers) = (fragment.text, fragment.layers)
    }
  }

  /// A text as it is, or a list of its paragraphs; what says that it was rendered is in HTML. Nil for other values.
  static func plain(_ value: Value, source: String) -> RecordText? {
    if let rendered = (value["rendered"] ?? value["processed"])?.string {
      return RecordText(html: rendered, source: source)
    }
    guard let string = string(value) else { return nil }
    var text = RecordText()
    text.utf8 = Array(string.utf8)
    return text
  }

  private static func string(_ value: Value) -> String? {
    switch value {
    case .list(let paragraphs):
      let strings = paragraphs.compactMap(\.string)
      guard !strings.isEmpty, strings.count == paragraphs.count else { return nil }
      return strings.joined(separator: "\n\n")
    case .map(let fields): return (fields["text"] ?? fields["plain"] ?? fields["value"])?.string
    default: return value.string
    }
  }

  /// HTML; or a list of bodies in several types, of which plain text is the best, and none that gives credits; or a list of
  /// the story's elements. Nil for other values.
  static func html(_ value: Value, source: String) -> RecordText? {
    let html = value.list.map { elements($0) ?? body(among: $0) } ?? FieldText.string(value)
    return html.map { RecordText(html: $0, source: source) }
  }

  private static func body(among bodies: [Value]) -> String? {
    func type(_ body: Value) -> String {
      (body["contentType"] ?? body["contenttype"])?.string ?? ""
    }
    let texts = bodies.filter { $0["role"]?.string?.contains("credit") != true }
    let best = texts.first { type($0).hasPrefix("text/plain") } ?? texts.first
    return best?["value"]?.string
  }

  /// The paragraphs of `[{"type": "text", "content": …}, {"type": "image", …}]`, as content systems keep stories.
  private static func elements(_ elements: [Value]) -> String? {
    let blocks = elements.compactMap { element -> String? in
      guard let tag = element["type"]?.string.flatMap({ tags[$0] }),
        let content = element["content"]?.string
      else { return nil }
      return "<\(tag)>\(content)</\(tag)>"
    }
    return blocks.isEmpty ? nil : blocks.joined()
  }

  private static let tags = [
    "text": "p", "paragraph": "p", "sanitized_html": "p", "header": "h2", "heading": "h2",
  ]
}
