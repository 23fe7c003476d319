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
    // As of one that is too large to be read whole, so that a list inside an object is cut, too.
    let layout = reader.layout(ofPrefix: bytes, name: "a.csv", bytes: .max)
    guard let layout, !reader.refuses(layout) else { return }
    let start = Stretch(layout, firstLine: layout.body.line)
    let whole = sources(reader, Array(bytes[layout.body.offset...]), start)
    // A mark that never closes is told by how far it reaches, which a cut cannot know; nor whether there are rows at all.
    guard !whole.contains(where: { $0.hasSuffix("row") || $0.hasSuffix("empty") }) else { return }
    for size in sizes { precondition(cut(reader, bytes, layout, size) == whole, "other rows") }
  }

  private static func cut(
    _ reader: Reader, _ bytes: [UInt8], _ layout: RecordLayout, _ size: Int
  ) -> [String] {
    let cutter = StretchCutter(BytesInMemory(bytes), layout, stretchBytes: size)
    var found: [String] = []
    var offset = layout.body.offset
    while let cut = try? cutter.next() {
      found += sources(reader, Array(bytes[offset..<offset + cut.bytes]), cut.stretch)
      offset += cut.bytes
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

/// What an archive holds is the same however many read it, and is all there.
enum Parts {
  static func check(_ bytes: [UInt8]) {
    guard Reader.isArchive(prefix: bytes.prefix(1024)), !bytes.isEmpty else { return }
    let reader = Reader(.init(maximumBytes: 4 << 20))
    var whole: [String] = []
    reader.read(BytesInMemory(bytes), source: "a") { whole.append(outcome($0)) }
    let kept = parts(bytes, reader, isKept: true)
    precondition(parts(bytes, reader, isKept: false) == kept, "parts that depend on who reads them")
    // Behind damage parts begin where the whole does not.
    guard !whole.contains(where: { $0.hasPrefix("!") }) else { return }
    precondition(kept == whole, "parts that are not the whole")
  }

  private static func parts(_ bytes: [UInt8], _ reader: Reader, isKept: Bool) -> [String] {
    let kept = SharedArchive(BytesInMemory(bytes), named: "a", reader: reader)
    let size = bytes.count / 4 + 1
    return stride(from: 0, to: bytes.count, by: size).flatMap { start in
      let archive =
        isKept ? kept : SharedArchive(BytesInMemory(bytes), named: "a", reader: reader)
      var found: [String] = []
      archive.read(start..<min(start + size, bytes.count)) { found.append(outcome($0)) }
      return found
    }
  }

  private static func outcome(_ result: Result<Article, ReadFailure>) -> String {
    switch result {
    case .success(let article): "\(article.source) \(article.text.string)"
    case .failure(let failure): "!\(failure.source) \(failure.code)"
    }
  }
}
