package import Document

/// Findings without the articles' words, one article a line: for corpora whose texts must not be passed on.
///
/// Who has the texts checks them by their hashes and finds every mark by its range. What plugins quote of a text is withheld and
/// counted, as `ArticleWords` decides.
package struct OffsetsWriter: FindingsWriter {
  static let schema = "copydesk-offsets/1"

  package init() {}

  package var needs: FindingsNeeds { [.outcome, .annotations, .article] }

  package func begin(_ plugins: [PluginDescription], to output: inout [UInt8]) {}

  package func write(_ entry: FindingsEntry, to output: inout [UInt8]) {
    var json = JSONWriter()
    json.beginObject()
    json.member("schema", Self.schema)
    switch entry.outcome {
    case .findings(let findings)?:
      guard let article = entry.article else { return }
      write(findings, of: article, to: &json)
    case .failed(let failure)?: write(failure, as: "error", to: &json)
    case .skipped(let failure)?: write(failure, as: "skipped", to: &json)
    case nil: return
    }
    json.endObject()
    json.endLine()
    output.append(contentsOf: json.bytes)
  }

  package func end(to output: inout [UInt8]) {}

  /// Messages may quote their input; a code does not.
  private func write(_ failure: ReadFailure, as member: String, to json: inout JSONWriter) {
    json.member("source", failure.source)
    json.key(member)
    json.value(["code": .string(failure.code)] as Fields)
  }

  private func write(_ findings: Findings, of article: Article, to json: inout JSONWriter) {
    json.member("id", findings.id)
    json.member("source", findings.source)
    json.member("hash", findings.hash)
    write(article.text, as: "text", to: &json)
    write(article.title, as: "title", to: &json)
    if !findings.about.isEmpty {
      json.key("about")
      json.value(findings.about)
    }
    if !findings.warnings.isEmpty {
      json.key("warnings")
      json.value(.list(findings.warnings.map { .string($0.code) }))
    }
    var words = ArticleWords(article)
    json.key("plugins")
    json.beginObject()
    for plugin in findings.plugins {
      json.key(plugin.plugin)
      write(plugin, without: &words, to: &json)
    }
    json.endObject()
    json.member("withheld", words.withheld)
  }

  private func write(_ text: Text, as member: String, to json: inout JSONWriter) {
    json.key(member)
    json.beginObject()
    json.member("sha256", ContentName.of(text.utf8))
    json.member("bytes", text.count)
    json.member("code_points", CodePoints(text).count)
    json.endObject()
  }

  private func write(
    _ plugin: PluginFindings, without words: inout ArticleWords, to json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("fields")
    json.value(words.withheld(from: plugin.fields))
    json.key("annotations")
    json.beginObject()
    for layer in plugin.annotations {
      json.key(layer.name)
      json.beginArray()
      for annotation in layer.annotations {
        write(annotation, without: &words, to: &json)
      }
      json.endArray()
    }
    json.endObject()
    json.member("skipped", plugin.skipped)
    if let error = plugin.error {
      json.key("error")
      json.value(["phase": .string(error.phase), "kind": .string(error.kind.rawValue)] as Fields)
    }
    json.endObject()
  }

  private func write(
    _ annotation: Annotation, without words: inout ArticleWords, to json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("range")
    json.value(annotation.range)
    if annotation.place != .text { json.member("in", annotation.place.rawValue) }
    for entry in words.withheld(from: annotation.attributes).entries
    where entry.name != "range" && entry.name != "in" {
      json.key(entry.name)
      json.value(entry.value)
    }
    json.endObject()
  }
}

/// The words of an article that are not to be passed on.
///
/// Withheld is a string that stands in the text or the title, case and white space aside, and is longer than a name: of four words
/// or more, or of more than 24 bytes; and any string of more than 80 bytes. Labels, codes and names stay.
struct ArticleWords {
  private static let (longestName, longestLabel) = (24, 80)
  private static let nameWords = 3

  /// Strings that were withheld.
  private(set) var withheld = 0
  private let article: Article
  private lazy var texts = [Self.folded(article.title.utf8), Self.folded(article.text.utf8)]

  init(_ article: Article) {
    self.article = article
  }

  mutating func withheld(from fields: Fields) -> Fields {
    var kept = Fields()
    for entry in fields.entries {
      if holds(entry.name) {
        withheld += 1
      } else {
        kept.append(entry.name, withheld(from: entry.value))
      }
    }
    return kept
  }

  private mutating func withheld(from value: Value) -> Value {
    switch value {
    case .string(let string):
      guard holds(string) else { return value }
      withheld += 1
      return .null
    case .list(let elements):
      var kept: [Value] = []
      for element in elements { kept.append(withheld(from: element)) }
      return .list(kept)
    case .map(let fields): return .map(withheld(from: fields))
    default: return value
    }
  }

  private mutating func holds(_ string: String) -> Bool {
    if string.utf8.count > Self.longestLabel { return true }
    let words = string.utf8.split { $0 <= 0x20 }.count
    guard words > Self.nameWords || string.utf8.count > Self.longestName else { return false }
    let folded = Self.folded(Array(string.utf8))
    return texts.contains { $0.firstRange(of: folded) != nil }
  }

  /// Small letters of ASCII, one space for any white space.
  private static func folded(_ utf8: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(utf8.count)
    for byte in utf8 {
      if byte <= 0x20 {
        if let last = folded.last, last != 0x20 { folded.append(0x20) }
      } else {
        folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
    }
    if folded.last == 0x20 { folded.removeLast() }
    return folded
  }
}
