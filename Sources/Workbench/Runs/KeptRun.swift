import Document
import Glibc

/// A run that is kept in a folder, as whoever looks into it sees it; nothing in the folder is changed.
package final class KeptRun {
  package enum State: String, Sendable { case running, stopped, complete }

  /// As it was asked for.
  package let name: String
  let path: Path
  let manifest: Manifest
  /// What its end says; nil before.
  package private(set) var result: RunCounts?
  /// Outcomes that are done.
  package private(set) var outcomes = 0
  /// Of these, those with failures.
  package private(set) var failures = 0
  private let journal: Descriptor?
  private let findings: Descriptor?
  private var places: [Int: Range<Int>] = [:]

  /// - Parameter name: a folder, or the name of one among the user's runs.
  package convenience init(_ name: [UInt8]) throws(WorkbenchError) {
    try self.init(try RunFolder.path(of: name), name: Path(name).shown)
  }

  init(_ path: Path, name: String) throws(WorkbenchError) {
    guard let manifest = try Manifest.load(path) else { throw .run(name, .missing) }
    self.name = name
    self.path = path.resolved ?? path
    self.manifest = manifest
    func open(_ name: String) -> Descriptor? {
      try? Descriptor(opening: path.appending(name), O_RDONLY | O_NOCTTY)
    }
    journal = open("journal.jsonl")
    findings = open("findings.jsonl") ?? open("findings.jsonl.part")
    do { try load() } catch { throw .input(path: path.shown, errno: error.errno) }
  }

  /// The runs that are kept under a name, by their names.
  package static var all: [KeptRun] {
    guard let home = RunFolder.home, let listing = try? FolderListing(of: home) else { return [] }
    return (0..<listing.count).compactMap { index in
      let path = home.appending(listing[index].name)
      return try? KeptRun(path, name: Path(Array(listing[index].name)).shown)
    }
  }

  private func load() throws(SystemFault) {
    guard let journal else { return }
    var sums: [Int: (outcomes: Int, failures: Int)] = [:]
    var lines = try CheckedLines(journal)
    while let (place, json) = try lines.next() {
      if let record = PieceRecord(line: json) {
        places[record.piece] = place
        let failed = record.notes.count { $0.kind == .failed || !$0.errors.isEmpty }
        sums[record.piece] = (record.outcomes, failed)
        result = nil
      } else if let end = (try? JSONParser.parse(json))?["end"] {
        result = RunCounts(json: end)
      }
    }
    for sum in sums.values {
      outcomes += sum.outcomes
      failures += sum.failures
    }
  }

  package var state: State {
    if RunFolder.isBusy(path) { return .running }
    return result == nil ? .stopped : .complete
  }

  package var command: String { manifest.command }
  package var created: String { manifest.created }
  package var plugins: [String] { manifest.settings.plugins.map(\.versionedName) }
  /// Whether this very program has found what it found.
  package var isOfThisBuild: Bool { manifest.settings.build == Program.build }

  /// Pieces of the corpus that are done.
  var pieces: Int { places.count }

  /// The lines of findings of a piece whose inputs are as they were; nil where they are not, or it is not done.
  func findings(of piece: Piece) -> [ArraySlice<UInt8>]? {
    guard let journal, let findings, let place = places[piece.number],
      let line = try? journal.read(place.count, at: place.lowerBound),
      let json = CheckedLine.json(of: line.dropLast()),
      json.ends(with: PieceRecord.inputs(of: piece)), let record = PieceRecord(line: json),
      !record.isOpen
    else { return nil }
    return findings.lines(of: record.findings)
  }
}
