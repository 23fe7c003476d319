import SystemZlib

/// Decompresses gzip, member by member.
struct Gzip {
  enum Fault: Error {
    /// The data ends before a member does.
    case truncated
    /// No gzip, or a checksum that does not fit.
    case damaged
    /// More comes out than the limit allows.
    case tooLarge
  }

  private let bytes: ArraySlice<UInt8>
  private let isRaw: Bool
  private var position: Int

  /// - Parameter isRaw: whether zlib's own header may stand in place of gzip's, as HTTP's `deflate` has it.
  init(_ bytes: ArraySlice<UInt8>, isRaw: Bool = false) {
    self.bytes = bytes
    self.isRaw = isRaw
    position = bytes.startIndex
  }

  static func isGzip(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// All members, one after the other.
  static func all(_ bytes: ArraySlice<UInt8>, limit: Int) throws(Fault) -> [UInt8] {
    var gzip = Gzip(bytes)
    var result: [UInt8] = []
    while let member = try gzip.next(limit: limit - result.count) { result += member }
    return result
  }

  /// The next member's content; nil at the end.
  mutating func next(limit: Int) throws(Fault) -> [UInt8]? {
    // Some writers fill up with zeros.
    while position < bytes.endIndex, bytes[position] == 0, position > bytes.startIndex {
      position += 1
    }
    guard position < bytes.endIndex else { return nil }
    var result: [UInt8] = []
    let outcome = bytes[position...].withUnsafeBufferPointer { input in
      inflate(input, into: &result, limit: limit)
    }
    position += try outcome.get()
    return result
  }

  /// - Returns: how many bytes of the input the member takes.
  private func inflate(
    _ input: UnsafeBufferPointer<UInt8>, into result: inout [UInt8], limit: Int
  ) -> Result<Int, Fault> {
    var stream = z_stream()
    let window = isRaw ? MAX_WBITS + 32 : MAX_WBITS + 16
    guard inflateInit2_(&stream, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else {
      return .failure(.damaged)
    }
    defer { inflateEnd(&stream) }
    stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.avail_in = UInt32(clamping: input.count)
    var chunk = max(4096, min(input.count * 4, 1 << 20))
    while true {
      let start = result.count
      guard start <= limit else { return .failure(.tooLarge) }
      var status = Z_OK
      result.append(
        contentsOf: [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
          stream.next_out = buffer.baseAddress
          stream.avail_out = UInt32(buffer.count)
          status = SystemZlib.inflate(&stream, Z_NO_FLUSH)
          count = buffer.count - Int(stream.avail_out)
        })
      switch status {
      case Z_STREAM_END:
        return result.count <= limit
          ? .success(input.count - Int(stream.avail_in)) : .failure(.tooLarge)
      case Z_OK where stream.avail_in > 0 || result.count > start: chunk = min(chunk * 2, 4 << 20)
      case Z_OK, Z_BUF_ERROR: return .failure(.truncated)
      default: return .failure(.damaged)
      }
    }
  }
}
