import CProcess
import Document
import Glibc

/// Collects replies and writes them many at a time, but lets none wait long.
struct ReplyWriter {
  /// Half of what the pipe to a supervisor holds, which it wakes up for.
  private static let fullBytes = 128 << 10
  private static let longestWait: Int64 = 20_000_000

  private(set) var json = JSONWriter()
  private let descriptor: Int32
  private var lastFlush = copydesk_monotonic()

  init(to descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Whether it is time to write, so that the supervisor neither starves nor chokes.
  var isDue: Bool {
    json.bytes.count >= Self.fullBytes
      || (!json.bytes.isEmpty && copydesk_monotonic() - lastFlush > Self.longestWait)
  }

  mutating func add(_ reply: Reply) {
    reply.write(to: &json)
  }

  /// Adds one line of payload.
  mutating func addLine(_ write: (inout JSONWriter) -> Void) {
    write(&json)
    json.endLine()
  }

  /// Writes all that has collected. A supervisor that is gone ends the worker.
  mutating func flush() {
    json.bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else if errno != EINTR {
          _exit(1)
        }
      }
    }
    json.clear()
    lastFlush = copydesk_monotonic()
  }
}
