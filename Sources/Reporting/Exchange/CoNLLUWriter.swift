package import Document

/// Sentences and tokens in CoNLL-U, the format of Universal Dependencies, for taggers and parsers to fill in.
///
/// Known of a token are its form, what class it has where its looks tell (`PUNCT`, `SYM`, `NUM`) and, in the last column, its
/// place in code points, the entity it belongs to and the layers that plugins marked it in.
package struct CoNLLUWriter: FindingsWriter {
  private var number = 0

  package init() {}

  package var needs: FindingsNeeds { [.outcome, .annotations, .article] }
  package var layers: Set<LayerKind> { [.paragraphs, .sentences, .tokens, .entities] }

  package func begin(_ plugins: [PluginDescription], to output: inout [UInt8]) {}

  package mutating func write(_ entry: FindingsEntry, to output: inout [UInt8]) {
    guard let article = entry.article else { return }
    number += 1
    var page = CoNLLUPage(article, number: number)
    if case .findings(let findings)? = entry.outcome { page.mark(findings) }
    page.write(to: &output)
  }

  package func end(to output: inout [UInt8]) {}
}

/// One article's lines.
private struct CoNLLUPage {
  private let article: Article
  private let points: CodePoints
  private let number: Int
  private let tokens: Layer<TokenKind>
  /// By token: `B-PERSON`.
  private var entities: [Int: String] = [:]
  /// By token, the layers that it is marked in, in order.
  private var marks: [Int: [String]] = [:]

  init(_ article: Article, number: Int) {
    self.article = article
    self.number = number
    points = CodePoints(article.text)
    tokens = article.layers.tokens ?? Layer()
    guard let layer = article.layers.entities else { return }
    for (range, entity) in zip(layer.ranges, layer.notes) {
      for (place, token) in tokens.indices(beginningIn: range).enumerated() {
        entities[token] = "\(place == 0 ? "B" : "I")-\(entity.label.rawValue)"
      }
    }
  }

  mutating func mark(_ findings: Findings) {
    for plugin in findings.plugins {
      for layer in plugin.annotations {
        let name = Self.word("\(plugin.plugin).\(layer.name)")
        for annotation in layer.annotations where annotation.place == .text {
          for token in tokens.indices(beginningIn: annotation.range)
          where marks[token]?.last != name { marks[token, default: []].append(name) }
        }
      }
    }
  }

  func write(to output: inout [UInt8]) {
    let id = Self.line(article.id)
    add("# newdoc id = \(id)", to: &output)
    if let title = article.metadata.title?.value {
      add("# title = \(Self.line(title))", to: &output)
    }
    if let language = article.metadata.language?.value {
      add("# language = \(Self.line(language))", to: &output)
    }
    let paragraphs = article.layers.paragraphs ?? []
    var sentences = 0
    for sentence in article.layers.sentences ?? [] {
      let inside = tokens.indices(beginningIn: sentence)
      guard !inside.isEmpty else { continue }
      sentences += 1
      let first = paragraphs.firstIndex(beginningAt: sentence.lower)
      if paragraphs.indices.contains(first), paragraphs[first].lower == sentence.lower {
        add("# newpar", to: &output)
      }
      // An id that other articles share would not name one sentence.
      add("# sent_id = \(number)-\(sentences)", to: &output)
      add("# text = \(text(of: inside))", to: &output)
      for (place, token) in inside.enumerated() { write(token, place + 1, to: &output) }
      add("", to: &output)
    }
  }

  /// The sentence as its tokens and the spaces between them give it.
  private func text(of inside: Range<Int>) -> String {
    var text = ""
    for token in inside {
      text += form(token)
      if token + 1 < inside.upperBound, hasSpace(after: token) { text += " " }
    }
    return text
  }

  private func write(_ token: Int, _ place: Int, to output: inout [UInt8]) {
    let range = tokens.ranges[token]
    var about: [String] = []
    if let entity = entities[token] { about.append("NER=\(entity)") }
    if let layers = marks[token] { about.append("Marks=\(layers.joined(separator: ","))") }
    if !hasSpace(after: token) { about.append("SpaceAfter=No") }
    about.append("TokenRange=\(points[range.lower]):\(points[range.upper])")
    let columns = [
      "\(place)", form(token), "_", Self.wordClass(tokens.notes[token]), "_", "_", "_", "_", "_",
      about.joined(separator: "|"),
    ]
    add(columns.joined(separator: "\t"), to: &output)
  }

  private func form(_ token: Int) -> String { Self.line(article.text[tokens.ranges[token]]) }

  private func hasSpace(after token: Int) -> Bool {
    let end = tokens.ranges[token].upper
    let next =
      token + 1 < tokens.count ? tokens.ranges[token + 1].lower : UInt32(article.text.count)
    // The last token of a text has a space behind it, for want of anything else.
    return next > end || token + 1 == tokens.count
  }

  private static func wordClass(_ kind: TokenKind) -> String {
    switch kind {
    case .punctuation: "PUNCT"
    case .symbol, .emoji, .url, .email: "SYM"
    case .number: "NUM"
    case .word, .hashtag, .handle: "_"
    }
  }

  /// Without tabs and line ends.
  private static func line(_ text: String) -> String { Printable.string(text) }

  /// Without what parts the members of the last column, too.
  private static func word(_ text: String) -> String {
    String(line(text).map { "|,= ".contains($0) ? "_" : $0 })
  }

  private func add(_ line: String, to output: inout [UInt8]) {
    output.append(contentsOf: line.utf8)
    output.append(UInt8(ascii: "\n"))
  }
}
