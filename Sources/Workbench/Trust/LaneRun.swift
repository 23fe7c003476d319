import Document

/// Goes through a corpus in several lanes at once and hands on the outcomes as if there were one.
///
/// Each lane's pool delivers in corpus order, so merging them is walking along together. A lane that is ahead waits when what it
/// has delivered is too much to hold.
final class LaneRun {
  /// What a lane has delivered and the others have not yet.
  fileprivate enum Delivery {
    case outcome(PieceState.Held)
    case replay(Journal.Recording)
    case end(Piece, wasKnown: Bool)

    var bytes: Int {
      switch self {
      case .outcome(let held): held.bytes
      case .replay(let recording): recording.payloads.joined().reduce(0) { $0 + $1.count }
      case .end: 0
      }
    }
  }

  private let lanes: [Lane]
  private let merger: OutcomeMerger
  private let heldLimit: Int
  private unowned let receiver: any Pool.Receiver
  private var deliveries: [[Delivery]]
  private var heldBytes: [Int]
  private var replacedWorkers: [Int]
  /// The piece whose outcomes are handed on, and how many of them have been.
  private var current = (piece: 0, outcomes: 0)
  /// What is known of pieces from before, by number, until every lane has asked.
  private var recordings: [Int: (recording: Journal.Recording?, asked: Int)] = [:]

  init(
    _ plan: LanePlan, heldLimit: Int, receiver: any Pool.Receiver
  ) {
    lanes = plan.lanes
    self.heldLimit = heldLimit
    self.receiver = receiver
    merger = OutcomeMerger(plan)
    deliveries = Array(repeating: [], count: lanes.count)
    heldBytes = Array(repeating: 0, count: lanes.count)
    replacedWorkers = heldBytes
  }

  /// Runs to the end of the corpus, or until a stop signal.
  /// - Parameter settings: for all lanes together; the workers are shared out, at least one to each.
  func run(_ settings: Pool.Settings, pieces: PieceCutter, stop: StopSignal) throws(WorkbenchError)
  {
    try receiver.begin(merger.plugins)
    let shared = SharedPieces(pieces, lanes: lanes.count)
    let receivers = lanes.indices.map { LaneReceiver(self, lane: $0) }
    let pools = lanes.indices.map { index in
      var settings = settings
      settings.configuration = lanes[index].configuration
      settings.jobs = max(1, settings.jobs / lanes.count)
      settings.heldLimit /= lanes.count
      return Pool(
        settings, pieces: shared.pieces(for: index), stop: stop, receiver: receivers[index])
    }
    defer { withExtendedLifetime(receivers) {} }
    try Pool.run(pools, until: stop)
  }

  // MARK: What lanes deliver

  fileprivate var hasRecordings: Bool { receiver.hasRecordings }

  fileprivate func mayDeliver(_ lane: Int) -> Bool { heldBytes[lane] < heldLimit }

  fileprivate func check(_ plugins: [PluginDescription], of lane: Int) throws(WorkbenchError) {
    guard plugins.map(\.hash) == lanes[lane].loaded.map(\.hash) else {
      throw .worker("found other plugins than the one before; were they changed just now?")
    }
  }

  fileprivate func recording(of piece: Piece) throws(WorkbenchError) -> Journal.Recording? {
    let known = recordings[piece.number]
    let recording = known == nil ? try receiver.recording(of: piece) : known?.recording
    let asked = (known?.asked ?? 0) + 1
    recordings[piece.number] = asked < lanes.count ? (recording, asked) : nil
    return recording
  }

  fileprivate func tick(_ lane: Int, _ replaced: Int) throws(WorkbenchError) {
    replacedWorkers[lane] = replaced
    if lane == 0 { try receiver.tick(replacedWorkers: replacedWorkers.reduce(0, +)) }
  }

  fileprivate func deliver(_ delivery: Delivery, from lane: Int) throws(WorkbenchError) {
    deliveries[lane].append(delivery)
    heldBytes[lane] += delivery.bytes
    while deliveries.allSatisfy({ !$0.isEmpty }) { try advance() }
  }

  /// Hands on what comes next, which every lane has delivered its part of. How many outcomes a piece has the first lane says.
  private func advance() throws(WorkbenchError) {
    switch take(from: 0) {
    case .outcome(let first):
      let others = (1..<lanes.count).map { lane -> PieceState.Held? in
        guard case .outcome? = deliveries[lane].first, case .outcome(let held) = take(from: lane)
        else { return nil }
        return held
      }
      let (header, payloads) = try merger.merge([first] + others)
      current.outcomes += 1
      try receiver.receive(header, payloads.map { $0[...] })
    case .replay(let recording):
      for lane in 1..<lanes.count { _ = take(from: lane) }
      current.outcomes += recording.headers.count
      try receiver.replay(recording)
    case .end(let piece, let wasKnown):
      for lane in 1..<lanes.count {
        // Where a file grew in between, a lane may have seen more of it.
        while case .outcome? = deliveries[lane].first { _ = take(from: lane) }
      }
      guard deliveries.dropFirst().allSatisfy({ !$0.isEmpty }) else {
        return deliveries[0].insert(.end(piece, wasKnown: wasKnown), at: 0)
      }
      for lane in 1..<lanes.count { _ = take(from: lane) }
      current = (piece.number + 1, 0)
      try receiver.finish(piece, wasKnown: wasKnown)
    }
  }

  /// The run is stopped while a lane is at a piece: what all lanes have found of it, which has been handed on, counts.
  fileprivate func leave(_ piece: Piece) throws(WorkbenchError) {
    guard piece.number == current.piece, current.outcomes > 0 else { return }
    current.outcomes = 0
    try receiver.leave(piece, [], isWhole: false)
  }

  private func take(from lane: Int) -> Delivery {
    let delivery = deliveries[lane].removeFirst()
    heldBytes[lane] -= delivery.bytes
    return delivery
  }
}

/// Takes what the pool of one lane delivers.
private final class LaneReceiver: Pool.Receiver {
  private unowned let run: LaneRun
  private let lane: Int

  init(_ run: LaneRun, lane: Int) {
    self.run = run
    self.lane = lane
  }

  var hasRecordings: Bool { run.hasRecordings }
  var mayReceive: Bool { run.mayDeliver(lane) }

  func begin(_ plugins: [PluginDescription]) throws(WorkbenchError) {
    try run.check(plugins, of: lane)
  }

  func receive(
    _ header: OutcomeHeader, _ payloads: [ArraySlice<UInt8>]
  ) throws(WorkbenchError) {
    try run.deliver(
      .outcome(PieceState.Held(header: header, payloads: payloads.map(Array.init))), from: lane)
  }

  func recording(of piece: Piece) throws(WorkbenchError) -> Journal.Recording? {
    try run.recording(of: piece)
  }

  func replay(_ recording: Journal.Recording) throws(WorkbenchError) {
    try run.deliver(.replay(recording), from: lane)
  }

  func finish(_ piece: Piece, wasKnown: Bool) throws(WorkbenchError) {
    try run.deliver(.end(piece, wasKnown: wasKnown), from: lane)
  }

  func leave(_ piece: Piece, _ outcomes: [PieceState.Held], isWhole: Bool) throws(WorkbenchError) {
    try run.leave(piece)
  }

  func tick(replacedWorkers: Int) throws(WorkbenchError) {
    try run.tick(lane, replacedWorkers)
  }
}
