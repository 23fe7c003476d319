import Document

/// The members of a tar archive: V7, ustar, pax, and GNU's long names.
final class TarMembers: Members {
  private let window: Window
  private let name: String
  private let depth: Int
  /// The header of the next member, and where it begins, with those before it that say more of it.
  private var header: Header?
  private var place = 0

  private static let blockBytes = 512
  /// What an extension header may take; a name is all that is wanted of it.
  private static let extensionBytes = 1 << 20

  static func begins(_ bytes: ArraySlice<UInt8>) -> Bool { Header(bytes) != nil }

  init(_ window: Window, _ name: String, depth: Int) {
    self.window = window
    self.name = name
    self.depth = depth
  }

  func nextPlace() throws(StreamFault) -> Int? {
    if header == nil { header = try nextHeader() }
    return header.map { _ in place }
  }

  /// The header of the next member with what others say of it; nil at the end.
  private func nextHeader() throws(StreamFault) -> Header? {
    var given = Extension()
    var isFirst = true
    while true {
      guard try window.hold(Self.blockBytes) else { throw .cutShort("tar", "tar") }
      if isFirst { place = window.progress }
      isFirst = false
      // The end is marked by blocks of zeros.
      guard window.bytes.first != 0 else { return nil }
      guard var header = Header(window.bytes) else { throw .damaged("tar", "tar") }
      window.skip(Self.blockBytes)
      guard header.isExtension else {
        header.apply(given)
        return header
      }
      given.add(try content(of: header), of: header.type)
      _ = try window.pass(Self.padding(behind: header.size))
    }
  }

  private static func padding(behind size: Int) -> Int {
    (blockBytes - size % blockBytes) % blockBytes
  }

  private func content(of header: Header) throws(StreamFault) -> [UInt8] {
    guard header.size <= Self.extensionBytes, try window.hold(header.size) else {
      throw .damaged("tar", "tar")
    }
    defer { window.skip(header.size) }
    return Array(window.bytes.prefix(header.size))
  }

  func pass() throws(StreamFault) {
    guard let header else { return }
    self.header = nil
    guard try window.pass(header.size) else { throw .cutShort("tar", "tar") }
    _ = try window.pass(Self.padding(behind: header.size))
  }

  func read(by reader: ArchiveReader) throws(StreamFault) {
    guard let header else { return }
    self.header = nil
    let stream = MemberStream(window, count: header.size, of: "tar")
    let member = ArchiveMember(header.name)
    switch header.type {
    case UInt8(ascii: "0"), 0, UInt8(ascii: "7"):
      if !member.isFolder {
        let capacity = min(64 << 10, max(20 << 10, header.size))
        reader.readMember(Window(stream, capacity: capacity), member, of: name, depth: depth)
      }
    case UInt8(ascii: "1"), UInt8(ascii: "2"): skip(member, "link", "a link", reader)
    case UInt8(ascii: "3"), UInt8(ascii: "4"), UInt8(ascii: "6"):
      skip(member, "not-a-file", "not a regular file", reader)
    case UInt8(ascii: "S"): skip(member, "unsupported", "a file with holes", reader)
    default: break
    }
    try stream.finish()
    _ = try window.pass(Self.padding(behind: header.size))
  }

  private func skip(
    _ member: ArchiveMember, _ code: String, _ message: String, _ reader: ArchiveReader
  ) {
    guard !member.isHidden else { return }
    reader.outlet.put(
      .failure(ReadFailure(source: member.source(in: name), code: code, message: message)))
  }

  /// One header block.
  private struct Header {
    private(set) var name: [UInt8]
    private(set) var size: Int
    let type: UInt8

    /// Nil for what is no header: its checksum tells.
    init?(_ bytes: ArraySlice<UInt8>) {
      guard bytes.count >= TarMembers.blockBytes, bytes.first != 0 else { return nil }
      let block = Array(bytes.prefix(TarMembers.blockBytes))
      guard let sum = Self.number(block[148..<156]), let size = Self.number(block[124..<136]),
        sum == Self.checksum(block), size >= 0
      else { return nil }
      self.size = size
      type = block[156]
      name = Array(block[0..<100].prefix { $0 != 0 })
      let prefix = block[345..<500].prefix { $0 != 0 }
      // GNU keeps other things there.
      if block[257..<263].elementsEqual("ustar\0".utf8), !prefix.isEmpty {
        name = prefix + [UInt8(ascii: "/")] + name
      }
    }

    var isExtension: Bool { "xgLK".utf8.contains(type) }

    mutating func apply(_ given: Extension) {
      name = given.name ?? name
      size = given.size ?? size
    }

    private static func checksum(_ block: [UInt8]) -> Int {
      block.reduce(0) { $0 + Int($1) } - block[148..<156].reduce(0) { $0 + Int($1) } + 8 * 0x20
    }

    /// Octal digits; or, where the first bit is set, the number itself.
    private static func number(_ field: ArraySlice<UInt8>) -> Int? {
      if let first = field.first, first & 0x80 != 0 {
        guard first == 0x80, field.dropFirst().dropLast(7).allSatisfy({ $0 == 0 }) else {
          return nil
        }
        return field.suffix(7).reduce(0) { $0 << 8 | Int($1) }
      }
      let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0x20 && $0 != 0 }
      return Int(String(decoding: digits, as: UTF8.self), radix: 8)
    }
  }

  /// What headers before a member say of it.
  private struct Extension {
    var name: [UInt8]?
    var size: Int?

    mutating func add(_ content: [UInt8], of type: UInt8) {
      switch type {
      case UInt8(ascii: "L"): name = Array(content.prefix { $0 != 0 })
      case UInt8(ascii: "x"): addRecords(content)
      default: break
      }
    }

    /// pax: `length keyword=value` and a line end, the length counting all of it.
    private mutating func addRecords(_ content: [UInt8]) {
      var rest = content[...]
      while let space = rest.firstIndex(of: 0x20),
        let length = Int(String(decoding: rest[..<space], as: UTF8.self)),
        length > space - rest.startIndex + 1, length <= rest.count
      {
        let record = rest[(space + 1)..<(rest.startIndex + length - 1)]
        rest = rest.dropFirst(length)
        guard let equals = record.firstIndex(of: UInt8(ascii: "=")) else { continue }
        let value = record[(equals + 1)...]
        switch String(decoding: record[..<equals], as: UTF8.self) {
        case "path": name = Array(value)
        case "size":
          size = Int(String(decoding: value, as: UTF8.self)).flatMap { $0 < 0 ? nil : $0 }
        default: break
        }
      }
    }
  }
}
