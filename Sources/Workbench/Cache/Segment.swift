import Glibc

/// A segment of the cache: what one run has found, closed, with its index.
final class Segment {
  let plugins: CachePlugins
  private let file: Descriptor
  private let index: SegmentIndex
  /// What was read of the file, for a run asks in the order in which another wrote.
  private var window: (offset: Int, bytes: [UInt8]) = (0, [])

  private static let windowBytes = 256 << 10
  private static let leastBytes = 16 << 10

  /// Opens a segment; nil where another build has written it, or what is left of it is of no use.
  init?(_ path: Path) {
    guard let file = try? Descriptor(opening: path, O_RDONLY | O_NOCTTY),
      let index = SegmentIndex(path.indexed),
      let status = try? FileStatus(of: file.number), status.bytes >= index.segmentBytes,
      let head = try? file.read(64 << 10, at: 0),
      let end = head[...].firstByte("\n"),
      let json = CheckedLine.json(of: head[..<end]), let plugins = CachePlugins(json: json)
    else { return nil }
    self.file = file
    self.index = index
    self.plugins = plugins
  }

  /// A record that is as wanted, among those that a hash may stand for.
  func record(_ hash: UInt64, where isWanted: (CacheRecord) -> Bool) -> CacheRecord? {
    index.find(hash) { place in
      guard let bytes = bytes(place), let record = CacheRecord(bytes), isWanted(record) else {
        return nil
      }
      return record
    }
  }

  private func bytes(_ place: Range<Int>) -> ArraySlice<UInt8>? {
    let windowEnd = window.offset + window.bytes.count
    if place.lowerBound < window.offset || place.upperBound > windowEnd {
      // Whoever goes on where the window ends will go on further.
      let goesOn =
        place.lowerBound >= window.offset
        && place.lowerBound < windowEnd + Self.windowBytes
      let wanted = max(place.count, goesOn ? Self.windowBytes : Self.leastBytes)
      guard let bytes = try? file.read(wanted, at: place.lowerBound), bytes.count >= place.count
      else { return nil }
      window = (place.lowerBound, bytes)
    }
    let start = place.lowerBound - window.offset
    return window.bytes[start..<(start + place.count)]
  }
}

extension Path {
  static let segmentExtension = Array("segment".utf8)

  /// The index that belongs to a segment.
  var indexed: Path { Path(bytes.dropLast(Self.segmentExtension.count) + Array("index".utf8)) }
}
