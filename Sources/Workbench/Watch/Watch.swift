import CProcess
import Document
import Glibc
import Reporting

/// Analyses the inputs again whenever one of them or a plugin changes, and tells what has changed in the findings.
///
/// A worker waits for the next change, started already. What changes again while it is analysed is given up and begun anew. Nothing that goes wrong ends the watch: a plugin that does not load
/// is told, and the findings from before stand until it does again.
package final class Watch {
  package enum Event {
    /// Something of a run: a failure, a warning, what a plugin said.
    case run(RunEvent)
    /// The inputs were analysed again.
    case round(Round)
    /// They could not be; where the settings could not be read either, it is an error of whoever reads these.
    case fault(any Error)
  }

  /// What a change of files has changed in the findings.
  package struct Round {
    package var changes: [FindingsChange] = []
    /// Inputs that had no outcome before.
    package var new: Set<String> = []
    /// Inputs that have no outcome any more.
    package var gone: [String] = []
    package var articles = 0
    /// From the change to the last finding.
    package var seconds = 0.0
  }

  private var request: RunRequest
  private let renew: () throws -> RunRequest
  private let executable: Path
  private let stop: StopSignal
  private let folders: FolderWatch
  private var spare: WorkerProcess?
  /// By source, what was found, with the words of each mark; of a plugin that failed, what it found before.
  private var known: [String: Value] = [:]
  /// Whole files may come by many changes; this long nothing must have happened.
  private static let quiet: Int32 = 4
  /// So many analyses in a row are given up; then one goes to its end, lest files that change all the time leave none.
  private static let mostGivenUp = 5
  private var givenUp = 0

  /// - Parameters:
  ///   - settings: files that the request was made from, which need not be there.
  ///   - renew: makes the request again when something has changed.
  /// - Throws: where the kernel has no more to watch with.
  package init(
    _ request: RunRequest, settings: [[UInt8]] = [], executable: [UInt8]? = nil,
    renew: @escaping () throws -> RunRequest
  ) throws(WorkbenchError) {
    self.request = request
    self.renew = renew
    self.executable = Workbench(executable: executable).executable
    stop = try StopSignal()
    do { folders = try FolderWatch() } catch { throw .worker("cannot watch: \(error.message)") }
    for input in request.inputs {
      let path = Path(input)
      let isNamed = (try? FileStatus(of: path)) != nil
      folders.add(isNamed ? path : Glob(input)?.root ?? path)
    }
    for file in settings { folders.add(Path(file)) }
    try watchPlugins()
  }

  private func watchPlugins() throws(WorkbenchError) {
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
        if !isFirst {
          request = try renew()
          try watchPlugins()
        }
        var round = try analyze(isFirst ? sink : nil, events)
        if stop.caught != nil { return stop.caught }
        round?.seconds = Double(copydesk_monotonic() - began) / 1e9
        if !isFirst, let round { try events(.round(round)) }
        givenUp = round == nil ? givenUp + 1 : 0
        isFirst = false
      } catch {
        if let error = error as? WorkbenchError, error.isOfOutput { throw error }
        if stop.caught != nil { return stop.caught }
        givenUp = 0
        try events(.fault(error))
      }
      // A worker that waits need not be waited for.
      spare = spare ?? (try? WorkerProcess(executable, spool: nil))
      guard waitForChange() else { return nil }
    }
  }

  /// False after a stop signal.
  private func waitForChange() -> Bool {
    var hasChanged = givenUp > 0
    while stop.caught == nil {
      var polled = [stop.polled, folders.polled]
      let ready = poll(&polled, nfds_t(polled.count), hasChanged ? Self.quiet : -1)
      if ready == 0 { return true }
      if folders.take() { hasChanged = true }
    }
    return false
  }

  // MARK: A round

  /// - Returns: nil where it was given up. What was printed by then counts as known.
  private func analyze(
    _ sink: Workbench.Sink?, _ events: (Event) throws(WorkbenchError) -> Void
  ) throws(WorkbenchError) -> Round? {
    let workbench = Workbench(executable: executable.bytes)
    var configuration = try workbench.configuration(for: request)
    configuration.wishes = [.findings, .article]
    let output = sink.map { FindingsOutput(request.format.writer(for: request), sink: $0) }
    var told: [RunEvent] = []
    let run = try Run(
      request, command: "watch", executable: executable, stop: stop, spare: spare
    ) { told.append($0) }
    spare = nil
    var found: [String: Value] = [:]
    var round = Round()
    let isWhole = try unlessOutdated { () throws(WorkbenchError) in
      try run.perform(configuration) { plugins in
        output?.begin(plugins)
      } deliver: { _, payloads throws(WorkbenchError) in
        guard payloads.count == 2 else { return false }
        try output?.write(payloads)
        guard let analyzed = Self.outcome(payloads), let source = analyzed["source"]?.string else {
          return false
        }
        let outcome = Self.standing(analyzed, self.known[source])
        round.articles += 1
        found[source] = outcome
        if self.known[source] == nil { round.new.insert(source) }
        if let change = self.change(of: source, to: outcome) { round.changes.append(change) }
        return false
      } pause: { () throws(WorkbenchError) in
        if self.isOutdated { throw .outdated }
      }
    }
    guard isWhole || run.stop.caught != nil else {
      try output?.end()
      if output != nil { known = found }
      return nil
    }
    for event in told { try events(.run(event)) }
    guard run.stop.caught == nil else { return round }
    try output?.end()
    round.gone = known.keys.filter { found[$0] == nil }.sorted()
    known = found
    return round
  }

  /// Whether what is being analysed has changed, and the analysis may be given up.
  private var isOutdated: Bool { givenUp < Self.mostGivenUp && folders.take() }

  /// False where the work was given up.
  private func unlessOutdated(
    _ work: () throws(WorkbenchError) -> Void
  ) throws(WorkbenchError) -> Bool {
    do throws(WorkbenchError) { try work() } catch {
      guard case .outdated = error else { throw error }
      return false
    }
    return true
  }

  /// An outcome in which plugins that failed keep what they found before, so that the next change shows what it changes.
  private static func standing(_ new: Value, _ old: Value?) -> Value {
    guard var outcome = new.map, let plugins = new["plugins"]?.map else { return new }
    outcome["plugins"] = .map(
      Fields(
        plugins.entries.map { plugin in
          guard let error = plugin.value["error"], error != .null,
            var before = old?["plugins"]?[plugin.name]?.map
          else { return plugin }
          before["error"] = error
          return Fields.Entry(plugin.name, .map(before))
        }))
    return .map(outcome)
  }

  private func change(of source: String, to new: Value) -> FindingsChange? {
    let old = known[source] ?? Self.nothing(like: new)
    return old == new ? nil : FindingsChange(old, new)
  }

  /// Findings of the same plugins with nothing in them.
  private static func nothing(like findings: Value) -> Value {
    let plugins = findings["plugins"]?.map?.names ?? []
    return ["plugins": .map(Fields(plugins.map { Fields.Entry($0, [:]) }))]
  }

  // MARK: Words

  /// What marks have besides what findings say of them: the same range may hold other words.
  package static let words = "words"

  /// An outcome whose marks have their words, which the article tells.
  private static func outcome(_ payloads: [ArraySlice<UInt8>]) -> Value? {
    guard payloads.count == 2, let findings = try? JSONParser.parse(payloads[0]),
      let article = try? JSONParser.parse(payloads[1])
    else { return nil }
    guard let plugins = findings["plugins"]?.map else { return findings }
    let texts = ["text", "title"].map { Array((article[$0]?.string ?? "").utf8) }
    let shown = plugins.entries.map { plugin -> Fields.Entry in
      var found = plugin.value.map ?? [:]
      let layers = (found["annotations"]?.map ?? [:]).entries.map { layer in
        Fields.Entry(layer.name, .list((layer.value.list ?? []).map { worded($0, texts) }))
      }
      found["annotations"] = .map(Fields(layers))
      return Fields.Entry(plugin.name, .map(found))
    }
    var outcome = findings.map ?? [:]
    outcome["plugins"] = .map(Fields(shown))
    return .map(outcome)
  }

  private static func worded(_ mark: Value, _ texts: [[UInt8]]) -> Value {
    let text = texts[mark["in"]?.string == "title" ? 1 : 0]
    guard var fields = mark.map, let ends = mark["range"]?.list?.compactMap(\.integer),
      ends.count == 2, ends[0] >= 0, ends[0] <= ends[1], ends[1] <= text.count
    else { return mark }
    fields[words] = .string(String(decoding: text[Int(ends[0])..<Int(ends[1])], as: UTF8.self))
    return .map(fields)
  }
}

extension WorkbenchError {
  /// Whether nothing more can be written.
  fileprivate var isOfOutput: Bool {
    switch self {
    case .outputClosed, .output: true
    default: false
    }
  }
}
