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

  /// The body without its transfer and content codings. Headers lie; what is not coded as they say is taken as it is.
  func content(limit: Int) -> ArraySlice<UInt8> {
    var content = body
    if fields["transfer-encoding"]?.lowercased().contains("chunked") == true,
      let whole = Self.unchunked(content)
    {
      content = whole[...]
    }
    return Self.unpacked(content, fields["content-encoding"]?.lowercased() ?? "", limit)[...]
  }

  private static func unpacked(
    _ content: ArraySlice<UInt8>, _ coding: String, _ limit: Int
  ) -> ArraySlice<UInt8> {
    if GzipStream.begins(content) {
      return Inflation.all(content, .gzip, limit: limit)?[...] ?? content
    }
    if coding == "deflate" {
      return
        (Inflation.all(content, .zlib, limit: limit)
        ?? Inflation.all(content, .none, limit: limit))?[...] ?? content
    }
    if coding == "br" { return Brotli.all(content, limit: limit)?[...] ?? content }
    guard coding == "zstd", ZstdStream.begins(content),
      let stream = try? ZstdStream(SourceStream(BytesInMemory(Array(content))))
    else { return content }
    let window = Window(stream)
    while window.count <= limit, (try? window.readMore()) == true {}
    return window.count > 0 ? window.bytes.prefix(limit) : content
  }

  /// The chunks put together; nil where the body is not in chunks.
  private static func unchunked(_ body: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var position = body.startIndex
    while position < body.endIndex {
      guard let end = body[position...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      let size = String(
        decoding: body[position..<end].prefix { $0 > 0x20 && $0 != 0x3B }.prefix(16),
        as: UTF8.self)
      guard let count = Int(size, radix: 16), count >= 0 else {
        return result.isEmpty ? nil : result
      }
      if count == 0 { return result }
      let stop = min(body.endIndex, (end + 1).addingReportingOverflow(count).partialValue)
      guard stop > end else { return nil }
      result += body[(end + 1)..<stop]
      position = stop
      while position < body.endIndex, body[position] == 0x0D || body[position] == 0x0A {
        position += 1
      }
    }
    return result
  }
}
