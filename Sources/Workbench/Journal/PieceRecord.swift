import Document
import Glibc

/// What the journal says of one piece of the corpus: its inputs as they were listed, and where its outcomes are.
struct PieceRecord {
  /// Bytes of a file, with their checksum.
  struct Stretch: Hashable {
    var offset: Int
    var bytes: Int
    var checksum: UInt64

    var end: Int { offset + bytes }
  }

  var piece: Int
  var outcomes: Int
  /// Where the outcomes' lines of findings are, one for each.
  var findings: Stretch
  /// Where their other payloads are, where the run wants any.
  var payloads: Stretch?
  /// Headers of outcomes of which something is to be told: failures, errors, warnings, logs.
  var notes: [OutcomeHeader]
  /// Whether payloads were left out that would be wanted if what stands before were to change.
  var isPartial = false
  /// Whether the run was stopped before the piece was whole: these are the first of its outcomes.
  var isOpen = false

  /// Whether an input could not be read or a plugin failed.
  var hasFailures: Bool { notes.contains { $0.kind == .failed || !$0.errors.isEmpty } }

  /// The last member of a record is its inputs, so that they can be compared unread.
  static func inputs(of piece: Piece) -> [UInt8] {
    var json = JSONWriter()
    json.beginArray()
    for item in piece.items { item.write(to: &json) }
    json.endArray()
    return Array("\"inputs\":".utf8) + json.bytes + Array("}".utf8)
  }

  func json(inputs: [UInt8]) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("piece")
    json.value(piece)
    json.key("outcomes")
    json.value(outcomes)
    json.key("findings")
    findings.write(to: &json)
    if let payloads {
      json.key("payloads")
      payloads.write(to: &json)
    }
    if !notes.isEmpty {
      json.key("notes")
      json.list(notes) { $0.write(to: &$1) }
    }
    if isPartial {
      json.key("partial")
      json.value(true)
    }
    if isOpen {
      json.key("open")
      json.value(true)
    }
    return json.bytes + Array(",".utf8) + inputs
  }

  init(
    piece: Int, outcomes: Int, findings: Stretch, payloads: Stretch?, notes: [OutcomeHeader]
  ) {
    self.piece = piece
    self.outcomes = outcomes
    self.findings = findings
    self.payloads = payloads
    self.notes = notes
  }

  /// Nil where a line of the journal is no record of a piece.
  init?(line: ArraySlice<UInt8>) {
    guard let json = try? JSONParser.parse(line, omitting: "inputs"),
      let piece = json["piece"]?.integer, let outcomes = json["outcomes"]?.integer,
      let findings = json["findings"].flatMap(Stretch.init),
      let notes = try? json.elements("notes", OutcomeHeader.init)
    else { return nil }
    self.init(
      piece: Int(piece), outcomes: Int(outcomes), findings: findings,
      payloads: json["payloads"].flatMap(Stretch.init), notes: notes)
    isPartial = json["partial"]?.bool ?? false
    isOpen = json["open"]?.bool ?? false
  }

  /// The member with the inputs, of a record's bytes; of what else might look like it in a record, it is the last.
  static func inputs(in json: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let mark = Array(",\"inputs\":[".utf8)
    var start = json.endIndex - mark.count
    while start >= json.startIndex {
      if json[start] == mark[0], json[start...].starts(with: mark) { return json[(start + 1)...] }
      start -= 1
    }
    return nil
  }

  /// The headers of all outcomes, as a worker would send them.
  func headers(payloads: Int) -> [OutcomeHeader] {
    var headers = (0..<outcomes).map {
      OutcomeHeader(index: $0, kind: .findings, payloads: payloads)
    }
    for note in notes where headers.indices.contains(note.index) { headers[note.index] = note }
    return headers
  }
}

extension PieceRecord.Stretch {
  func write(to json: inout JSONWriter) {
    json.beginArray()
    json.value(offset)
    json.value(bytes)
    json.value(String(decoding: checksum.hexadecimal, as: UTF8.self))
    json.endArray()
  }

  init?(json: Value) {
    guard let list = json.list, list.count == 3, let offset = list[0].integer,
      let bytes = list[1].integer, let checksum = list[2].string.flatMap({ UInt64($0, radix: 16) }),
      offset >= 0, bytes >= 0
    else { return nil }
    self.init(offset: Int(offset), bytes: Int(bytes), checksum: checksum)
  }
}

extension OutcomeHeader {
  /// Whether there is more to tell than that there are findings.
  var isNotable: Bool {
    kind != .findings || hasSomethingToTell
  }
}

extension ArraySlice<UInt8> {
  func ends(with other: [UInt8]) -> Bool {
    guard count >= other.count else { return false }
    return suffix(other.count).withUnsafeBytes { end in
      other.withUnsafeBytes {
        $0.isEmpty || memcmp(end.baseAddress!, $0.baseAddress!, $0.count) == 0
      }
    }
  }
}
