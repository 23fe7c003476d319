import CProcess
import Glibc

// Workers that are asked one thing after the other, and waited for.

extension WorkerProcess {
  static func started(_ executable: Path) throws(WorkbenchError) -> WorkerProcess {
    do { return try WorkerProcess(executable, spool: nil) } catch {
      throw .worker("cannot be started: \(error.message)")
    }
  }

  /// Waits for the next reply; nil when the worker is gone, or silent for so many seconds and ended for it.
  /// - Parameter isInterrupted: whether nobody wants to wait any more, which ends the worker too.
  func answer(
    within seconds: Double, until isInterrupted: () -> Bool = { false }
  ) throws(WorkbenchError) -> Reply? {
    do throws(ProtocolFault) {
      while true {
        if let (reply, _) = try nextReply() { return reply }
        guard wait(seconds) else { return nil }
        if isInterrupted() { end() }
      }
    } catch {
      throw .worker("breaks the protocol: \(error.message)")
    }
  }

  private func wait(_ seconds: Double) -> Bool {
    writeMore()
    var polled = polled(isReading: true)
    _ = poll(&polled, nfds_t(polled.count), 1000)
    guard readMore() else { return false }
    guard Double(copydesk_monotonic() - lastHeard) > seconds * 1e9 else { return true }
    endLate()
    return false
  }
}
