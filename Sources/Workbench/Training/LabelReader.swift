import Document
import Learning
import Scripting

/// Takes labelled articles from the lines of JSON that `read` prints.
struct LabelReader {
  let member: String?
  /// Whether articles without a label are left out.
  let wantsLabelled: Bool
  private(set) var texts = LabelledTexts()
  /// Articles that have no label.
  private(set) var unlabelled = 0
  private var line: [UInt8] = []

  init(member: String?, wantsLabelled: Bool = false) {
    self.member = member
    self.wantsLabelled = wantsLabelled
  }

  /// Takes further bytes, which need not end with a line.
  mutating func read(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      guard byte == UInt8(ascii: "\n") else {
        line.append(byte)
        continue
      }
      if let json = try? JSONParser.parse(line), let article = try? Article(json: json) {
        add(article)
      }
      line = []
    }
  }

  private mutating func add(_ article: Article) {
    let labels = labels(of: article).map(\.onOneLine).filter { !$0.isEmpty }
    if labels.isEmpty {
      unlabelled += 1
      if wantsLabelled { return }
    }
    texts.add([article.title.lexiconWords, article.text.lexiconWords], labels: labels)
  }

  private func labels(of article: Article) -> [String] {
    for name in member.map({ [$0] }) ?? ["label", "labels", "tags", "section"] {
      if let labels = words(of: name, in: article.metadata) { return labels }
    }
    return []
  }

  private func words(of name: String, in metadata: Metadata) -> [String]? {
    if let words = metadata.other?.value[name]?.labels { return words }
    return switch name {
    case "tags", "topics": metadata.tags?.value
    case "section": metadata.section.map { [$0.value] }
    default: nil
    }
  }
}

extension Value {
  /// A word, or a list of words.
  fileprivate var labels: [String]? {
    switch self {
    case .string(let label): [label]
    case .integer(let label): ["\(label)"]
    case .list(let items): items.flatMap { $0.labels ?? [] }
    default: nil
    }
  }
}

extension String {
  /// Words with single spaces between them, as a label can name a column.
  fileprivate var onOneLine: String {
    unicodeScalars.split { $0.properties.isWhitespace || $0.value < 0x20 }.map { String($0) }
      .joined(separator: " ")
  }
}
