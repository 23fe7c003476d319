import Document
import Reporting
import Scripting

/// Everything a report says of a run, gathered article by article in corpus order, in bounded memory.
struct RunTally {
  private let bounds: ReportBounds
  private var digest = Digest()
  private var overview = Overview()
  private var plugins: [PluginTally] = []
  private var leads: [LeadField] = []
  private var entries: [ArticleEntry] = []
  private var catalogue = Catalogue()
  private var concordances: [String: Concordance] = [:]
  private var days: NameTally
  private var publishers: NameTally
  private var languages: NameTally
  private var sections: NameTally
  private var warnings: NameTally
  /// Articles without a publisher, a language, a section.
  private var without = (publisher: 0, language: 0, section: 0)

  init(_ bounds: ReportBounds) {
    self.bounds = bounds
    let empty = NameTally(examples: bounds.examples)
    (days, publishers, languages, sections, warnings) = (empty, empty, empty, empty, empty)
  }

  mutating func begin(_ descriptions: [PluginDescription], options: ToldOptions) {
    plugins = descriptions.map {
      PluginTally($0, options: options[$0.name], bounds: bounds)
    }
    leads = Report.leads(of: descriptions)
    for plugin in descriptions {
      for layer in plugin.layers {
        concordances["\(plugin.name).\(layer.name)"] = Concordance(capacity: bounds.concordance)
      }
    }
  }

  // MARK: Outcomes

  mutating func add(_ failure: ReadFailure, isSkip: Bool) {
    if isSkip {
      overview.skips.add(failure, limit: bounds.problems)
    } else {
      overview.failures.add(failure, limit: bounds.problems)
    }
  }

  /// Takes the findings of the next article.
  /// - Returns: the article's number.
  mutating func add(_ findings: Findings) -> Int {
    overview.articles += 1
    digest.add("article", Array(findings.hash.utf8))
    let mention = ArticleMention(
      number: overview.articles, title: findings.title, source: findings.source)
    addAbout(findings.about, number: mention.number)
    for warning in findings.warnings {
      warnings.add(.string(warning.code), article: mention.number)
    }
    for (index, plugin) in findings.plugins.enumerated() {
      if let error = plugin.error {
        overview.errors.add(
          ArticleError(article: mention, error: error), limit: bounds.problems)
      }
      guard let place = place(of: plugin.plugin, near: index) else { continue }
      plugins[place].add(
        plugin, of: mention, publisher: findings.about["publisher"]?.string)
    }
    let hasErrors = findings.plugins.contains { $0.error != nil }
    if hasErrors { overview.articlesWithErrors += 1 }
    if catalogue.count < bounds.catalogue { addEntry(mention, findings, hasErrors) }
    return mention.number
  }

  private func place(of plugin: String, near index: Int) -> Int? {
    if plugins.indices.contains(index), plugins[index].description.name == plugin { return index }
    return plugins.firstIndex { $0.description.name == plugin }
  }

  private mutating func addAbout(_ about: Fields, number: Int) {
    overview.words += Int(about["words"]?.integer ?? 0)
    // A date without a year is no day.
    if let date = about["published"]?.string, CalendarDate(date) != nil {
      days.add(.string(String(decoding: date.utf8.prefix(10), as: UTF8.self)), article: number)
    }
    Self.add(about["publisher"], to: &publishers, else: &without.publisher, number)
    Self.add(about["language"], to: &languages, else: &without.language, number)
    Self.add(about["section"], to: &sections, else: &without.section, number)
  }

  private static func add(
    _ value: Value?, to tally: inout NameTally, else without: inout Int, _ number: Int
  ) {
    if let value, value != .null { tally.add(value, article: number) } else { without += 1 }
  }

  private mutating func addEntry(
    _ mention: ArticleMention, _ findings: Findings, _ hasErrors: Bool
  ) {
    let values = leads.map { lead in
      findings.plugins.first { $0.plugin == lead.plugin }?.fields[lead.field] ?? .null
    }
    let entry = ArticleEntry(
      mention: mention, id: findings.id, about: findings.about, leads: values,
      hasErrors: hasErrors)
    if entries.count < bounds.entries { entries.append(entry) }
    catalogue.add(entry)
  }

  // MARK: Key words in context

  /// Whether some annotation of the findings could be kept with its context, for which the article has to be read.
  func wantsText(of findings: Findings) -> Bool {
    for (index, plugin) in findings.plugins.enumerated() {
      if let place = place(of: plugin.plugin, near: index), plugins[place].wantsText(of: plugin) {
        return true
      }
    }
    return findings.plugins.contains { plugin in
      plugin.annotations.contains { layer in
        !layer.annotations.isEmpty
          && (concordances["\(plugin.plugin).\(layer.name)"]?.hasRoom ?? false)
      }
    }
  }

  /// Takes the findings' annotations, from an article where it was read.
  mutating func addAnnotations(of findings: Findings, in article: Article?, number: Int) {
    for (index, plugin) in findings.plugins.enumerated() {
      if let article, let place = place(of: plugin.plugin, near: index) {
        plugins[place].addMarks(of: plugin, in: article)
      }
      for layer in plugin.annotations where !layer.annotations.isEmpty {
        let name = "\(plugin.plugin).\(layer.name)"
        if let article {
          concordances[name]?.add(layer.annotations, of: article, number: number)
        } else {
          concordances[name]?.count(layer.annotations.count)
        }
      }
    }
  }

  // MARK: Results

  /// By plugin, what its own report is told.
  var summaries: Fields {
    let names = ArticleNames(ids: entries.map(\.id))
    return Fields(plugins.map { Fields.Entry($0.description.name, .map($0.summary(names))) })
  }

  /// What plugins' reports are told of the run.
  var run: Fields {
    var run: Fields = [
      "articles": .integer(Int64(overview.articles)), "words": .integer(Int64(overview.words)),
      "skipped": .integer(Int64(overview.skips.total)),
      "unreadable": .integer(Int64(overview.failures.total)),
    ]
    let dates = days.inOrder
    if let first = dates.first?.name, let last = dates.last?.name {
      run.append("since", .string(first))
      run.append("until", .string(last))
    }
    return run
  }

  /// - Parameters:
  ///   - pages: how many articles have their text in the report.
  ///   - hasSheets: whether these are in files of their own.
  func report(
    of request: RunRequest, counts: RunCounts, pages: Int, hasSheets: Bool = false
  ) -> Report {
    var overview = overview
    overview.inputs = request.inputs.map { Path($0).shown }
    overview.bytes = counts.bytes
    overview.version = request.version
    overview.command = request.command
    var digest = digest
    overview.hash = digest.finish()
    overview.days = days.inOrder
    overview.publishers = publishers.ranking(limit: 30, without: without.publisher)
    overview.languages = languages.ranking(limit: 30, without: without.language)
    overview.sections = sections.foldedRanking(limit: 30, without: without.section)
    overview.warnings = warnings.ranking(limit: 30)
    overview.limits = request.limits.settings
    var report = Report(
      overview: overview, plugins: plugins.map(\.report), entries: entries, pages: pages,
      concordances: concordances)
    report.catalogue = catalogue
    report.hasSheets = hasSheets
    report.house = request.house
    return report
  }

  /// The same changes, with the articles that have what is new.
  func located(_ changes: Changes) -> Changes {
    var changes = changes
    for place in changes.names.indices {
      let path = changes.names[place].field
      for plugin in plugins {
        changes.names[place].new = changes.names[place].new.map {
          plugin.located($0, in: path) ?? $0
        }
      }
    }
    return changes
  }
}

extension RunLimits {
  fileprivate var settings: [Setting] {
    [
      Setting("time of one plugin for one article", "\(seconds) s"),
      Setting("memory of one plugin", "\(memory) bytes"),
      Setting("size of one input", "\(inputBytes) bytes"),
    ]
  }
}
