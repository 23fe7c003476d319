import CProcess
import Document
import Glibc

// What workers send, and its way into the order of the corpus.

extension Pool {
  var polled: [pollfd] {
    seats.flatMap { $0.worker.polled(isReading: mayRead($0)) }
  }

  /// While too much is held back, only the worker at the head of the corpus is listened to; where the head waits for a worker,
  /// all are, for one of them has to become free for it.
  private func mayRead(_ seat: Seat) -> Bool {
    guard seat.isReady else { return true }
    return receiver.mayReceive
      && (heldBytes < settings.heldLimit || seat.pieces.first == head || orphans.first == head)
  }

  func takeIn() throws(WorkbenchError) {
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
    default:
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
  func handOn() throws(WorkbenchError) {
    while let first = window.first {
      if let recording = first.recording { try receiver.replay(recording) }
      for held in first.held {
        heldBytes -= held.bytes
        try receiver.receive(held.header, held.payloads.map { $0[...] })
      }
      window[0].haveHandedOn()
      guard first.isComplete else { return }
      try receiver.finish(first.piece, wasKnown: first.wasKnown)
      window.removeFirst()
      head += 1
    }
  }
}
