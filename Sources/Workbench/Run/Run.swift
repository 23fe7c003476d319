import CProcess
import Document
import Reading

/// One run from its request to its result: finds the plugins, lists the inputs, sets workers to them and keeps the books.
final class Run: Pool.Receiver {
  /// Takes the payloads of outcomes, in corpus order.
  typealias Delivery = (OutcomeHeader, [ArraySlice<UInt8>]) throws(WorkbenchError) -> Void
  /// Is told the plugins before the first outcome.
  typealias Beginning = ([PluginDescription]) throws(WorkbenchError) -> Void
  /// Is called when no outcome is at hand, to let go of what was collected.
  typealias Pause = () throws(WorkbenchError) -> Void

  let stop: StopSignal
  private(set) var ledger: RunLedger
  private let request: RunRequest
  private let executable: Path
  private let events: Workbench.Events
  private var beginning: Beginning = { _ in }
  private var delivery: Delivery = { _, _ in }
  private var pause: Pause = {}

  init(
    _ request: RunRequest, executable: Path, events: @escaping Workbench.Events
  ) throws(WorkbenchError) {
    self.request = request
    self.executable = executable
    self.events = events
    ledger = RunLedger()
    do { stop = try StopSignal() } catch { throw .worker("cannot be started: \(error.message)") }
  }

  /// Goes through the corpus, to its end or until a stop signal.
  func perform(
    _ configuration: WorkerConfiguration, begin: @escaping Beginning,
    deliver: @escaping Delivery, pause: @escaping Pause = {}
  ) throws(WorkbenchError) {
    beginning = begin
    delivery = deliver
    self.pause = pause
    let spool = try standardInput()
    var corpus = Corpus(inputs: request.inputs.map(Path.init))
    corpus.standardInputBytes = spool?.bytes ?? 0
    if request.countsInputs { ledger.count(corpus) }
    let settings = Pool.Settings(
      configuration: configuration, jobs: request.jobs ?? Int(copydesk_processors()),
      firstWorkers: hasManyInputs ? 2 : 1, executable: executable, spool: spool?.file)
    let pool = Pool(
      settings, pieces: PieceCutter(corpus, reader: Reader(configuration), spool: spool),
      stop: stop, receiver: self)
    try pool.run()
    ledger.interrupt(stop.caught)
    ledger.tick(replacedWorkers: 0, isLast: true, events: events)
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
      return try Spool(copying: 0) { [stop] in stop.caught != nil }
    } catch {
      // What came before the interruption is not worth a run.
      if stop.caught != nil { return nil }
      throw .input(path: "-", errno: error.errno)
    }
  }

  /// A failure that no article has caused, such as one of a plugin's report.
  func keep(_ error: PluginError) {
    ledger.keep(error, events)
  }

  // MARK: Pool.Receiver

  func begin(_ plugins: [PluginDescription]) throws(WorkbenchError) {
    let names = plugins.map(\.name)
    if let stray = request.pluginsWithOptions.subtracting(names).min() {
      throw .unknownOptionPlugin(stray, suggestions: Suggestions.like(stray, among: names))
    }
    ledger.begin(plugins)
    try beginning(plugins)
  }

  func receive(
    _ header: OutcomeHeader, _ payloads: [ArraySlice<UInt8>]
  ) throws(WorkbenchError) {
    ledger.enter(header, events: events)
    try delivery(header, payloads)
  }

  func finishPiece(bytes: Int) {
    ledger.finishPiece(bytes: bytes)
  }

  func tick(replacedWorkers: Int) throws(WorkbenchError) {
    try pause()
    ledger.tick(replacedWorkers: replacedWorkers, events: events)
  }
}
