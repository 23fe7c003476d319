import SystemZlib

/// One run of zlib over deflated data, piece by piece.
final class Inflation {
  enum Wrapping {
    case gzip, zlib, none

    fileprivate var windowBits: Int32 {
      switch self {
      case .gzip: MAX_WBITS + 16
      case .zlib: MAX_WBITS
      case .none: -MAX_WBITS
      }
    }
  }

  /// What one step took and made.
  struct Step {
    var taken: Int
    var made: Int
    var isEnd: Bool
  }

  private var stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let wrapping: Wrapping

  init(_ wrapping: Wrapping) throws(StreamFault) {
    self.wrapping = wrapping
    stream.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(stream, wrapping.windowBits, ZLIB_VERSION, size) == Z_OK else {
      throw StreamFault(code: "unreadable", message: "no memory to unpack it")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  private var name: String { wrapping == .gzip ? "gzip" : "deflate" }

  /// Unpacks as much as there is or fits.
  func step(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> Result<Step, StreamFault> {
    let given = UInt32(clamping: input.count)
    let room = UInt32(clamping: output.count)
    // zlib reads from what it calls mutable.
    stream.pointee.next_in = UnsafeMutableRawPointer(mutating: input.baseAddress)?
      .assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = given
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = room
    let status = inflate(stream, Z_NO_FLUSH)
    let step = Step(
      taken: Int(given - stream.pointee.avail_in), made: Int(room - stream.pointee.avail_out),
      isEnd: status == Z_STREAM_END)
    switch status {
    case Z_STREAM_END, Z_OK: return .success(step)
    // Nothing could be done: the input is at its end.
    case Z_BUF_ERROR: return .failure(.cutShort(name, name))
    default: return .failure(.damaged(name, name))
    }
  }
}

extension Inflation {
  /// Unpacks bytes that are in memory, and tells whether they end too early.
  /// - Parameter limit: more bytes than these are not asked for; one more tells that there are.
  /// - Throws: where they are damaged, or nothing comes out.
  static func all(
    _ bytes: ArraySlice<UInt8>, _ wrapping: Wrapping, limit: Int
  ) throws(StreamFault) -> (bytes: ArraySlice<UInt8>, isCut: Bool) {
    let inflation = try Inflation(wrapping)
    var result: [UInt8] = []
    var rest = bytes
    while result.count <= limit {
      var outcome = Result<Step, StreamFault>.success(Step(taken: 0, made: 0, isEnd: true))
      let room = max(16 << 10, min(4 * rest.count, limit - result.count))
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        outcome = rest.withUnsafeBytes {
          inflation.step($0, into: UnsafeMutableRawBufferPointer(buffer))
        }
        count = (try? outcome.get().made) ?? 0
      }
      result += part
      if rest.isEmpty, case .failure = outcome, !result.isEmpty { return (result[...], true) }
      let step = try outcome.get()
      rest = rest.dropFirst(step.taken)
      if step.isEnd { break }
    }
    return (result.prefix(limit + 1), false)
  }
}
