package import Document
import Glibc

/// What of an article's findings is another in a second run.
package struct FindingsChange: Sendable {
  package var source: String
  package var title: String
  /// By plugin, then by what of it: a field, a layer, `error`, `skipped`.
  package var parts: [Part]

  package struct Part: Sendable {
    package var plugin: String
    package var name: String
    package var kind: Kind
    package var old: Value?
    package var new: Value?
  }

  package enum Kind: String, Sendable { case field, layer, error, skipped, plugin, outcome }
}

/// Two files of findings, compared article by article.
package struct Comparison {
  package var articles = 0
  package var changed = 0
  /// Sources of outcomes that only one of the runs has.
  package var onlyOld = 0
  package var onlyNew = 0

  /// Goes through both and tells each change, in the order of the second.
  ///
  /// Of the first only the place of each outcome is kept in memory, some thirty bytes.
  package init(
    _ old: [UInt8], _ new: [UInt8], each: (FindingsChange) throws(WorkbenchError) -> Void
  ) throws(WorkbenchError) {
    let (oldPath, newPath) = (try Self.file(old), try Self.file(new))
    do {
      let oldFile = try Descriptor(opening: oldPath, O_RDONLY | O_NOCTTY)
      var places = try Self.places(oldFile, oldPath)
      var lines = try FindingsLines(try Descriptor(opening: newPath, O_RDONLY | O_NOCTTY))
      while let (line, _) = try lines.next() {
        articles += 1
        guard Self.isFinding(line) else { throw WorkbenchError.noFinding(newPath.shown, articles) }
        guard let place = places.removeValue(forKey: Self.key(line)) else {
          onlyNew += 1
          continue
        }
        let before = try oldFile.read(place.count, at: place.lowerBound)
        guard before[...] != line, let change = FindingsChange(before[...], line) else { continue }
        changed += 1
        try each(change)
      }
      guard !lines.hasStray else { throw WorkbenchError.noFinding(newPath.shown, articles + 1) }
      onlyOld = places.count
    } catch let fault as SystemFault {
      throw .input(path: oldPath.shown, errno: fault.errno)
    } catch let error as WorkbenchError {
      throw error
    } catch { throw .input(path: oldPath.shown, errno: EIO) }
  }

  /// Goes through the findings of a run, or through a file of them.
  static func eachLine(
    of name: [UInt8], _ body: (ArraySlice<UInt8>) -> Void
  ) throws(WorkbenchError) {
    // A report's folder needs no slash to be told from a run's name.
    let report = Path(name).appending("findings.jsonl")
    let path = report.exists ? report : try file(name)
    do {
      var lines = try FindingsLines(try Descriptor(opening: path, O_RDONLY | O_NOCTTY))
      while let (line, _) = try lines.next() { body(line) }
    } catch { throw .input(path: path.shown, errno: error.errno) }
  }

  /// The findings of a run, or the file itself where a file is named.
  private static func file(_ name: [UInt8]) throws(WorkbenchError) -> Path {
    if let status = try? FileStatus(of: Path(name)), status.kind == .file { return Path(name) }
    let folder = try RunFolder.path(of: name)
    for name in ["findings.jsonl", "findings.jsonl.part"] where folder.appending(name).exists {
      return folder.appending(name)
    }
    throw .run(Path(name).shown, .missing)
  }

  private static func places(_ file: Descriptor, _ path: Path) throws -> [UInt64: Range<Int>] {
    var places: [UInt64: Range<Int>] = [:]
    var lines = try FindingsLines(file)
    var number = 0
    while let (line, place) = try lines.next() {
      number += 1
      guard isFinding(line) else { throw WorkbenchError.noFinding(path.shown, number) }
      places[key(line)] = place
    }
    guard !lines.hasStray else { throw WorkbenchError.noFinding(path.shown, number + 1) }
    return places
  }

  /// Whether a line looks like an outcome's; what it holds is seen where two lines differ.
  private static func isFinding(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == UInt8(ascii: "{")
  }

  /// What an outcome is known by in both runs: its source.
  private static func key(_ line: ArraySlice<UInt8>) -> UInt64 {
    let mark = Array(#","source":""#.utf8)
    var rest = line
    while let comma = rest.firstByte(",") {
      rest = rest[comma...]
      if rest.starts(with: mark) { return Checksum.of(string(rest.dropFirst(mark.count))) }
      rest = rest.dropFirst()
    }
    return Checksum.of(line)
  }

  /// What stands before the quotation mark that ends a string.
  private static func string(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var isEscaped = false
    for (index, byte) in zip(bytes.indices, bytes) {
      if byte == UInt8(ascii: "\""), !isEscaped { return bytes[..<index] }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return bytes
  }
}

/// The lines of a file, with their places.
private struct FindingsLines {
  private let file: Descriptor
  private var buffer = LineBuffer()
  private var offset = 0

  /// Whether at the end bytes are left that no run has begun to write.
  var hasStray: Bool { buffer.count > 0 && buffer.first != UInt8(ascii: "{") }

  init(_ file: Descriptor) throws(SystemFault) {
    self.file = file
    try file.seek(to: 0)
  }

  mutating func next() throws(SystemFault) -> (ArraySlice<UInt8>, Range<Int>)? {
    while true {
      if let line = buffer.nextLine() {
        defer { offset += line.count + 1 }
        return (line, offset..<(offset + line.count))
      }
      guard let count = buffer.fill(from: file.number) else { throw SystemFault() }
      if count == 0 { return nil }
    }
  }
}

extension FindingsChange {
  /// Compares two outcomes of one article; nil where they differ in nothing that plugins found.
  init?(_ old: ArraySlice<UInt8>, _ new: ArraySlice<UInt8>) {
    guard let old = try? JSONParser.parse(old), let new = try? JSONParser.parse(new) else {
      return nil
    }
    self.init(old, new)
  }

  init?(_ old: Value, _ new: Value) {
    source = new["source"]?.string ?? ""
    title = new["title"]?.string ?? ""
    parts = []
    let (before, after) = (old["plugins"]?.map, new["plugins"]?.map)
    guard let before, let after else {
      parts = [Part(plugin: "", name: "outcome", kind: .outcome, old: old, new: new)]
      return
    }
    for name in Self.names(before, after) {
      guard let then = before[name], let now = after[name] else {
        parts.append(
          Part(plugin: name, name: name, kind: .plugin, old: before[name], new: after[name]))
        continue
      }
      compare(then["fields"], now["fields"], name, .field)
      compare(then["annotations"], now["annotations"], name, .layer)
      for (member, kind) in [("error", Kind.error), ("skipped", .skipped)] {
        add(Part(plugin: name, name: member, kind: kind, old: then[member], new: now[member]))
      }
    }
    if parts.isEmpty { return nil }
  }

  private mutating func compare(_ old: Value?, _ new: Value?, _ plugin: String, _ kind: Kind) {
    let (before, after) = (old?.map ?? [:], new?.map ?? [:])
    for name in Self.names(before, after) {
      add(Part(plugin: plugin, name: name, kind: kind, old: before[name], new: after[name]))
    }
  }

  private mutating func add(_ part: Part) {
    let (old, new) = (part.old == .null ? nil : part.old, part.new == .null ? nil : part.new)
    if old != new { parts.append(part) }
  }

  private static func names(_ a: Fields, _ b: Fields) -> [String] {
    a.names + b.names.filter { a[$0] == nil }
  }
}
