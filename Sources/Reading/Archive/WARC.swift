import Document

/// Reads the records of a WARC file: each response or resource that is a page becomes an article, and each text that a page was
/// converted to.
struct WARC {
  let source: String
  let decoder: Decoder
  let maximumBytes: Int

  /// Reads a record; a damaged one is recorded.
  func read(_ step: WARCRecords.Step, into outlet: Outlet) {
    switch step {
    case .fault(let place, let fault): outlet.put(.failure(fault.failure(of: named(place))))
    case .record(let record): read(record, outlet)
    }
  }

  private func read(_ record: WARCRecord, _ outlet: Outlet) {
    let place = named(record.place)
    switch record.type {
    case "response", "resource":
      // What a crawler asked of name servers is no content.
      guard record.fields["content-type"]?.hasPrefix("text/dns") != true else { return }
      outlet.part(place) { each in each(page(record, place)) }
    case "revisit": outlet.put(.failure(.notAPage("the same page as at an earlier visit", place)))
    case "conversion": outlet.part(place) { each in each(conversion(record, place)) }
    case "continuation":
      outlet.put(.failure(.notAPage("the continuation of another record", place)))
    default: return
    }
  }

  private func named(_ place: String) -> String { "\(source):\(place)" }

  /// The article of a record that holds a page.
  private func page(_ record: WARCRecord, _ place: String) -> Result<Article, ReadFailure> {
    let isAnswer = record.type == "response"
    let message = HTTPMessage(
      record.block, type: isAnswer ? "" : record.fields["content-type"] ?? "")
    guard 200..<300 ~= message.status else {
      return .failure(.notAPage("an answer with status \(message.status)", place))
    }
    let content: ArraySlice<UInt8>
    var isCut = record.fields["warc-truncated"] != nil
    do throws(StreamFault) {
      let whole = try message.content(limit: maximumBytes)
      (content, isCut) = (whole.bytes, isCut || whole.isCut)
    } catch {
      return .failure(error.failure(of: place))
    }
    guard content.contains(where: { $0 > 0x20 }) else {
      return .failure(.notAPage("nothing in it", place))
    }
    guard isPage(message.contentType, content) else {
      let type = message.contentType.isEmpty ? "data" : message.contentType
      return .failure(.notAPage("\(type), not a page", place))
    }
    let decoded = decoder.decode(content, declared: message.charset)
    let address = address(of: record)
    let page = HTMLPage(decoded.utf8, source: address ?? place, address: address)
    let cut = isCut ? [Warning(code: "cut", message: "the page is cut short in the archive")] : []
    return .success(article(page, record, place, decoded.warnings + cut))
  }

  /// The article of a record that holds what another was converted to: the text of a page, as crawls publish it.
  private func conversion(_ record: WARCRecord, _ place: String) -> Result<Article, ReadFailure> {
    let type = HeaderValue(record.fields["content-type"] ?? "text/plain")
    guard type.value == "text/plain", BinarySignature.name(of: record.block) == nil else {
      return .failure(.notAPage("a copy converted to \(type.value)", place))
    }
    guard record.block.contains(where: { $0 > 0x20 }) else {
      return .failure(.notAPage("nothing in it", place))
    }
    let decoded = decoder.decode(record.block, declared: type["charset"])
    let story = PlainText(decoded.utf8, source: address(of: record) ?? place)
    var article = article(story, record, place, decoded.warnings)
    let languages = record.fields["warc-identified-content-language"]?.prefix { $0 != "," }
    article.metadata.language = languages.flatMap { FieldText.language(.string(String($0))) }
      .map { Sourced($0, from: "warc") }
    return .success(article)
  }

  private func article(
    _ story: some Story, _ record: WARCRecord, _ place: String, _ warnings: [Warning]
  ) -> Article {
    var article = Article(
      id: identifier(of: record) ?? place, source: place, hash: ContentHash.of(record.block),
      text: Text(utf8: story.text), metadata: story.metadata, layers: story.layers,
      warnings: warnings + story.warnings)
    add(record, address(of: record), to: &article)
    return article
  }

  private func address(of record: WARCRecord) -> String? {
    record.fields["warc-target-uri"]?.filter { $0 != "<" && $0 != ">" }
  }

  /// Whether it is a page by its header; or by its bytes, where the header knows nothing.
  private func isPage(_ type: String, _ content: ArraySlice<UInt8>) -> Bool {
    guard BinarySignature.name(of: content) == nil else { return false }
    if type.contains("html") { return true }
    return ["", "text/plain", "application/octet-stream", "unknown"].contains(type)
      && InputFormat.looksLikeHTML(content)
  }

  private func identifier(of record: WARCRecord) -> String? {
    record.fields["warc-record-id"].map { $0.filter { $0 != "<" && $0 != ">" } }
  }

  private func add(_ record: WARCRecord, _ address: String?, to article: inout Article) {
    if let address { article.metadata.add(address: address, from: "warc") }
    if let date = record.fields["warc-date"] {
      article.metadata.add("archived", .string(date), from: "warc")
    }
    if let digest = record.fields["warc-payload-digest"] {
      article.metadata.add("payload_digest", .string(digest), from: "warc")
    }
    if let digest = record.fields["warc-block-digest"].flatMap(Digest.init),
      !digest.fits(record.block)
    {
      article.warnings.append(
        Warning(code: "digest", message: "the record is not what its digest says; damaged?"))
    }
  }
}

/// The records of a WARC file as members; behind a damaged one the next is looked for.
final class WARCMembers: Members {
  private let records: WARCRecords
  private let archive: WARC
  private var step: WARCRecords.Step?

  /// - Parameters:
  ///   - total: bytes of a file that is not packed.
  ///   - end: where in the file reading ends.
  init(_ window: Window, _ archive: WARC, total: Int? = nil, end: Int = .max) {
    records = WARCRecords(window, total: total, maximumBytes: archive.maximumBytes, end: end)
    self.archive = archive
  }

  func nextPlace() -> Int? {
    if step == nil { step = records.next() }
    return step.map { _ in records.progress }
  }

  func read(by reader: ArchiveReader) {
    if let step { archive.read(step, into: reader.outlet) }
    step = nil
  }

  func pass() { step = nil }
}

extension ReadFailure {
  /// What an archive holds besides pages: it is skipped, and counted.
  static func notAPage(_ message: String, _ source: String) -> ReadFailure {
    ReadFailure(source: source, code: notAPageCode, message: message)
  }

  /// The code of a record that is skipped because it is no article and no fault.
  package static let notAPageCode = "not-a-page"
}
