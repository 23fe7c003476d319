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
  private let annotator = Annotator()
  private let host: PluginHost
  private let layers: Set<LayerKind>
  private let tellsLanguage: Bool
  private var recheck: Recheck?

  /// Loads and sets up the plugins.
  init(_ configuration: WorkerConfiguration) throws(Refusal) {
    self.configuration = configuration
    limits = configuration.limits
    wishes = WorkerConfiguration.Wish.allCases.filter(configuration.wishes.contains)
    reader = Reader(configuration)
    var shelf = PluginShelf(configuration.plugins, limits: limits.ofScripts)
    let packages = try shelf.packages()
    do {
      host = try PluginHost(
        packages, options: configuration.options, limits: limits.ofScripts,
        fresh: configuration.isFresh)
    } catch { throw .plugins(error.problems) }
    layers = configuration.layers.union(host.layers)
    // An article that is printed says its language; findings do only where a plugin asked.
    tellsLanguage = host.needsLanguage || configuration.wishes.contains(.article)
    if !configuration.isFresh, !packages.isEmpty { recheck = Recheck(host) }
  }

  var descriptions: [PluginDescription] { host.descriptions }

  /// Has one of the articles to come analysed once more in fresh states.
  func recheckOne() { recheck?.isDue = true }

  /// Loads one plugin with what it requires of others, and says everything that is wrong with it.
  static func inspect(
    _ plugin: CataloguedPlugin, among others: [CataloguedPlugin], limits: Limits = Limits()
  ) -> InspectedPlugin {
    let package: PluginPackage
    do { package = try PluginFiles.package(of: plugin) } catch {
      return InspectedPlugin(description: nil, errors: [error])
    }
    var shelf = PluginShelf(PluginChoice(catalogue: [plugin] + others), limits: limits)
    let errors = PluginHost.check(shelf.packages(for: plugin), limits: limits)
    let own = errors.filter { $0.plugin == plugin.name }
    return InspectedPlugin(
      description: try? PluginHost.describe(package, limits: limits),
      errors: own.isEmpty ? errors : own)
  }

  func fold(_ parts: Fields, entering: (Int) -> Void) {
    for part in parts.entries {
      if let plugin = descriptions.firstIndex(where: { $0.name == part.name }) { entering(plugin) }
      host.fold(plugin: part.name, part: part.value)
    }
  }

  func report(
    summaries: Fields, run: Fields, without: [String], entering: (Int) -> Void
  ) -> [ReportSection] {
    var byPlugin: [String: Fields] = [:]
    for entry in summaries.entries { byPlugin[entry.name] = entry.value.map ?? [:] }
    return host.report(
      summaries: byPlugin, run: run, without: Set(without), entering: entering)
  }

  /// Writes the outcome of one article, with the payloads that were wished for.
  /// - Parameter entering: told the plugin that is about to run, or nil before layers are found.
  func analyze(
    _ read: Article, index: Int, bans: [Ban], to replies: inout ReplyWriter,
    entering: (Int?) -> Void
  ) {
    var article = read
    entering(nil)
    if tellsLanguage { annotator.tellLanguage(of: &article) }
    annotator.annotate(&article, with: layers)
    let bans = errors(of: bans, at: index)
    let results = host.analyze(article, bans: bans) { entering($0) }
    let doubts = recheck?.doubts(about: results, on: article, bans) { entering($0) } ?? []
    entering(nil)
    let findings = Findings(
      id: article.id, source: article.source, title: article.title.string, hash: article.hash,
      about: article.about, warnings: article.warnings, plugins: results)
    replies.add(.outcome(header(of: findings, doubts, index)))
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

  private func header(
    of findings: Findings, _ doubts: [Document.Warning], _ index: Int
  ) -> OutcomeHeader {
    var header = OutcomeHeader(index: index, kind: .findings, payloads: wishes.count)
    header.errors = findings.plugins.compactMap(\.error)
    for plugin in findings.plugins where !plugin.log.isEmpty {
      header.logs.append(plugin.plugin, .list(plugin.log.map(Value.string)))
    }
    header.warnings = findings.warnings + doubts
    if !header.errors.isEmpty || !header.warnings.isEmpty || !header.logs.isEmpty {
      header.source = findings.source
    }
    return header
  }

  /// The plugins, by their place, that must not run on one outcome.
  private func errors(of bans: [Ban], at index: Int) -> [Int: PluginError] {
    var errors: [Int: PluginError] = [:]
    for ban in bans where ban.outcome == index {
      guard let plugin = ban.plugin, descriptions.indices.contains(plugin) else { continue }
      errors[plugin] = PluginError(
        plugin: descriptions[plugin].name, phase: "analyze", kind: ban.kind, message: ban.message)
    }
    return errors
  }
}

extension Reader {
  /// The reader of a run.
  init(_ configuration: WorkerConfiguration) {
    self.init(
      Options(
        encoding: configuration.encoding, maximumBytes: configuration.limits.inputBytes,
        map: FieldMap(configuration.map)))
  }
}

extension RunLimits {
  /// What of the limits binds a script.
  var ofScripts: Limits { Limits(seconds: seconds, memory: memory) }
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
