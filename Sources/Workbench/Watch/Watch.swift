import CProcess
package import Document
import Glibc
import Reporting

/// Analyses the inputs again whenever one of them or a plugin changes, and tells what has changed in the findings.
///
/// A worker waits for the next change, started already. Nothing that goes wrong ends the watch: a plugin that does not load
/// is told, and the findings from before stand until it does again.
package final class Watch {
  package enum Event {
    /// Something of a run: a failure, a warning, what a plugin said.
    case run(RunEvent)
    /// The inputs were analysed again.
    case round(Round)
    /// They could not be.
    case fault(WorkbenchError)
  }

  /// What a change of files has changed in the findings.
  package struct Round {
    package var changes: [WatchedChange] = []
    /// Inputs that have no outcome any more.
    package var gone: [String] = []
    package var articles = 0
    /// From the change to the last finding.
    package var seconds = 0.0
  }

  private let request: RunRequest
  private let executable: Path
  private let stop: StopSignal
  private let folders: FolderWatch
  private var spare: WorkerProcess?
  /// By source: the outcome, and the article that its marks are in.
  private var known: [String: Outcome] = [:]
  /// Whole files may come by many changes; this long nothing must have happened.
  private static let quiet: Int32 = 4

  private struct Outcome {
    var findings: [UInt8]
    var article: [UInt8]
  }

  /// - Throws: where the kernel has no more to watch with.
  package init(_ request: RunRequest, executable: [UInt8]? = nil) throws(WorkbenchError) {
    self.request = request
    self.executable = Workbench(executable: executable).executable
    do {
      stop = try StopSignal()
      folders = try FolderWatch()
    } catch { throw .worker("cannot watch: \(error.message)") }
    for input in request.inputs {
      let path = Path(input)
      let isNamed = (try? FileStatus(of: path)) != nil
      folders.add(isNamed ? path : Glob(input)?.root ?? path)
    }
    for plugin in try PluginChoice(request).catalogue { folders.add(plugin.path) }
  }

  /// Analyses the inputs once, and again after each change, until a stop signal.
  /// - Parameter sink: takes the findings of the first time.
  /// - Returns: the signal, where it came while the inputs were being analysed.
  package func run(
    to sink: @escaping Workbench.Sink, events: (Event) throws(WorkbenchError) -> Void
  ) throws(WorkbenchError) -> Int32? {
    var isFirst = true
    while true {
      let began = copydesk_monotonic()
      do {
        var round = try analyze(isFirst ? sink : nil, events)
        if stop.caught != nil { return stop.caught }
        round.seconds = Double(copydesk_monotonic() - began) / 1e9
        if !isFirst { try events(.round(round)) }
        isFirst = false
      } catch {
        if case .outputClosed = error { throw error }
        if case .output = error { throw error }
        if stop.caught != nil { return stop.caught }
        try events(.fault(error))
      }
      // A worker that waits need not be waited for.
      spare = spare ?? (try? WorkerProcess(executable, spool: nil))
      guard waitForChange() else { return nil }
    }
  }

  /// False after a stop signal.
  private func waitForChange() -> Bool {
    var hasChanged = false
    while stop.caught == nil {
      var polled = [stop.polled, folders.polled]
      let ready = poll(&polled, nfds_t(polled.count), hasChanged ? Self.quiet : -1)
      if ready == 0 { return true }
      if folders.take() { hasChanged = true }
    }
    return false
  }

  // MARK: A round

  private func analyze(
    _ sink: Workbench.Sink?, _ events: (Event) throws(WorkbenchError) -> Void
  ) throws(WorkbenchError) -> Round {
    let workbench = Workbench(executable: executable.bytes)
    var configuration = try workbench.configuration(for: request)
    configuration.wishes = [.findings, .article]
    let output = sink.map { FindingsOutput(request.format.writer(for: request), sink: $0) }
    var told: [RunEvent] = []
    let run = try Run(
      request, command: "watch", executable: executable, stop: stop, spare: spare
    ) { told.append($0) }
    spare = nil
    var found: [String: Outcome] = [:]
    var round = Round()
    try run.perform(configuration) { plugins in
      output?.begin(plugins)
    } deliver: { _, payloads throws(WorkbenchError) in
      guard payloads.count == 2 else { return false }
      try output?.write(payloads)
      let outcome = Outcome(findings: Array(payloads[0]), article: Array(payloads[1]))
      guard let source = try? JSONParser.parse(payloads[0], omitting: "plugins")["source"]?.string
      else { return false }
      found[source] = outcome
      round.articles += 1
      if let change = self.change(of: source, to: outcome) { round.changes.append(change) }
      return false
    }
    for event in told { try events(.run(event)) }
    guard run.stop.caught == nil else { return round }
    try output?.end()
    round.gone = known.keys.filter { found[$0] == nil }.sorted()
    known = found
    return round
  }

  private func change(of source: String, to new: Outcome) -> WatchedChange? {
    let old = known[source]
    guard old?.findings != new.findings else { return nil }
    let before = old?.findings ?? Self.nothing(like: new.findings)
    guard let change = FindingsChange(before[...], new.findings[...]) else { return nil }
    return WatchedChange(change, isNew: old == nil, old: old?.article ?? [], new: new.article)
  }
}

extension Watch {
  /// Findings of the same plugins with nothing in them.
  private static func nothing(like findings: [UInt8]) -> [UInt8] {
    let plugins = (try? JSONParser.parse(findings[...]))?["plugins"]?.map?.names ?? []
    var json = JSONWriter()
    json.value(["plugins": .map(Fields(plugins.map { Fields.Entry($0, [:]) }))] as Fields)
    return json.bytes
  }
}

/// A change in the findings of one article, with the words of the marks.
package struct WatchedChange {
  package var change: FindingsChange
  /// Whether there was no such input before.
  package var isNew: Bool
  private let old: Texts
  private let new: Texts

  private struct Texts {
    var text: [UInt8] = []
    var title: [UInt8] = []

    init(_ article: [UInt8]) {
      guard let json = try? JSONParser.parse(article[...]) else { return }
      text = Array((json["text"]?.string ?? "").utf8)
      title = Array((json["title"]?.string ?? "").utf8)
    }

    func words(of mark: Value) -> String {
      let bytes = mark["in"]?.string == "title" ? title : text
      guard let ends = mark["range"]?.list?.compactMap(\.integer), ends.count == 2,
        ends[0] >= 0, ends[0] <= ends[1], ends[1] <= bytes.count
      else { return "" }
      return String(decoding: bytes[Int(ends[0])..<Int(ends[1])], as: UTF8.self)
    }
  }

  init(_ change: FindingsChange, isNew: Bool, old: [UInt8], new: [UInt8]) {
    self.change = change
    self.isNew = isNew
    self.old = Texts(old)
    self.new = Texts(new)
  }

  /// The marks of a layer that are there no more, and those that are new, each with its words.
  package func marks(
    of part: FindingsChange.Part
  ) -> (gone: [(Value, words: String)], new: [(Value, words: String)]) {
    let (before, after) = (part.old?.list ?? [], part.new?.list ?? [])
    let (had, has) = (Set(before), Set(after))
    return (
      before.filter { !has.contains($0) }.map { ($0, old.words(of: $0)) },
      after.filter { !had.contains($0) }.map { ($0, new.words(of: $0)) }
    )
  }
}
