import Reading

/// Cuts one file of many records into stretches of whole ones.
struct RecordCutter {
  private static let prefixBytes = 64 << 10

  private let file: InputFile
  private let layout: RecordLayout
  private let cutter: StretchCutter
  private var offset: Int
  /// Whether one stretch says all.
  private let isRefused: Bool
  private var isDone = false

  /// Nil if the file cannot be opened or has to be read whole; whoever reads it will say why.
  init?(_ file: InputFile, _ reader: Reader, spool: Spool?, pieceBytes: Int) {
    guard let descriptor = try? file.open(spool: spool?.file),
      let prefix = try? descriptor.read(Self.prefixBytes, at: 0),
      let layout = reader.layout(ofPrefix: prefix, name: file.source, bytes: file.bytes)
    else { return nil }
    self.file = file
    self.layout = layout
    let source = InputSource(file, descriptor, count: file.bytes)
    cutter = StretchCutter(source, layout, stretchBytes: pieceBytes)
    offset = layout.body.offset
    isRefused = reader.refuses(layout)
  }

  /// The next stretch; nil at the end.
  mutating func next() -> (file: InputFile, bytes: Range<Int>, stretch: Stretch)? {
    guard !isDone, offset < file.bytes else { return nil }
    let start = offset
    guard let cut = try? cutter.next() else {
      // It cannot be read, or has shrunk; the worker will see why.
      isDone = true
      return (file, start..<file.bytes, Stretch(layout, firstLine: cutter.line))
    }
    offset += cut.bytes
    isDone = cut.stretch.isLast || isRefused
    return (file, start..<offset, cut.stretch)
  }
}
