import Document

/// The members of a ZIP archive, in the order of its directory; without one, as far as they follow each other.
final class ZipMembers: Members {
  private let entries: [ZipDirectory.Entry]
  private let source: any ByteSource
  private let name: String
  private let depth: Int
  private var next = 0
  /// What those before the next one take in the file.
  private var place = 0

  private init(
    _ entries: [ZipDirectory.Entry], of source: any ByteSource, _ name: String, depth: Int
  ) {
    self.entries = entries
    self.source = source
    self.name = name
    self.depth = depth
  }

  /// The members of an archive; one for all where it has no directory, or is refused.
  static func members(
    of source: any ByteSource, _ name: String, depth: Int, reader: Reader
  ) -> any Members {
    do throws(ReadFailure) {
      guard let directory = try ZipDirectory(of: source, limit: reader.options.maximumBytes) else {
        return OneMember { reader in
          readWithoutDirectory(ZipMembers([], of: source, name, depth: depth), reader)
        }
      }
      if let refusal = refusal(of: directory, source.count, name) { return failing(refusal) }
      return ZipMembers(directory.articles, of: source, name, depth: depth)
    } catch { return failing(error.renamed(name)) }
  }

  private static func failing(_ failure: ReadFailure) -> OneMember {
    OneMember { $0.outlet.put(.failure(failure)) }
  }

  func nextPlace() -> Int? { next < entries.count ? place : nil }

  func pass() {
    place = place.addingClamped(entries[next].packed)
    next += 1
  }

  func read(by reader: ArchiveReader) throws(StreamFault) {
    let entry = entries[next]
    pass()
    do throws(ReadFailure) { try read(entry, reader) } catch { throw StreamFault(error) }
  }

  /// What is wrong with the archive as a whole.
  private static func refusal(
    of directory: ZipDirectory, _ bytes: Int, _ name: String
  ) -> ReadFailure? {
    if let document = directory.document {
      return ReadFailure(
        source: name, code: "binary", message: "\(document), not text",
        remedy: "save it as text or as a page")
    }
    let packed = directory.entries.reduce(0) { $0.addingClamped($1.packed) }
    let unpacked = directory.entries.reduce(0) { $0.addingClamped($1.unpacked) }
    if Expansion.isBomb(packed: bytes, unpacked: unpacked) {
      return Expansion.fault("ZIP").failure(of: name)
    }
    guard packed > bytes else { return nil }
    return ReadFailure(source: name, code: "zip", message: "a ZIP archive whose members overlap")
  }

  private func read(
    _ entry: ZipDirectory.Entry, _ reader: ArchiveReader
  ) throws(ReadFailure) {
    let member = ArchiveMember(entry.name)
    guard !member.isFolder, !member.isHidden else { return }
    let start = try Self.start(of: entry, in: source)
    do throws(StreamFault) {
      let content = try Self.content(of: entry, from: start, in: source)
      let capacity = min(64 << 10, max(20 << 10, entry.unpacked))
      reader.readMember(Window(content, capacity: capacity), member, of: name, depth: depth)
    } catch { reader.outlet.put(.failure(error.failure(of: member.source(in: name)))) }
  }

  /// Where a member's packed bytes begin; nil where its header is not where it should be.
  static func start(
    of entry: ZipDirectory.Entry, in source: any ByteSource
  ) throws(ReadFailure) -> Int? {
    let isInside = entry.offset >= 0 && entry.offset <= source.count - 30
    let header = isInside ? Little(try source.bytes(entry.offset..<entry.offset + 30)) : nil
    guard let header, header.bytes.count == 30, header.number(0, 4) == 0x0403_4B50 else {
      return nil
    }
    return entry.offset + 30 + header.number(26, 2) + header.number(28, 2)
  }

  /// A member's bytes as they come out, which are checked at their end.
  static func content(
    of entry: ZipDirectory.Entry, from start: Int?, in source: any ByteSource
  ) throws(StreamFault) -> CheckedStream {
    guard let start else {
      throw StreamFault(code: "zip", message: "a member that is not where it should be")
    }
    if entry.isLink { throw StreamFault(code: "link", message: "a link") }
    if entry.isEncrypted {
      throw StreamFault(
        code: "encrypted", message: "an encrypted member",
        remedy: "unpack the archive and name the files")
    }
    let end = min(start.addingClamped(entry.packed), source.count)
    let packed = SourceStream(source, min(start, end)..<end)
    let unpacked = try unpacking(packed, entry.method)
    return CheckedStream(unpacked, checksum: entry.checksum, count: entry.unpacked)
  }

  private static func unpacking(
    _ packed: SourceStream, _ method: Int
  ) throws(StreamFault) -> any ByteStream {
    switch method {
    case 0: return packed
    case 8: return try DeflateStream(packed)
    case 93: return try ZstdStream(packed)
    default:
      throw StreamFault(
        code: "unsupported", message: "a member packed by method \(method), which is not read",
        remedy: "unpack the archive and name the files")
    }
  }

  // MARK: Damage

  /// Reads the members that are whole in an archive whose end is missing.
  private static func readWithoutDirectory(_ archive: ZipMembers, _ reader: ArchiveReader) {
    do throws(ReadFailure) {
      try archive.readInOrder(reader)
      throw ReadFailure(
        source: archive.name, code: "zip", message: "a ZIP archive that is cut short or damaged")
    } catch { reader.outlet.put(.failure(error.renamed(archive.name))) }
  }

  private func readInOrder(_ reader: ArchiveReader) throws(ReadFailure) {
    var offset = 0
    while true {
      let header = Little(try source.bytes(offset..<min(offset + 30, source.count)))
      guard header.bytes.count == 30, header.number(0, 4) == 0x0403_4B50 else { return }
      let nameEnd = offset + 30 + header.number(26, 2)
      let start = nameEnd + header.number(28, 2)
      let entry = ZipDirectory.Entry(
        name: try source.bytes(offset + 30..<max(offset + 30, min(nameEnd, source.count))),
        flags: header.number(6, 2), method: header.number(8, 2),
        checksum: UInt32(header.number(14, 4)), packed: header.number(18, 4),
        unpacked: header.number(22, 4), offset: offset, mode: 0)
      // A member whose size stands behind it has no known end.
      guard entry.flags & 8 == 0, start + entry.packed <= source.count else { return }
      try read(entry, reader)
      offset = start + entry.packed
    }
  }
}

extension Int {
  /// The sum, or the greatest number where that is smaller. Both are not negative.
  fileprivate func addingClamped(_ other: Int) -> Int {
    let (sum, isTooLarge) = addingReportingOverflow(other)
    return isTooLarge ? .max : sum
  }
}
