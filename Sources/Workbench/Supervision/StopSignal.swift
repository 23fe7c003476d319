import CProcess
import Glibc

/// Notices SIGINT and SIGTERM while it lives; the second of them ends the process at once.
///
/// Of two that live at a time the later one knows what the earlier one has noticed.
package final class StopSignal {
  private let pipe: (output: Descriptor, input: Descriptor)

  package init() throws(WorkbenchError) {
    do { pipe = try Descriptor.pipe() } catch {
      throw .worker("cannot be started: \(error.message)")
    }
    _ = fcntl(pipe.input.number, F_SETFL, O_NONBLOCK)
    copydesk_catch_stop_signals(pipe.input.number)
    // Who waits for this one must not miss what came before it.
    if caught != nil { _ = write(pipe.input.number, [0], 1) }
  }

  deinit {
    copydesk_release_stop_signals(pipe.input.number)
  }

  /// The signal that came; nil if none did.
  package var caught: Int32? {
    let signal = copydesk_stop_signal()
    return signal == 0 ? nil : signal
  }

  /// Becomes readable when one comes.
  var polled: pollfd { pollfd(fd: pipe.output.number, events: Int16(POLLIN), revents: 0) }
}
