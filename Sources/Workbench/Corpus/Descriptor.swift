import CProcess
import Glibc

/// An open file that is closed with its owner.
final class Descriptor {
  let number: Int32

  init(owning number: Int32) {
    self.number = number
  }

  deinit {
    close(number)
  }

  /// Opens a file; it is not passed on to other programs.
  /// - Parameter folder: where a relative path begins; nil: in the working folder.
  convenience init(
    opening path: Path, in folder: Descriptor? = nil, _ flags: Int32, mode: mode_t = 0o666
  ) throws(SystemFault) {
    let number = path.withCString { name in
      retryingInterrupted { openat(folder?.number ?? AT_FDCWD, name, flags | O_CLOEXEC, mode) }
    }
    guard number >= 0 else { throw SystemFault() }
    self.init(owning: Int32(number))
  }

  /// All bytes of a file.
  static func contents(of path: Path) throws(SystemFault) -> [UInt8] {
    let file = try Descriptor(opening: path, O_RDONLY | O_NOCTTY)
    return try file.read(FileStatus(of: file.number).bytes, at: 0)
  }

  /// Both ends of a pipe, to read from and to write to.
  static func pipe() throws(SystemFault) -> (output: Descriptor, input: Descriptor) {
    var ends: [Int32] = [-1, -1]
    guard copydesk_pipe(&ends) == 0 else { throw SystemFault() }
    return (Descriptor(owning: ends[0]), Descriptor(owning: ends[1]))
  }

  /// Reads as many bytes as there are at an offset, up to a number.
  /// - Parameter enough: after how many bytes not to ask for more that might follow; nil: to ask until the end.
  func read(_ count: Int, at offset: Int, enough: Int? = nil) throws(SystemFault) -> [UInt8] {
    var fault: SystemFault?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < enough ?? count {
        let result = retryingInterrupted {
          pread(number, buffer.baseAddress! + filled, count - filled, off_t(offset + filled))
        }
        guard result > 0 else {
          if result < 0 { fault = SystemFault() }
          return
        }
        filled += result
      }
    }
    if let fault { throw fault }
    return bytes
  }

  /// Writes all bytes, however often it takes. An interruption by a signal ends it only if asked.
  func write(
    _ bytes: some Sequence<UInt8>, isInterrupted: () -> Bool = { false }
  ) throws(SystemFault) {
    let fault = bytes.withContiguousStorageIfAvailable { write($0, isInterrupted) }
    if let fault {
      if let fault { throw fault }
      return
    }
    if let fault = Array(bytes).withUnsafeBufferPointer({ write($0, isInterrupted) }) {
      throw fault
    }
  }

  private func write(
    _ bytes: UnsafeBufferPointer<UInt8>, _ isInterrupted: () -> Bool
  ) -> SystemFault? {
    var written = 0
    while written < bytes.count {
      let result = Glibc.write(number, bytes.baseAddress! + written, bytes.count - written)
      if result >= 0 {
        written += result
      } else if errno != EINTR || isInterrupted() {
        return SystemFault()
      }
    }
    return nil
  }
}

/// Makes a system call again until no signal interrupts it.
func retryingInterrupted<Result: BinaryInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}
