import Document

/// An outcome that need not be found again, as the lines that a worker would send of it.
struct KnownOutcome {
  /// Counted from 0 in its piece once it is handed on.
  var header: OutcomeHeader
  private let findings: ArraySlice<UInt8>
  private let aggregates: Fields

  /// What a record of the cache tells; nil where it cannot be read.
  init?(_ record: CacheRecord) {
    if record.isSkip {
      guard let json = try? JSONParser.parse(record.findings),
        case .skipped(let failure)? = try? Outcome(json: json)
      else { return nil }
      self.init(Verdict(failure: failure, isSkip: true))
    } else {
      guard let note = record.note.isEmpty ? CacheNote() : CacheNote(json: record.note) else {
        return nil
      }
      self.init(record.findings, note)
    }
  }

  private init?(_ findings: ArraySlice<UInt8>, _ note: CacheNote) {
    self.findings = findings
    aggregates = note.aggregates
    header = OutcomeHeader(index: 0, kind: .findings, payloads: 0)
    header.logs = note.logs
    guard note.hasWarnings || !note.logs.isEmpty else { return }
    guard let json = try? JSONParser.parse(findings, omitting: "plugins"),
      let read = try? Findings(json: json)
    else { return nil }
    header.warnings = read.warnings
    header.source = read.source
  }

  /// The outcome of an input that gives no article.
  init(_ verdict: Verdict) {
    header = OutcomeHeader(index: 0, kind: verdict.isSkip ? .skipped : .failed, payloads: 0)
    header.source = verdict.failure.source
    header.failure = verdict.failure
    var json = JSONWriter()
    verdict.outcome.write(to: &json)
    findings = json.bytes[...]
    aggregates = [:]
  }

  /// Writes the payload of a wish. Of an article only those follow from its findings that `asksForFindingsAlone` allows.
  func write(_ wish: WorkerConfiguration.Wish, to json: inout JSONWriter) {
    if wish == .aggregates { json.value(aggregates) } else { json.raw(findings) }
  }

  /// The payload of a wish as a line without its end.
  func line(_ wish: WorkerConfiguration.Wish) -> ArraySlice<UInt8> {
    guard wish == .aggregates else { return findings }
    var json = JSONWriter()
    write(wish, to: &json)
    return json.bytes[...]
  }
}
