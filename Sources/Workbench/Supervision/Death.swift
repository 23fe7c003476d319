import Document
import Glibc

/// How a worker came to its end.
struct Death {
  let kind: PluginError.Kind
  let message: String
  /// The signal that killed it; 0 where none did.
  let signal: Int32

  init(status: Int32, wasLate: Bool, limits: RunLimits) {
    signal = status & 0x7F
    let left = (status >> 8) & 0xFF
    if wasLate {
      kind = .timeout
      message = "did not stop within three times the limit of \(Self.shown(limits.seconds)) s"
    } else if signal == SIGXCPU {
      kind = .timeout
      message = "used up the worker's processor time"
    } else if signal != 0 {
      kind = .crash
      message = "crashed: \(Self.words(of: signal))"
    } else if left == Worker.stuckStatus {
      kind = .timeout
      message =
        "did not stop within the limit of \(Self.shown(limits.seconds)) s: stuck in a library function"
    } else {
      kind = .crash
      message = "ended its worker with status \(left)"
    }
  }

  private static func words(of signal: Int32) -> String {
    switch signal {
    case SIGILL, SIGTRAP: "a check inside of the program failed"
    case SIGSYS: "a system call that workers may not make"
    default: String(cString: strsignal(signal)).lowercased()
    }
  }

  private static func shown(_ seconds: Double) -> String {
    seconds == seconds.rounded() && seconds < 1e9 ? "\(Int(seconds))" : "\(seconds)"
  }
}
