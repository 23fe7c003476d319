import Reporting

/// A format in which a run can print its findings.
package enum FindingsFormat: String, CaseIterable, Sendable {
  case text, json, jsonl, csv
  /// What plugins marked, as W3C Web Annotations.
  case jsonld
  /// Findings without the articles' words.
  case offsets
  case ninjs, conllu, gkg

  /// The formats for articles, which a table cannot hold, nor anything that is made of findings.
  package static let ofArticles: [FindingsFormat] = [.text, .json, .jsonl, .ninjs, .conllu]

  /// How names of files in the format end, the usual one first.
  package var endings: [String] {
    switch self {
    case .text: ["txt", "text"]
    case .json: ["json"]
    case .jsonl: ["jsonl", "ndjson"]
    case .csv: ["csv"]
    case .jsonld: ["jsonld"]
    case .offsets: ["offsets.jsonl", "offsets"]
    case .ninjs: ["ninjs.jsonl", "ninjs"]
    case .conllu: ["conllu"]
    case .gkg: ["gkg.csv", "gkg.tsv", "gkg"]
    }
  }
}

extension FindingsFormat {
  func writer(for request: RunRequest) -> any FindingsWriter {
    switch self {
    case .jsonl: JSONLinesWriter()
    case .json: JSONArrayWriter()
    case .csv: CSVWriter()
    case .text: TextWriter(style: request.style)
    case .jsonld: WebAnnotationWriter()
    case .offsets: OffsetsWriter()
    case .ninjs: NinjsWriter()
    case .conllu: CoNLLUWriter()
    case .gkg: GKGWriter()
    }
  }

  /// The same for explanations, which few formats can hold.
  func explanationWriter(for request: RunRequest) -> any FindingsWriter {
    switch self {
    case .text: ExplanationTextWriter(style: request.style)
    case .json: JSONArrayWriter()
    default: JSONLinesWriter()
    }
  }

  /// The same for articles; of formats that cannot hold them, the document model.
  func articleWriter(for request: RunRequest) -> any FindingsWriter {
    switch self {
    case .text: ArticleTextWriter(style: request.style)
    case .json: JSONArrayWriter()
    case .ninjs: NinjsWriter()
    case .conllu: CoNLLUWriter()
    default: JSONLinesWriter()
    }
  }
}
