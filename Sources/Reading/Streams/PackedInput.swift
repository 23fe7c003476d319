/// The bytes that a decompressor works on: a stretch of a stream that moves on.
struct PackedInput {
  private let stream: any ByteStream
  private var storage: [UInt8]
  private(set) var start = 0
  private(set) var end = 0
  private(set) var isAtEnd = false
  /// Bytes of the stream that were taken.
  private(set) var taken = 0
  /// Where in the file the first byte of the stream lies.
  private var origin: Int?

  init(_ stream: any ByteStream, capacity: Int = 512 << 10) {
    self.stream = stream
    storage = [UInt8](unsafeUninitializedCapacity: capacity) { $1 = $0.count }
  }

  var count: Int { end - start }
  var bytes: ArraySlice<UInt8> { storage[start..<end] }
  var isFull: Bool { count == storage.count }
  /// Where in the file the first byte lies.
  var place: Int { (origin ?? 0) + taken }

  /// Moves what there is to the front and reads until the room is full or the stream ends.
  mutating func fill() throws(StreamFault) {
    guard !isAtEnd else { return }
    if start > 0 {
      storage.withUnsafeMutableBytes { buffer in
        guard let base = buffer.baseAddress else { return }
        base.copyMemory(from: base + start, byteCount: end - start)
      }
      (start, end) = (0, end - start)
    }
    while end < storage.count, !isAtEnd { try readOnce() }
  }

  private mutating func readOnce() throws(StreamFault) {
    if origin == nil { origin = stream.place }
    var fault: StreamFault?
    var read = 0
    storage.withUnsafeMutableBytes { [stream, end] buffer in
      do throws(StreamFault) {
        read = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
      } catch { fault = error }
    }
    if let fault { throw fault }
    end += read
    isAtEnd = read == 0
  }

  mutating func take(_ count: Int) {
    start += count
    taken += count
  }

  /// Moves to the next place that begins with some bytes; there are at least `behind` more unless the stream ends.
  /// - Returns: false if there is none.
  mutating func seek(_ mark: [UInt8], behind: Int) throws(StreamFault) -> Bool {
    while true {
      if count < mark.count + behind { try fill() }
      guard count >= mark.count else { return false }
      let found = bytes.withUnsafeBufferPointer { Self.position(of: mark, in: $0) }
      if let found {
        take(found)
        if count >= mark.count + behind || isAtEnd { return true }
        try fill()
        return true
      }
      take(count - mark.count + 1)
    }
  }

  private static func position(of mark: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while index + mark.count <= bytes.count {
      guard bytes[index] == mark[0] else {
        index += 1
        continue
      }
      if bytes[index...].starts(with: mark) { return index }
      index += 1
    }
    return nil
  }

  /// Lends the bytes to a decompressor.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    storage.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
  }
}
