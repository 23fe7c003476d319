import Document

/// The header of a message or of a part of one, with its words decoded.
struct MailHeader {
  private let fields: HeaderFields
  /// Where the body begins.
  let bodyStart: Int

  init(_ bytes: ArraySlice<UInt8>) {
    // A part may have no header at all.
    let isBare = bytes.first.map { $0 == 0x0A || $0 == 0x0D } ?? true
    let length =
      isBare
      ? (bytes.firstIndex(of: 0x0A) ?? bytes.endIndex - 1) - bytes.startIndex + 1
      : HeaderFields.length(in: bytes) ?? bytes.count
    bodyStart = min(bytes.startIndex + length, bytes.endIndex)
    // Headers should be ASCII, and are what their writers use.
    let lines = Decoder(assumed: nil).decode(bytes[..<bodyStart].prefix(HeaderFields.maximumBytes))
    fields = HeaderFields(isBare ? [] : lines.utf8)
  }

  /// A field's value as it stands.
  subscript(name: StaticString) -> String? { fields[name] }

  /// A field's value with encoded words read; nil where it is empty.
  func words(_ name: StaticString) -> String? {
    fields[name].map { EncodedWords.decode($0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  var type: HeaderValue { HeaderValue(fields["content-type"] ?? "text/plain") }

  /// Whether a browser wrote it over a page that it saved, as MHTML: `From: <Saved by Blink>`.
  var isOfSavedPage: Bool {
    let sender = fields["from"]?.lowercased().drop { "<\" ".contains($0) }
    return fields["snapshot-content-location"] != nil || sender?.hasPrefix("saved by ") == true
  }

  /// Whether bytes begin like a field: a name and a colon.
  static func isField(_ bytes: ArraySlice<UInt8>) -> Bool {
    let name = bytes.prefix(80).prefix { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }
    return !name.isEmpty && name.endIndex < bytes.endIndex && bytes[name.endIndex] == 0x3A
  }

  /// Whether an input is a message: a header whose fields programs write that send mail.
  static func isLikely(_ bytes: ArraySlice<UInt8>, name: String) -> Bool {
    guard isField(bytes), let length = HeaderFields.length(in: bytes.prefix(64 << 10)) else {
      return false
    }
    let fields = HeaderFields(bytes.prefix(length))
    if name.lowercased().hasSuffix(".eml") {
      return fields["from"] != nil || fields["subject"] != nil || fields["date"] != nil
    }
    let isSent = fields["from"] != nil && (fields["date"] != nil || fields["subject"] != nil)
    return isSent
      && (fields["message-id"] ?? fields["mime-version"] ?? fields["received"]
        ?? fields["return-path"]) != nil
  }
}

/// Words of headers in other characters than ASCII's, by RFC 2047: `=?utf-8?Q?Th=C3=A9?=`.
enum EncodedWords {
  static func decode(_ text: String) -> String {
    guard text.contains("=?") else { return text }
    var result = ""
    var rest = text[...]
    var isBehindWord = false
    // The bytes of neighbours in one encoding are put together: a character may be cut between them.
    var pending: (charset: String, bytes: [UInt8])?
    func flush() {
      if let word = pending { result += string(word.bytes, word.charset) }
      pending = nil
    }
    while let start = rest.firstRange(of: "=?") {
      let before = rest[..<start.lowerBound]
      guard let word = word(rest[start.upperBound...]) else {
        flush()
        result += rest[..<start.upperBound]
        rest = rest[start.upperBound...]
        isBehindWord = false
        continue
      }
      if !(isBehindWord && before.allSatisfy { $0 == " " || $0 == "\t" }) {
        flush()
        result += before
      }
      if pending?.charset == word.charset {
        pending?.bytes += word.bytes
      } else {
        flush()
        pending = (word.charset, word.bytes)
      }
      rest = word.rest
      isBehindWord = true
    }
    flush()
    return (result + rest).trimmingSpace
  }

  private static func word(
    _ text: Substring
  ) -> (charset: String, bytes: [UInt8], rest: Substring)? {
    let parts = text.split(separator: "?", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let end = parts[2].firstRange(of: "?=") else { return nil }
    let letters = Array(parts[2][..<end.lowerBound].utf8)
    let charset = parts[0].prefix { $0 != "*" }.lowercased()
    switch parts[1] {
    case "B", "b":
      guard let bytes = Base64.decode(letters) else { return nil }
      return (charset, bytes, parts[2][end.upperBound...])
    case "Q", "q":
      let bytes = QuotedPrintable.decode(letters.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }[...])
      return (charset, bytes, parts[2][end.upperBound...])
    default: return nil
    }
  }

  private static func string(_ bytes: [UInt8], _ charset: String) -> String {
    String(
      decoding: Decoder(assumed: nil).decode(bytes[...], declared: charset).utf8, as: UTF8.self)
  }
}

/// Bytes written in ASCII: `=C3=A9`, and line ends that are none after `=`.
enum QuotedPrintable {
  static func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "=") else {
        result.append(byte)
        continue
      }
      if index + 1 < bytes.endIndex, let high = digit(bytes[index]),
        let low = digit(bytes[index + 1])
      {
        result.append(high << 4 | low)
        index += 2
      } else if let end = bytes[index...].firstIndex(where: {
        $0 != 0x20 && $0 != 0x09 && $0 != 0x0D
      }),
        bytes[end] == 0x0A
      {
        index = end + 1
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
