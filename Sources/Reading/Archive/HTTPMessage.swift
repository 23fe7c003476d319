/// The header and body of an HTTP answer, as archives keep them.
struct HTTPMessage {
  /// Small names, the last value of each.
  private(set) var fields: [String: String] = [:]
  private(set) var status = 200
  private var body: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    body = bytes
    guard bytes.starts(with: "HTTP/".utf8) else { return }
    var header = HeaderLines(bytes)
    status =
      header.next().flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Int($0) }
      ?? 200
    fields = header.fields()
    body = bytes[header.position...]
  }

  var contentType: String { fields["content-type"]?.lowercased() ?? "" }

  /// The charset that the header names.
  var charset: String? {
    guard let range = contentType.split(separator: ";").first(where: { $0.contains("charset=") })
    else { return nil }
    return range.split(separator: "=").last.map { $0.filter { $0 != "\"" && $0 != " " } }
  }

  /// The body without its transfer and content codings. Headers lie; what is not coded as they say is taken as it is.
  func content(limit: Int) -> ArraySlice<UInt8> {
    var content = body
    if fields["transfer-encoding"]?.lowercased().contains("chunked") == true,
      let whole = Self.unchunked(content)
    {
      content = whole[...]
    }
    guard Gzip.isGzip(content) || fields["content-encoding"]?.lowercased() == "deflate" else {
      return content
    }
    var gzip = Gzip(content, isRaw: true)
    return ((try? gzip.next(limit: limit)) ?? nil).map { $0[...] } ?? content
  }

  /// The chunks put together; nil where the body is not in chunks.
  private static func unchunked(_ body: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var position = body.startIndex
    while position < body.endIndex {
      guard let end = body[position...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      let size = String(
        decoding: body[position..<end].prefix { $0 > 0x20 && $0 != 0x3B }, as: UTF8.self)
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

/// Lines of a header, up to the empty one.
struct HeaderLines {
  private let bytes: ArraySlice<UInt8>
  private(set) var position: Int

  private static let maximumLines = 500

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The next line; nil when the header has ended.
  mutating func next() -> String? {
    guard position < bytes.endIndex else { return nil }
    let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    let line = String(decoding: bytes[position..<end].prefix(16 << 10), as: UTF8.self).trimmingEnd
    position = min(end + 1, bytes.endIndex)
    return line.isEmpty ? nil : String(line)
  }

  /// `Name: value` lines, by small names.
  mutating func fields() -> [String: String] {
    var fields: [String: String] = [:]
    for _ in 0..<Self.maximumLines {
      guard let line = next() else { break }
      guard let colon = line.firstIndex(of: ":") else { continue }
      fields[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingSpace
    }
    return fields
  }
}
