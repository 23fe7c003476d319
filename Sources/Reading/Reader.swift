package import Document

/// Turns the bytes of one input into articles.
package struct Reader: Sendable {
  package struct Options: Sendable {
    /// The encoding to assume where no byte order mark says otherwise; nil: detect it.
    package var encoding: String?
    /// A larger input, or a larger line of JSON Lines, is refused with the code `too-large`.
    package var maximumBytes: Int

    package init(encoding: String? = nil, maximumBytes: Int = 64 << 20) {
      self.encoding = encoding
      self.maximumBytes = maximumBytes
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
  ///   - bytes: the whole input, or a piece of JSON Lines that was cut at line ends.
  ///   - source: the input's name; a record of JSON Lines adds `:` and its line.
  ///   - firstLine: the 1-based number of the piece's first line.
  ///   - isLines: whether the input is JSON Lines; nil to tell by content.
  package func read(
    _ bytes: [UInt8], source: String, firstLine: Int = 1, isLines: Bool? = nil,
    each: (Result<Article, ReadFailure>) -> Void
  ) {
    if let failure = refusal(bytes, source, isLines) { return each(.failure(failure)) }
    if isLines != true, Gzip.isGzip(bytes[...]) { return unpack(bytes, source, each) }
    if WARC.isWARC(bytes[...]) { return archive(source).read(bytes[...], each: each) }
    let records = RecordReader(
      source: source, decoder: decoder, maximumBytes: options.maximumBytes)
    if isLines == true {
      return JSONLines(reader: records).read(bytes[...], firstLine: firstLine, each: each)
    }
    let input = Input(bytes: bytes, source: source, decoder: decoder)
    if !input.decoded.isWide, BinarySignature.isLikely(bytes[...]) {
      return each(
        .failure(
          ReadFailure(
            source: source, code: "binary", message: "too many control characters for text")))
    }
    read(input, records, isLines, each)
  }

  private func read(
    _ input: Input, _ records: RecordReader, _ isLines: Bool?,
    _ each: (Result<Article, ReadFailure>) -> Void
  ) {
    var records = records
    records.warnings = input.recordWarnings
    switch InputFormat(input.decoded.utf8, name: input.source, isLines: isLines) {
    case .jsonLines: JSONLines(reader: records).read(input.records, firstLine: 1, each: each)
    case .json: JSONDocument(reader: records).read(input.records, each: each)
    case .markdown: each(input.article(Markdown(input.decoded.utf8, source: input.source)))
    case .xml:
      XMLDocument(source: input.source, warnings: input.decoded.warnings).read(input, each: each)
    case .html: each(input.article(HTMLPage(input.decoded.utf8, source: input.source)))
    case .text: each(input.article(PlainText(input.decoded.utf8, source: input.source)))
    }
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
  private func refusal(_ bytes: [UInt8], _ source: String, _ isLines: Bool?) -> ReadFailure? {
    if bytes.count > options.maximumBytes, isLines != true {
      return .tooLarge(bytes.count, options.maximumBytes, source)
    }
    if let name = options.encoding, !Self.knows(encoding: name) {
      return ReadFailure(
        source: source, code: "encoding", message: "no encoding is called \(name)",
        remedy: "use utf-8, utf-16, windows-1252, iso-8859-1, …")
    }
    guard bytes.contains(where: { $0 > 0x20 }) else {
      return ReadFailure(source: source, code: "empty", message: "nothing in it")
    }
    if let name = BinarySignature.name(of: bytes[...]) {
      return ReadFailure(source: source, code: "binary", message: "\(name), not text")
    }
    return nil
  }

  /// Whether an input that begins like this may be cut at line ends: whether it is JSON Lines.
  package static func isLineByLine(prefix: [UInt8]) -> Bool {
    JSONLines.areLikely(in: prefix[...])
  }
}
