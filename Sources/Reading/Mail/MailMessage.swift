import Document

/// Reads a mail, as newsletters are: its HTML, or else its text; or a page that a browser saved in the form of a mail.
struct MailMessage: Story {
  private(set) var id: String?
  private(set) var text: [UInt8] = []
  private(set) var metadata = Metadata()
  private(set) var layers = Layers()
  private(set) var warnings: [Warning] = []

  init(_ bytes: ArraySlice<UInt8>, source: String, decoder: Decoder) {
    let header = MailHeader(bytes)
    let body = MailBody(bytes, header)
    id = header["message-id"].map { $0.filter { $0 != "<" && $0 != ">" && $0 != " " } }
    if let part = body.best { read(part, source, decoder, isSaved: header.isOfSavedPage) }
    if header.isOfSavedPage {
      addSaving(header, of: body.best)
    } else {
      // What the page in it says of itself counts less than the header.
      add(header)
      addOther(header, attachments: body.attachments)
    }
    metadata.addDateline(of: text, source: source)
  }

  private mutating func read(
    _ part: MailBody.Part, _ source: String, _ decoder: Decoder, isSaved: Bool
  ) {
    let decoded = decoder.decode(part.content[...], declared: part.type["charset"])
    warnings += decoded.warnings
    if part.type.value == "text/html" {
      readPage(decoded.utf8, source, isSaved: isSaved)
    } else {
      let flowed = FlowedText(part.type)?.lines(of: decoded.utf8) ?? decoded.utf8
      let clean = flowed.withUnsafeBufferPointer { CleanText($0, isVerbatim: false) }
      warnings += clean.warnings
      text = clean.utf8.withUnsafeBufferPointer { TextFlow($0).text }
    }
  }

  /// The main text of the page; or all of it, where that is twice as much: letters are not built like pages.
  private mutating func readPage(_ utf8: ArraySlice<UInt8>, _ source: String, isSaved: Bool) {
    let page = HTMLPage(utf8, source: source)
    (text, layers) = (page.text, page.layers)
    metadata = page.metadata
    warnings += page.warnings
    guard !isSaved else { return }
    let all = HTMLFragment(Array(utf8))
    guard page.text.count * 2 < all.text.count else { return }
    (text, layers) = (all.text, all.layers)
    warnings.removeAll { $0.code == "text" }
  }

  /// Adds what a browser notes of a page: its title, its address, and when it was saved, which says nothing of when it was published.
  private mutating func addSaving(_ header: MailHeader, of part: MailBody.Part?) {
    if metadata.title == nil, let subject = header.words("subject") {
      metadata.title = Sourced(subject, from: "mail:subject")
    }
    let address = header["snapshot-content-location"] ?? part?.location
    if let address, address.contains("://") { metadata.add(address: address, from: "mail") }
    guard let date = header["date"].flatMap(PageMetadata.iso) else { return }
    metadata.add("archived", .string(date), from: "mail:date")
  }

  private mutating func add(_ header: MailHeader) {
    func sourced<Found>(_ value: Found?, _ name: String) -> Sourced<Found>? {
      value.map { Sourced($0, from: "mail:\(name)") }
    }
    metadata.title = sourced(header.words("subject"), "subject") ?? metadata.title
    let sender = header["from"].map(MailAddress.init)
    metadata.authors = sourced(sender?.name.map { [$0] }, "from") ?? metadata.authors
    metadata.published =
      sourced(header["date"].flatMap(PageMetadata.iso), "date") ?? metadata.published
    if let date = header["date"], PageMetadata.iso(date) == nil {
      warnings.append(
        Warning(code: "date", message: "no date can be told from '\(date.prefix(40))'"))
    }
    let list = header.words("list-id").flatMap { MailAddress($0).name }
    metadata.publisher =
      sourced(list, "list-id") ?? sourced(header.words("organization"), "organization")
      ?? metadata.publisher ?? sourced(sender?.domain, "from")
    let address = header["archived-at"]?.filter { $0 != "<" && $0 != ">" }
    metadata.url = sourced(address, "archived-at") ?? metadata.url
    if let language = header["content-language"].flatMap({ FieldText.language(.string($0)) }) {
      metadata.language = Sourced(language, from: "mail:content-language")
    }
  }

  private mutating func addOther(_ header: MailHeader, attachments: Int) {
    if let list = header["list-id"] {
      metadata.add("list_id", .string(MailAddress(list).address ?? list), from: "mail")
    }
    if attachments > 0 {
      metadata.add("attachments", .integer(Int64(attachments)), from: "mail")
    }
  }
}

/// Who sent a mail: `"Roe, Jane" <jane@paper.example>`, `jane@paper.example (Jane Roe)`.
struct MailAddress {
  private(set) var name: String?
  private(set) var address: String?

  init(_ text: String) {
    let whole = EncodedWords.decode(text)
    if let open = whole.lastIndex(of: "<") {
      name = whole[..<open].trimmingSpace
      address = String(whole[whole.index(after: open)...].prefix { $0 != ">" })
    } else if let open = whole.firstIndex(of: "("), let close = whole.lastIndex(of: ")"),
      open < close
    {
      name = String(whole[whole.index(after: open)..<close])
      address = whole[..<open].trimmingSpace
    } else {
      address = whole.trimmingSpace
    }
    name = name?.filter { $0 != "\"" && $0 != "\\" }.trimmingSpace
    if name?.isEmpty == true { name = nil }
  }

  var domain: String? {
    guard let at = address?.lastIndex(of: "@"), let address else { return nil }
    return address[address.index(after: at)...].trimmingSpace.lowercased()
  }
}
