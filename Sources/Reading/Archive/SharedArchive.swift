package import Document

/// A large archive of which several processes read parts, each of them going through it once.
///
/// A part is a range of the file's bytes: to it belongs what begins there. Of packed data that is what comes out when that much
/// of the file has been taken. Whoever reads a part has to pass over what comes before it, so parts are best read in order.
package final class SharedArchive {
  private enum Way {
    /// Members one after the other.
    case members(any Members)
    /// Records that are packed one by one, so that reading can begin at any.
    case records(Container)
    /// Rows, which are found by their numbers.
    case database
    case broken(StreamFault)
  }

  private let reader: Reader
  private let source: any ByteSource
  private let name: String
  private let table: String?
  private let way: Way
  /// What comes before it has been passed over.
  private var position = 0
  /// Where the last member began.
  private var last = 0
  private var isDone = false
  private var hasMembers = false

  /// Enough for the dictionary with which an archive may begin, and its first record.
  private static let prefixBytes = 256 << 10

  /// - Parameters:
  ///   - source: begins as `Reader.isArchive(prefix:)` says.
  ///   - table: of a database, the one to read; nil: the only one that holds articles.
  package init(
    _ source: any ByteSource, named name: String, table: String? = nil, reader: Reader
  ) {
    self.reader = reader
    self.source = source
    self.name = name
    self.table = table
    do throws(StreamFault) { way = try Self.way(source, name, table, reader) } catch {
      way = .broken(error)
    }
  }

  private static func way(
    _ source: any ByteSource, _ name: String, _ table: String?, _ reader: Reader
  ) throws(StreamFault) -> Way {
    let prefix: [UInt8]
    do throws(ReadFailure) { prefix = try source.bytes(0..<prefixBytes) } catch {
      throw StreamFault(error)
    }
    if Database.begins(prefix[...]) { return .database }
    if let table { throw StreamFault(ReadFailure.noDatabase(name, table)) }
    if let container = Container(prefix[...]), container.isPackedByRecord(prefix) {
      return .records(container)
    }
    let archive = ArchiveReader(reader: reader, outlet: Outlet(bans: [:]) { _ in })
    return .members(try archive.members(of: source, name, isShared: true))
  }

  /// Whether a part can still be read: nothing of it has been passed over.
  package func reaches(_ part: Range<Int>) -> Bool { position <= part.lowerBound }

  /// Reads what belongs to a part.
  /// - Parameter bans: what not to read.
  package func read(
    _ part: Range<Int>, bans: ArchiveBans = [:],
    each: (Result<Article, ReadFailure>) -> Void
  ) {
    position = part.upperBound
    withoutActuallyEscaping(each) { each in
      let archive = ArchiveReader(reader: reader, outlet: Outlet(bans: bans, each: each))
      if let refusal = reader.refusal(of: name) {
        if part.lowerBound == 0 { archive.outlet.put(.failure(refusal)) }
        return
      }
      read(part, by: archive)
    }
  }

  private func read(_ part: Range<Int>, by archive: ArchiveReader) {
    switch way {
    case .members(let members): read(members, part, by: archive)
    case .records(let container): archive.readRecords(part, container, source, name)
    case .database:
      let records = reader.records(of: name)
      DatabaseReader(records: records, outlet: archive.outlet, table: table, part: part)
        .read(source)
    case .broken(let fault):
      if part.lowerBound == 0 { archive.outlet.put(.failure(fault.failure(of: name))) }
    }
  }

  private func read(_ members: any Members, _ part: Range<Int>, by archive: ArchiveReader) {
    do throws(StreamFault) {
      while !isDone {
        guard let place = try members.nextPlace() else { return end(part, archive) }
        // What came out when all had been taken belongs to the last part.
        last = min(place, source.count - 1)
        guard last < part.upperBound else { return }
        hasMembers = true
        if last < part.lowerBound {
          try members.pass()
        } else {
          try members.read(by: archive)
        }
      }
    } catch {
      isDone = true
      // Everybody meets it behind the same member.
      if part.contains(last) { archive.outlet.put(.failure(error.failure(of: name))) }
    }
  }

  private func end(_ part: Range<Int>, _ archive: ArchiveReader) {
    isDone = true
    guard !hasMembers, part.lowerBound == 0 else { return }
    archive.outlet.put(.failure(.emptyArchive(name)))
  }
}

extension Container {
  /// Whether what begins like this are records of a WARC file, the first of them packed by itself.
  func isPackedByRecord(_ prefix: [UInt8]) -> Bool {
    let source = SourceStream(BytesInMemory(prefix))
    switch self {
    case .gzip: return Self.isParted(GzipStream(source))
    case .zstd: return (try? ZstdStream(source)).map(Self.isParted) ?? false
    default: return false
    }
  }

  /// Whether something begins anew behind the first record.
  private static func isParted(_ stream: any ByteStream) -> Bool {
    guard (try? stream.recover(WARCRecords.begin)) == true else { return false }
    let first = stream.place
    let window = Window(stream)
    while window.place == first {
      window.skip(window.count)
      guard (try? window.readMore()) == true else { return false }
    }
    return true
  }
}

extension ArchiveReader {
  /// Reads the records that begin in a part of a file: from the first place in it where one can begin.
  func readRecords(
    _ part: Range<Int>, _ container: Container, _ source: any ByteSource, _ name: String
  ) {
    func records(_ range: Range<Int>) throws(StreamFault) -> any ByteStream {
      let stream = SourceStream(source, range)
      return container == .zstd
        ? try ZstdStream(stream, dictionaryOf: source) : GzipStream(stream)
    }
    do throws(StreamFault) {
      let search = try records(part.lowerBound..<part.upperBound + ZstdStream.blockBytes)
      guard try search.recover(WARCRecords.begin), search.place < part.upperBound else { return }
      let stream = try records(search.place..<source.count)
      let archive = reader.archive(name)
      try WARCMembers(Window(stream), archive, end: part.upperBound).readAll(by: self)
    } catch { outlet.put(.failure(error.failure(of: name))) }
  }
}

extension ReadFailure {
  static func noDatabase(_ source: String, _ table: String) -> ReadFailure {
    let message = "no database, and so no table '\(table)'"
    return ReadFailure(source: source, code: "table", message: message)
  }

  static func emptyArchive(_ source: String) -> ReadFailure {
    ReadFailure(source: source, code: "empty", message: "an archive without articles")
  }
}
