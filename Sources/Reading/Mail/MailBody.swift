/// The parts of a mail, of which one is its text.
struct MailBody {
  /// One part with its coding undone.
  struct Part {
    let type: HeaderValue
    let content: [UInt8]
    /// Where it was fetched, of a page that a browser saved.
    let location: String?
  }

  private(set) var best: Part?
  /// Parts that are not read: pictures, documents, further texts.
  private(set) var attachments = 0
  private var parts = 0

  /// As many parts, and parts inside parts, as somebody may have meant.
  private static let greatestDepth = 20
  private static let mostParts = 1000

  init(_ bytes: ArraySlice<UInt8>, _ header: MailHeader) {
    read(bytes[header.bodyStart...], header, depth: 0)
  }

  private mutating func read(_ body: ArraySlice<UInt8>, _ header: MailHeader, depth: Int) {
    parts += 1
    guard depth < Self.greatestDepth, parts < Self.mostParts else { return }
    let type = header.type
    if type.value.hasPrefix("multipart/"), let boundary = type["boundary"], !boundary.isEmpty {
      for part in Self.split(body, boundary) {
        let header = MailHeader(part)
        read(part[header.bodyStart...], header, depth: depth + 1)
      }
    } else if type.value == "message/rfc822", best == nil {
      let header = MailHeader(body)
      read(body[header.bodyStart...], header, depth: depth + 1)
    } else {
      offer(body, header, type)
    }
  }

  /// Takes a part as the text where none was before, or a page where only plain text was.
  private mutating func offer(
    _ body: ArraySlice<UInt8>, _ header: MailHeader, _ type: HeaderValue
  ) {
    let isFile = HeaderValue(header["content-disposition"] ?? "").value == "attachment"
    let isPage = type.value == "text/html"
    guard !isFile, isPage || type.value == "text/plain" || type.value.isEmpty else {
      attachments += 1
      return
    }
    let isBetter = best.map { isPage && $0.type.value != "text/html" } ?? true
    let coding = header["content-transfer-encoding"] ?? ""
    let content = isBetter ? Self.decoded(body, coding.lowercased()) : []
    if content.contains(where: { $0 > 0x20 }) {
      best = Part(type: type, content: content, location: header["content-location"])
    }
  }

  private static func decoded(_ body: ArraySlice<UInt8>, _ coding: String) -> [UInt8] {
    if coding.hasPrefix("quoted-printable") { return QuotedPrintable.decode(body) }
    guard coding.hasPrefix("base64") else { return Array(body) }
    // What is no base 64, such as a line that a list has added, is left out.
    return Base64.decode(Array(body)) ?? Base64.decode(body.filter(Base64.isLetter)) ?? Array(body)
  }

  /// The bytes between the lines that consist of the boundary.
  private static func split(_ body: ArraySlice<UInt8>, _ boundary: String) -> [ArraySlice<UInt8>] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [ArraySlice<UInt8>] = []
    var partStart: Int?
    var start = body.startIndex
    while start < body.endIndex {
      let end = body[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? body.endIndex
      if body[start..<end].starts(with: mark) {
        let rest = body[(start + mark.count)..<end]
        let isLast = rest.starts(with: "--".utf8)
        if isLast || rest.allSatisfy({ $0 <= 0x20 }) {
          if let partStart { parts.append(body[partStart..<start]) }
          partStart = isLast ? nil : end
        }
      }
      start = end
    }
    // Of a message that is cut short the last part is worth reading, too.
    if let partStart, partStart < body.endIndex { parts.append(body[partStart...]) }
    return parts
  }
}

/// Plain text whose paragraphs were cut into lines that can be put together again, by RFC 3676.
struct FlowedText {
  private let deletesSpace: Bool

  /// Nil for text that is not of that format.
  init?(_ type: HeaderValue) {
    guard type["format"]?.lowercased() == "flowed" else { return nil }
    deletesSpace = type["delsp"]?.lowercased() == "yes"
  }

  /// Each paragraph in one line, with an empty one behind.
  func lines(of utf8: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var start = utf8.startIndex
    while start < utf8.endIndex {
      let end = utf8[start...].firstIndex(of: 0x0A) ?? utf8.endIndex
      var line = utf8[start..<end]
      start = end + 1
      if line.last == 0x0D { line = line.dropLast() }
      // A space in front keeps apart what looks like a quotation.
      if line.first == 0x20 { line = line.dropFirst() }
      let isFlowing = line.last == 0x20 && !line.elementsEqual("-- ".utf8)
      result += isFlowing && deletesSpace ? line.dropLast() : line
      if !isFlowing { result.append(0x0A) }
    }
    return result[...]
  }
}
