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
    /// The outcomes of a piece that are known from before; nil where it has to be done.
    func recording(of piece: Piece) throws(WorkbenchError) -> Journal.Recording?
    func replay(_ recording: Journal.Recording) throws(WorkbenchError)
    /// A piece is done, or was done before.
    func finish(_ piece: Piece, wasKnown: Bool) throws(WorkbenchError)
    /// Whether more outcomes can be taken; workers wait until then.
    var mayReceive: Bool { get }
    /// Comes ten times a second, more often while much happens.
    func tick(replacedWorkers: Int) throws(WorkbenchError)
  }

  /// A worker and the pieces it has been given, the first being at work.
  private final class Seat {
    let worker: WorkerProcess
    var pieces: [Int] = []
    var isReady = false

    init(_ worker: WorkerProcess) {
      self.worker = worker
    }
  }

  private let settings: Settings
  private let stop: StopSignal
  private unowned let receiver: any Receiver
  private var pieces: AnyIterator<Piece>
  /// The piece to give out next, cut one ahead, so that no worker is started for a piece that is not there.
  private var upcoming: Piece?
  private var hasMorePieces = true
  private var seats: [Seat] = []
  /// How many workers there may be; fewer than asked for where the system gives no more.
  private var jobs: Int
  /// Pieces cut and not yet handed on whole, the first being the head of the corpus order.
  private var window: [PieceState] = []
  private var head = 0
  /// Pieces that a dead worker left, by number.
  private var orphans: [Int] = []
  private var heldBytes = 0
  private var plugins: [PluginDescription]?
  private var replacedWorkers = 0
  private var deathsBeforeReady = 0
  /// Activities that began before this began now: the supervisor itself was not running.
  private var watchEpoch: Int64 = 0
  private var lastTurn = copydesk_monotonic()

  init(
    _ settings: Settings, pieces: some IteratorProtocol<Piece>, stop: StopSignal,
    receiver: any Receiver
  ) {
    self.settings = settings
    self.stop = stop
    self.receiver = receiver
    self.pieces = AnyIterator(pieces)
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
      _ = poll(&polled, nfds_t(polled.count), 100)
      for pool in pools { try pool.takeTurn() }
    }
    for pool in pools { pool.seats = [] }
  }

  private func begin() throws(WorkbenchError) {
    if plugins == nil { try hireFirst() }
    // What is known from before counts only for the same plugins.
    if plugins != nil || !receiver.hasRecordings { try giveOut() }
  }

  private var isDone: Bool { window.isEmpty && !hasMorePieces && plugins != nil }

  private func takeTurn() throws(WorkbenchError) {
    try takeIn()
    try watch()
    try receiver.tick(replacedWorkers: replacedWorkers)
  }

  /// Starts workers before there is a piece for them, so that they load their plugins while the inputs are listed. An empty
  /// corpus loads its plugins too, for their faults are worth a message.
  private func hireFirst() throws(WorkbenchError) {
    while seats.count < min(jobs, settings.firstWorkers) { try hire() }
  }

  // MARK: Giving out work

  private func giveOut() throws(WorkbenchError) {
    while let number = orphans.first, let seat = try idleSeat() {
      orphans.removeFirst()
      give(number, to: seat)
    }
    guard orphans.isEmpty else { return }
    // One piece more than it works on waits at each worker, so that none has to wait for the next.
    for load in 0...1 {
      while try hasRoom(), let seat = try seat(withLoad: load), let number = try nextPiece() {
        give(number, to: seat)
      }
    }
  }

  private func hasRoom() throws(WorkbenchError) -> Bool {
    guard receiver.mayReceive, heldBytes < settings.heldLimit,
      window.count < 8 * settings.jobs + 8
    else { return false }
    return try hasNext()
  }

  private func seat(withLoad load: Int) throws(WorkbenchError) -> Seat? {
    if load == 0 { return try idleSeat() }
    return seats.first { $0.pieces.count == load }
  }

  private func idleSeat() throws(WorkbenchError) -> Seat? {
    if let idle = seats.first(where: { $0.pieces.isEmpty }) { return idle }
    guard seats.count < jobs else { return nil }
    if orphans.isEmpty, try !hasNext() { return nil }
    return try hire()
  }

  /// Cuts the next piece that has to be done; those that were done before take their places on the way.
  private func hasNext() throws(WorkbenchError) -> Bool {
    while upcoming == nil, hasMorePieces, receiver.mayReceive, stop.caught == nil {
      guard let piece = pieces.next() else {
        hasMorePieces = false
        break
      }
      guard let recording = try receiver.recording(of: piece) else {
        upcoming = piece
        break
      }
      window.append(PieceState(piece, recording: recording))
      try handOn()
      try receiver.tick(replacedWorkers: replacedWorkers)
      if window.count >= 8 * settings.jobs + 8 { break }
    }
    return upcoming != nil
  }

  private func nextPiece() throws(WorkbenchError) -> Int? {
    guard try hasNext(), let piece = upcoming else { return nil }
    upcoming = nil
    window.append(PieceState(piece))
    return piece.number
  }

  private func give(_ number: Int, to seat: Seat) {
    guard let job = window[number - head].job else { return }
    seat.pieces.append(number)
    seat.worker.send(.job(job))
  }

  /// Starts a worker. Where the system refuses, those that there are do the work; without any there is no run.
  @discardableResult
  private func hire() throws(WorkbenchError) -> Seat? {
    do {
      let seat = Seat(try WorkerProcess(settings.executable, spool: settings.spool))
      seat.worker.send(.configure(settings.configuration))
      seats.append(seat)
      return seat
    } catch {
      guard !seats.isEmpty else { throw .worker("cannot be started: \(error.message)") }
      jobs = seats.count
      return nil
    }
  }

  // MARK: Taking in outcomes

  private var polled: [pollfd] {
    seats.flatMap { $0.worker.polled(isReading: mayRead($0)) }
  }

  /// While too much is held back, only the worker at the head of the corpus is listened to.
  private func mayRead(_ seat: Seat) -> Bool {
    guard seat.isReady else { return true }
    return receiver.mayReceive
      && (heldBytes < settings.heldLimit || seat.pieces.first == head)
  }

  private func takeIn() throws(WorkbenchError) {
    for seat in seats {
      seat.worker.writeMore()
      guard mayRead(seat) else {
        seat.worker.lastHeard = copydesk_monotonic()
        continue
      }
      let isAlive = seat.worker.readMore()
      do {
        while let (reply, payloads) = try seat.worker.nextReply() {
          try take(reply, payloads, from: seat)
        }
      } catch let fault as ProtocolFault {
        throw .worker("breaks the protocol: \(fault.message)")
      } catch let error as WorkbenchError {
        throw error
      } catch { throw .worker("breaks the protocol") }
      if !isAlive { try replace(seat) }
    }
  }

  private func take(
    _ reply: Reply, _ payloads: [ArraySlice<UInt8>], from seat: Seat
  ) throws(WorkbenchError) {
    switch reply {
    case .ready(let descriptions): try begin(descriptions, seat)
    case .refused(let refusal): throw refusal.error
    case .outcome(let header): try accept(header, payloads, from: seat)
    case .done(let number): try finishSegment(of: number, seat)
    case .inspected, .sections, .attempted, .about:
      throw .worker("breaks the protocol: an answer to no question")
    }
  }

  private func begin(_ descriptions: [PluginDescription], _ seat: Seat) throws(WorkbenchError) {
    seat.isReady = true
    deathsBeforeReady = 0
    if let plugins {
      guard plugins.map(\.hash) == descriptions.map(\.hash) else {
        throw .worker("found other plugins than the one before; were they changed just now?")
      }
      return
    }
    plugins = descriptions
    try receiver.begin(descriptions)
  }

  private func accept(
    _ header: OutcomeHeader, _ payloads: [ArraySlice<UInt8>], from seat: Seat
  ) throws(WorkbenchError) {
    guard let number = seat.pieces.first, header.index == window[number - head].received else {
      throw .worker("breaks the protocol: an outcome out of order")
    }
    window[number - head].receive()
    if number == head {
      try receiver.receive(header, payloads)
    } else {
      let held = PieceState.Held(header: header, payloads: payloads.map(Array.init))
      heldBytes += held.bytes
      window[number - head].held.append(held)
    }
  }

  private func finishSegment(of number: Int, _ seat: Seat) throws(WorkbenchError) {
    guard seat.pieces.first == number else {
      throw .worker("breaks the protocol: an end out of order")
    }
    seat.pieces.removeFirst()
    window[number - head].finishSegment()
    if !window[number - head].isComplete { addOrphan(number) }
    try handOn()
  }

  /// Hands on what has come to the head of the corpus order.
  private func handOn() throws(WorkbenchError) {
    while let first = window.first {
      if let recording = first.recording { try receiver.replay(recording) }
      for held in first.held {
        heldBytes -= held.bytes
        try receiver.receive(held.header, held.payloads.map { $0[...] })
      }
      window[0].held = []
      guard first.isComplete else { return }
      try receiver.finish(first.piece, wasKnown: first.recording != nil)
      window.removeFirst()
      head += 1
    }
  }

  private func addOrphan(_ number: Int) {
    let place = orphans.firstIndex { $0 > number } ?? orphans.count
    orphans.insert(number, at: place)
  }

  // MARK: Death

  /// Ends the workers that are late, which shows as their death at the next turn.
  private func watch() throws(WorkbenchError) {
    let now = copydesk_monotonic()
    // If the supervisor was stopped, its workers were too, and are not to blame for the time.
    if now - lastTurn > 2_000_000_000 { watchEpoch = now }
    lastTurn = now
    let deadline = Int64(settings.configuration.limits.seconds * 3e9)
    for seat in seats where !seat.pieces.isEmpty || !seat.isReady {
      let (activity, began) = seat.worker.activity.current ?? (.idle, now)
      if activity != .idle {
        if now - max(began, watchEpoch) > deadline { seat.worker.endLate() }
      } else if now - max(seat.worker.lastHeard, watchEpoch) > deadline + 10_000_000_000 {
        seat.worker.endLate()
      }
    }
  }

  private func replace(_ seat: Seat) throws(WorkbenchError) {
    seats.removeAll { $0 === seat }
    let status = seat.worker.end()
    let activity = seat.worker.activity.current?.activity
    let death = Death(
      status: status, wasLate: seat.worker.wasLate, limits: settings.configuration.limits)
    for piece in seat.pieces { addOrphan(piece) }
    replacedWorkers += 1
    guard seat.isReady else {
      // A start that takes too long is tried once more: somebody may have stopped the process.
      deathsBeforeReady += seat.worker.wasLate ? Self.patience / 2 : 1
      guard deathsBeforeReady < Self.patience else {
        throw .worker("did not get ready: \(death.message)")
      }
      return
    }
    guard let number = seat.pieces.first else { return }
    guard window[number - head].blame(activity, kind: death.kind, message: death.message) else {
      throw .worker("end again and again: \(death.message)")
    }
  }

  /// How many deaths in a row that blame nobody end the run.
  static let patience = 10
}

extension Pool.Receiver {
  var mayReceive: Bool { true }
}

/// How a worker came to its end.
struct Death {
  let kind: PluginError.Kind
  let message: String

  init(status: Int32, wasLate: Bool, limits: RunLimits) {
    let signal = status & 0x7F
    let left = (status >> 8) & 0xFF
    if wasLate {
      kind = .timeout
      message = "did not stop within three times the limit of \(Self.shown(limits.seconds)) s"
    } else if signal == SIGXCPU {
      kind = .timeout
      message = "used up the worker's processor time"
    } else if signal != 0 {
      kind = .crash
      message = "crashed: \(String(cString: strsignal(signal)).lowercased())"
    } else if left == Worker.stuckStatus {
      kind = .timeout
      message =
        "did not stop within the limit of \(Self.shown(limits.seconds)) s: stuck in a library function"
    } else {
      kind = .crash
      message = "ended its worker with status \(left)"
    }
  }

  private static func shown(_ seconds: Double) -> String {
    seconds == seconds.rounded() && seconds < 1e9 ? "\(Int(seconds))" : "\(seconds)"
  }
}

extension Refusal {
  var error: WorkbenchError {
    switch self {
    case .plugins(let errors): .plugins(errors)
    case .unknownPlugin(let name, let suggestions):
      .unknownPlugin(name, suggestions: suggestions)
    case .selection(let text, let offset, let message):
      .selection(text, offset: offset, message: message)
    case .broken(let message): .worker(message)
    }
  }
}
