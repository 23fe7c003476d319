import CUnicode
import Document

@testable import Reading

/// What is true of every article, whatever it was read from.
enum Properties {
  static func check(_ article: Article) {
    precondition(
      String(validating: article.text.utf8, as: UTF8.self) != nil, "a text that is no UTF-8")
    article.text.utf8.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return }
      precondition(copydesk_is_nfc(base, text.count), "a text that is not in form C")
    }
    var json = JSONWriter()
    article.write(to: &json)
    // Reading back looks at every range: inside the text, at the edges of characters.
    guard let value = try? JSONParser.parse(json.bytes), let again = try? Article(json: value)
    else { preconditionFailure("an article that cannot be read back") }
    precondition(again.text == article.text, "an article that reads back as another")
  }
}

/// Records are the same however an input is cut.
enum Stretches {
  private static let sizes = [7, 64, 300]

  static func check(_ bytes: [UInt8]) {
    let reader = Reader()
    guard let layout = reader.layout(ofPrefix: bytes, name: "a.csv"),
      case .table(let table) = layout,
      table.fault(source: "a", map: FieldMap()) == nil
    else { return }
    let start = Stretch(layout, firstLine: layout.body.line)
    let whole = sources(reader, Array(bytes[layout.body.offset...]), start)
    // A mark that never closes is told by how far it reaches, which a cut cannot know; nor whether there are rows at all.
    guard !whole.contains(where: { $0.hasSuffix("row") || $0.hasSuffix("empty") }) else { return }
    for size in sizes { precondition(cut(reader, bytes, start, size) == whole, "other rows") }
  }

  private static func cut(
    _ reader: Reader, _ bytes: [UInt8], _ start: Stretch, _ size: Int
  ) -> [String] {
    var found: [String] = []
    var stretch = start
    var offset = start.layout.body.offset
    var wanted = size
    while offset < bytes.count {
      let part = Array(bytes[offset...].prefix(wanted))
      let isLast = offset + part.count == bytes.count
      guard let whole = isLast ? (part.count, 0) : stretch.layout.wholeRecords(in: part) else {
        wanted *= 2
        continue
      }
      found += sources(reader, Array(part[..<whole.0]), stretch)
      offset += whole.0
      stretch.firstLine += whole.1
      wanted = size
    }
    return found
  }

  private static func sources(
    _ reader: Reader, _ bytes: [UInt8], _ stretch: Stretch
  ) -> [String] {
    var sources: [String] = []
    reader.read(bytes, source: "a", stretch: stretch) { result in
      switch result {
      case .success(let article): sources.append("\(article.source) \(article.text.string)")
      case .failure(let failure): sources.append("\(failure.source) \(failure.code)")
      }
    }
    return sources
  }
}
