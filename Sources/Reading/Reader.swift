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
    if let failure = refusal(bytes, source, stretch) { return each(.failure(failure)) }
    if let stretch {
      return read(bytes[...], stretch, records(of: source), each)
    }
    if Gzip.isGzip(bytes[...]) { return unpack(bytes, source, each) }
    if WARC.isWARC(bytes[...]) { return archive(source).read(bytes[...], each: each) }
    let input = Input(bytes: bytes, source: source, decoder: decoder)
    if !input.decoded.isWide, BinarySignature.isLikely(bytes[...]) {
      return each(
        .failure(
          ReadFailure(
            source: source, code: "binary", message: "too many control characters for text")))
    }
    read(input, each)
  }

  private func read(_ input: Input, _ each: (Result<Article, ReadFailure>) -> Void) {
    var records = records(of: input.source)
    records.warnings = input.recordWarnings
    switch format(of: input.decoded.utf8, records: input.records, name: input.source) {
    case .jsonLines: read(input.records, Stretch(.lines), records, each)
    case .table(let table):
      let stretch = Stretch(.table(table), firstLine: table.bodyLine)
      read(input.records.dropFirst(table.body), stretch, records, each)
    case .json: JSONDocument(reader: records).read(input.records, each: each)
    case .markdown: each(input.article(Markdown(input.decoded.utf8, source: input.source)))
    case .xml:
      XMLDocument(source: input.source, warnings: input.decoded.warnings).read(input, each: each)
    case .html: each(input.article(HTMLPage(input.decoded.utf8, source: input.source)))
    case .text: each(input.article(PlainText(input.decoded.utf8, source: input.source)))
    }
  }

  private func read(
    _ bytes: ArraySlice<UInt8>, _ stretch: Stretch, _ records: RecordReader,
    _ each: (Result<Article, ReadFailure>) -> Void
  ) {
    switch stretch.layout {
    case .lines: JSONLines(reader: records).read(bytes, firstLine: stretch.firstLine, each: each)
    case .table(let table):
      Table(layout: table, reader: records).read(
        bytes, firstLine: stretch.firstLine, isConfined: stretch.isConfined, each: each)
    }
  }

  private func records(of source: String) -> RecordReader {
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
  package func layout(ofPrefix prefix: [UInt8], name: String) -> RecordLayout? {
    // Neither what is packed nor characters wider than bytes can be cut at line ends.
    guard !prefix.contains(0), !isWide(prefix), BinarySignature.name(of: prefix[...]) == nil,
      !Gzip.isGzip(prefix[...]), !WARC.isWARC(prefix[...])
    else { return nil }
    let text = prefix.dropFirst(ByteOrderMark(of: prefix[...])?.length ?? 0)
    switch format(of: text, records: prefix[...], name: name) {
    case .jsonLines: return .lines
    case .table(let table): return .table(table)
    default: return nil
    }
  }

  private func isWide(_ prefix: [UInt8]) -> Bool {
    if case .wide? = ByteOrderMark(of: prefix[...])?.encoding ?? decoder.assumed { return true }
    return false
  }

  private func archive(_ source: String) -> WARC {
    WARC(source: source, decoder: decoder, maximumBytes: options.maximumBytes)
  }

  /// Reads what gzip has packed: an archive record by record, anything else as if it had come unpacked.
  private func unpack(
    _ bytes: [UInt8], _ source: String, _ each: (Result<Article, ReadFailure>) -> Void
  ) {
    do {
      var gzip = Gzip(bytes[...])
      let first = try gzip.next(limit: options.maximumBytes) ?? []
      if WARC.isWARC(first[...]) { return archive(source).read(bytes[...], each: each) }
      let content = try Gzip.all(bytes[...], limit: options.maximumBytes)
      guard !Gzip.isGzip(content[...]) else {
        return each(
          .failure(
            ReadFailure(source: source, code: "binary", message: "gzip data inside gzip data")))
      }
      read(content, source: source, each: each)
    } catch {
      each(.failure(.gzip(error, source)))
    }
  }

  /// Why bytes are not read at all.
  private func refusal(_ bytes: [UInt8], _ source: String, _ stretch: Stretch?) -> ReadFailure? {
    if bytes.count > options.maximumBytes, stretch == nil {
      return .tooLarge(bytes.count, options.maximumBytes, source)
    }
    if let name = options.encoding, !Self.knows(encoding: name) {
      return ReadFailure(
        source: source, code: "encoding", message: "no encoding is called \(name)",
        remedy: "use utf-8, utf-16, windows-1252, iso-8859-1, …")
    }
    guard stretch == nil else { return nil }
    guard bytes.contains(where: { $0 > 0x20 }) else {
      return ReadFailure(source: source, code: "empty", message: "nothing in it")
    }
    if let name = BinarySignature.name(of: bytes[...]) {
      return ReadFailure(source: source, code: "binary", message: "\(name), not text")
    }
    return nil
  }
}
