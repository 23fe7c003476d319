import Document
import Glibc
import Reading

/// A file that is read some at a time.
final class InputSource: ByteSource {
  let count: Int
  private let file: InputFile
  private let descriptor: Descriptor
  private let reading: () -> Void

  /// - Parameter reading: is told of every read: whoever reads on is not stuck.
  init(
    _ file: InputFile, _ descriptor: Descriptor, count: Int, reading: @escaping () -> Void = {}
  ) {
    self.file = file
    self.descriptor = descriptor
    self.count = count
    self.reading = reading
  }

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(ReadFailure) -> Int {
    reading()
    var filled = 0
    while filled < buffer.count, let base = buffer.baseAddress {
      let result = retryingInterrupted {
        pread(
          descriptor.number, base + filled, buffer.count - filled, off_t(offset + filled))
      }
      guard result >= 0 else {
        throw ReadFailure(
          source: file.source, code: "unreadable", message: SystemFault().message)
      }
      guard result > 0 else { break }
      filled += result
    }
    return filled
  }
}
