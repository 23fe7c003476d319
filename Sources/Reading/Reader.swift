package import Document

/// Turns the bytes of one input into articles.
package struct Reader: Sendable {
  package struct Options: Sendable {
    /// The encoding to assume where no byte order mark says otherwise; nil: detect it.
    package var encoding: String?
    /// A larger input, or a larger line of JSON Lines, is refused with the code `too-large`.
    package var maximumBytes: Int
    /// Which members and columns hold what, where their names do not tell.
    package var map: FieldMap

    package init(
      encoding: String? = nil, maximumBytes: Int = 64 << 20, map: FieldMap = FieldMap()
    ) {
      self.encoding = encoding
      self.maximumBytes = maximumBytes
      self.map = map
    }
  }

  package let options: Options
  private let decoder: Decoder

  package init(_ options: Options = Options()) {
    self.options = options
    decoder = Decoder(assumed: options.encoding.flatMap(SourceEncoding.init(name:)))
  }

  /// Whether `--encoding` can name an encoding like this.
  package static func knows(encoding name: String) -> Bool {
    SourceEncoding(name: name) != nil
  }

  /// Reads all articles of an input, in order.
  /// - Parameters:
  ///   - bytes: the whole input, or a stretch of its records.
  ///   - source: the input's name; a record adds `:` and its line or number.
  ///   - stretch: what the bytes are, if they were cut from a larger input.
  package func read(
    _ bytes: [UInt8], source: String, stretch: Stretch? = nil,
    each: (Result<Article, ReadFailure>) -> Void
  ) {
    if stretch == nil, Self.isArchive(prefix: bytes.prefix(1024)) {
      return read(BytesInMemory(bytes), source: source, each: each)
    }
    readContent(bytes, source: source, stretch: stretch, each: each)
  }

  /// Reads all articles of an archive, in order, without having it in memory.
  /// - Parameters:
  ///   - archive: begins as `isArchive(prefix:)` says.
  ///   - table: of a database, the one to read; nil: the only one that holds articles.
  ///   - bans: what not to read.
  package func read(
    _ archive: any ByteSource, source: String, table: String? = nil,
    bans: ArchiveBans = [:], each: (Result<Article, ReadFailure>) -> Void
  ) {
    withoutActuallyEscaping(each) { each in
      let outlet = Outlet(bans: bans, each: each)
      if let refusal = refusal(of: source) { return outlet.put(.failure(refusal)) }
      if let prefix = try? archive.bytes(0..<16), Database.begins(prefix[...]) {
        let records = records(of: source)
        return DatabaseReader(records: records, outlet: outlet, table: table).read(archive)
      }
      if let table { return outlet.put(.failure(.noDatabase(source, table))) }
      ArchiveReader(reader: self, outlet: outlet).read(archive, source)
      if outlet.count == 0 { outlet.put(.failure(.emptyArchive(source))) }
    }
  }

  /// Whether an input that begins like this holds other inputs and can be read bit by bit.
  package static func isArchive(prefix: ArraySlice<UInt8>) -> Bool {
    Container(prefix) != nil || Database.begins(prefix)
  }

  /// Reads what is no archive.
  func readContent(
    _ bytes: [UInt8], source: String, stretch: Stretch? = nil,
    each: (Result<Article, ReadFailure>) -> Void
  ) {
    if let failure = refusal(bytes, source, stretch) { return each(.failure(failure)) }
    if let stretch { return read(bytes[...], stretch, records(of: source), each) }
    if MailHeader.isLikely(bytes[...], name: source) {
      return each(mail(bytes, source: source))
    }
    let input = Input(bytes: bytes, source: source, decoder: decoder)
    if !input.decoded.isWide, BinarySignature.isLikely(bytes[...]) {
      return each(
        .failure(
          ReadFailure(
            source: source, code: "binary", message: "too many control characters for text")))
    }
    read(input, each)
  }

  /// The article of one mail.
  func mail(_ bytes: [UInt8], source: String) -> Result<Article, ReadFailure> {
    let message = MailMessage(bytes[...], source: source, decoder: decoder)
    return Input(bytes: bytes, source: source, decoded: Decoded(utf8: [])).article(message)
  }

  private func read(_ input: Input, _ each: (Result<Article, ReadFailure>) -> Void) {
    var records = records(of: input.source)
    records.warnings = input.recordWarnings
    switch format(of: input.decoded.utf8, records: input.records, name: input.source) {
    case .jsonLines:
      records.warnings += input.encodingWarnings
      read(input.records, Stretch(.lines), records, each)
    case .table(let table):
      let stretch = Stretch(.table(table), firstLine: table.bodyLine)
      read(input.records.dropFirst(table.body), stretch, records, each)
    case .json:
      records.warnings += input.encodingWarnings
      JSONDocument(reader: records).read(input.records, each: each)
    case .markdown: each(input.article(Markdown(input.decoded.utf8, source: input.source)))
    case .xml:
      XMLDocument(source: input.source, warnings: input.decoded.warnings).read(input, each: each)
    case .html: each(input.article(HTMLPage(input.decoded.utf8, source: input.source)))
    case .text: each(input.article(PlainText(input.decoded.utf8, source: input.source)))
    }
  }

  func read(
    _ bytes: ArraySlice<UInt8>, _ stretch: Stretch, _ records: RecordReader,
    _ each: (Result<Article, ReadFailure>) -> Void
  ) {
    if stretch.isLast, stretch.followsNothing, !refuses(stretch.layout),
      let message = stretch.layout.emptiness(of: bytes)
    {
      return each(.failure(ReadFailure(source: records.source, code: "empty", message: message)))
    }
    switch stretch.layout {
    case .lines: JSONLines(reader: records).read(bytes, firstLine: stretch.firstLine, each: each)
    case .table(let table):
      Table(layout: table, reader: records).read(
        bytes, firstLine: stretch.firstLine, isFirst: stretch.followsNothing,
        isConfined: stretch.isConfined, each: each)
    case .list(_, let isWrapped):
      JSONList(reader: records, isWrapped: isWrapped).read(
        bytes, firstNumber: stretch.firstLine, isLast: stretch.isLast, each: each)
    }
  }

  func records(of source: String) -> RecordReader {
    RecordReader(
      source: source, decoder: decoder, maximumBytes: options.maximumBytes, map: options.map)
  }

  private func format(
    of utf8: ArraySlice<UInt8>, records: ArraySlice<UInt8>, name: String
  ) -> InputFormat {
    InputFormat(utf8, name: name) {
      TableSketch(records, fileExtension: $0, decoder, options.map).layout
    }
  }

  /// How a large input can be cut into stretches, told by its beginning; nil where it has to be read whole.
  /// - Parameter bytes: how large it is, if that is known: what can be read whole is cut only where nothing can be lost by it.
  package func layout(ofPrefix prefix: [UInt8], name: String, bytes: Int = 0) -> RecordLayout? {
    // Neither what is packed nor characters wider than bytes can be cut at line ends.
    guard !prefix.contains(0), !isWide(prefix), BinarySignature.name(of: prefix[...]) == nil,
      !Self.isArchive(prefix: prefix[...])
    else { return nil }
    let text = prefix.dropFirst(ByteOrderMark(of: prefix[...])?.length ?? 0)
    switch format(of: text, records: prefix[...], name: name) {
    case .jsonLines: return .lines
    case .table(let table): return .table(table)
    case .json:
      if let body = JSONElements.start(in: prefix[...]) {
        let isOfObjects = prefix[body...].first { $0 > 0x20 } == UInt8(ascii: "{")
        return isOfObjects ? .list(body: body) : nil
      }
      guard bytes > options.maximumBytes else { return nil }
      var wrapper = JSONWrapper(prefix[...], options.map)
      return wrapper.start().map { .list(body: $0, isWrapped: true) }
    default: return nil
    }
  }

  /// Whether no record of a layout can become an article, which the first stretch says for all.
  package func refuses(_ layout: RecordLayout) -> Bool {
    guard case .table(let table) = layout else { return false }
    return table.fault(source: "", map: options.map) != nil
  }

  private func isWide(_ prefix: [UInt8]) -> Bool {
    if case .wide? = ByteOrderMark(of: prefix[...])?.encoding ?? decoder.assumed { return true }
    return false
  }

  func archive(_ source: String) -> WARC {
    WARC(source: source, decoder: decoder, maximumBytes: options.maximumBytes)
  }

  /// Why bytes are not read at all.
  private func refusal(_ bytes: [UInt8], _ source: String, _ stretch: Stretch?) -> ReadFailure? {
    if bytes.count > options.maximumBytes, stretch == nil {
      return .tooLarge(bytes.count, options.maximumBytes, source)
    }
    if let failure = refusal(of: source) { return failure }
    guard stretch == nil else { return nil }
    guard bytes.contains(where: { $0 > 0x20 }) else {
      return ReadFailure(source: source, code: "empty", message: "nothing in it")
    }
    if let name = BinarySignature.name(of: bytes[...]) {
      return ReadFailure(source: source, code: "binary", message: "\(name), not text")
    }
    return nil
  }

  /// Why nothing is read at all.
  func refusal(of source: String) -> ReadFailure? {
    guard let name = options.encoding, !Self.knows(encoding: name) else { return nil }
    return ReadFailure(
      source: source, code: "encoding", message: "no encoding is called \(name)",
      remedy: "use utf-8, utf-16, windows-1252, iso-8859-1, …")
  }
}
