import CProcess
import Glibc

/// The folder of the cache: `$XDG_CACHE_HOME/copydesk`, which all runs share.
///
/// `Workbench.docc/Cache.md` specifies its files.
struct CacheFolder {
  let path: Path
  /// How many bytes it may hold.
  let limit: Int

  /// What a cache may hold unless somebody says otherwise.
  static let usualLimit = 4 << 30
  /// More segments would cost more to look through than they spare.
  static let mostSegments = 32

  /// One that is named, or the user's; nil where there is no place for one.
  init?(_ named: [UInt8]? = nil, limit: Int?) {
    self.limit = limit ?? Self.usualLimit
    if let named {
      path = Path(named)
    } else if let cache = Path.environment("XDG_CACHE_HOME"), cache.first == UInt8(ascii: "/") {
      path = Path(cache).appending("copydesk")
    } else if let home = Path.environment("HOME") {
      path = Path(home).appending(".cache/copydesk")
    } else {
      return nil
    }
  }

  /// A segment as it lies there.
  struct Entry {
    var name: [UInt8]
    var bytes: Int
    var used: Int64
    var isClosed: Bool
  }

  /// All segments, the latest used first.
  var entries: [Entry] {
    guard let listing = try? FolderListing(of: path) else { return [] }
    let names = (0..<listing.count).map { Array(listing[$0].name) }
    let all = Set(names)
    var entries: [Entry] = []
    for name in names where Path(name).fileExtension == Path.segmentExtension {
      let segment = path.appending(name)
      guard let status = try? FileStatus(of: segment) else { continue }
      let index = try? FileStatus(of: segment.indexed)
      entries.append(
        Entry(
          name: name, bytes: status.bytes + (index?.bytes ?? 0), used: status.stamp.modified,
          isClosed: all.contains(Path(name).indexed.bytes)))
    }
    return entries.sorted { ($0.used, $0.name.count) > ($1.used, $1.name.count) }
  }

  /// Brings small segments of the same plugins together into one, where there are many.
  func merge(_ header: [UInt8]) throws(SystemFault) {
    let small = entries.filter {
      $0.isClosed && $0.bytes <= Self.smallBytes && Self.header(path.appending($0.name)) == header
    }
    guard small.count > Self.mostSmall else { return }
    let merged = try OpenSegment(newSegment(0), header: header)
    // The latest last, as if one run had written them all.
    for entry in small.reversed() { try merged.add(contentsOf: path.appending(entry.name)) }
    try merged.close()
    for entry in small { remove(entry) }
  }

  private static let smallBytes = 8 << 20
  private static let mostSmall = 8

  private static func header(_ segment: Path) -> [UInt8]? {
    guard let file = try? Descriptor(opening: segment, O_RDONLY),
      let head = try? file.read(64 << 10, at: 0), let end = head[...].firstByte("\n")
    else { return nil }
    return Array(head[...end])
  }

  /// Makes the folder, closes what crashes have left open, and says what a run may look up.
  func choice() throws(SystemFault) -> CacheChoice {
    try path.makeFolders()
    for entry in entries where !entry.isClosed {
      try? OpenSegment.recover(path.appending(entry.name))
    }
    let closed = entries.filter(\.isClosed).prefix(Self.mostSegments)
    return CacheChoice(folder: path.resolved ?? path, segments: closed.map(\.name))
  }

  /// A name that no other run uses, later ones sorting behind earlier ones.
  func newSegment(_ count: Int) -> Path {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var name: [UInt8] = []
    UInt64(time.tv_sec).writeHexadecimal(to: &name)
    return path.appending(name.suffix(9) + Array("-\(getpid())-\(count).segment".utf8))
  }

  /// Notes that a segment was of use, so that others go before it.
  func touch(_ name: [UInt8]) {
    _ = path.appending(name).withCString { utimensat(AT_FDCWD, $0, nil, 0) }
  }

  /// Removes what has not been used for longest, until the rest is within the bounds.
  /// - Returns: the bytes removed.
  @discardableResult
  func prune(to limit: Int? = nil) -> Int {
    var left = limit ?? self.limit
    var removed = 0
    var kept = 0
    for entry in entries where entry.isClosed {
      left -= entry.bytes
      kept += 1
      guard left < 0 || kept > Self.mostSegments else { continue }
      remove(entry)
      removed += entry.bytes
    }
    return removed
  }

  private func remove(_ entry: Entry) {
    let segment = path.appending(entry.name)
    // The index first: without it nobody looks into the segment.
    segment.indexed.remove()
    segment.remove()
  }
}

/// The cache as its owner sees it.
package struct Cache {
  private let folder: CacheFolder

  /// - Parameter named: its folder; nil: the user's, or none where neither `$XDG_CACHE_HOME` nor `$HOME` says where.
  package init?(_ named: [UInt8]? = nil, limit: Int? = nil) {
    guard let folder = CacheFolder(named, limit: limit) else { return nil }
    self.folder = folder
  }

  package var path: String { folder.path.shown }
  package var limit: Int { folder.limit }

  /// What it holds: segments, outcomes and bytes.
  package var contents: (segments: Int, outcomes: Int, bytes: Int) {
    folder.entries.reduce(into: (0, 0, 0)) { sum, entry in
      sum.0 += 1
      sum.1 += SegmentIndex(folder.path.appending(entry.name).indexed)?.records ?? 0
      sum.2 += entry.bytes
    }
  }

  /// Removes what was not used for longest, until the rest is within the limit.
  /// - Returns: the bytes removed.
  package func prune() -> Int { folder.prune() }

  /// Removes all that no run is writing just now.
  /// - Returns: the bytes removed.
  package func clear() -> Int { folder.prune(to: 0) }
}
