import CProcess
import Document
import Glibc

/// The books of a run on disk: what became of each piece of the corpus, so that a run that was stopped can go on.
///
/// Findings are appended to one file and a line of the journal says where they are. The journal is only ever appended to; of two
/// records of one piece the later counts. Each record and each stretch of findings has a checksum, so that after
/// a crash or on a bad disk what is not whole is found out, and done again.
final class Journal {
  /// Monotonic nanoseconds between two times at which all that was written is made to outlive a loss of power.
  private static let syncInterval: Int64 = 2_000_000_000

  /// The outcomes of a piece, known from before.
  struct Recording {
    var headers: [OutcomeHeader]
    var payloads: [[ArraySlice<UInt8>]]
    /// Whether the piece has more outcomes, which are not known.
    var isOpen = false
    /// Whether the run's folder has them already, if it has one.
    var isKept = true
  }

  private let folder: RunFolder
  private var file: Descriptor
  private var findings: StretchFile
  private let extras: StretchFile?
  private let payloadCount: Int
  private let retriesFailed: Bool
  /// Where the last record of each piece is.
  private var places: [Int: Range<Int>] = [:]
  private var end = 0
  private var pending: [UInt8] = []
  private var lastSync = copydesk_monotonic()
  private var isDirty = false

  private var outcomes = 0
  private var notes: [OutcomeHeader] = []
  private var isPartial = false

  /// Where the findings of the next piece would be, if all are to lie in the order of the corpus.
  private var expected: Int? = 0
  private var pieces = 0
  /// Whether all pieces so far are as they were; only then is what was left out of the records not needed.
  private var isAsBefore = true

  /// - Parameters:
  ///   - payloadCount: lines of payload of each outcome, the findings among them.
  ///   - continues: whether what is there counts; else it is cut off.
  init(
    _ folder: RunFolder, payloadCount: Int, continues: Bool, retriesFailed: Bool
  ) throws(WorkbenchError) {
    self.folder = folder
    self.payloadCount = payloadCount
    self.retriesFailed = retriesFailed
    do {
      file = try Descriptor(opening: folder.journal, O_RDWR | O_CREAT)
      var ends = (findings: 0, payloads: 0)
      if continues {
        ends = try Self.load(file, &places, &end)
        if folder.findings.exists, !folder.openFindings.exists {
          try folder.findings.rename(to: folder.openFindings)
        }
      } else {
        folder.findings.remove()
      }
      try file.truncate(to: end)
      try file.seek(to: end)
      findings = try StretchFile(folder.openFindings, end: ends.findings)
      extras =
        payloadCount > 1 ? try StretchFile(folder.openPayloads, end: ends.payloads) : nil
    } catch { throw Self.fault(error, folder) }
  }

  var isEmpty: Bool { places.isEmpty }

  private static func load(
    _ file: Descriptor, _ places: inout [Int: Range<Int>], _ end: inout Int
  ) throws(SystemFault) -> (findings: Int, payloads: Int) {
    var lines = try CheckedLines(file)
    var ends = (findings: 0, payloads: 0)
    while let (place, json) = try lines.next() {
      guard let record = PieceRecord(line: json) else { continue }
      places[record.piece] = place
      ends.findings = max(ends.findings, record.findings.end)
      ends.payloads = max(ends.payloads, record.payloads?.end ?? 0)
    }
    end = lines.wholeEnd
    return ends
  }

  // MARK: What is known

  /// The outcomes of a piece, if they are known and its inputs are as they were.
  func recording(of piece: Piece) throws(WorkbenchError) -> Recording? {
    guard let place = places[piece.number], let record = record(at: place, for: piece),
      !(retriesFailed && record.hasFailures), isAsBefore || !record.isPartial,
      let lines = findings.lines(of: record.findings), lines.count == record.outcomes
    else { return nil }
    var payloads = lines.map { [$0] }
    if let extras {
      guard let stretch = record.payloads, let others = extras.lines(of: stretch),
        others.count == record.outcomes * (payloadCount - 1)
      else { return nil }
      for (index, line) in others.enumerated() {
        payloads[index / (payloadCount - 1)].append(line)
      }
    }
    if !record.isOpen { note(record.findings) }
    return Recording(
      headers: record.headers(payloads: payloadCount), payloads: payloads, isOpen: record.isOpen)
  }

  private func record(at place: Range<Int>, for piece: Piece) -> PieceRecord? {
    let line = try? file.read(place.count, at: place.lowerBound)
    let inputs = PieceRecord.inputs(of: piece)
    guard let line, line.count == place.count, let json = CheckedLine.json(of: line.dropLast()),
      json.ends(with: inputs)
    else { return nil }
    // The inputs are known, and behind all else.
    var rest = Array(json.dropLast(inputs.count + 1))
    rest.append(UInt8(ascii: "}"))
    return PieceRecord(line: rest[...])
  }

  // MARK: What becomes known

  /// Takes an outcome of the piece at hand.
  /// - Parameter isNeeded: whether the last payload will be wanted when the run goes on; else a blank line stands for it.
  func add(
    _ header: OutcomeHeader, _ payloads: [ArraySlice<UInt8>], isNeeded: Bool
  ) throws(WorkbenchError) {
    do throws(SystemFault) {
      try findings.add(payloads.first ?? [])
      for (index, line) in payloads.enumerated().dropFirst() {
        let isLeftOut = index == payloads.count - 1 && !isNeeded
        if isLeftOut { isPartial = true }
        try extras?.add(isLeftOut ? [] : line)
      }
    } catch { throw Self.fault(error, folder) }
    if header.isNotable {
      var note = header
      note.index = outcomes
      notes.append(note)
    }
    outcomes += 1
  }

  /// All outcomes of a piece have been added, or all that there will be for now.
  func finish(_ piece: Piece, isOpen: Bool = false) {
    var record = PieceRecord(
      piece: piece.number, outcomes: outcomes, findings: findings.endStretch(),
      payloads: extras?.endStretch(), notes: notes)
    record.isPartial = isPartial
    record.isOpen = isOpen
    note(record.findings)
    let start = end + pending.count
    CheckedLine.write(record.json(inputs: PieceRecord.inputs(of: piece)), to: &pending)
    places[piece.number] = start..<(end + pending.count)
    isAsBefore = false
    (outcomes, notes, isPartial) = (0, [], false)
  }

  private func note(_ stretch: PieceRecord.Stretch) {
    pieces += 1
    expected = expected == stretch.offset ? stretch.end : nil
  }

  // MARK: The disk

  /// Writes what has collected, and now and then sees to it that it stays.
  func tick() throws(WorkbenchError) {
    try flush()
    guard isDirty, copydesk_monotonic() - lastSync > Self.syncInterval else { return }
    try sync()
  }

  func flush() throws(WorkbenchError) {
    guard !pending.isEmpty else { return }
    do throws(SystemFault) {
      // Findings come first: a record without its findings would be found out, but in vain.
      try findings.flush()
      try extras?.flush()
      try file.write(pending)
    } catch { throw Self.fault(error, folder) }
    end += pending.count
    pending.removeAll(keepingCapacity: true)
    isDirty = true
  }

  /// After this, neither a crash nor a loss of power takes what was finished.
  func sync() throws(WorkbenchError) {
    try flush()
    do throws(SystemFault) {
      try findings.sync()
      try extras?.sync()
      try file.sync()
    } catch { throw Self.fault(error, folder) }
    lastSync = copydesk_monotonic()
    isDirty = false
  }

  /// The run has come to its end: the findings take their name, in the order of the corpus.
  func complete(_ counts: RunCounts) throws(WorkbenchError) {
    var json = JSONWriter()
    json.beginObject()
    json.key("end")
    counts.write(to: &json)
    json.endObject()
    if expected == nil { try gather() }
    CheckedLine.write(json.bytes, to: &pending)
    try sync()
    do throws(SystemFault) {
      try folder.openFindings.rename(to: folder.findings)
      folder.openPayloads.remove()
      try Descriptor(opening: folder.path, O_RDONLY | O_DIRECTORY).sync()
    } catch { throw Self.fault(error, folder) }
  }

  /// Brings the findings of pieces that were done again into the order of the corpus, with a journal to match.
  private func gather() throws(WorkbenchError) {
    try flush()
    let newFindings = folder.path.appending("findings.jsonl.new")
    let newJournal = folder.path.appending("journal.jsonl.new")
    do throws(SystemFault) {
      let ordered = try StretchFile(newFindings, end: 0)
      let journal = try Descriptor(opening: newJournal, O_RDWR | O_CREAT | O_TRUNC)
      for piece in 0..<pieces { try copy(piece, to: ordered, journal) }
      try ordered.sync()
      try journal.sync()
      // Between the two renames no record would find its findings, and all would be done again: at worst, work.
      try newJournal.rename(to: folder.journal)
      try newFindings.rename(to: folder.openFindings)
      file = journal
      findings = ordered
    } catch { throw Self.fault(error, folder) }
  }

  private func copy(
    _ piece: Int, to ordered: StretchFile, _ journal: Descriptor
  ) throws(SystemFault) {
    guard let place = places[piece],
      let json = CheckedLine.json(
        of: try file.read(place.count, at: place.lowerBound).dropLast()),
      var record = PieceRecord(line: json), let inputs = PieceRecord.inputs(in: json),
      let lines = findings.lines(of: record.findings)
    else { throw SystemFault(errno: EIO) }
    for line in lines { try ordered.add(line) }
    record.findings = ordered.endStretch()
    record.payloads = nil
    var line: [UInt8] = []
    CheckedLine.write(record.json(inputs: Array(inputs)), to: &line)
    try journal.write(line)
  }

  private static func fault(_ fault: SystemFault, _ folder: RunFolder) -> WorkbenchError {
    .output(path: folder.path.shown, errno: fault.errno)
  }
}
