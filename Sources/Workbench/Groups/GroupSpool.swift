import Glibc

/// Outcomes that wait on disk until their group's report is written, in files without names.
///
/// In memory are, of each group, where its outcomes lie that were not yet written down, at most sixty-four, and where such lists
/// lie: eight bytes for sixty-four outcomes.
final class GroupSpool {
  private static let listed = 64
  private static let fullBytes = 1 << 20

  private let outcomes: Descriptor
  private let lists: Descriptor
  private var buffer: [UInt8] = []
  private var (written, listBytes) = (0, 0)
  private var groups: [Places] = []

  /// Where a group's outcomes lie.
  private struct Places {
    var lists: [Int] = []
    var recent: [(offset: Int, count: Int)] = []
  }

  init() throws(WorkbenchError) {
    do {
      outcomes = try Spool.namelessFile()
      lists = try Spool.namelessFile()
    } catch { throw .output(path: "temporary file", errno: error.errno) }
  }

  /// Keeps an outcome's payloads for some groups, which are counted from 0 without gaps.
  func add(_ payloads: [ArraySlice<UInt8>], to numbers: [Int]) throws(WorkbenchError) {
    let start = written + buffer.count
    for payload in payloads {
      buffer.append(contentsOf: payload)
      buffer.append(UInt8(ascii: "\n"))
    }
    let place = (offset: start, count: written + buffer.count - start)
    for number in numbers {
      while groups.count <= number { groups.append(Places()) }
      groups[number].recent.append(place)
      if groups[number].recent.count == Self.listed { try writeList(of: number) }
    }
    if buffer.count >= Self.fullBytes { try flush() }
  }

  private func flush() throws(WorkbenchError) {
    do { try outcomes.write(buffer) } catch {
      throw .output(path: "temporary file", errno: error.errno)
    }
    written += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  private func writeList(of group: Int) throws(WorkbenchError) {
    var bytes: [UInt8] = []
    for place in groups[group].recent {
      for number in [place.offset, place.count] {
        withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
    do { try lists.write(bytes) } catch {
      throw .output(path: "temporary file", errno: error.errno)
    }
    groups[group].lists.append(listBytes)
    groups[group].recent.removeAll(keepingCapacity: true)
    listBytes += bytes.count
  }

  /// Reads the outcomes of a group, in the order in which they came.
  func read(
    _ group: Int, each: ([ArraySlice<UInt8>]) throws(WorkbenchError) -> Void
  ) throws(WorkbenchError) {
    try flush()
    for list in groups[group].lists {
      for place in try places(at: list) { try read(place, each) }
    }
    for place in groups[group].recent { try read(place, each) }
  }

  private func places(at offset: Int) throws(WorkbenchError) -> [(offset: Int, count: Int)] {
    let bytes = try read(lists, Self.listed * 16, at: offset)
    func number(_ place: Int) -> Int {
      bytes[(place * 8)..<(place * 8 + 8)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    return (0..<(bytes.count / 16)).map { (number(2 * $0), number(2 * $0 + 1)) }
  }

  private func read(
    _ place: (offset: Int, count: Int),
    _ each: ([ArraySlice<UInt8>]) throws(WorkbenchError) -> Void
  ) throws(WorkbenchError) {
    let bytes = try read(outcomes, place.count, at: place.offset)
    try each(
      bytes.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false))
  }

  private func read(
    _ file: Descriptor, _ count: Int, at offset: Int
  ) throws(WorkbenchError) -> [UInt8] {
    do { return try file.read(count, at: offset) } catch {
      throw .input(path: "temporary file", errno: error.errno)
    }
  }
}
