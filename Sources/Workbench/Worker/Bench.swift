import Annotating
import Document
import Reading
import Scripting

/// Everything a worker needs to turn bytes into outcomes, set up once: reader, annotator, plugins.
final class Bench {
  let limits: RunLimits
  let reader: Reader
  private let configuration: WorkerConfiguration
  private let wishes: [WorkerConfiguration.Wish]

  init(_ configuration: WorkerConfiguration, entering: (Int) -> Void) throws(Refusal) {
    self.configuration = configuration
    limits = configuration.limits
    wishes = WorkerConfiguration.Wish.allCases.filter(configuration.wishes.contains)
    reader = Reader(
      Reader.Options(
        encoding: configuration.encoding, maximumBytes: configuration.limits.inputBytes))
  }

  var descriptions: [PluginDescription] { [] }

  static func inspect(_ plugin: CataloguedPlugin) -> InspectedPlugin {
    InspectedPlugin(description: nil, errors: [])
  }

  func fold(_ parts: Fields, entering: (Int) -> Void) {}

  func report(
    summaries: Fields, run: Fields, without: [String], entering: (Int) -> Void
  ) -> [ReportSection] {
    []
  }

  /// Writes the outcome of one article, with the payloads that were wished for.
  /// - Parameter entering: told the plugin that is about to run, or nil before layers are found.
  func analyze(
    _ article: Article, index: Int, bans: [Ban], to replies: inout ReplyWriter,
    entering: (Int?) -> Void
  ) {
    let findings = Findings(
      id: article.id, source: article.source, title: article.title.string, hash: article.hash,
      about: article.about, warnings: article.warnings)
    replies.add(.outcome(header(of: findings, index)))
    for wish in wishes {
      replies.addLine { json in
        switch wish {
        case .findings: findings.write(to: &json, timings: configuration.hasTimings)
        case .aggregates: json.value(findings.aggregates)
        case .article: article.write(to: &json, layers: configuration.layers)
        }
      }
    }
  }

  /// Writes the outcome of an input that gave no article.
  func report(_ verdict: Verdict, index: Int, to replies: inout ReplyWriter) {
    var header = OutcomeHeader(
      index: index, kind: verdict.isSkip ? .skipped : .failed, payloads: wishes.count)
    header.source = verdict.failure.source
    header.failure = verdict.failure
    replies.add(.outcome(header))
    for wish in wishes {
      replies.addLine { json in
        switch wish {
        case .findings, .article: verdict.outcome.write(to: &json)
        case .aggregates: json.value(Fields())
        }
      }
    }
  }

  private func header(of findings: Findings, _ index: Int) -> OutcomeHeader {
    var header = OutcomeHeader(index: index, kind: .findings, payloads: wishes.count)
    header.errors = findings.plugins.compactMap(\.error)
    for plugin in findings.plugins where !plugin.log.isEmpty {
      header.logs.append(plugin.plugin, .list(plugin.log.map(Value.string)))
    }
    header.warnings = findings.warnings
    if !header.errors.isEmpty || !header.warnings.isEmpty || !header.logs.isEmpty {
      header.source = findings.source
    }
    return header
  }
}

extension Findings {
  /// What plugins aggregated, by plugin.
  var aggregates: Fields {
    var parts = Fields()
    for plugin in plugins {
      if let part = plugin.aggregate { parts.append(plugin.plugin, part) }
    }
    return parts
  }
}

extension Article {
  /// What reports sort and group by, where the article says it.
  var about: Fields {
    var about = Fields()
    func add(_ name: String, _ value: String?) {
      if let value { about.append(name, .string(value)) }
    }
    add("published", metadata.published?.value ?? metadata.dateline?.value.date)
    add("publisher", metadata.publisher?.value)
    add("section", metadata.section?.value)
    add("language", metadata.language?.value)
    add("url", metadata.url?.value)
    if let authors = metadata.authors?.value, !authors.isEmpty {
      about.append("authors", .list(authors.map(Value.string)))
    }
    about.append("words", .integer(Int64(text.wordCount)))
    return about
  }
}

extension Text {
  /// Stretches of ink between white space; near enough for lists, at the price of one pass.
  fileprivate var wordCount: Int {
    utf8.withUnsafeBufferPointer { bytes in
      var count = 0
      var isInWord = false
      for byte in bytes {
        let isInk = byte > 0x20
        if isInk && !isInWord { count += 1 }
        isInWord = isInk
      }
      return count
    }
  }
}
