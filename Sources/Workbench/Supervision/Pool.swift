import CProcess
import Document
import Glibc

/// Has workers go through the pieces of a corpus and hands on their outcomes in corpus order.
///
/// One loop around `poll`: it gives out pieces, takes in replies, and puts an end to workers that are late. A worker that dies
/// is replaced; what it sent is kept, and the pair of article and plugin that it died over is tried once more alone, then
/// recorded as failed. What is held back for its turn is bounded, so memory does not grow with the corpus.
final class Pool {
  struct Settings {
    var configuration: WorkerConfiguration
    var jobs: Int
    /// How many workers there will surely be something to do for.
    var firstWorkers = 1
    var executable: Path
    var spool: Descriptor?
    /// A worker that was started before there was anything to do.
    var spare: WorkerProcess?
    /// Bytes of outcomes held back before workers have to wait.
    var heldLimit = 32 << 20
  }

  /// Who takes the outcomes, in corpus order.
  protocol Receiver: AnyObject {
    /// The first worker is ready with these plugins; comes before any outcome.
    func begin(_ plugins: [PluginDescription]) throws(WorkbenchError)
    func receive(_ header: OutcomeHeader, _ payloads: [ArraySlice<UInt8>]) throws(WorkbenchError)
    /// Whether outcomes of some pieces may be known from before.
    var hasRecordings: Bool { get }
    /// The outcomes of a piece that are known from before, all or the first of them; nil where none are.
    func recording(of piece: Piece) throws(WorkbenchError) -> Journal.Recording?
    func replay(_ recording: Journal.Recording) throws(WorkbenchError)
    /// A piece is done, or was done before.
    func finish(_ piece: Piece, wasKnown: Bool) throws(WorkbenchError)
    /// The run was stopped when a piece was not done, or done and not at its turn: outcomes that have not been received, which
    /// follow those that have. Comes in corpus order.
    func leave(
      _ piece: Piece, _ outcomes: [PieceState.Held], isWhole: Bool
    ) throws(WorkbenchError)
    /// Whether more outcomes can be taken; workers wait until then.
    var mayReceive: Bool { get }
    /// Comes ten times a second, more often while much happens.
    func tick(replacedWorkers: Int) throws(WorkbenchError)
  }

  /// A worker and the pieces it has been given, the first being at work.
  final class Seat {
    let worker: WorkerProcess
    var pieces: [Int] = []
    var isReady = false

    init(_ worker: WorkerProcess) {
      self.worker = worker
    }
  }

  let settings: Settings
  let stop: StopSignal
  unowned let receiver: any Receiver
  var pieces: PieceQueue
  /// The piece to give out next, cut one ahead, so that no worker is started for a piece that is not there.
  var upcoming: PieceState?
  var hasMorePieces = true
  var seats: [Seat] = []
  /// How many workers there may be; fewer than asked for where the system gives no more.
  var jobs: Int
  /// Pieces cut and not yet handed on whole, the first being the head of the corpus order.
  var window: [PieceState] = []
  var head = 0
  /// Pieces that a dead worker left, by number.
  var orphans: [Int] = []
  var heldBytes = 0
  var plugins: [PluginDescription]?
  var replacedWorkers = 0
  var deathsBeforeReady = 0
  /// Activities that began before this began now: the supervisor itself was not running.
  var watchEpoch: Int64 = 0
  var lastTurn = copydesk_monotonic()

  init(
    _ settings: Settings, pieces: some IteratorProtocol<Piece>, stop: StopSignal,
    receiver: any Receiver
  ) {
    self.settings = settings
    self.stop = stop
    self.receiver = receiver
    self.pieces = PieceQueue(pieces)
    jobs = settings.jobs
  }

  /// Runs to the end of the corpus, or until a stop signal.
  func run() throws(WorkbenchError) {
    try Self.run([self], until: stop)
  }

  /// Runs some pools side by side, to the end of what each has to do or until a stop signal.
  static func run(_ pools: [Pool], until stop: StopSignal) throws(WorkbenchError) {
    while stop.caught == nil {
      for pool in pools { try pool.begin() }
      if pools.allSatisfy(\.isDone) { break }
      var polled = [stop.polled] + pools.flatMap(\.polled)
      let hasCut = pools.contains { $0.cutAhead() }
      _ = poll(&polled, nfds_t(polled.count), hasCut ? 0 : 100)
      for pool in pools { try pool.takeTurn() }
    }
    if stop.caught != nil { try wind(down: pools) }
    for seat in pools.flatMap(\.seats) { seat.worker.dismiss() }
    for pool in pools { pool.seats = [] }
  }

  /// Lists inputs while the first worker loads its plugins.
  /// - Returns: whether there was something to list.
  private func cutAhead() -> Bool { plugins == nil && pieces.cutAhead() }

  func begin() throws(WorkbenchError) {
    if plugins == nil { try hireFirst() }
    // What is known from before counts only for the same plugins.
    if plugins != nil || !receiver.hasRecordings { try giveOut() }
  }

  private var isDone: Bool { window.isEmpty && !hasMorePieces && plugins != nil }

  func takeTurn() throws(WorkbenchError) {
    try takeIn()
    try watch()
    try receiver.tick(replacedWorkers: replacedWorkers)
  }
}

extension Pool.Receiver {
  var mayReceive: Bool { true }

  func leave(_ piece: Piece, _ outcomes: [PieceState.Held], isWhole: Bool) {}
}
