import Document

/// Reads WARC 1.0 and 1.1: each response or resource that is a page becomes an article.
struct WARC {
  let source: String
  let decoder: Decoder
  let maximumBytes: Int

  static func isWARC(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.starts(with: "WARC/".utf8) }

  /// Reads an archive whose records are compressed one by one, or all together, or not at all.
  func read(_ bytes: ArraySlice<UInt8>, each: (Result<Article, ReadFailure>) -> Void) {
    var count = 0
    var articles = 0
    func deliver(_ result: Result<Article, ReadFailure>) {
      articles += 1
      each(result)
    }
    if Gzip.isGzip(bytes) {
      var gzip = Gzip(bytes)
      do {
        while let member = try gzip.next(limit: maximumBytes) {
          readAll(member[...], &count, deliver)
        }
      } catch {
        deliver(.failure(.gzip(error, source)))
      }
    } else {
      readAll(bytes, &count, deliver)
    }
    if articles == 0 {
      each(
        .failure(ReadFailure(source: source, code: "empty", message: "an archive without pages")))
    }
  }

  /// Reads all records of a stretch; a damaged one is recorded, and the next is looked for behind it.
  private func readAll(
    _ bytes: ArraySlice<UInt8>, _ count: inout Int, _ each: (Result<Article, ReadFailure>) -> Void
  ) {
    var rest = bytes
    while let start = rest.firstIndex(where: { $0 > 0x20 }) {
      count += 1
      rest = rest[start...]
      let place = "\(source):\(count)"
      guard let record = Record(rest) else {
        each(
          .failure(
            ReadFailure(
              source: place, code: "warc",
              message: "a record with a header that cannot be read, or cut short")))
        guard let next = Self.nextRecord(in: rest) else { return }
        rest = rest[next...]
        continue
      }
      rest = rest[record.end...]
      if let article = article(of: record, place) { each(.success(article)) }
    }
  }

  private static func nextRecord(in bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex + 1
    while let newline = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) {
      if bytes[(newline + 1)...].starts(with: "WARC/".utf8) { return newline + 1 }
      index = newline + 1
    }
    return nil
  }

  private struct Record {
    let fields: [String: String]
    let block: ArraySlice<UInt8>
    let end: Int

    /// Nil where the header is none, or says more than there is.
    init?(_ bytes: ArraySlice<UInt8>) {
      guard WARC.isWARC(bytes) else { return nil }
      var header = HeaderLines(bytes)
      _ = header.next()
      fields = header.fields()
      guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0,
        length <= bytes.endIndex - header.position
      else { return nil }
      end = header.position + length
      block = bytes[header.position..<end]
    }
  }

  /// The article of a record that holds a page; nil for other records.
  private func article(of record: Record, _ place: String) -> Article? {
    let type = record.fields["warc-type"] ?? ""
    guard type == "response" || type == "resource", record.block.count <= maximumBytes else {
      return nil
    }
    let message = type == "response" ? HTTPMessage(record.block) : HTTPMessage(record.block[...])
    let declared = type == "response" ? message.contentType : record.fields["content-type"] ?? ""
    guard declared.isEmpty || declared.contains("html"), message.status < 400 else { return nil }
    let content = message.content(limit: maximumBytes)
    guard content.contains(where: { $0 > 0x20 }), BinarySignature.name(of: content) == nil else {
      return nil
    }
    let decoded = decode(content, charset: message.charset)
    let page = HTMLPage(decoded.utf8, source: record.fields["warc-target-uri"] ?? place)
    var article = Article(
      id: identifier(of: record) ?? place, source: place, hash: ContentHash.of(record.block),
      text: Text(utf8: page.text), metadata: page.metadata, layers: page.layers,
      warnings: decoded.warnings + page.warnings)
    add(record, to: &article.metadata)
    return article
  }

  private func decode(_ content: ArraySlice<UInt8>, charset: String?) -> Decoded {
    // UTF-8 is what it is, whatever a header says; else the header goes before what the page says of itself.
    let survey = content.withUnsafeBufferPointer(UTF8Survey.init)
    guard !survey.isValid, !survey.isDamagedUTF8,
      let encoding = charset.flatMap(SourceEncoding.init(name:))
    else { return decoder.decode(content) }
    if case .utf8 = encoding { return decoder.decode(content) }
    return Decoder(assumed: encoding).decode(content)
  }

  private func identifier(of record: Record) -> String? {
    record.fields["warc-record-id"].map { $0.filter { $0 != "<" && $0 != ">" } }
  }

  private func add(_ record: Record, to metadata: inout Metadata) {
    if let url = record.fields["warc-target-uri"]?.filter({ $0 != "<" && $0 != ">" }) {
      if metadata.url == nil { metadata.url = Sourced(url, from: "warc") }
      if metadata.published == nil, let date = YearEvidence.date(in: url), date.utf8.count == 10 {
        metadata.published = Sourced(date, from: "url")
      }
    }
    var other = metadata.other?.value ?? Fields()
    for (name, field) in [("archived", "warc-date"), ("payload_digest", "warc-payload-digest")] {
      if let value = record.fields[field] { other[name] = .string(value) }
    }
    if !other.isEmpty {
      metadata.other = Sourced(other, from: metadata.other?.provenance ?? "warc")
    }
  }
}

extension ReadFailure {
  static func gzip(_ fault: Gzip.Fault, _ source: String) -> ReadFailure {
    let message =
      switch fault {
      case .truncated: "gzip data that is cut short"
      case .damaged: "gzip data that is damaged"
      case .tooLarge: "gzip data that becomes larger than the limit"
      }
    return ReadFailure(
      source: source, code: fault == .tooLarge ? "too-large" : "gzip", message: message)
  }
}
