import Document
import Reporting

extension Workbench {
  /// Analyses the inputs and writes `report.html`, `report.md`, `findings.jsonl` and `findings.csv` into a folder.
  ///
  /// Plugins whose report fails cost their section alone; the failure is among the result's and in the report.
  package func report(
    _ request: RunRequest, into folder: [UInt8], events: @escaping Events
  ) throws(WorkbenchError) -> RunResult {
    try report(request, into: folder, bounds: ReportBounds(pages: request.pages), events: events)
  }

  func report(
    _ request: RunRequest, into folder: [UInt8], bounds: ReportBounds, events: @escaping Events
  ) throws(WorkbenchError) -> RunResult {
    var configuration = try configuration(for: request)
    configuration.wishes = [.findings, .aggregates, .article]
    // So that texts are set in the paragraphs that were found.
    configuration.layers = [.paragraphs]
    for format in request.furtherFormats {
      configuration.layers.formUnion(format.layers(for: request))
    }
    configuration.filter = request.filter
    let extras = try ReportExtras(request, executable: executable)
    let run = try Run(request, command: "report", executable: executable, events: events)
    if let grouping = request.grouping {
      return try report(request, by: grouping, into: folder, bounds, extras, configuration, run)
    }
    let pass = try ReportPass(request, into: Path(folder), bounds: bounds, extras: extras)
    try run.perform(configuration) { plugins throws(WorkbenchError) in
      try pass.begin(plugins)
    } deliver: { _, payloads throws(WorkbenchError) in
      try pass.take(payloads)
    }
    if run.stop.caught == nil { try pass.finish(executable, configuration, run) }
    try run.complete()
    return run.ledger.result
  }

  /// The same for each group of articles, in a folder of its own, with an index of them.
  private func report(
    _ request: RunRequest, by grouping: Grouping, into folder: [UInt8], _ bounds: ReportBounds,
    _ extras: ReportExtras, _ configuration: WorkerConfiguration, _ run: Run
  ) throws(WorkbenchError) -> RunResult {
    let report = try GroupedReport(
      request, by: grouping, into: Path(folder), bounds: bounds, extras: extras)
    try run.perform(configuration) { plugins throws(WorkbenchError) in
      try report.begin(plugins)
    } deliver: { _, payloads throws(WorkbenchError) in
      try report.take(payloads)
    }
    if run.stop.caught == nil { try report.finish(executable, configuration, run) }
    try run.complete()
    return run.ledger.result
  }
}
