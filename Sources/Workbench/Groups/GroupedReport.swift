import Document
import Reporting

/// A report for each group of a run's articles, in folders of their own, with an index of them.
///
/// One pass over the corpus keeps the outcomes on disk by their groups; then the reports are written one after the other, so that no
/// more than one is in memory.
final class GroupedReport {
  /// Groups that have a report of their own; what comes after as a new one goes together.
  private static let mostGroups = 1000

  private let request: RunRequest
  private let grouping: Grouping
  private let folder: Path
  private let bounds: ReportBounds
  private let extras: ReportExtras
  private let screening: Screening
  private let spool: GroupSpool
  private let findings: OutputFile
  private let lines: FindingsOutput
  private var plugins: [PluginDescription] = []
  private var numbers: [Key: Int] = [:]
  private var groups: [Group] = []

  private enum Key: Hashable {
    /// Folded, where the grouping ignores case.
    case name(String)
    /// Articles that have nothing to go by, and those of groups beyond the limit.
    case none, others
  }

  private struct Group {
    var key: Key
    var articles = 0
    /// How often its name is written in which way.
    var spellings: [String: Int] = [:]
    /// Nil where it has none of its own.
    var name: String? {
      guard case .name = key else { return nil }
      return spellings.min(by: Spelling.precedes)?.key
    }
  }

  init(
    _ request: RunRequest, by grouping: Grouping, into folder: Path, bounds: ReportBounds,
    extras: ReportExtras
  ) throws(WorkbenchError) {
    self.request = request
    self.grouping = grouping
    self.folder = folder
    self.bounds = bounds
    self.extras = extras
    screening = Screening(request, isReport: true)
    spool = try GroupSpool()
    do { try folder.makeFolders() } catch { throw .output(path: folder.shown, errno: error.errno) }
    findings = try OutputFile(folder.appending("findings.jsonl").bytes)
    lines = FindingsOutput(JSONLinesWriter(), sink: findings.write)
  }

  func begin(_ plugins: [PluginDescription]) throws(WorkbenchError) {
    try screening.begin(plugins)
    try grouping.check(plugins)
    _ = try ValidationRecord.all(of: plugins, in: request.validationFolder)
    self.plugins = plugins
    lines.begin(plugins)
  }

  /// Takes one outcome; those without an article are in no group.
  func take(_ payloads: [ArraySlice<UInt8>]) throws(WorkbenchError) -> Bool {
    let entry = try FindingsEntry(payloads, needs: .outcome)
    guard screening.admits(entry.outcome) else { return false }
    try lines.write(entry)
    guard case .findings(let findings)? = entry.outcome else { return false }
    let names = grouping.groups(of: findings)
    let numbers = Set(names.isEmpty ? [number(of: .none)] : names.map(number)).sorted()
    for number in numbers { groups[number].articles += 1 }
    try spool.add(payloads, to: numbers)
    return true
  }

  private func number(named name: String) -> Int {
    let number = number(of: .name(grouping.ignoresCase ? Spelling.folded(name) : name))
    if case .name = groups[number].key { groups[number].spellings[name, default: 0] += 1 }
    return number
  }

  private func number(of key: Key) -> Int {
    if let number = numbers[key] { return number }
    if case .name = key, groups.count >= Self.mostGroups { return number(of: .others) }
    groups.append(Group(key: key))
    numbers[key] = groups.count - 1
    return groups.count - 1
  }

  /// Writes the reports, the largest group's first, and the index.
  func finish(
    _ executable: Path, _ configuration: WorkerConfiguration, _ run: Run
  ) throws(WorkbenchError) {
    let changes = try run.judge(screening).changes
    try changes?.write(into: folder)
    let wholeSettings = screening.settings(articles: run.ledger.result.counts.articles)
    var index = GroupIndex(
      by: grouping.name, result: run.indexed(request, screening), house: request.house,
      judgement: Judgement(gates: run.ledger.result.gates, changes: changes))
    var files = ["index.html", "index.md", "findings.jsonl"]
    if changes != nil { files.append(Changes.file) }
    var folders = FolderNames()
    // So that nobody else is called that.
    let (none, others) = (
      folders.name(for: "without \(grouping.name)"), folders.name(for: "other groups")
    )
    for number in order {
      let group = groups[number]
      let (name, place) =
        if let name = group.name {
          (name, folders.name(for: name))
        } else if group.key == .none {
          ("without \(grouping.name)", none)
        } else {
          ("all other groups", others)
        }
      let tally = try write(
        number, Part(of: grouping.name, name: name), wholeSettings, into: folder.appending(place),
        executable, configuration, run)
      guard run.stop.caught == nil else { return }
      files.append("\(place)/\(ReportManifest.name)")
      index.add(
        GroupIndex.Entry(
          name: name, folder: place, articles: group.articles, facts: tally.facts(of: plugins)))
    }
    try write(index)
    try lines.end()
    try findings.complete()
    try writeManifest(of: files)
    if let printing = request.printing {
      run.enter(printed: printing.bytes(of: index, for: request))
    }
  }

  /// The manifest of a group's report stands for all of its files.
  private func writeManifest(of files: [String]) throws(WorkbenchError) {
    var manifest = ReportManifest(of: folder)
    for name in files { try manifest.add(name) }
    try manifest.replace()
  }

  /// Names in their order where they are dates, else by their size; what is not known comes last.
  private var order: [Int] {
    groups.indices.sorted { a, b in
      let (a, b) = (groups[a], groups[b])
      guard let first = a.name else { return false }
      guard let second = b.name else { return true }
      if !grouping.isOfTime, a.articles != b.articles { return a.articles > b.articles }
      return first.utf8.lexicographicallyPrecedes(second.utf8)
    }
  }

  private func write(
    _ group: Int, _ part: Part, _ settings: [Setting], into folder: Path, _ executable: Path,
    _ configuration: WorkerConfiguration, _ run: Run
  ) throws(WorkbenchError) -> RunTally {
    // What counts was told before, and the run is judged as a whole.
    var request = request
    request.filter = ArticleFilter()
    (request.gates, request.wantsSummary, request.earlierRun) = ([], false, nil)
    let pass = try ReportPass(request, into: folder, bounds: bounds, extras: extras)
    pass.part = (part, settings)
    try pass.begin(plugins)
    try spool.read(group) { (payloads) throws(WorkbenchError) in _ = try pass.take(payloads) }
    try pass.finish(executable, configuration, run)
    return pass.tally
  }

  private func write(_ index: GroupIndex) throws(WorkbenchError) {
    for (name, bytes) in [("index.html", index.html), ("index.md", index.markdown)] {
      let file = try OutputFile(folder.appending(name).bytes)
      try file.write(bytes[...])
      try file.complete()
    }
  }
}

extension Changes {
  static let file = "changes.md"

  /// Writes them into the folder of a report.
  func write(into folder: Path) throws(WorkbenchError) {
    let file = try OutputFile(folder.appending(Self.file).bytes)
    try file.write(markdown[...])
    try file.complete()
  }
}

extension Grouping {
  var isOfTime: Bool { [.day, .week, .month, .year].contains(self) }

  /// Whether the field is one of a plugin that runs.
  func check(_ plugins: [PluginDescription]) throws(WorkbenchError) {
    guard case .field(let plugin, let name) = self else { return }
    let field = Expression.Name(parts: [plugin, name], offset: 0)
    do { try Expression.check(field: field, plugins) } catch {
      throw .expression("by", self.name, error)
    }
  }
}

extension Run {
  /// What an index of groups says of the run as a whole.
  fileprivate func indexed(_ request: RunRequest, _ screening: Screening) -> GroupIndex.Result {
    let counts = ledger.result.counts
    return GroupIndex.Result(
      inputs: request.inputs.map { Path($0).shown }, articles: counts.articles,
      leftOut: counts.leftOut, failures: counts.unreadable, skips: counts.skipped,
      settings: screening.settings(articles: counts.articles))
  }
}

extension RunTally {
  /// What an index tells of a group besides its articles: the words, the days, the leading numbers.
  fileprivate func facts(of plugins: [PluginDescription]) -> [GroupIndex.Fact] {
    let run = self.run
    var facts = [GroupIndex.Fact("words", run["words"] ?? .null)]
    facts.append(GroupIndex.Fact("first", run["since"] ?? .null))
    facts.append(GroupIndex.Fact("last", run["until"] ?? .null))
    for lead in Report.leads(of: plugins) where lead.isNumeric {
      facts.append(
        GroupIndex.Fact(
          "\(lead.plugin).\(lead.field)", summaries[lead.plugin]?[lead.field] ?? .null))
    }
    return facts
  }
}
