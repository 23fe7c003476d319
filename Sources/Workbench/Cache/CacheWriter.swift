import CProcess
import Document
import Glibc

/// Writes what a run finds into segments of the cache, for later runs to look up.
///
/// Each run writes segments of its own, so that any number of them may run at a time.
final class CacheWriter {
  private let folder: CacheFolder
  private let header: [UInt8]
  private let segmentBytes: Int
  private var segment: OpenSegment?
  private var count = 0
  private var lastFlush = copydesk_monotonic()
  /// Monotonic nanoseconds.
  private static let flushInterval: Int64 = 1_000_000_000
  /// The segments in which something was found, as the run's choice counts them.
  private var used: Set<Int> = []
  /// Why nothing more is cached.
  private(set) var fault: SystemFault?
  private let choice: CacheChoice

  init(_ folder: CacheFolder, _ choice: CacheChoice, _ plugins: CachePlugins) {
    self.folder = folder
    self.choice = choice
    segmentBytes = min(256 << 20, max(1 << 20, folder.limit / 8))
    var line: [UInt8] = []
    CheckedLine.write(plugins.json, to: &line)
    header = line
  }

  /// Takes what a worker says of an outcome: a record to keep, the segment that it was found in, or nothing. What was found may
  /// be worth a record too, with a newer postmark.
  /// - Returns: whether it was found in the cache.
  func take(_ slip: ArraySlice<UInt8>, _ findings: ArraySlice<UInt8>) -> Bool {
    guard let first = slip.first else { return false }
    guard first == UInt8(ascii: "=") else {
      keep(slip, findings)
      return false
    }
    let end = slip.firstByte(" ") ?? slip.endIndex
    if let segment = Int(String(decoding: slip[..<end].dropFirst(), as: UTF8.self)) {
      used.insert(segment)
    }
    if end < slip.endIndex { keep(slip[(end + 1)...], findings) }
    return true
  }

  private func keep(_ slip: ArraySlice<UInt8>, _ findings: ArraySlice<UInt8>) {
    if fault == nil { attempt { () throws(SystemFault) in try store(slip, findings) } }
  }

  private func store(
    _ slip: ArraySlice<UInt8>, _ findings: ArraySlice<UInt8>
  ) throws(SystemFault) {
    let bytes = OpenSegment.bytes(slip, findings)
    let hashes = CacheRecord.hashes(slip)
    guard !hashes.isEmpty, bytes <= segmentBytes / 8 else { return }
    if let segment, segment.bytes + bytes > segmentBytes {
      self.segment = nil
      try segment.close()
      folder.prune()
    }
    try opened().add(hashes, slip, findings)
  }

  private func opened() throws(SystemFault) -> OpenSegment {
    if let segment { return segment }
    count += 1
    let opened = try OpenSegment(folder.newSegment(count), header: header)
    segment = opened
    return opened
  }

  /// Now and then writes what has collected, so that little is lost with a run that is killed.
  func tick() {
    let now = copydesk_monotonic()
    guard now - lastFlush > Self.flushInterval else { return }
    lastFlush = now
    attempt { () throws(SystemFault) in try segment?.flush() }
  }

  /// Closes the segment at hand, notes which others were of use, and keeps the cache within its bounds.
  /// - Parameter isInterrupted: whether somebody waits for the end; then small segments are left for another time.
  func close(isInterrupted: Bool) {
    attempt { () throws(SystemFault) in
      try segment?.close()
      segment = nil
      if !isInterrupted { try folder.merge(header) }
    }
    for number in used where choice.segments.indices.contains(number) {
      folder.touch(choice.segments[number])
    }
    folder.prune()
  }

  /// A cache that cannot be written is no reason to end a run; what there is of the segment makes room.
  private func attempt(_ work: () throws(SystemFault) -> Void) {
    do throws(SystemFault) { try work() } catch {
      fault = error
      segment?.remove()
      segment = nil
    }
  }
}
