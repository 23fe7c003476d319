package import Document

/// Cuts an input of many records into stretches of whole ones, counting on the way.
///
/// It holds no more of the input than a stretch or its longest record, however long a line is or a field whose quotation mark
/// never closes.
package final class StretchCutter {
  /// A stretch, and how many bytes it is.
  package struct Cut {
    package var stretch: Stretch
    package var bytes: Int
    /// Whether the window still shows them: else they are one record that is too long to be shown.
    var isHeld = true
    /// How many of them are the end of a list and what stands behind it.
    var tail = 0
  }

  let window: Window
  private let layout: RecordLayout
  private let stretchBytes: Int
  private let heldBytes: Int
  /// The 1-based number of the line or element that comes next.
  package private(set) var line: Int
  private var offset = 0
  /// Before here records are single lines, for one that began earlier seemed to reach this far.
  private var confinedEnd = 0
  private var pending = 0
  private var hasEnded = false
  private var hasRecords = false
  /// What had been taken of the file for the first byte of the last stretch.
  private(set) var place = 0

  /// How much is looked at of what stands behind the end of a list.
  private static let tailBytes = 64 << 10

  /// - Parameters:
  ///   - window: shows the first record.
  ///   - heldBytes: how long a record may be to be shown; at least as long as the layout says.
  init(_ window: Window, _ layout: RecordLayout, stretchBytes: Int, heldBytes: Int = 0) {
    self.window = window
    self.layout = layout
    self.stretchBytes = stretchBytes
    self.heldBytes = max(heldBytes, layout.longestRecord)
    line = layout.body.line
  }

  /// Cuts a file, from its first record on.
  package convenience init(
    _ source: any ByteSource, _ layout: RecordLayout, stretchBytes: Int
  ) {
    let body = SourceStream(source, layout.body.offset..<source.count)
    self.init(Window(body), layout, stretchBytes: stretchBytes)
  }

  /// The next stretch; nil at the end.
  /// - Throws: why the input cannot be read on.
  package func next() throws(ReadFailure) -> Cut? {
    do throws(StreamFault) { return try cut() } catch { throw error.failure(of: "") }
  }

  func cut() throws(StreamFault) -> Cut? {
    window.skip(pending)
    pending = 0
    guard !hasEnded, try window.hold(1) else { return nil }
    place = window.progress
    let isConfined = offset < confinedEnd
    let stretch = Stretch(
      layout, firstLine: line, isConfined: isConfined, isLast: false, followsNothing: !hasRecords)
    if let whole = try whole(isConfined ? .lines : layout) {
      line += whole.lines
      hasRecords = hasRecords || self.layout.emptiness(of: window.bytes.prefix(whole.bytes)) == nil
      return take(whole.bytes, of: stretch)
    }
    hasRecords = true
    return try overlong(stretch)
  }

  private func take(_ count: Int, of stretch: Stretch) -> Cut {
    offset += count
    pending = count
    return Cut(stretch: ended(stretch), bytes: count)
  }

  private func ended(_ stretch: Stretch) -> Stretch {
    var stretch = stretch
    stretch.isLast = hasEnded
    return stretch
  }

  /// As many whole records as a stretch holds; nil where the first is too long.
  private func whole(_ layout: RecordLayout) throws(StreamFault) -> (bytes: Int, lines: Int)? {
    var wanted = stretchBytes
    while true {
      guard try window.hold(wanted) else {
        hasEnded = true
        return (window.count, 0)
      }
      if let whole = layout.wholeRecords(in: window.bytes.prefix(wanted)) {
        hasEnded = try !window.hold(whole.bytes + 1)
        guard whole.hasEnded else { return (whole.bytes, whole.lines) }
        hasEnded = true
        try window.hold(whole.bytes + Self.tailBytes)
        return (min(window.count, whole.bytes + Self.tailBytes), whole.lines)
      }
      guard wanted < heldBytes else { return nil }
      wanted *= 2
    }
  }

  /// One line or element, however long.
  private func overlong(_ stretch: Stretch) throws(StreamFault) -> Cut {
    confinedEnd = max(confinedEnd, offset + layout.longestRecord)
    line += 1
    var scanner = ElementScanner()
    var passed = 0
    while try window.hold(1) {
      if let end = end(in: window.bytes, &scanner) {
        let tail = try tail(behind: end)
        guard passed > 0 else { return take(end + tail, of: stretch) }
        window.skip(end + tail)
        offset += end + tail
        return Cut(
          stretch: ended(stretch), bytes: passed + end + tail, isHeld: false, tail: tail)
      }
      passed += window.count
      offset += window.count
      window.skip(window.count)
    }
    hasEnded = true
    return Cut(stretch: ended(stretch), bytes: passed, isHeld: false)
  }

  /// With the last element of a list goes the list's end, by which whoever reads the element knows that it is whole.
  private func tail(behind end: Int) throws(StreamFault) -> Int {
    guard case .list = layout, window.bytes.dropFirst(end).first == UInt8(ascii: "]") else {
      return 0
    }
    hasEnded = true
    try window.hold(end + Self.tailBytes)
    return min(window.count - end, Self.tailBytes)
  }

  /// How many bytes it is to the end of a line, or of an element with its comma.
  private func end(in bytes: ArraySlice<UInt8>, _ scanner: inout ElementScanner) -> Int? {
    guard case .list = layout else {
      return bytes.firstIndex(of: layout.lineEnd).map { $0 + 1 - bytes.startIndex }
    }
    return scanner.end(in: bytes).map {
      $0 - bytes.startIndex + (bytes[$0] == UInt8(ascii: ",") ? 1 : 0)
    }
  }
}
