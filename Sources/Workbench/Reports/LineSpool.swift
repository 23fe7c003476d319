import Glibc

/// Lines that wait on disk until they are needed, in a file without a name that leaves nothing behind.
final class LineSpool {
  private static let fullBytes = 256 << 10

  private let file: Descriptor
  private var buffer: [UInt8] = []
  private(set) var lines = 0

  init() throws(WorkbenchError) {
    do { file = try Spool.namelessFile() } catch {
      throw .output(path: "temporary file", errno: error.errno)
    }
  }

  func add(_ line: ArraySlice<UInt8>) throws(WorkbenchError) {
    buffer.append(contentsOf: line)
    buffer.append(UInt8(ascii: "\n"))
    lines += 1
    if buffer.count >= Self.fullBytes { try flush() }
  }

  /// Reads all lines from the first on.
  func read(each: (ArraySlice<UInt8>) throws(WorkbenchError) -> Void) throws(WorkbenchError) {
    try flush()
    guard lseek(file.number, 0, SEEK_SET) == 0 else { throw fault(errno) }
    var incoming = LineBuffer()
    while true {
      while let line = incoming.nextLine() { try each(line) }
      guard let count = incoming.fill(from: file.number) else { throw fault(errno) }
      if count == 0 { return }
    }
  }

  private func flush() throws(WorkbenchError) {
    guard !buffer.isEmpty else { return }
    do { try file.write(buffer) } catch { throw fault(error.errno) }
    buffer.removeAll(keepingCapacity: true)
  }

  private func fault(_ errno: Int32) -> WorkbenchError {
    .output(path: "temporary file", errno: errno)
  }
}
