import Document
import Reading

/// Reads the inputs of one job and has each article analysed; every input gives at least one outcome, in order.
struct JobReader {
  private let job: Job
  private let bench: Bench
  private let activity: ActivityPage?
  private let spool: Descriptor?
  private(set) var replies: ReplyWriter
  /// The number of the outcome that comes next.
  private var index = 0
  private var item = 0
  private var isDone = false

  init(
    job: Job, bench: Bench, activity: ActivityPage?, spool: Descriptor?, replies: ReplyWriter
  ) {
    self.job = job
    self.bench = bench
    self.activity = activity
    self.spool = spool
    self.replies = replies
  }

  mutating func run() {
    if job.isRechecked { bench.recheckOne() }
    for (number, part) in job.items.enumerated() where !isDone {
      item = number
      enterReading()
      read(part)
    }
    finish()
  }

  private mutating func read(_ part: PieceItem) {
    let ban = job.bans.first { $0.item == item && $0.plugin == nil }
    switch part {
    case .verdict(let verdict): deliver(verdict)
    case .file(let file):
      load(file, InputBytes.whole(file, limit: bench.limits.inputBytes, spool: spool), 1, nil, ban)
    case .lines(let file, let range, let firstLine):
      load(file, InputBytes.lines(file, range, spool: spool), firstLine, true, ban)
    }
  }

  private mutating func load(
    _ file: InputFile, _ bytes: Result<[UInt8], ReadFailure>, _ firstLine: Int, _ isLines: Bool?,
    _ ban: Ban?
  ) {
    switch bytes {
    case .failure(let failure): deliver(.failure(failure))
    case .success(let bytes):
      if let ban {
        readAround(ban, bytes, file.source, firstLine, isLines)
      } else {
        parse(bytes, file.source, firstLine, isLines)
      }
    }
  }

  private mutating func parse(
    _ bytes: [UInt8], _ source: String, _ firstLine: Int, _ isLines: Bool?
  ) {
    bench.reader.read(bytes, source: source, firstLine: firstLine, isLines: isLines) { result in
      deliver(result)
      enterReading()
    }
  }

  private func enterReading() {
    activity?.enter(.reading(item: item, outcome: index))
  }

  // MARK: Inputs that kill their reader

  /// Reads what can be read of an input whose reading has cost workers their lives: of lines all but one, of anything
  /// else nothing.
  private mutating func readAround(
    _ ban: Ban, _ bytes: [UInt8], _ source: String, _ firstLine: Int, _ isLines: Bool?
  ) {
    let failure = ReadFailure(source: source, code: ban.kind.rawValue, message: ban.message)
    guard isLines ?? Reader.isLineByLine(prefix: Array(bytes.prefix(64 << 10))),
      let line = Self.line(ban.outcome - index, of: bytes)
    else {
      // The articles before the fault have arrived, or never will.
      index = max(index, ban.outcome)
      return deliver(.failure(failure))
    }
    let number = firstLine + bytes[..<line.lowerBound].count { $0 == UInt8(ascii: "\n") }
    parse(Array(bytes[..<line.lowerBound]), source, firstLine, true)
    deliver(
      .failure(
        ReadFailure(source: "\(source):\(number)", code: failure.code, message: failure.message)))
    if line.upperBound < bytes.count {
      parse(Array(bytes[line.upperBound...]), source, number + 1, true)
    }
  }

  /// The bytes of the line, counted from 0 among those that hold anything, with its end.
  private static func line(_ wanted: Int, of bytes: [UInt8]) -> Range<Int>? {
    var start = 0
    var seen = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      if bytes[start..<end].contains(where: { $0 > 0x20 }) {
        if seen == wanted { return start..<end }
        seen += 1
      }
      start = end
    }
    return nil
  }

  // MARK: Outcomes

  private mutating func deliver(_ result: Result<Article, ReadFailure>) {
    switch result {
    case .success(let article): deliverArticle(article)
    case .failure(let failure): deliver(Verdict(failure: failure, isSkip: failure.code == "empty"))
    }
  }

  private mutating func deliverArticle(_ article: Article) {
    count { reader in
      reader.bench.analyze(
        article, index: reader.index, bans: reader.job.bans, to: &reader.replies
      ) { [activity = reader.activity, item = reader.item, index = reader.index] plugin in
        activity?.enter(
          plugin.map { .plugin($0, item: item, outcome: index) }
            ?? .reading(item: item, outcome: index))
      }
    }
  }

  private mutating func deliver(_ verdict: Verdict) {
    count { reader in reader.bench.report(verdict, index: reader.index, to: &reader.replies) }
  }

  /// Gives the next outcome its number; what was not asked for is not even analysed.
  private mutating func count(_ write: (inout JobReader) -> Void) {
    guard !isDone else { return }
    if index >= job.first { write(&self) }
    index += 1
    if let end = job.end, index >= end { return finish() }
    if replies.isDue {
      activity?.enter(.idle)
      replies.flush()
    }
  }

  /// Says so at once when the last outcome asked for is there, for the reader may yet stumble over what follows.
  private mutating func finish() {
    guard !isDone else { return }
    isDone = true
    activity?.enter(.idle)
    replies.add(.done(piece: job.piece))
    replies.flush()
  }
}
