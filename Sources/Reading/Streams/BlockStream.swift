/// Hands on what another stream gives, but asks it for blocks of one size alone.
///
/// How far a decompressor has come in the file when a byte is there depends on how much it was asked for at a time. So that
/// all who read a file agree on it, whatever they do with its bytes, they read it through one of these.
final class BlockStream: ByteStream {
  private let stream: any ByteStream
  private var block: [UInt8]
  private var next = 0
  private var end = 0
  /// Where in the file lie the bytes from a place in the block on.
  private var runs: [(start: Int, place: Int)] = []
  private var fault: StreamFault?
  private(set) var place = 0
  private(set) var progress = 0
  let isPacked: Bool

  init(_ stream: any ByteStream, blockBytes: Int = 64 << 10) {
    self.stream = stream
    isPacked = stream.isPacked
    block = [UInt8](unsafeUninitializedCapacity: blockBytes) { $1 = $0.count }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamFault) -> Int {
    if next == end { try fill() }
    while runs.count > 1, runs[1].start <= next { runs.removeFirst() }
    guard let run = runs.first else { return 0 }
    place = run.place
    let runEnd = runs.count > 1 ? runs[1].start : end
    let count = min(buffer.count, runEnd - next)
    block.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[next..<next + count]))
    }
    next += count
    return count
  }

  /// Reads until the block is full or the stream gives no more; what it gave before a fault comes first.
  private func fill() throws(StreamFault) {
    (next, end, runs) = (0, 0, [])
    progress = stream.progress
    while end < block.count, fault == nil {
      var count = 0
      block.withUnsafeMutableBytes { [end] buffer in
        do throws(StreamFault) {
          count = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
        } catch { fault = error }
      }
      guard count > 0 else { break }
      if runs.last?.place != stream.place { runs.append((end, stream.place)) }
      end += count
    }
    if end == 0, let fault { throw fault }
  }

  func recover(_ isBeginning: (ArraySlice<UInt8>) -> Bool) throws(StreamFault) -> Bool {
    (next, end, runs, fault) = (0, 0, [], nil)
    return try stream.recover(isBeginning)
  }
}
