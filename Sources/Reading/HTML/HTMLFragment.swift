import Document

/// A piece of HTML that is an article's text as a whole, as feeds and agencies send it.
struct HTMLFragment {
  private(set) var text: [UInt8] = []
  private(set) var layers = Layers()

  /// - Parameters:
  ///   - bytes: HTML, or plain text, which comes out as its paragraphs.
  ///   - base: the address that those of links are relative to.
  init(_ bytes: [UInt8], base: String? = nil) {
    layers.links = Layer()
    bytes.withUnsafeBufferPointer { buffer in
      guard buffer.contains(UInt8(ascii: "<")) else {
        text = TextFlow(buffer).text
        var decoded: [UInt8] = []
        text.withUnsafeBufferPointer { _ = HTMLEntities.decode($0[...], into: &decoded) }
        text = CleanText.prose(decoded)
        return
      }
      let tree = HTMLParser.parse(buffer)
      let page = PageBlocks(tree, lengths: tree.textLengths)
      let blocks = page.blocks.filter { !$0.context.contains(.hidden) && $0.kind != .caption }
      var writer = BlockWriter(page, tree, base: base)
      writer.write(blocks)
      text = writer.text
      (layers.links, layers.marked) = (writer.links, writer.marked)
    }
  }
}

extension CleanText {
  /// Text cleaned as prose.
  static func prose(_ words: [UInt8]) -> [UInt8] {
    words.withUnsafeBufferPointer { CleanText($0, isVerbatim: false).utf8 }
  }
}
