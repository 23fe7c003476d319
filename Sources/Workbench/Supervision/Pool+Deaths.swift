import CProcess
import Document
import Glibc

// Workers that are late, and those that died.

extension Pool {
  /// Ends the workers that are late, which shows as their death at the next turn.
  func watch() throws(WorkbenchError) {
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

  func replace(_ seat: Seat) throws(WorkbenchError) {
    seats.removeAll { $0 === seat }
    let status = seat.worker.end()
    let activity = seat.worker.activity.current?.activity
    let death = Death(
      status: status, wasLate: seat.worker.wasLate, limits: settings.configuration.limits)
    for piece in seat.pieces { addOrphan(piece) }
    replacedWorkers += 1
    guard seat.isReady else {
      // A start that takes too long is tried once more: somebody may have stopped the process. Who is killed from outside may
      // be luckier next time.
      let isKilled = status & 0x7F == SIGKILL
      deathsBeforeReady += seat.worker.wasLate ? 50 : isKilled ? 1 : 10
      guard deathsBeforeReady < 100 else {
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
