internal import Glibc

/// The time that a plugin has for one article: `match`, `analyze` and `aggregate` share it, so that the supervisor's own
/// deadline stays well behind.
struct Budget {
  private let end: Double

  init(seconds: Double) {
    end = monotonicSeconds() + seconds
  }

  /// What is left; never nothing, so that a call which begins too late is stopped and says so.
  var secondsLeft: Double { max(end - monotonicSeconds(), 0.001) }
}

/// Seconds of a clock that never jumps.
func monotonicSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
