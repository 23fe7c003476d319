import Document

/// The YAML block between two lines of `---` with which a Markdown file may begin.
struct FrontMatter {
  let fields: Fields
  /// What could not be read, with its line in the input.
  let faults: [YAML.Fault]
  /// Where the text begins.
  let end: Int

  private static let maximumBytes = 64 << 10

  /// Nil where the text does not begin with a block that ends.
  init?(_ utf8: ArraySlice<UInt8>) {
    guard utf8.starts(with: "---".utf8) else { return nil }
    var lines: [Substring] = []
    var start = utf8.startIndex
    while start < utf8.endIndex, start - utf8.startIndex < Self.maximumBytes {
      let lineEnd = utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? utf8.endIndex
      let line = String(decoding: utf8[start..<lineEnd], as: UTF8.self).trimmingEnd
      let isFirst = start == utf8.startIndex
      start = lineEnd + 1
      if line == "---" ? !isFirst : line == "..." {
        (fields, faults) = YAML.read(lines, firstLine: 2)
        end = min(start, utf8.endIndex)
        return
      }
      if !isFirst { lines.append(line) } else if line != "---" { return nil }
    }
    return nil
  }

  /// Whether a text, whatever its name, begins with a block that is sound and says something of an article.
  static func isWellFormed(at utf8: ArraySlice<UInt8>) -> Bool {
    guard let matter = FrontMatter(utf8), matter.faults.isEmpty else { return false }
    let telling = [ArticleField.title, .published, .authors, .tags].flatMap(\.names)
    return matter.fields.names.contains { telling.contains(ArticleField.key($0)) }
  }
}

extension String {
  /// Without spaces, tabs and returns at the end.
  var trimmingEnd: Substring {
    var end = utf8.endIndex
    while end > utf8.startIndex, utf8[utf8.index(before: end)] <= 0x20 {
      end = utf8.index(before: end)
    }
    return self[..<end]
  }
}
