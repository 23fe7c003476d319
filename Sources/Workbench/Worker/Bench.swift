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
  /// Layers that are wanted whatever plugins run.
  private let ownLayers: Set<LayerKind>
  private let layers: Set<LayerKind>
  private var recheck: Recheck?
  /// What is known from other runs.
  let cache: CacheReader?
  /// The archive of which a part was read last.
  private var opened: (file: InputFile, archive: SharedArchive)?

  /// Loads and sets up the plugins.
  /// - Parameter segments: those of the cache, opened while they could be.
  init(_ configuration: WorkerConfiguration, cached segments: [Segment?] = []) throws(Refusal) {
    self.configuration = configuration
    limits = configuration.limits
    wishes = WorkerConfiguration.Wish.allCases.filter {
      !configuration.isForecast && configuration.wishes.contains($0)
    }
    reader = Reader(configuration)
    var shelf = PluginShelf(
      configuration.plugins, options: configuration.options, limits: limits.ofScripts)
    let packages = try shelf.packages()
    do {
      host = try PluginHost(
        packages, options: configuration.options, limits: limits.ofScripts,
        fresh: configuration.isFresh, scrutiny: configuration.scrutiny)
    } catch { throw .plugins(error.problems) }
    // What is explained is told sentence by sentence.
    let shown =
      configuration.explained.isEmpty
      ? configuration.layers : configuration.layers.union([.sentences])
    ownLayers = shown
    layers = shown.union(host.layers)
    cache = configuration.cache.map { [host] _ in
      CacheReader(
        segments, CachePlugins(host.descriptions, configuration),
        CacheContext(configuration))
    }
    if !configuration.isFresh, !packages.isEmpty { recheck = Recheck(host) }
  }

  var descriptions: [PluginDescription] { host.descriptions }

  /// The archive that a file is, kept from the part before or opened anew.
  func archive(
    _ file: InputFile, _ source: any ByteSource, reaching part: Range<Int>
  ) -> SharedArchive {
    if let opened, opened.file == file, opened.archive.reaches(part) { return opened.archive }
    let archive = SharedArchive(source, named: file.source, table: file.table, reader: reader)
    opened = (file, archive)
    return archive
  }

  /// Has one of the articles to come analysed once more in fresh states.
  func recheckOne() { recheck?.isDue = true }

  /// Loads one plugin with what it requires of others, and says everything that is wrong with it.
  static func inspect(
    _ plugin: CataloguedPlugin, among others: [CataloguedPlugin], isThorough: Bool,
    limits: Limits = Limits()
  ) -> InspectedPlugin {
    let package: PluginPackage
    do { package = try PluginFiles.package(of: plugin) } catch {
      return InspectedPlugin(description: nil, errors: error.problems)
    }
    var shelf = PluginShelf(PluginChoice(catalogue: [plugin] + others), limits: limits)
    let errors = PluginHost.check(shelf.packages(for: [plugin]), limits: limits)
    let own = errors.filter { $0.plugin == plugin.name }
    var inspected = InspectedPlugin(
      description: try? PluginHost.describe(package, limits: limits),
      errors: own.isEmpty ? errors : own)
    if isThorough {
      // What a list of rules is made into was not written by its author.
      inspected.diagnostics =
        package.name == nil
        ? PluginHost.inspect(package, errors: inspected.errors)
        : PluginFiles.doubts(of: plugin)
    }
    return inspected
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
  /// - Parameters:
  ///   - isNew: whether the input was written after it was listed, which is worth a warning.
  ///   - key: what the outcome is cached by; nil: it is neither looked up nor offered.
  ///   - entering: told the plugin that is about to run, or nil before layers are found.
  /// - Returns: with a cache, what the last payload is to say, all but whether the outcome is the last of its input.
  func analyze(
    _ read: Article, index: Int, isNew: Bool, bans: [Ban], key: CacheKey?,
    to replies: inout ReplyWriter, entering: (Int?) -> Void
  ) -> [UInt8] {
    guard !configuration.isForecast else {
      return forecast(key.flatMap { cache?.find($0) }, index: index, to: &replies)
    }
    var article = read
    entering(nil)
    let hit = key.flatMap { cache?.find($0) }
    let known = hit?.plugins ?? [:]
    annotator.tellLanguage(of: &article)
    if !configuration.filter.isEmpty {
      let findings = Findings(article, [])
      if configuration.filter.rulesOut(findings) {
        write(
          findings, article, header(of: findings, isNew ? [Self.newWarning] : [], index),
          to: &replies)
        return []
      }
    }
    annotator.annotate(
      &article,
      with: known.isEmpty ? layers : ownLayers.union(host.layers(without: known)))
    let bans = errors(of: bans, at: index)
    let results = host.analyze(article, bans: bans, known: known) { entering($0) }
    let doubts =
      known.isEmpty ? recheck?.doubts(about: results, on: article, bans) { entering($0) } ?? [] : []
    entering(nil)
    let findings = Findings(article, results)
    let warnings = isNew ? doubts + [Self.newWarning] : doubts
    write(findings, article, header(of: findings, warnings, index), to: &replies)
    guard let key else { return [] }
    if let slip = hit?.slip(key) { return slip }
    return doubts.isEmpty ? Self.slip(key, findings) : []
  }

  private static let newWarning = Document.Warning(
    code: "changed", message: "changed since it was listed, and read as it is now")

  private func write(
    _ findings: Findings, _ article: @autoclosure () -> Article, _ header: OutcomeHeader,
    to replies: inout ReplyWriter
  ) {
    replies.add(.outcome(header))
    for wish in wishes {
      replies.addLine { json in
        switch wish {
        case .findings: findings.write(to: &json, timings: configuration.hasTimings)
        case .aggregates: json.value(findings.aggregates)
        case .article: article().write(to: &json, layers: configuration.layers)
        case .profile: findings.profile.write(to: &json)
        case .explanations: explained(findings, in: article()).write(to: &json)
        }
      }
    }
  }

  /// How some fields came about in the article that was analysed.
  private func explained(_ findings: Findings, in article: Article) -> ArticleExplanations {
    let explanations = configuration.explained.compactMap { path -> Explanation? in
      guard let found = findings.plugins.first(where: { $0.plugin == path.plugin }) else {
        return nil
      }
      let plugin = descriptions.first { $0.name == path.plugin }
      let field = plugin?.fields.first { $0.name == path.field }
      return Explanation(
        path, from: field?.sources, of: found, among: findings.plugins, in: article)
    }
    return ArticleExplanations(
      id: findings.id, source: findings.source, title: findings.title, explanations: explanations)
  }

  // MARK: What is known

  /// Whether what is known of an outcome is enough to write it unread.
  var writesUnread: Bool {
    cache != nil && configuration.asksForFindingsAlone
  }

  /// Whether nothing is to be analysed, and so nothing needs reading that is not known.
  var isForecast: Bool { configuration.isForecast }

  /// Says of an input that nothing is known of it.
  func writeUnknown(index: Int, to replies: inout ReplyWriter) -> [UInt8] {
    forecast(nil, index: index, to: &replies)
  }

  /// Writes an outcome that is known, if it is known whole.
  /// - Returns: what the last payload is to say, but for its end, and whether the outcome is the last of its input.
  func writeKnown(
    _ key: CacheKey, index: Int, to replies: inout ReplyWriter
  ) -> (slip: [UInt8], isLast: Bool)? {
    if configuration.isForecast {
      guard let hit = cache?.find(key) else { return nil }
      return (forecast(hit, index: index, to: &replies), hit.isLast)
    }
    let hit = cache?.find(key)
    switch hit {
    case .whole(let record, _)?:
      guard let slip = hit?.slip(key), let known = KnownOutcome(record) else { return nil }
      add(known, index, to: &replies)
      return (slip, record.isLast)
    case .parts(_, let findings?, let isLast)?:
      write(
        findings, Article(id: "", source: "", text: ""), header(of: findings, [], index),
        to: &replies)
      return (Self.slip(key, findings), isLast)
    case .parts?, nil: return nil
    }
  }

  /// Says of an outcome which plugins' findings are known, by their place.
  private func forecast(
    _ hit: CacheReader.Hit?, index: Int, to replies: inout ReplyWriter
  ) -> [UInt8] {
    replies.add(.outcome(OutcomeHeader(index: index, kind: .findings, payloads: payloads)))
    let places = hit?.plugins.keys.sorted() ?? []
    return Array(places.map { "\($0)" }.joined(separator: ",").utf8)
  }

  /// What is kept of an input without an article besides why there is none.
  static func slip(ofSkip key: CacheKey) -> [UInt8] { slip(key, "s", CacheNote()) }

  /// What is kept of an outcome besides its findings; nothing where all plugins have failed.
  private static func slip(_ key: CacheKey, _ findings: Findings) -> [UInt8] {
    let errors = findings.plugins.count { $0.error != nil }
    guard errors == 0 || errors < findings.plugins.count else { return [] }
    return slip(key, errors > 0 ? "e" : "-", CacheNote(findings))
  }

  private static func slip(_ key: CacheKey, _ kind: Unicode.Scalar, _ note: CacheNote) -> [UInt8] {
    var slip: [UInt8] = []
    key.write(to: &slip)
    key.writePostmark(to: &slip)
    slip.append(UInt8(ascii: kind))
    slip.append(UInt8(ascii: " "))
    note.write(to: &slip)
    slip.append(UInt8(ascii: " "))
    return slip
  }

  /// Lines of payload of each outcome: with a cache there is one more.
  private var payloads: Int { wishes.count + (cache == nil ? 0 : 1) }

  /// Writes the outcome of an input that gave no article.
  func report(_ verdict: Verdict, index: Int, to replies: inout ReplyWriter) {
    add(KnownOutcome(verdict), index, to: &replies)
  }

  private func add(_ known: KnownOutcome, _ index: Int, to replies: inout ReplyWriter) {
    var header = known.header
    (header.index, header.payloads) = (index, payloads)
    replies.add(.outcome(header))
    for wish in wishes { replies.addLine { known.write(wish, to: &$0) } }
  }

  private func header(
    of findings: Findings, _ warnings: [Document.Warning], _ index: Int
  ) -> OutcomeHeader {
    var header = OutcomeHeader(index: index, kind: .findings, payloads: payloads)
    header.errors = findings.plugins.compactMap(\.error)
    for plugin in findings.plugins where !plugin.log.isEmpty {
      header.logs.append(plugin.plugin, .list(plugin.log.map(Value.string)))
    }
    for plugin in findings.plugins where !plugin.trace.isEmpty {
      header.traces.append(plugin.plugin, .list(plugin.trace.map(Value.string)))
    }
    header.warnings = findings.warnings + warnings
    if header.hasSomethingToTell {
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

extension WorkerConfiguration {
  fileprivate var scrutiny: Scrutiny {
    Scrutiny(traced: Set(traced), isProfiled: wishes.contains(.profile))
  }
}

extension Findings {
  fileprivate init(_ article: Article, _ results: [PluginFindings]) {
    self.init(
      id: article.id, source: article.source, title: article.title.string, hash: article.hash,
      about: article.about, warnings: article.warnings, plugins: results)
  }

  /// What the plugins that ran spent.
  fileprivate var profile: ArticleProfile {
    ArticleProfile(source: source, plugins: plugins.compactMap(\.profile))
  }

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
