import Document

// Which worker does what next.

extension Pool {
  /// Starts workers before there is a piece for them, so that they load their plugins while the inputs are listed. An empty
  /// corpus loads its plugins too, for their faults are worth a message.
  func hireFirst() throws(WorkbenchError) {
    while seats.count < min(jobs, settings.firstWorkers) { try hire() }
  }

  func giveOut() throws(WorkbenchError) {
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

  /// Up to here a piece is done sooner behind another than by a worker that has to be started for it.
  private static let smallBytes = 256 << 10

  /// A worker that is at work and may take the next piece behind what it has, so that none is started for a few small pieces.
  private var seatForSmall: Seat? {
    guard let piece = upcoming?.piece, piece.bytes <= Self.smallBytes else { return nil }
    return seats.first { $0.isReady && $0.pieces.count == 1 }
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
    if orphans.isEmpty, let seat = seatForSmall { return seat }
    return try hire()
  }

  /// Cuts the next piece that has to be done; those that were done before take their places on the way.
  private func hasNext() throws(WorkbenchError) -> Bool {
    while upcoming == nil, hasMorePieces, receiver.mayReceive, stop.caught == nil {
      guard let piece = pieces.next() else {
        hasMorePieces = false
        break
      }
      let state = PieceState(piece, recording: try receiver.recording(of: piece))
      guard state.isComplete else {
        upcoming = state
        break
      }
      window.append(state)
      try handOn()
      try receiver.tick(replacedWorkers: replacedWorkers)
      if window.count >= 8 * settings.jobs + 8 { break }
    }
    return upcoming != nil
  }

  private func nextPiece() throws(WorkbenchError) -> Int? {
    guard try hasNext(), let state = upcoming else { return nil }
    upcoming = nil
    window.append(state)
    try handOn()
    return state.piece.number
  }

  private func give(_ number: Int, to seat: Seat) {
    guard let job = window[number - head].job else { return }
    seat.pieces.append(number)
    seat.worker.send(.job(job))
  }

  /// Leaves a piece to whoever comes next, in the order of the corpus.
  func addOrphan(_ number: Int) {
    let place = orphans.firstIndex { $0 > number } ?? orphans.count
    orphans.insert(number, at: place)
  }

  /// The first is the one that waits already, if one does.
  private func newWorker() throws(SystemFault) -> WorkerProcess {
    if let spare = settings.spare, seats.isEmpty, replacedWorkers == 0 { return spare }
    return try WorkerProcess(settings.executable, spool: settings.spool)
  }

  /// Starts a worker. Where the system refuses, those that there are do the work; without any there is no run.
  @discardableResult
  private func hire() throws(WorkbenchError) -> Seat? {
    do {
      let seat = Seat(try newWorker())
      seat.worker.send(.configure(settings.configuration))
      seats.append(seat)
      return seat
    } catch {
      guard !seats.isEmpty else { throw .worker("cannot be started: \(error.message)") }
      jobs = seats.count
      return nil
    }
  }
}
