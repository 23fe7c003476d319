package import Document

/// The bytes of an input, any of which can be had at any time, so that it need not be in memory as a whole.
package protocol ByteSource: AnyObject {
  var count: Int { get }

  /// Copies bytes, from an offset on, into a buffer.
  /// - Returns: how many: as many as fit, or as there are.
  /// - Throws: why they cannot be had.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(ReadFailure) -> Int
}

/// An input that is in memory.
package final class BytesInMemory: ByteSource {
  private let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package var count: Int { bytes.count }

  package func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
    let count = max(0, min(buffer.count, bytes.count - offset))
    guard count > 0 else { return 0 }
    bytes.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[offset..<offset + count])) }
    return count
  }
}

extension ByteSource {
  /// Some bytes as an array: fewer than asked for only at the end.
  func bytes(_ range: Range<Int>) throws(ReadFailure) -> [UInt8] {
    var failure: ReadFailure?
    let bytes = [UInt8](unsafeUninitializedCapacity: max(0, range.count)) { buffer, filled in
      do throws(ReadFailure) {
        filled = try read(into: UnsafeMutableRawBufferPointer(buffer), at: range.lowerBound)
      } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }
}
