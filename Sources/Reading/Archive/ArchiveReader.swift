import Document

/// Reads what others are packed in: unpacks, tells by content what comes out, and reads that as if it had come alone.
struct ArchiveReader {
  let reader: Reader
  let outlet: Outlet
  /// Where in the file those records begin that are read; nil: all of them.
  var part: Range<Int>?

  /// How many archives and compressions may lie inside each other.
  private static let greatestDepth = 5

  private var maximumBytes: Int { reader.options.maximumBytes }

  /// Reads a file.
  func read(_ source: any ByteSource, _ name: String) {
    do throws(ReadFailure) {
      let prefix = try source.bytes(0..<min(1024, source.count))
      let container = Container(prefix[...])
      if container == .zip { return Zip(reader: self, name: name, depth: 0).read(source) }
      if let part, part.lowerBound > 0 { return readPart(part, container, source, name) }
      let total = container == .warc ? source.count : nil
      read(Window(SourceStream(source)), name, depth: 0, total: total)
    } catch { outlet.put(.failure(error.renamed(name))) }
  }

  /// Reads the records that begin in a part of a file: from the first place in it where one can begin.
  private func readPart(
    _ part: Range<Int>, _ container: Container?, _ source: any ByteSource, _ name: String
  ) {
    func records(_ range: Range<Int>) throws(StreamFault) -> any ByteStream {
      let stream = SourceStream(source, range)
      return container == .zstd
        ? try ZstdStream(stream, dictionaryOf: source) : GzipStream(stream)
    }
    do throws(StreamFault) {
      let search = try records(part.lowerBound..<part.upperBound + ZstdStream.blockBytes)
      guard try search.recover(WARCRecords.begin), search.place < part.upperBound else { return }
      readWARC(Window(try records(search.place..<source.count)), name, nil)
    } catch { outlet.put(.failure(error.failure(of: name))) }
  }

  /// Reads what a window shows, to its end.
  func read(_ window: Window, _ name: String, depth: Int, total: Int? = nil) {
    guard depth <= Self.greatestDepth else {
      return outlet.put(
        .failure(
          ReadFailure(source: name, code: "archive", message: "archives inside archives, too deep"))
      )
    }
    do throws(StreamFault) {
      try beginning(of: window, 1024)
      switch Container(window.bytes) {
      case .gzip: read(Window(GzipStream(window)), name, depth: depth + 1)
      case .zstd: read(Window(try ZstdStream(window)), name, depth: depth + 1)
      case .warc: readWARC(window, name, total)
      case .tar: Tar(reader: self, name: name, depth: depth).read(window)
      case .zip: try readZip(window, name, depth)
      case .mailbox: try Mailbox(source: name, reader: reader).read(window, into: outlet)
      case nil: try readContent(window, name)
      }
    } catch { outlet.put(.failure(error.failure(of: name))) }
  }

  /// Has so many bytes at hand, or as many as there are before the end or a fault.
  private func beginning(of window: Window, _ count: Int) throws(StreamFault) {
    do throws(StreamFault) { try window.hold(count) } catch { if window.count == 0 { throw error } }
  }

  private func readWARC(_ window: Window, _ name: String, _ total: Int?) {
    let records = WARCRecords(
      window, total: total, maximumBytes: maximumBytes, end: part?.upperBound ?? .max)
    reader.archive(name).read(records, into: outlet)
  }

  /// An archive with its directory at the end must be had whole.
  private func readZip(_ window: Window, _ name: String, _ depth: Int) throws(StreamFault) {
    guard let bytes = try whole(window, name) else { return }
    Zip(reader: self, name: name, depth: depth).read(BytesInMemory(bytes))
  }

  /// Reads what is no archive: lines as they come, anything else whole.
  private func readContent(_ window: Window, _ name: String) throws(StreamFault) {
    try beginning(of: window, 64 << 10)
    let prefix = Array(window.bytes.prefix(64 << 10))
    if case .lines? = reader.layout(ofPrefix: prefix, name: name) {
      return try PackedLines(records: reader.records(of: name)).read(window, into: outlet)
    }
    guard let bytes = try whole(window, name) else { return }
    outlet.part(name) { each in reader.readContent(bytes, source: name, each: each) }
  }

  /// All that a window has left; nil, with a failure, if that is more than the limit.
  private func whole(_ window: Window, _ name: String) throws(StreamFault) -> [UInt8]? {
    while window.count <= maximumBytes, try window.readMore(window.count) {}
    guard window.count > maximumBytes else { return Array(window.bytes) }
    outlet.put(
      .failure(
        ReadFailure(
          source: name, code: "too-large", message: "more than the limit of \(maximumBytes) bytes",
          remedy: "raise the limit of an input's bytes")))
    return nil
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
      } else if Tar.begins(bytes) {
        self = .tar
      } else {
        return nil
      }
    case UInt8(ascii: "F") where Mailbox.begins(bytes): self = .mailbox
    default:
      guard Tar.begins(bytes) else { return nil }
      self = .tar
    }
  }
}

extension ReadFailure {
  func renamed(_ source: String) -> ReadFailure {
    ReadFailure(source: source, code: code, message: message, remedy: remedy)
  }
}
