import Document

/// Reads records that come out of an archive, stretch by stretch: lines of JSON, rows of a table, elements of a list.
final class PackedRecords: Members {
  private let records: RecordReader
  private let layout: RecordLayout
  private let cutter: StretchCutter
  private var cut: StretchCutter.Cut?
  /// Whether one stretch says all.
  private let isRefused: Bool
  private var isDone = false

  private static let stretchBytes = 64 << 10

  /// - Parameter window: shows the beginning of the content.
  init(_ window: Window, _ layout: RecordLayout, named name: String, reader: Reader) {
    records = reader.records(of: name)
    self.layout = layout
    isRefused = reader.refuses(layout)
    window.skip(layout.body.offset)
    cutter = StretchCutter(
      window, layout, stretchBytes: Self.stretchBytes,
      heldBytes: layout.longestRecord == 0 ? records.maximumBytes : 0)
  }

  func nextPlace() throws(StreamFault) -> Int? {
    if cut == nil, !isDone { cut = try cutter.cut() }
    return cut.map { _ in cutter.place }
  }

  func pass() {
    cut = nil
    isDone = isRefused
  }

  func read(by archive: ArchiveReader) {
    guard let cut else { return }
    pass()
    guard cut.isHeld else {
      let place = "\(records.source):\(cut.stretch.firstLine)"
      let bytes = cut.bytes - cut.tail
      return archive.outlet.put(.failure(.tooLarge(bytes, records.maximumBytes, place)))
    }
    let bytes = cutter.window.bytes.prefix(cut.bytes)
    if archive.outlet.hasBans {
      readOneByOne(Array(bytes), cut.stretch, archive)
    } else {
      archive.reader.read(bytes, cut.stretch, records) { archive.outlet.put($0) }
    }
  }

  /// Reads each record apart, so that one whose reading must not be tried is left out alone.
  private func readOneByOne(_ bytes: [UInt8], _ stretch: Stretch, _ archive: ArchiveReader) {
    var one = stretch
    one.isLast = false
    let isList = if case .list = layout { true } else { false }
    // An element shows its end by what stands behind it, which for the last is the bracket of the list; what follows that is
    // not looked at before the end.
    if isList { one.layout = .list(body: 0) }
    var rest = 0
    bytes.withUnsafeBufferPointer { buffer in
      layout.walk(buffer, isConfined: stretch.isConfined) { range, lines, isBlank in
        if !isBlank {
          let isOpen = isList && bytes[range].last != UInt8(ascii: ",")
          let shown = range.lowerBound..<min(range.upperBound + (isOpen ? 1 : 0), bytes.count)
          archive.outlet.part("\(records.source):\(one.firstLine)") { each in
            archive.reader.read(bytes[shown], one, records, each)
          }
        }
        one.firstLine += lines
        if !isBlank { one.followsNothing = false }
        rest = range.upperBound
        return true
      }
    }
    // What is wrong with the end of a list.
    guard isList, stretch.isLast else { return }
    one.layout = layout
    one.isLast = true
    archive.reader.read(bytes[rest...], one, records) { archive.outlet.put($0) }
  }
}
