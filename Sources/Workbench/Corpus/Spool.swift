import CProcess
import Glibc

/// Standard input as a file: copied to one that has no name, so that workers can read any part of it and nothing is left
/// behind.
struct Spool {
  let file: Descriptor
  let bytes: Int

  /// Copies until the end of the input.
  /// - Throws: where a stop signal comes before the end, too.
  init(copying input: Int32, unless stop: StopSignal) throws(SystemFault) {
    file = try Self.namelessFile()
    var bytes = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      // A signal that came just before the reading began would not end it.
      var polled = [pollfd(fd: input, events: Int16(POLLIN), revents: 0), stop.polled]
      _ = poll(&polled, nfds_t(polled.count), -1)
      if stop.caught != nil { throw SystemFault(errno: EINTR) }
      let count = read(input, &buffer, buffer.count)
      if count == 0 { break }
      if count > 0 {
        try file.write(buffer[..<count], isInterrupted: { stop.caught != nil })
        bytes += count
      } else if errno != EINTR, errno != EAGAIN {
        throw SystemFault()
      }
    }
    self.bytes = bytes
  }

  /// What tells whether it is the same as another time: a checksum in place of times.
  func stamp() throws(SystemFault) -> FileStatus.Stamp {
    var checksum: UInt64 = 0
    var offset = 0
    while offset < bytes {
      let block = try file.read(min(1 << 20, bytes - offset), at: offset)
      if block.isEmpty { break }
      checksum = Checksum.chained(checksum, block[...])
      offset += block.count
    }
    return FileStatus.Stamp(modified: 0, changed: Int64(bitPattern: checksum))
  }

  /// A temporary file without a name, empty.
  static func namelessFile() throws(SystemFault) -> Descriptor {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    let number = copydesk_nameless_file(folder)
    guard number >= 0 else { throw SystemFault() }
    return Descriptor(owning: number)
  }
}
