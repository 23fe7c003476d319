import Document
import Reporting

/// One pass over the corpus that gathers all of a report: findings go to their files as they come, everything else is
/// tallied or waits on disk, so memory does not grow with the corpus.
final class ReportPass {
  private let request: RunRequest
  private let place: Path
  private let folder: ReportFolder
  private let pages: PageSpool
  private let aggregates: LineSpool
  private let screening: Screening
  private let further: FurtherOutputs
  private let extras: ReportExtras
  private(set) var tally: RunTally
  /// Which of several reports it is, and what holds for all of them; nil: it is on the whole run.
  var part: (part: Part, settings: [Setting])?
  private var textBytes = 0
  private(set) var plugins: [PluginDescription] = []
  /// By plugin.
  private var validations: [ValidationRecord] = []

  init(
    _ request: RunRequest, into folder: Path, bounds: ReportBounds, extras: ReportExtras
  ) throws(WorkbenchError) {
    self.request = request
    place = folder
    self.extras = extras
    self.folder = try ReportFolder(folder)
    pages = try PageSpool(bounds)
    aggregates = try LineSpool()
    tally = RunTally(bounds)
    screening = Screening(request, isReport: true)
    further = try FurtherOutputs(request.furtherFormats, for: request, in: folder)
  }

  func begin(_ plugins: [PluginDescription]) throws(WorkbenchError) {
    try screening.begin(plugins)
    self.plugins = plugins
    validations = try ValidationRecord.all(of: plugins, in: request.validationFolder)
    try further.begin(plugins)
    folder.findings.begin(plugins)
    folder.table.begin(plugins)
    tally.begin(plugins, options: ToldOptions(of: request))
  }

  /// Takes one outcome: its findings, its aggregates, its article.
  /// - Returns: whether the article was wanted.
  func take(_ payloads: [ArraySlice<UInt8>]) throws(WorkbenchError) -> Bool {
    let entry = try FindingsEntry(payloads, needs: further.needs.union([.outcome, .annotations]))
    guard screening.admits(entry.outcome) else { return false }
    try further.write(entry)
    try folder.findings.write(entry)
    try folder.table.write(entry)
    switch entry.outcome {
    case .failed(let failure)?: tally.add(failure, isSkip: false)
    case .skipped(let failure)?: tally.add(failure, isSkip: true)
    case .findings(let findings)?: return try take(findings, of: entry, payloads)
    case nil: break
    }
    return false
  }

  private func take(
    _ findings: Findings, of entry: FindingsEntry, _ payloads: [ArraySlice<UInt8>]
  ) throws(WorkbenchError) -> Bool {
    let number = tally.add(findings)
    if payloads.count > 2, payloads[1].count > 2 { try aggregates.add(payloads[1]) }
    var entry = entry
    let isWanted = part != nil || !pages.isFull || tally.wantsText(of: findings)
    if entry.article == nil, isWanted { try entry.readArticle(payloads) }
    textBytes += entry.article?.text.count ?? 0
    if let article = entry.article, let line = payloads.last, !pages.isFull {
      try pages.add(payloads[0], line, text: article.text)
    }
    tally.addAnnotations(of: findings, in: entry.article, number: number)
    return entry.article != nil
  }

  /// Has the plugins write their sections, then writes the report, and lets all files appear.
  /// - Parameter keep: is told the errors of plugins' reports.
  func finish(
    _ executable: Path, _ configuration: WorkerConfiguration, _ run: Run
  ) throws(WorkbenchError) {
    let whole = Lane(
      configuration: configuration, loaded: plugins, names: Set(plugins.map(\.name)))
    var sections: [ReportSection] = []
    for lane in run.lanes ?? [whole] {
      let desk = SectionDesk(executable, lane, aggregates: aggregates, stop: run.stop)
      sections += try desk.sections(summaries: tally.summaries, run: tally.run)
    }
    // A run that was stopped leaves what was there before.
    guard run.stop.caught == nil else { return }
    for section in sections { run.enter(section) }
    var report = tally.report(
      of: request, counts: run.ledger.result.counts, pages: pages.pages,
      hasSheets: !pages.fitsOneFile)
    if let part {
      report.part = part.part
      report.overview.bytes = textBytes
      report.overview.limits =
        [Setting(part.part.grouping, part.part.name)] + part.settings + report.overview.limits
    } else {
      let changes = try run.judge(screening).changes
      report.overview.limits += screening.settings(articles: run.ledger.result.counts.articles)
      report.judgement = Judgement(
        gates: run.ledger.result.gates, changes: changes.map(tally.located))
      try changes?.write(into: place)
    }
    for (index, record) in validations.enumerated() {
      report.plugins[index].validations = record.validations(
        of: plugins[index],
        options: plugins[index].settings(given: request.options[plugins[index].name] ?? [:]))
    }
    for index in report.plugins.indices {
      guard
        let section = sections.first(where: {
          $0.plugin == report.plugins[index].description.name
        })
      else { continue }
      report.plugins[index].blocks = section.blocks
      report.plugins[index].error = section.error
    }
    try further.end(run.facts(of: request))
    try folder.findings.end()
    try folder.table.end()
    let written = try extras.written(report, into: place, run)
    let pictures = try extras.pictures(of: report, in: place)
    guard run.stop.caught == nil else { return }
    try folder.write(report, pages)
    try written?.complete()
    try pictures?.complete()
    try extras.print(in: place, pictures, run)
    if part == nil, let printing = request.printing {
      run.enter(printed: printing.bytes(of: report, for: request))
    }
    guard run.stop.caught == nil else { return }
    try writeManifest(
      of: ReportFolder.names(of: report) + further.names
        + extras.names(pictures, isWritten: written != nil)
        + (report.judgement?.changes == nil ? [] : [Changes.file]))
  }

  private func writeManifest(of names: [String]) throws(WorkbenchError) {
    var manifest = ReportManifest(of: place)
    for name in names { try manifest.add(name) }
    try manifest.replace()
  }
}
