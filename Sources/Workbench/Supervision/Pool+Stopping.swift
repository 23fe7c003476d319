import CProcess
import Document
import Glibc

// What becomes of the work at hand when somebody stops the run.

extension Pool {
  /// Monotonic nanoseconds for which workers may go on. With what is to be written then, a run ends within two seconds.
  private static let grace: Int64 = 1_000_000_000

  /// Lets workers finish the pieces that they were given, for a while, and leaves what has come by then to the receiver.
  static func wind(down pools: [Pool]) throws(WorkbenchError) {
    let deadline = copydesk_monotonic() + grace
    while pools.contains(where: \.isAtWork) {
      let left = deadline - copydesk_monotonic()
      guard left > 0 else { break }
      var polled = pools.flatMap(\.polled)
      _ = poll(&polled, nfds_t(polled.count), Int32(min(left / 1_000_000 + 1, 100)))
      for pool in pools { try pool.takeTurn() }
    }
    for pool in pools { try pool.leave() }
  }

  private var isAtWork: Bool { seats.contains { $0.isReady && !$0.pieces.isEmpty } }

  /// Leaves pieces that were begun and what is whole but has not had its turn. The head's outcomes were received as they came.
  private func leave() throws(WorkbenchError) {
    for (place, state) in window.enumerated() where state.received > 0 {
      // What is still known from before stays so.
      guard state.recording == nil else { continue }
      try receiver.leave(
        state.piece, place == 0 ? [] : state.held, isWhole: state.isComplete)
    }
  }
}
