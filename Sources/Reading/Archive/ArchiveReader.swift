import Document

/// Reads what others are packed in: unpacks, tells by content what comes out, and reads that as if it had come alone.
struct ArchiveReader {
  let reader: Reader
  let outlet: Outlet

  /// How many archives and compressions may lie inside each other.
  private static let greatestDepth = 5

  /// Reads a file.
  func read(_ source: any ByteSource, _ name: String) {
    do throws(StreamFault) {
      try members(of: source, name).readAll(by: self)
    } catch { outlet.put(.failure(error.failure(of: name))) }
  }

  /// Reads what a window shows, to its end.
  func read(_ window: Window, _ name: String, depth: Int) {
    do throws(StreamFault) {
      try members(of: window, name, depth: depth).readAll(by: self)
    } catch { outlet.put(.failure(error.failure(of: name))) }
  }

  /// What a file holds.
  /// - Parameter isShared: whether others read parts of it and must find the same places in it.
  func members(
    of source: any ByteSource, _ name: String, isShared: Bool = false
  ) throws(StreamFault) -> any Members {
    let prefix: [UInt8]
    do throws(ReadFailure) { prefix = try source.bytes(0..<min(1024, source.count)) } catch {
      throw StreamFault(error)
    }
    let file = Window(SourceStream(source))
    func blocks(_ stream: any ByteStream) -> Window {
      Window(isShared ? BlockStream(stream) : stream)
    }
    switch Container(prefix[...]) {
    case .zip: return ZipMembers.members(of: source, name, depth: 0, reader: reader)
    case .gzip:
      // What comes out in one go belongs to one part.
      let gzip = isShared ? GzipStream(file, mostMemberBytes: 0) : GzipStream(file)
      return try members(of: blocks(gzip), name, depth: 1)
    case .zstd: return try members(of: blocks(try ZstdStream(file)), name, depth: 1)
    case .warc:
      return WARCMembers(file, reader.archive(name), total: source.count)
    default: return try members(of: file, name, depth: 0)
    }
  }

  /// What a window shows, to its end.
  private func members(
    of window: Window, _ name: String, depth: Int
  ) throws(StreamFault) -> any Members {
    guard depth <= Self.greatestDepth else {
      throw StreamFault(code: "archive", message: "archives inside archives, too deep")
    }
    try beginning(of: window, 1024)
    switch Container(window.bytes) {
    case .gzip: return try members(of: Window(GzipStream(window)), name, depth: depth + 1)
    case .zstd: return try members(of: Window(try ZstdStream(window)), name, depth: depth + 1)
    case .warc: return WARCMembers(window, reader.archive(name))
    case .tar: return TarMembers(window, name, depth: depth)
    case .zip: return zip(window, name, depth)
    case .mailbox: return Mailbox(window, source: name, reader: reader)
    case nil: return try content(window, name)
    }
  }

  /// Has so many bytes at hand, or as many as there are before the end or a fault.
  private func beginning(of window: Window, _ count: Int) throws(StreamFault) {
    do throws(StreamFault) { try window.hold(count) } catch { if window.count == 0 { throw error } }
  }

  /// An archive with its directory at the end must be had whole.
  private func zip(_ window: Window, _ name: String, _ depth: Int) -> OneMember {
    OneMember { reader throws(StreamFault) in
      guard let bytes = try reader.whole(window, name) else { return }
      let source = BytesInMemory(bytes)
      try ZipMembers.members(of: source, name, depth: depth, reader: reader.reader)
        .readAll(by: reader)
    }
  }

  /// What is no archive: many records as they come, anything else whole.
  private func content(_ window: Window, _ name: String) throws(StreamFault) -> any Members {
    try beginning(of: window, 64 << 10)
    let prefix = Array(window.bytes.prefix(64 << 10))
    let layout = reader.layout(ofPrefix: prefix, name: name)
    let isLarge = window.count >= 64 << 10
    if let layout, layout == .lines || isLarge {
      return PackedRecords(window, layout, named: name, reader: reader)
    }
    if let layout = layoutIfTooLarge(window, prefix, name) {
      return PackedRecords(window, layout, named: name, reader: reader)
    }
    return OneMember { reader throws(StreamFault) in
      guard let bytes = try reader.whole(window, name) else { return }
      reader.outlet.part(name) { each in
        reader.reader.readContent(bytes, source: name, each: each)
      }
    }
  }

  /// How what has to be read whole where it can be is cut, for it is above the limit: a list inside an object. Nil where it is
  /// not, and for anything else.
  private func layoutIfTooLarge(
    _ window: Window, _ prefix: [UInt8], _ name: String
  ) -> RecordLayout? {
    guard let layout = reader.layout(ofPrefix: prefix, name: name, bytes: .max) else { return nil }
    // Whoever reads it whole meets the fault again, and says so.
    return (try? exceedsLimit(window)) == true ? layout : nil
  }

  /// All that a window has left; nil, with a failure, if that is more than the limit.
  private func whole(_ window: Window, _ name: String) throws(StreamFault) -> [UInt8]? {
    guard try exceedsLimit(window) else { return Array(window.bytes) }
    let limit = reader.options.maximumBytes
    outlet.put(
      .failure(
        ReadFailure(
          source: name, code: "too-large", message: "more than the limit of \(limit) bytes",
          remedy: "raise the limit of an input's bytes")))
    return nil
  }

  /// Reads on to the end, or until there is more at hand than an input may be.
  private func exceedsLimit(_ window: Window) throws(StreamFault) -> Bool {
    let limit = reader.options.maximumBytes
    while window.count <= limit, try window.readMore(window.count) {}
    return window.count > limit
  }
}

/// What bytes can be that hold other inputs, by how they begin.
enum Container {
  case gzip, zstd, warc, tar, zip, mailbox

  init?(_ bytes: ArraySlice<UInt8>) {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x1F where GzipStream.begins(bytes): self = .gzip
    case 0x28, 0x50...0x5F:
      if ZstdStream.begins(bytes) {
        self = .zstd
      } else if WARCRecords.begin(bytes) {
        self = .warc
      } else if bytes.starts(with: "PK\u{3}\u{4}".utf8) || bytes.starts(with: "PK\u{5}\u{6}".utf8) {
        self = .zip
      } else if TarMembers.begins(bytes) {
        self = .tar
      } else {
        return nil
      }
    case UInt8(ascii: "F") where Mailbox.begins(bytes): self = .mailbox
    default:
      guard TarMembers.begins(bytes) else { return nil }
      self = .tar
    }
  }
}

extension ReadFailure {
  func renamed(_ source: String) -> ReadFailure {
    ReadFailure(source: source, code: code, message: message, remedy: remedy)
  }
}
