import CProcess
import Glibc

/// Notices SIGINT and SIGTERM while it lives; the second of them ends the process at once.
final class StopSignal {
  private let pipe: (output: Descriptor, input: Descriptor)

  init() throws(SystemFault) {
    pipe = try Descriptor.pipe()
    _ = fcntl(pipe.input.number, F_SETFL, O_NONBLOCK)
    copydesk_catch_stop_signals(pipe.input.number)
  }

  deinit {
    copydesk_release_stop_signals()
  }

  /// The signal that came; nil if none did.
  var caught: Int32? {
    let signal = copydesk_stop_signal()
    return signal == 0 ? nil : signal
  }

  /// Becomes readable when one comes.
  var polled: pollfd { pollfd(fd: pipe.output.number, events: Int16(POLLIN), revents: 0) }
}
