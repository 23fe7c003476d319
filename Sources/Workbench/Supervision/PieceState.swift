import Document

/// How far a piece has come, and what is left of it after workers died over it.
struct PieceState {
  /// Outcomes to fetch in one go, from the first to before the end; nil: to the end of the piece.
  struct Segment: Hashable {
    var first: Int
    var end: Int?

    var isSingle: Bool { end == first + 1 }
  }

  /// An outcome that waits for its turn in the corpus.
  struct Held {
    var header: OutcomeHeader
    var payloads: [[UInt8]]
    var bytes: Int { payloads.reduce(0) { $0 + $1.count } }
  }

  let piece: Piece
  /// Whether all outcomes are known from before, and kept.
  let wasKnown: Bool
  /// The outcomes that are known from before, until they are handed on.
  private(set) var recording: Journal.Recording?
  /// Outcomes that have arrived or are known.
  private(set) var received = 0
  /// What is left, the first being next; it stays here while a worker is at it.
  private(set) var segments: [Segment]
  private(set) var bans: [Ban] = []
  var held: [Held] = []
  private var strikes: [Pair: Int] = [:]
  private var deathsWithoutBlame = 0

  private struct Pair: Hashable {
    var outcome: Int
    var plugin: Int?
  }

  init(_ piece: Piece, recording: Journal.Recording? = nil) {
    self.piece = piece
    self.recording = recording
    let isWhole = recording.map { !$0.isOpen } ?? false
    wasKnown = isWhole && recording?.isKept == true
    if let recording, recording.isOpen { received = recording.headers.count }
    segments = isWhole ? [] : [Segment(first: received)]
  }

  var isComplete: Bool { segments.isEmpty }

  /// What was known or held back has had its turn.
  mutating func haveHandedOn() {
    recording = nil
    held = []
  }

  /// What to send a worker next; nil when the piece is complete.
  var job: Job? {
    segments.first.map {
      Job(
        piece: piece.number, items: piece.items, first: max($0.first, received), end: $0.end,
        bans: bans, isRechecked: piece.isRechecked)
    }
  }

  mutating func receive() {
    received += 1
    deathsWithoutBlame = 0
  }

  /// The worker has sent the first segment whole.
  mutating func finishSegment() {
    if !segments.isEmpty { segments.removeFirst() }
  }

  /// What follows from the death of a worker over this piece.
  /// - Returns: false if workers die again and again before they do anything.
  mutating func blame(
    _ activity: ActivityPage.Activity?, kind: PluginError.Kind, message: String
  ) -> Bool {
    switch activity {
    // On its way to what is left, it went over outcomes that have arrived: no fault of theirs.
    case .reading(_, let outcome)? where outcome < received,
      .plugin(_, _, let outcome)? where outcome < received:
      deathsWithoutBlame += 1
    case .reading(let item, let outcome)?:
      strike(Ban(item: item, outcome: outcome, plugin: nil, kind: kind, message: message))
    case .plugin(let plugin, let item, let outcome)?:
      strike(Ban(item: item, outcome: outcome, plugin: plugin, kind: kind, message: message))
    case .idle?, nil:
      deathsWithoutBlame += 1
    }
    return deathsWithoutBlame < Pool.patience
  }

  /// The first time the pair is tried once more alone; the second time it is out. A ban that comes twice tells workers to leave
  /// the input alone from there on, for reading it kills them before they come to what is banned.
  private mutating func strike(_ ban: Ban) {
    let pair = Pair(outcome: ban.outcome, plugin: ban.plugin)
    strikes[pair, default: 0] += 1
    if strikes[pair, default: 0] > 1 { bans.append(ban) }
    isolate(ban.outcome)
  }

  /// Cuts the first segment so that one outcome is fetched alone.
  private mutating func isolate(_ outcome: Int) {
    guard let segment = segments.first else { return }
    segments.removeFirst()
    var parts: [Segment] = []
    if outcome > received { parts.append(Segment(first: received, end: outcome)) }
    parts.append(Segment(first: outcome, end: outcome + 1))
    if segment.end.map({ outcome + 1 < $0 }) ?? true {
      parts.append(Segment(first: outcome + 1, end: segment.end))
    }
    segments.insert(contentsOf: parts, at: 0)
  }
}
