import CProcess
import Document
import Reading

/// One run from its request to its result: finds the plugins, lists the inputs, sets workers to them and keeps the books.
final class Run: Pool.Receiver {
  /// Takes the payloads of outcomes, in corpus order, and says whether it would want the last of them again.
  typealias Delivery = (OutcomeHeader, [ArraySlice<UInt8>]) throws(WorkbenchError) -> Bool
  /// Is told the plugins before the first outcome.
  typealias Beginning = ([PluginDescription]) throws(WorkbenchError) -> Void
  /// Is called when no outcome is at hand, to let go of what was collected.
  typealias Pause = () throws(WorkbenchError) -> Void

  let stop: StopSignal
  private(set) var ledger: RunLedger
  private let request: RunRequest
  private let executable: Path
  private let spare: WorkerProcess?
  private let events: Workbench.Events
  private var beginning: Beginning = { _ in }
  private var delivery: Delivery = { _, _ in true }
  private var pause: Pause = {}
  private let keeper: RunKeeper?
  private var cacheFolder: CacheFolder?
  private var cache: CacheWriter?
  private var familiar: FamiliarPieces?
  private var configuration = WorkerConfiguration()
  /// How the plugins are shared out to workers, if not all share them.
  private(set) var lanes: [Lane]?
  /// What comes in now, if it came in before, and was told then.
  private var replayed: Journal.Recording?

  /// - Parameters:
  ///   - command: what the run is part of, as its manifest says.
  ///   - stop: what else ends at a stop signal besides this run; nil: nothing.
  ///   - spare: a worker that has been started and told nothing.
  init(
    _ request: RunRequest, command: String, executable: Path, stop: StopSignal? = nil,
    spare: WorkerProcess? = nil, events: @escaping Workbench.Events
  ) throws(WorkbenchError) {
    self.request = request
    self.executable = executable
    self.events = events
    ledger = RunLedger()
    keeper = try request.keeping.map { keeping throws(WorkbenchError) in
      try RunKeeper(keeping, command: command)
    }
    self.spare = spare
    self.stop = if let stop { stop } else { try StopSignal() }
  }

  /// Goes through the corpus, to its end or until a stop signal.
  func perform(
    _ configuration: WorkerConfiguration, begin: @escaping Beginning,
    deliver: @escaping Delivery, pause: @escaping Pause = {}
  ) throws(WorkbenchError) {
    beginning = begin
    delivery = deliver
    self.pause = pause
    var configuration = configuration
    // A run that is kept has all findings, for who compares with it by another filter.
    if keeper != nil { configuration.filter = ArticleFilter() }
    var plan = try request.trust.lanes(for: configuration, request.library, executable)
    if usesCache {
      cacheFolder = CacheFolder(request.cacheFolder, limit: request.cacheLimit)
      configuration.cache = try? cacheFolder?.choice()
      for lane in plan?.lanes.indices ?? 0..<0 {
        plan?.lanes[lane].configuration.cache = configuration.cache?.unread
      }
    }
    lanes = plan?.lanes
    self.configuration = configuration
    let spool = try standardInput()
    var corpus = Corpus(inputs: request.inputs.map(Path.init))
    corpus.standardInputBytes = spool?.bytes ?? 0
    if keeper != nil { corpus.standardInputStamp = try? spool?.stamp() }
    if request.countsInputs { ledger.count(corpus) }
    let settings = Pool.Settings(
      configuration: configuration, jobs: request.jobs ?? Int(copydesk_processors()),
      firstWorkers: hasManyInputs && !hasRecordings ? 2 : 1, executable: executable,
      spool: spool?.file, spare: spare)
    let pieces = PieceCutter(corpus, reader: Reader(configuration), spool: spool)
    defer { cache?.close(isInterrupted: stop.caught != nil) }
    do { try run(settings, pieces, plan) } catch {
      // What is done is kept, if that can be.
      try? keeper?.stop("error")
      throw error
    }
    ledger.interrupt(stop.caught)
    if stop.caught != nil { try keeper?.stop("interrupted") }
    ledger.tick(replacedWorkers: 0, isLast: true, events: events)
  }

  /// A run of one small file is over before a cache could help it, and times are never the same again.
  private var usesCache: Bool {
    guard request.usesCache, !request.hasTimings, request.traced.isEmpty, !request.plugins.isEmpty
    else { return false }
    guard request.inputs.count == 1, let input = request.inputs.first,
      let status = try? FileStatus(of: Path(input)), status.kind == .file
    else { return true }
    return status.bytes > 64 << 10
  }

  /// Has workers go through the corpus: all alike, or in lanes where not all plugins may share a worker.
  private func run(
    _ settings: Pool.Settings, _ pieces: PieceCutter, _ plan: LanePlan?
  ) throws(WorkbenchError) {
    guard let plan else {
      return try Pool(settings, pieces: pieces, stop: stop, receiver: self).run()
    }
    var settings = settings
    // One worker cannot serve two lanes.
    settings.spare = nil
    try LaneRun(plan, heldLimit: settings.heldLimit, receiver: self)
      .run(settings, pieces: pieces, stop: stop)
  }

  /// Whether there is surely work for two, as far as can be told without listing anything.
  private var hasManyInputs: Bool {
    guard request.inputs.count == 1, let input = request.inputs.first else { return true }
    return (try? FileStatus(of: Path(input)))?.kind == .folder
  }

  /// Standard input as a file, if it is among the inputs.
  private func standardInput() throws(WorkbenchError) -> Spool? {
    guard request.inputs.contains([UInt8(ascii: "-")]) else { return nil }
    do {
      return try Spool(copying: 0, unless: stop)
    } catch {
      // What came before the interruption is not worth a run.
      if stop.caught != nil { return nil }
      throw .input(path: "-", errno: error.errno)
    }
  }

  /// A failure that no article has caused, such as one of a plugin's report.
  func keep(_ error: PluginError) {
    ledger.keep(error, tell)
  }

  /// Tells what a plugin has to tell of its section besides the section.
  func enter(_ section: ReportSection) {
    for line in section.trace { tell(.trace(plugin: section.plugin, source: nil, line: line)) }
    if let error = section.error { keep(error) }
    for line in section.log { tell(.log(plugin: section.plugin, source: nil, line: line)) }
  }

  /// Keeps the report to be printed when the run is over.
  func enter(printed page: [UInt8]) { ledger.enter(printed: page) }

  /// The corpus is through: judges the run.
  @discardableResult
  func judge(_ screening: Screening) throws(WorkbenchError) -> Screened {
    guard stop.caught == nil else { return Screened() }
    let verdict = try screening.judge()
    ledger.enter(verdict, leftOut: screening.leftOutCount)
    return verdict
  }

  /// All output is written: the run is complete.
  func complete() throws(WorkbenchError) {
    guard stop.caught == nil else { return }
    try keeper?.complete(ledger.result.counts)
  }

  /// Tells an event to whoever listens, and to the run's own log.
  private func tell(_ event: RunEvent) {
    events(event)
    guard replayed == nil else { return }
    // A log that cannot be written does not end a run; the journal, on the same disk, soon does.
    try? keeper?.note(event)
  }

  // MARK: Pool.Receiver

  func begin(_ plugins: [PluginDescription]) throws(WorkbenchError) {
    let names = plugins.map(\.name)
    if let stray = request.pluginsWithOptions.subtracting(names).min() {
      throw .unknownOptionPlugin(stray, suggestions: Suggestions.like(stray, among: names))
    }
    if let stray = request.traced.first(where: { !names.contains($0) }) {
      throw .unknownTracedPlugin(stray, suggestions: Suggestions.like(stray, among: names))
    }
    ledger.begin(plugins)
    let changes = try keeper?.begin(plugins, request, configuration) ?? []
    if !changes.isEmpty { events(.anew(changes)) }
    if let cacheFolder, let choice = configuration.cache {
      let known = CachePlugins(plugins, configuration, lanes: lanes)
      cache = CacheWriter(cacheFolder, choice, known)
      if configuration.asksForFindingsAlone {
        familiar = FamiliarPieces(
          choice, known, CacheContext(configuration), configuration)
      }
    }
    try beginning(plugins)
  }

  func receive(
    _ header: OutcomeHeader, _ payloads: [ArraySlice<UInt8>]
  ) throws(WorkbenchError) {
    ledger.enter(header, events: tell)
    var payloads = payloads
    if replayed == nil, takeSlip(of: &payloads), header.kind == .findings { ledger.enterCached() }
    let isNeeded = try delivery(header, payloads)
    // A piece that has more outcomes is kept anew, as a whole.
    guard replayed?.isOpen ?? true else { return }
    try keeper?.add(header, payloads, isNeeded: isNeeded)
    if replayed == nil, let limit = request.maximumFailures, ledger.result.counts.failures > limit {
      throw .tooManyFailures(limit: limit)
    }
  }

  /// With a cache the last payload is the cache's own.
  /// - Returns: whether the outcome was found there.
  private func takeSlip(of payloads: inout [ArraySlice<UInt8>]) -> Bool {
    guard let cache, let slip = payloads.popLast() else { return false }
    return cache.take(slip, payloads.first ?? [])
  }

  var hasRecordings: Bool {
    keeper?.hasRecordings == true || configuration.cache?.segments.isEmpty == false
  }

  func recording(of piece: Piece) throws(WorkbenchError) -> Journal.Recording? {
    try keeper?.recording(of: piece) ?? familiar?.recording(of: piece)
  }

  func replay(_ recording: Journal.Recording) throws(WorkbenchError) {
    // What is known from another run is as new to this one as what a worker sends.
    replayed = recording.isKept ? recording : nil
    defer { replayed = nil }
    for (header, payloads) in zip(recording.headers, recording.payloads) {
      try receive(header, payloads)
    }
  }

  func finish(_ piece: Piece, wasKnown: Bool) {
    ledger.finishPiece(bytes: piece.bytes)
    if !wasKnown { keeper?.finish(piece) }
  }

  /// What was found is kept, though it is not printed.
  func leave(
    _ piece: Piece, _ outcomes: [PieceState.Held], isWhole: Bool
  ) throws(WorkbenchError) {
    for outcome in outcomes {
      var payloads = outcome.payloads.map { $0[...] }
      let wasCached = takeSlip(of: &payloads)
      guard let keeper else { continue }
      ledger.enter(outcome.header, events: tell)
      if wasCached, outcome.header.kind == .findings { ledger.enterCached() }
      try keeper.add(outcome.header, payloads, isNeeded: true)
    }
    keeper?.leave(piece, isWhole: isWhole)
  }

  func tick(replacedWorkers: Int) throws(WorkbenchError) {
    try pause()
    try keeper?.tick()
    cache?.tick()
    ledger.tick(replacedWorkers: replacedWorkers, events: events)
  }
}
