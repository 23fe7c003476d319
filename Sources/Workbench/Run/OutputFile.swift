import CProcess
import Glibc

/// Output that appears whole or not at all: a file is written beside its name and takes it when it is complete.
///
/// Standard output, and what is no regular file, such as `/dev/null` or a FIFO, is written as it is.
package final class OutputFile {
  private let descriptor: Descriptor
  /// As messages name it.
  private let shown: String
  /// Where the file is written, and the name that it takes at the end; nil where it is written in place.
  private let move: (from: Path, to: Path)?
  private var isComplete = false

  /// Standard output.
  package init() {
    shown = "standard output"
    move = nil
    descriptor = Descriptor(owning: dup(1))
  }

  package init(_ name: [UInt8]) throws(WorkbenchError) {
    let path = Path(name)
    shown = path.shown
    do {
      if let status = try? FileStatus(of: path), status.kind != .file {
        move = nil
        descriptor = try Descriptor(opening: path, O_WRONLY | O_NOCTTY)
      } else {
        // A link stays a link: what it leads to is replaced.
        let target = path.resolved ?? path
        let part = target.folder.appending(
          [UInt8(ascii: ".")] + target.lastName + Array(".\(getpid()).part".utf8))
        descriptor = try Descriptor(opening: part, O_WRONLY | O_CREAT | O_EXCL)
        move = (part, target)
      }
    } catch { throw .output(path: path.shown, errno: error.errno) }
  }

  deinit {
    if let move, !isComplete { _ = move.from.withCString { unlink($0) } }
  }

  /// Writes bytes. A stop signal ends a write that waits.
  package func write(_ bytes: ArraySlice<UInt8>) throws(WorkbenchError) {
    do {
      try descriptor.write(bytes) { copydesk_stop_signal() != 0 }
    } catch {
      if error.errno == EPIPE { throw .outputClosed }
      // An interrupted write belongs to a run that ends anyway, with the signal as its reason.
      if error.errno == EINTR { return }
      throw .output(path: shown, errno: error.errno)
    }
  }

  /// Lets the file take its name.
  package func complete() throws(WorkbenchError) {
    guard let move else { return }
    let result = move.from.withCString { from in
      move.to.withCString { fsync(descriptor.number) == 0 ? rename(from, $0) : -1 }
    }
    guard result == 0 else { throw .output(path: shown, errno: errno) }
    isComplete = true
  }
}
