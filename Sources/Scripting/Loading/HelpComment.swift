/// The doc comment of a plugin: right above its table or, where there is none, at the top of its file.
enum HelpComment {
  /// The comment's text without its dashes and its annotations for editors.
  static func text(in chunk: Chunk, aboveLine line: Int?) -> String {
    let blocks = blocks(chunk.comments.filter { $0.line == $0.lastLine })
    let above = blocks.last { block in block.last.map { $0.line + 1 == line } ?? false }
    let firstCode = chunk.block.statements.first.map { chunk.line(of: $0.bytes.lowerBound) }
    let top = blocks.first { block in block.last.map { $0.line < firstCode ?? Int.max } ?? false }
    for block in [above, top].compactMap(\.self) {
      let text = text(block.map { chunk.words($0.bytes) })
      if !text.isEmpty { return text }
    }
    return ""
  }

  /// Comments on lines that follow each other.
  private static func blocks(_ comments: [Comment]) -> [[Comment]] {
    var blocks: [[Comment]] = []
    for comment in comments {
      if let last = blocks.last?.last, last.line + 1 == comment.line {
        blocks[blocks.count - 1].append(comment)
      } else {
        blocks.append([comment])
      }
    }
    return blocks
  }

  private static func text(_ lines: [String]) -> String {
    let doc = lines.filter { $0.hasPrefix("---") && !$0.hasPrefix("---@") }.map { line in
      let words = line.dropFirst(3)
      return String(words.first == " " ? words.dropFirst() : words)
    }
    return doc.joined(separator: "\n").trimmed
  }
}

extension String {
  /// Without white space at either end.
  var trimmed: String {
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
      let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
