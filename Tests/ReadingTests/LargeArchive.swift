import SystemZlib

/// Archives of many small articles, made for a test.
enum LargeArchive {
  static let count = 1000

  /// An archive of a kind that its name tells.
  static func bytes(named name: String) -> [UInt8] {
    var parts = name.split(separator: ".").map(String.init)
    let isPacked = parts.last == "gz"
    if isPacked { parts.removeLast() }
    let content: [UInt8] =
      switch parts.last {
      case "jsonl": articles.map { "{\"text\":\"\($0)\"}\n" }.joined().utf8Array
      case "json":
        (list + "\n").utf8Array
      case "object": wrapped
      case "csv":
        ("title,text\n" + articles.map { "Rain,\"\($0)\n\"\"again\"\"\"\n" }.joined()).utf8Array
      case "mbox": articles.map(message).joined().utf8Array
      case "zip": zip(members)
      case "object-zip": zip([("news.json", wrapped)])
      case "object-tar": tar([("news.json", wrapped)])
      default: tar(members)
      }
    return isPacked ? gzip(content) : content
  }

  /// Texts of which no two are alike, so that they pack to something.
  private static let articles: [String] = {
    var random = SplitMix(state: 5)
    return (0..<count).map { number in
      "Rain fell on day \(number). "
        + (0..<20).map { _ in "\(random.next()) mm" }.joined(separator: ", ")
    }
  }()

  private static let members = articles.enumerated().map {
    ("news/\($0.offset).txt", $0.element.utf8Array)
  }

  private static let list =
    "[" + articles.map { "{\"text\":\"\($0)\"}" }.joined(separator: ",\n") + "]"

  /// The list as a member of an object, which has others before and behind it.
  private static let wrapped =
    "{\"status\": \"ok\", \"response\": {\"docs\": \(list)}, \"next\": 2}".utf8Array

  private static func message(_ text: String) -> String {
    "From a@b.example Tue Mar  3 10:00:00 2026\nFrom: a@b.example\nDate: Tue, 3 Mar 2026 10:00:00 +0000\n"
      + "Subject: Rain\n\n\(text)\n\n"
  }

  private static func tar(_ members: [(name: String, content: [UInt8])]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (name, content) in members {
      var header = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, at offset: Int) {
        header.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
      }
      put(name, at: 0)
      put("0000644\0", at: 100)
      put(octal(content.count, 11) + "\0", at: 124)
      put("0", at: 156)
      put("        ", at: 148)
      put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\0 ", at: 148)
      bytes += header + content
      bytes += [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }
    return bytes + [UInt8](repeating: 0, count: 1024)
  }

  private static func octal(_ number: Int, _ width: Int) -> String {
    let digits = String(number, radix: 8)
    return String(repeating: "0", count: width - digits.utf8.count) + digits
  }

  private static func zip(_ members: [(name: String, content: [UInt8])]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in members.map({ ($0.name.utf8Array, $0.content) }) {
      let sum = UInt32(truncatingIfNeeded: crc32(0, content, UInt32(content.count)))
      let sizes = little(sum) + little(UInt32(content.count)) + little(UInt32(content.count))
      let common: [UInt8] = [20, 0, 0, 0, 0, 0, 0, 0, 0, 0] + sizes + [UInt8(name.count), 0, 0, 0]
      directory += "PK\u{1}\u{2}".utf8Array + [20, 0] + common + [UInt8](repeating: 0, count: 10)
      directory += little(UInt32(bytes.count)) + name
      bytes += "PK\u{3}\u{4}".utf8Array + common + name + content
    }
    let count = UInt32(members.count)
    let end = little(count << 16 | count) + little(UInt32(directory.count))
    return bytes + directory + "PK\u{5}\u{6}".utf8Array + [0, 0, 0, 0] + end
      + little(UInt32(bytes.count)) + [0, 0]
  }

  private static func little(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// In one member, so that all before must be unpacked.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    deflateInit2_(&stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    defer { deflateEnd(&stream) }
    var input = bytes
    let room = Int(deflateBound(&stream, UInt(bytes.count)))
    return [UInt8](unsafeUninitializedCapacity: room) { output, count in
      input.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(room)
        deflate(&stream, Z_FINISH)
      }
      count = room - Int(stream.avail_out)
    }
  }
}

extension String {
  fileprivate var utf8Array: [UInt8] { Array(utf8) }
}
