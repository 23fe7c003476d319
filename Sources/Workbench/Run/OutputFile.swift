import CProcess
import Glibc

/// Output that appears whole or not at all: a file is written beside its name and takes it when it is complete.
///
/// Standard output, and what is no regular file, such as `/dev/null` or a FIFO, is written as it is.
package final class OutputFile {
  /// Nil where nothing more is to be written.
  private var descriptor: Descriptor?
  /// As messages name it.
  private let shown: String
  /// Where the file is written, and the name that it takes at the end; nil where it is written in place.
  private let move: (from: Path, to: Path)?
  private var isComplete = false
  /// Whether something was left out: nothing comes behind a gap.
  private var isCutOff = false

  /// Standard output.
  package init() {
    shown = "standard output"
    move = nil
    let output = Descriptor(owning: dup(1))
    // F_SETPIPE_SZ: who reads a pipe that holds more is woken and waited for less often. What is no pipe refuses.
    _ = fcntl(output.number, 1031, 1 << 20)
    descriptor = output
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

  /// Where it is written until it is complete; nil where it is written in place.
  var part: Path? { move?.from }

  /// Writes bytes. After a stop signal only what is taken at once: whoever reads may have stopped reading.
  package func write(_ bytes: ArraySlice<UInt8>) throws(WorkbenchError) {
    do {
      try writeUntilStopped(bytes)
    } catch {
      if error.errno == EPIPE { throw .outputClosed }
      throw .output(path: shown, errno: error.errno)
    }
  }

  private func writeUntilStopped(_ bytes: ArraySlice<UInt8>) throws(SystemFault) {
    var rest = bytes
    while !rest.isEmpty {
      let isStopped = copydesk_stop_signal() != 0
      if isStopped, isCutOff || !isReady {
        isCutOff = true
        return
      }
      // A pipe that is ready takes as much as this without waiting.
      let part = isStopped ? rest.prefix(Int(PIPE_BUF)) : rest
      let count = part.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw SystemFault()
      }
    }
  }

  private var number: Int32 { descriptor?.number ?? -1 }

  /// Ends the writing before the file takes its name: of many files that wait for theirs none stays open.
  func close() { descriptor = nil }

  private var isReady: Bool {
    var polled = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
    return poll(&polled, 1, 0) > 0
  }

  /// Lets the file take its name.
  /// - Parameter isDurable: whether it is to outlive a loss of power.
  package func complete(isDurable: Bool = true) throws(WorkbenchError) {
    guard let move else { return }
    let result = move.from.withCString { from in
      move.to.withCString { to in
        isDurable && fsync(number) != 0 ? -1 : rename(from, to)
      }
    }
    guard result == 0 else { throw .output(path: shown, errno: errno) }
    isComplete = true
  }
}
