/// The header and body of an HTTP answer, as archives keep them.
struct HTTPMessage {
  let status: Int
  /// In small letters, without parameters; empty where the header has none.
  let contentType: String
  /// The charset that the header names.
  let charset: String?
  private let fields: HeaderFields
  private let body: ArraySlice<UInt8>

  /// - Parameter bytes: the answer; or, where they do not begin like one, a bare body.
  /// - Parameter type: the content type of a bare body.
  init(_ bytes: ArraySlice<UInt8>, type: String = "") {
    let length = bytes.starts(with: "HTTP/".utf8) ? HeaderFields.length(in: bytes) ?? 0 : 0
    fields = HeaderFields(bytes.prefix(length))
    body = bytes.dropFirst(length)
    let line = length > 0 ? fields.firstLine.split(separator: " ") : []
    status = line.dropFirst().first.flatMap { Int($0) } ?? 200
    let declared = HeaderValue(length > 0 ? fields["content-type"] ?? "" : type)
    contentType = declared.value
    charset = declared["charset"]
  }

  /// The body without its transfer and content codings, and whether it ends too early. Headers lie; what does not begin as they say, or
  /// is text, is taken as it is.
  /// - Throws: where what is coded is damaged, or becomes more than the limit.
  func content(limit: Int) throws(StreamFault) -> (bytes: ArraySlice<UInt8>, isCut: Bool) {
    var content = body
    var isCut = false
    if fields["transfer-encoding"]?.lowercased().contains("chunked") == true,
      let chunks = Self.unchunked(content)
    {
      (content, isCut) = (chunks.bytes[...], chunks.isCut)
    }
    let codings = (fields["content-encoding"] ?? "").lowercased().split(separator: ",")
      .map { $0.filter { $0 != " " } }
    for coding in codings.isEmpty ? [""] : codings.reversed() {
      let unpacked = try Self.unpacked(content, coding, limit)
      guard unpacked.bytes.count <= limit else {
        throw StreamFault(
          code: "too-large", message: "becomes more than the limit of \(limit) bytes",
          remedy: "raise the limit of an input's bytes")
      }
      (content, isCut) = (unpacked.bytes, isCut || unpacked.isCut)
    }
    return (content, isCut)
  }

  private static func unpacked(
    _ content: ArraySlice<UInt8>, _ coding: String, _ limit: Int
  ) throws(StreamFault) -> (bytes: ArraySlice<UInt8>, isCut: Bool) {
    if GzipStream.begins(content) { return try Inflation.all(content, .gzip, limit: limit) }
    if coding == "deflate" {
      if let bytes = try? Inflation.all(content, .zlib, limit: limit) { return bytes }
      if let bytes = try? Inflation.all(content, .none, limit: limit) { return bytes }
      return (try asItIs(content, coding), false)
    }
    if coding == "br" {
      guard let bytes = Brotli.all(content, limit: limit + 1) else {
        return (try asItIs(content, coding), false)
      }
      return (bytes[...], false)
    }
    guard coding == "zstd", ZstdStream.begins(content) else { return (content, false) }
    let window = Window(try ZstdStream(SourceStream(BytesInMemory(Array(content)))))
    while window.count <= limit, try window.readMore() {}
    return (window.bytes, false)
  }

  /// What cannot be unpacked: text, which its header lies about, or else damaged.
  private static func asItIs(
    _ content: ArraySlice<UInt8>, _ coding: String
  ) throws(StreamFault) -> ArraySlice<UInt8> {
    let beginning = content.drop { $0 <= 0x20 }.first
    guard beginning == UInt8(ascii: "<") || beginning == nil else {
      throw .damaged(coding, coding)
    }
    return content
  }

  /// The chunks put together, and whether the last is cut short; nil where the body is not in chunks.
  private static func unchunked(
    _ body: ArraySlice<UInt8>
  ) -> (bytes: [UInt8], isCut: Bool)? {
    var result: [UInt8] = []
    var position = body.startIndex
    while position < body.endIndex {
      guard let end = body[position...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      let size = String(
        decoding: body[position..<end].prefix { $0 > 0x20 && $0 != 0x3B }.prefix(16),
        as: UTF8.self)
      guard let count = Int(size, radix: 16), count >= 0 else {
        return result.isEmpty ? nil : (result, false)
      }
      if count == 0 { return (result, false) }
      let said = (end + 1).addingReportingOverflow(count).partialValue
      let stop = min(body.endIndex, said)
      guard stop > end else { return nil }
      result += body[(end + 1)..<stop]
      if stop < said { return (result, true) }
      position = stop
      while position < body.endIndex, body[position] == 0x0D || body[position] == 0x0A {
        position += 1
      }
    }
    return (result, false)
  }
}
