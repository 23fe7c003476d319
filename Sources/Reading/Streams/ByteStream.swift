import Document

/// Bytes that come once, one after the other: of a file, or of what is unpacked from other bytes.
protocol ByteStream: AnyObject {
  /// Puts bytes into a buffer, which has room for some.
  /// - Returns: how many; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamFault) -> Int

  /// Where in the file lie the bytes that were read last: the byte itself, or the beginning of what it was unpacked from.
  var place: Int { get }

  /// How much of the file had been taken when the bytes came that were read last: never less than before.
  var progress: Int { get }

  /// Whether bytes come out that lie nowhere.
  var isPacked: Bool { get }

  /// Passes over bytes that can be passed over without reading them.
  /// - Returns: how many; none where all must be read.
  func leap(_ count: Int) -> Int

  /// After a fault, or before the first byte: moves to the next place where data can begin anew.
  /// - Parameter isBeginning: whether data may begin with these bytes.
  /// - Returns: false where there is no such place.
  func recover(_ isBeginning: (ArraySlice<UInt8>) -> Bool) throws(StreamFault) -> Bool
}

extension ByteStream {
  var progress: Int { place }

  func leap(_ count: Int) -> Int { 0 }
}

/// Why a stream gives no more bytes, although it has not ended.
struct StreamFault: Error {
  /// As in failures: `gzip`, `zstd`, `too-large`, `unreadable`, …
  let code: String
  let message: String
  var remedy: String?

  init(code: String, message: String, remedy: String? = nil) {
    self.code = code
    self.message = message
    self.remedy = remedy
  }

  init(_ failure: ReadFailure) {
    self.init(code: failure.code, message: failure.message, remedy: failure.remedy)
  }

  static func cutShort(_ what: String, _ code: String) -> StreamFault {
    StreamFault(code: code, message: "\(what) data that is cut short")
  }

  static func damaged(_ what: String, _ code: String) -> StreamFault {
    StreamFault(code: code, message: "\(what) data that is damaged")
  }

  func failure(of source: String) -> ReadFailure {
    ReadFailure(source: source, code: code, message: message, remedy: remedy)
  }
}

/// The bytes of a source from one offset to another, as they are.
final class SourceStream: ByteStream {
  private let source: any ByteSource
  private var position: Int
  private let end: Int
  private(set) var place: Int
  let isPacked = false

  init(_ source: any ByteSource, _ range: Range<Int>? = nil) {
    self.source = source
    position = range?.lowerBound ?? 0
    end = min(range?.upperBound ?? source.count, source.count)
    place = position
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamFault) -> Int {
    let wanted = min(buffer.count, end - position)
    guard wanted > 0 else { return 0 }
    do throws(ReadFailure) {
      let count = try source.read(into: .init(rebasing: buffer[..<wanted]), at: position)
      place = position
      position += count
      return count
    } catch { throw StreamFault(error) }
  }

  func leap(_ count: Int) -> Int {
    let count = max(0, min(count, end - position))
    position += count
    return count
  }

  func recover(_: (ArraySlice<UInt8>) -> Bool) -> Bool { false }
}
