/// The part of a stream that is being looked at, behind what has been taken.
///
/// Slices of it must be gone before it moves on, or their bytes are copied.
final class Window {
  private let stream: any ByteStream
  private var storage: [UInt8]
  private var start = 0
  private var end = 0
  let isPacked: Bool
  /// The bytes of the stream that were taken.
  private var taken = 0
  /// Where in the file lie the bytes from a position in the stream on, and how much of it was taken for them; the first mark is
  /// that of the first byte here.
  private var marks: [(position: Int, place: Int, progress: Int)] = []
  /// Why the stream gives no more.
  private var fault: StreamFault?

  init(_ stream: any ByteStream, capacity: Int = 64 << 10) {
    self.stream = stream
    isPacked = stream.isPacked
    storage = [UInt8](unsafeUninitializedCapacity: capacity) { $1 = $0.count }
  }

  /// What has been read and not taken.
  var bytes: ArraySlice<UInt8> { storage[start..<end] }
  var count: Int { end - start }

  /// Where in the file the first byte lies; of packed data, where that lies which it was unpacked from.
  var place: Int {
    guard let mark = marks.first else { return stream.place }
    return isPacked ? mark.place : mark.place + taken - mark.position
  }

  /// How much of the file was taken for the first byte: the byte itself, or of packed data all that had to be unpacked.
  var progress: Int {
    guard isPacked, let mark = marks.first else { return place }
    return mark.progress
  }

  /// How many unpacked bytes lie between that place and the first byte.
  var depth: Int { isPacked ? taken - (marks.first?.position ?? taken) : 0 }

  /// Reads on until there are so many bytes to look at.
  /// - Returns: false if the stream ends before.
  @discardableResult
  func hold(_ wanted: Int) throws(StreamFault) -> Bool {
    while end - start < wanted {
      guard try readMore(wanted) else { return false }
    }
    return true
  }

  /// Reads some more.
  /// - Returns: false at the end of the stream.
  func readMore(_ wanted: Int = 0) throws(StreamFault) -> Bool {
    if let fault { throw fault }
    makeRoom(max(wanted - count, 16 << 10))
    var read = 0
    storage.withUnsafeMutableBytes { buffer in
      do throws(StreamFault) {
        read = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
      } catch { fault = error }
    }
    if let fault { throw fault }
    if read > 0, isPacked ? isElsewhere : marks.isEmpty {
      marks.append((taken + count, stream.place, stream.progress))
    }
    end += read
    return read > 0
  }

  /// Whether what was read last was unpacked from something else than what came before.
  private var isElsewhere: Bool {
    guard let last = marks.last else { return true }
    return last.place != stream.place || last.progress != stream.progress
  }

  func skip(_ count: Int) {
    let count = min(count, end - start)
    start += count
    taken += count
    while marks.count > 1, marks[1].position <= taken { marks.removeFirst() }
    if start == end { (start, end) = (0, 0) }
  }

  /// Takes bytes without looking at them, more than are at hand, too.
  /// - Returns: false if the stream ends before.
  func pass(_ count: Int) throws(StreamFault) -> Bool {
    var rest = count
    while rest > self.count {
      rest -= self.count
      skip(self.count)
      let leapt = stream.leap(rest)
      rest -= leapt
      taken += leapt
      guard rest > 0 else { return true }
      guard try readMore() else { return false }
    }
    skip(rest)
    return true
  }

  /// Lets go of everything and moves to where data begins anew.
  func recover(_ isBeginning: (ArraySlice<UInt8>) -> Bool) throws(StreamFault) -> Bool {
    (start, end) = (0, 0)
    fault = nil
    marks = []
    return try stream.recover(isBeginning)
  }

  private func makeRoom(_ wanted: Int) {
    guard storage.count - end < wanted else { return }
    if start > 0 {
      storage.withUnsafeMutableBytes { buffer in
        guard let base = buffer.baseAddress else { return }
        base.copyMemory(from: base + start, byteCount: end - start)
      }
      (start, end) = (0, end - start)
    }
    guard storage.count - end < wanted else { return }
    let capacity = max(2 * storage.count, end + wanted)
    storage.append(contentsOf: repeatElement(0, count: capacity - storage.count))
  }
}

/// A window is itself a stream, of what has not been taken from it.
extension Window: ByteStream {
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamFault) -> Int {
    if count == 0 { _ = try readMore() }
    let count = min(buffer.count, self.count)
    storage.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<start + count]))
    }
    skip(count)
    return count
  }
}

/// A part of a window as a stream: a member of an archive, which ends before the window does.
final class MemberStream: ByteStream {
  private let window: Window
  private let what: String
  private(set) var left: Int
  /// Counted from the member's beginning.
  private(set) var place = 0
  let isPacked = false
  private var lastCount = 0

  /// - Parameter what: the kind of archive, for messages.
  init(_ window: Window, count: Int, of what: String) {
    self.window = window
    self.what = what
    left = count
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamFault) -> Int {
    guard left > 0 else { return 0 }
    let room = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(left, buffer.count)])
    let count = try window.read(into: room)
    guard count > 0 else { throw .cutShort(what, what) }
    place += lastCount
    lastCount = count
    left -= count
    return count
  }

  func recover(_: (ArraySlice<UInt8>) -> Bool) -> Bool { false }

  /// Passes over what nobody has read.
  func finish() throws(StreamFault) {
    guard try window.pass(left) else { throw .cutShort(what, what) }
    left = 0
  }
}
