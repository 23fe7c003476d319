package import Document

/// The run: lists the corpus, has workers read and analyse it, merges what they find in corpus order.
package struct Workbench: Sendable {
  /// Takes a stretch of output; throws when it cannot be written.
  package typealias Sink = (ArraySlice<UInt8>) throws(WorkbenchError) -> Void
  /// Is told how the run goes, on the caller's thread.
  package typealias Events = (RunEvent) -> Void

  package init() {}

  /// Analyses the inputs and writes their findings, in input order.
  package func run(
    _ request: RunRequest, to sink: Sink, events: Events
  ) throws(WorkbenchError) -> RunResult {
    RunResult()
  }

  /// Writes the inputs as articles, without plugins, with the layers asked for.
  package func read(
    _ request: RunRequest, layers: Set<LayerKind>, to sink: Sink, events: Events
  ) throws(WorkbenchError) -> RunResult {
    RunResult()
  }

  /// Analyses the inputs and writes `report.html`, `report.md`, `findings.jsonl` and `findings.csv` into a folder.
  package func report(
    _ request: RunRequest, into folder: [UInt8], events: Events
  ) throws(WorkbenchError) -> RunResult {
    RunResult()
  }

  /// The plugins of a library, or the ones at given paths, loaded and checked.
  package func plugins(
    of library: PluginLibrary, paths: [[UInt8]] = []
  ) throws(WorkbenchError) -> [InstalledPlugin] {
    []
  }

  /// The whole life of a worker process, `copydesk worker`; returns its exit status.
  package static func workerMain(_ arguments: [String]) -> Int32 {
    0
  }
}
