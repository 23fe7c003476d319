import Reporting

/// A format in which a run can print its findings.
package enum FindingsFormat: String, CaseIterable, Sendable {
  case text, json, jsonl, csv
  /// What plugins marked, as W3C Web Annotations.
  case jsonld
  /// Findings without the articles' words.
  case offsets
  case ninjs, conllu, gkg
  case sqlite
  /// A table for each plugin and one of annotations, in a folder.
  case tables = "csv-tables"

  package enum Destination: Sendable { case stream, file, folder }

  /// What it can be written to.
  package var destination: Destination {
    switch self {
    case .sqlite: .file
    case .tables: .folder
    default: .stream
    }
  }

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
    case .sqlite: ["db", "sqlite", "sqlite3"]
    case .tables: []
    }
  }
}

extension FindingsFormat {
  /// What writes a stream of it.
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
    case .sqlite, .tables: JSONLinesWriter()
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
