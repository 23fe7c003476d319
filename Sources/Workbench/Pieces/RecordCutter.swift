import Reading

/// Cuts one file of many records into stretches of whole ones, counting the lines on the way.
///
/// It holds no more of the file than a stretch, however long a line is or a field whose quotation mark never closes.
struct RecordCutter {
  private static let prefixBytes = 64 << 10

  private let file: InputFile
  private let layout: RecordLayout
  private let descriptor: Descriptor
  private let pieceBytes: Int
  private var offset: Int
  private var line: Int
  /// Before here records are single lines, for one that began earlier seemed to reach this far.
  private var confinedEnd = 0

  /// Nil if the file cannot be opened or has to be read whole; whoever reads it will say why.
  init?(_ file: InputFile, _ reader: Reader, spool: Spool?, pieceBytes: Int) {
    guard let descriptor = try? file.open(spool: spool?.file),
      let prefix = try? descriptor.read(Self.prefixBytes, at: 0),
      let layout = reader.layout(ofPrefix: prefix, name: file.source)
    else { return nil }
    self.file = file
    self.layout = layout
    self.descriptor = descriptor
    self.pieceBytes = pieceBytes
    (offset, line) = layout.body
  }

  /// The next stretch; nil at the end. A file that shrank ends early, and the worker sees why.
  mutating func next() -> (file: InputFile, bytes: Range<Int>, stretch: Stretch)? {
    guard offset < file.bytes else { return nil }
    let start = offset
    let isConfined = start < confinedEnd
    let stretch = Stretch(layout, firstLine: line, isConfined: isConfined)
    if !takeWhole(isConfined ? .lines : layout) { takeLine() }
    return (file, start..<offset, stretch)
  }

  /// Takes as many whole records as a piece holds; false where a record is too long to be one.
  private mutating func takeWhole(_ layout: RecordLayout) -> Bool {
    var wanted = pieceBytes
    while true {
      guard let bytes = try? descriptor.read(min(wanted, file.bytes - offset), at: offset),
        !bytes.isEmpty
      else {
        offset = file.bytes
        return true
      }
      if offset + bytes.count >= file.bytes {
        offset = file.bytes
        return true
      }
      if let whole = layout.wholeRecords(in: bytes) {
        offset += whole.bytes
        line += whole.lines
        return true
      }
      guard wanted < layout.longestRecord else { return false }
      wanted *= 2
    }
  }

  /// Takes one line, however long.
  private mutating func takeLine() {
    confinedEnd = max(confinedEnd, offset + layout.longestRecord)
    line += 1
    while offset < file.bytes,
      let bytes = try? descriptor.read(min(pieceBytes, file.bytes - offset), at: offset),
      !bytes.isEmpty
    {
      if let end = bytes.firstIndex(of: layout.lineEnd) {
        offset += end + 1
        return
      }
      offset += bytes.count
    }
  }
}
