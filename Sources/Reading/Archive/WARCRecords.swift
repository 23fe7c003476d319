import Document

/// One record of a WARC file.
struct WARCRecord {
  /// Where it begins: its byte, or the member's in which it was packed and its byte in there.
  let place: String
  let fields: HeaderFields
  /// Must be gone before the next record is asked for.
  let block: ArraySlice<UInt8>

  var type: String { fields["warc-type"]?.lowercased() ?? "" }
}

/// The records of a WARC 1.0 or 1.1 file, packed one by one, or all together, or not at all.
final class WARCRecords {
  enum Step {
    case record(WARCRecord)
    /// What is in a record's place that cannot be read; the records behind it follow.
    case fault(place: String, StreamFault)
  }

  private let window: Window
  private let maximumBytes: Int
  /// Bytes of a file that is not packed: no record can be longer.
  private let total: Int?
  /// Records that begin here or behind belong to somebody else.
  private let end: Int
  private var pending = 0
  private var isDone = false
  /// How much of the file had been taken for the last record.
  private(set) var progress = 0

  /// - Parameter end: where in the file reading ends.
  init(_ window: Window, total: Int? = nil, maximumBytes: Int, end: Int = .max) {
    self.window = window
    self.total = total
    self.maximumBytes = maximumBytes
    self.end = end
  }

  static func begin(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.starts(with: "WARC/".utf8) }

  /// The next record; nil at the end.
  func next() -> Step? {
    window.skip(pending)
    pending = 0
    guard !isDone else { return nil }
    do throws(StreamFault) {
      return try read()
    } catch {
      let place = self.place
      // What reading cannot go on behind ends the file.
      isDone = (try? window.recover(Self.begin)) != true
      return .fault(place: place, error)
    }
  }

  private var place: String {
    window.depth == 0 ? "\(window.place)" : "\(window.place)+\(window.depth)"
  }

  private func read() throws(StreamFault) -> Step? {
    guard try passSpace(), window.place < end else {
      isDone = true
      return nil
    }
    let place = self.place
    progress = window.progress
    try window.hold(8)
    guard Self.begin(window.bytes), let headerLength = try headerLength() else {
      return try fault(place, "no record where one should begin")
    }
    guard let length = length(ofBlockBehind: headerLength) else {
      return try fault(place, "a record that is cut short, or says a length that cannot be")
    }
    guard length <= maximumBytes else { return try pass(headerLength, length, place) }
    return try record(headerLength, length, place)
  }

  private func length(ofBlockBehind headerLength: Int) -> Int? {
    let fields = HeaderFields(window.bytes.prefix(headerLength))
    guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0,
      total.map({ length <= $0 - window.place }) ?? true
    else { return nil }
    return length
  }

  /// Moves to the next record, over the empty lines before it; false at the end.
  private func passSpace() throws(StreamFault) -> Bool {
    while true {
      let space = window.bytes.prefix { $0 <= 0x20 }.count
      window.skip(space)
      if window.count > 0 { return true }
      guard try window.readMore() else { return false }
    }
  }

  private func headerLength() throws(StreamFault) -> Int? {
    var searched = 0
    while true {
      if let length = HeaderFields.length(in: window.bytes, from: searched) { return length }
      searched = max(0, window.count - 3)
      guard window.count < HeaderFields.maximumBytes, try window.readMore() else { return nil }
    }
  }

  private func record(
    _ headerLength: Int, _ length: Int, _ place: String
  ) throws(StreamFault) -> Step {
    let isWhole = try window.hold(headerLength + length)
    // The fields' bytes may have moved.
    let fields = HeaderFields(window.bytes.prefix(headerLength))
    let block = window.bytes.dropFirst(headerLength).prefix(length)
    let rest = window.bytes.dropFirst(headerLength + length).drop { $0 <= 0x20 }
    let isFollowed = rest.isEmpty || Self.begin(rest) || "WARC/".utf8.starts(with: rest)
    guard isWhole, isFollowed || Self.position(in: block) == nil else {
      return try fault(place, "a record that is shorter than it says")
    }
    pending = headerLength + length
    return .record(WARCRecord(place: place, fields: fields, block: block))
  }

  /// Passes over a record that is too large to look at.
  private func pass(
    _ headerLength: Int, _ length: Int, _ place: String
  ) throws(StreamFault) -> Step? {
    let type = HeaderFields(window.bytes.prefix(headerLength))["warc-type"]?.lowercased()
    guard try window.pass(headerLength + length) else {
      return .fault(
        place: place, StreamFault(code: "warc", message: "a record that is cut short"))
    }
    guard ["response", "resource", "conversion"].contains(type) else { return try read() }
    return .fault(
      place: place,
      StreamFault(
        code: "too-large", message: "\(length) bytes, more than the limit of \(maximumBytes)",
        remedy: "raise the limit of an input's bytes"))
  }

  // MARK: Damage

  /// Looks for the next record behind what is none.
  private func fault(_ place: String, _ message: String) throws(StreamFault) -> Step {
    var first = 1
    while true {
      if let found = Self.position(in: window.bytes.dropFirst(first)) {
        pending = first + found
        break
      }
      // The beginning of a record may be cut.
      let kept = min(8, window.count)
      window.skip(window.count - kept)
      first = 0
      guard try window.readMore() else {
        isDone = true
        break
      }
    }
    return .fault(place: place, StreamFault(code: "warc", message: message))
  }

  /// How far it is to the first line that begins a record.
  private static func position(in bytes: ArraySlice<UInt8>) -> Int? {
    var start = bytes.startIndex
    while let newline = bytes[start...].firstIndex(of: 0x0A) {
      start = newline + 1
      if bytes[start...].starts(with: "WARC/1.".utf8) { return start - bytes.startIndex }
    }
    return nil
  }
}
