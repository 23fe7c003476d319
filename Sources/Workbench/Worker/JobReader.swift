import Document
import Reading

/// Reads the inputs of one job and has each article analysed; every input gives at least one outcome, in order.
struct JobReader {
  private let job: Job
  private let bench: Bench
  private let lockdown: Lockdown
  private let activity: ActivityPage?
  private let opener: InputOpener
  private(set) var replies: ReplyWriter
  /// The number of the outcome that comes next.
  private var index = 0
  private var item = 0
  private var isDone = false
  /// Whether the item at hand was written after it was listed.
  private var isNew = false
  /// By what the file at hand will be known, if it is read as a whole.
  private var postmark: Postmark?
  /// What the outcomes at hand are cached by; nil where they are not.
  private var key: CacheKey?
  /// Of the outcome written last, what is to be cached, until it is known whether others follow it.
  private var slip: [UInt8]?
  /// How many outcomes of the input at hand are written already.
  private var known = 0

  init(
    job: Job, bench: Bench, lockdown: Lockdown, activity: ActivityPage?, opener: InputOpener,
    replies: ReplyWriter
  ) {
    self.job = job
    self.bench = bench
    self.lockdown = lockdown
    self.activity = activity
    self.opener = opener
    self.replies = replies
  }

  mutating func run() {
    if job.isRechecked { bench.recheckOne() }
    for (number, part) in job.items.enumerated() where !isDone {
      item = number
      isNew = false
      postmark = nil
      enterReading()
      read(part)
    }
    finish()
  }

  private mutating func read(_ part: PieceItem) {
    let bans = job.bans.filter { $0.item == item && $0.plugin == nil }
    if let ban = Self.vain(bans), job.end.map({ ban.outcome < $0 }) ?? true {
      return giveUp(part, ban)
    }
    let ban = bans.first
    switch part {
    case .verdict(let verdict): deliver(verdict)
    case .part(let file, let range): readPart(range, of: file)
    case .file(let file): readFile(file, ban)
    case .records(let file, let range, let stretch):
      let bytes = InputBytes.records(
        file, range, stretch, limit: bench.limits.inputBytes, from: opener)
      switch bytes {
      case .failure(let failure): deliver(.failure(failure))
      case .success(let bytes): read(bytes, file.source, stretch, ban)
      }
    }
  }

  private mutating func readFile(_ file: InputFile, _ ban: Ban?) {
    let content = InputBytes.content(
      file, limit: bench.limits.inputBytes, from: opener, reading: reading)
    switch content {
    case .failure(let failure): deliver(.failure(failure))
    case .success(let input):
      isNew = input.isNew
      postmark = input.postmark
      switch input.content {
      case .archive(let archive): readArchive(archive, file)
      case .whole(let bytes): read(bytes, file.source, nil, ban)
      }
    }
  }

  private mutating func read(
    _ bytes: [UInt8], _ source: String, _ stretch: Stretch?, _ ban: Ban?
  ) {
    if let ban {
      readAround(ban, bytes, source, stretch)
    } else {
      parse(bytes, source, stretch)
    }
  }

  private mutating func parse(_ bytes: [UInt8], _ source: String, _ stretch: Stretch?) {
    guard let cache = bench.cache else { return readAll(bytes, source, stretch) }
    if let stretch {
      if stretch.layout == .lines, bytes.contains(where: { $0 > 0x20 }) {
        return readLines(bytes, source, stretch.firstLine, cache)
      }
    } else if holdsLines(bytes, source) {
      return readLines(bytes, source, 1, cache)
    }
    var key = cache.key(bytes[...], source, stretch: stretch)
    if stretch == nil { key.postmark = postmark }
    readKnown(key) { reader in
      reader.readAll(bytes, source, stretch)
    }
  }

  /// Whether an input is JSON Lines, of which each line is known by itself.
  private func holdsLines(_ bytes: [UInt8], _ source: String) -> Bool {
    guard bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { return false }
    return bench.reader.layout(ofPrefix: Array(bytes.prefix(64 << 10)), name: source) == .lines
  }

  private mutating func readLines(
    _ bytes: [UInt8], _ source: String, _ firstLine: Int, _ cache: CacheReader
  ) {
    var start = 0
    var number = firstLine
    while start < bytes.count, !isDone {
      let end = bytes[start...].firstByte("\n") ?? bytes.count
      let line = bytes[start..<end]
      if line.contains(where: { $0 > 0x20 }) {
        readKnown(cache.key(line, source, line: number)) { [number] reader in
          reader.readAll(Array(line), source, Stretch(.lines, firstLine: number))
        }
      }
      start = end + 1
      number += 1
    }
  }

  /// Writes the outcomes that are known by a key; reads the input for those that are not.
  private mutating func readKnown(_ key: CacheKey, _ read: (inout JobReader) -> Void) {
    self.key = key
    var isWhole = false
    while bench.writesUnread, !isWhole, !isDone, index >= job.first {
      guard let last = writeKnown() else { break }
      isWhole = last
    }
    if !isWhole, !isDone, bench.isForecast {
      count { reader in
        reader.slip = reader.bench.writeUnknown(index: reader.index, to: &reader.replies)
      }
    } else if !isWhole, !isDone {
      // What was written is read again, but only to come to what follows.
      known = self.key?.ordinal ?? 0
      self.key?.ordinal = 0
      read(&self)
    }
    finishSlip(isLast: true)
    self.key = nil
  }

  /// - Returns: whether the outcome was the last of its input; nil where it is not known.
  private mutating func writeKnown() -> Bool? {
    guard var key else { return nil }
    finishSlip(isLast: false)
    guard let known = bench.writeKnown(key, index: index, to: &replies) else { return nil }
    slip = known.slip
    if known.isLast { finishSlip(isLast: true) }
    key.ordinal += 1
    self.key = key
    endOutcome()
    enterReading()
    return known.isLast
  }

  /// Says of the outcome written last what is to be cached.
  private mutating func finishSlip(isLast: Bool) {
    guard let slip else { return }
    self.slip = nil
    replies.addLine { json in
      let isRecord = slip.last == UInt8(ascii: " ")
      json.raw(isRecord ? slip + [UInt8(ascii: isLast ? "l" : "-")] : slip)
    }
  }

  private mutating func readAll(_ bytes: [UInt8], _ source: String, _ stretch: Stretch?) {
    bench.reader.read(bytes, source: source, stretch: stretch) { result in
      deliver(result)
      enterReading()
    }
  }

  // MARK: Archives

  /// Is told of every read of an archive: whoever reads on is not stuck.
  private var reading: () -> Void {
    { [activity, lockdown] in
      activity?.renew()
      lockdown.renewTime()
    }
  }

  private mutating func readArchive(_ archive: any ByteSource, _ file: InputFile) {
    bench.reader.read(
      archive, source: file.source, table: file.table, bans: archiveBans
    ) { result in
      deliver(result)
      enterReading()
    }
  }

  /// Reads a part of an archive; the archive is kept, for whoever reads one part often reads one that follows.
  private mutating func readPart(_ part: Range<Int>, of file: InputFile) {
    switch InputBytes.shared(file, from: opener, reading: reading) {
    case .failure(let failure): deliver(.failure(failure))
    case .success(let source):
      bench.archive(file, source, reaching: part).read(part, bans: archiveBans) { result in
        deliver(result)
        enterReading()
      }
    }
  }

  private var archiveBans: ArchiveBans {
    var bans: ArchiveBans = [:]
    for ban in job.bans where ban.item == item && ban.plugin == nil && ban.outcome >= index {
      bans[ban.outcome - index] = (ban.kind.rawValue, ban.message)
    }
    return bans
  }

  private func enterReading() {
    activity?.enter(.reading(item: item, outcome: index))
  }

  // MARK: Inputs that kill their reader

  /// A ban that saved nobody: another worker died over the same outcome though it was told.
  private static func vain(_ bans: [Ban]) -> Ban? {
    bans.first { ban in bans.count { $0.outcome == ban.outcome } > 1 }
  }

  /// Ends an input at an outcome without opening it.
  private mutating func giveUp(_ part: PieceItem, _ ban: Ban) {
    index = max(index, ban.outcome)
    let failure = ReadFailure(
      source: part.source, code: ban.kind.rawValue, message: ban.message,
      remedy: "what follows in it is not read")
    deliver(.failure(failure))
  }

  /// Reads what can be read of an input whose reading has cost workers their lives: of many records all but one, of anything
  /// else nothing.
  private mutating func readAround(
    _ ban: Ban, _ bytes: [UInt8], _ source: String, _ known: Stretch?
  ) {
    let failure = ReadFailure(source: source, code: ban.kind.rawValue, message: ban.message)
    guard let (stretch, body) = known.map({ ($0, 0) }) ?? stretch(of: bytes, source),
      let record = stretch.record(ban.outcome - index, of: Array(bytes[body...]))
    else {
      // The articles before the fault have arrived, or never will.
      index = max(index, ban.outcome)
      return deliver(.failure(failure))
    }
    let records = bytes[body...]
    var before = stretch
    before.isLast = false
    parse(Array(records.prefix(record.bytes.lowerBound)), source, before)
    deliver(
      .failure(
        ReadFailure(
          source: "\(source):\(record.line)", code: failure.code, message: failure.message)))
    var rest = stretch
    rest.firstLine = record.line + record.lines
    rest.followsNothing = false
    parse(Array(records.dropFirst(record.bytes.upperBound)), source, rest)
  }

  /// What a whole input is, if it holds records, and where these begin.
  private func stretch(of bytes: [UInt8], _ source: String) -> (Stretch, Int)? {
    let layout = bench.reader.layout(ofPrefix: Array(bytes.prefix(64 << 10)), name: source)
    return layout.map { (Stretch($0, firstLine: $0.body.line), $0.body.offset) }
  }

  // MARK: Outcomes

  /// What is no article and no fault: also in archives, where files are told as in folders.
  private static let skipCodes: Set = [
    "empty", ReadFailure.notAPageCode, "extension", "link", "not-a-file",
  ]

  private mutating func deliver(_ result: Result<Article, ReadFailure>) {
    defer { key?.ordinal += 1 }
    if let key, key.ordinal < known { return }
    switch result {
    case .success(let article):
      guard let ban = job.bans.first(where: { $0.outcome == index && $0.plugin == nil }) else {
        return deliverArticle(article)
      }
      let failure = ReadFailure(
        source: article.source, code: ban.kind.rawValue, message: ban.message)
      deliver(Verdict(failure: failure, isSkip: false))
    case .failure(let failure):
      deliver(Verdict(failure: failure, isSkip: Self.skipCodes.contains(failure.code)))
    }
  }

  private mutating func deliverArticle(_ article: Article) {
    count { reader in
      let slip = reader.bench.analyze(
        article, index: reader.index, isNew: reader.isNew, bans: reader.job.bans, key: reader.key,
        to: &reader.replies
      ) { [activity = reader.activity, item = reader.item, index = reader.index] plugin in
        activity?.enter(
          plugin.map { .plugin($0, item: item, outcome: index) }
            ?? .reading(item: item, outcome: index))
      }
      if reader.bench.cache != nil { reader.slip = slip }
    }
  }

  private mutating func deliver(_ verdict: Verdict) {
    count { reader in
      reader.bench.report(verdict, index: reader.index, to: &reader.replies)
      guard reader.bench.cache != nil else { return }
      reader.slip = verdict.isSkip ? reader.key.map(Bench.slip(ofSkip:)) ?? [] : []
    }
  }

  /// Gives the next outcome its number; what was not asked for is not even analysed.
  private mutating func count(_ write: (inout JobReader) -> Void) {
    guard !isDone else { return }
    finishSlip(isLast: false)
    if index >= job.first { write(&self) }
    endOutcome()
  }

  private mutating func endOutcome() {
    index += 1
    if let end = job.end, index >= end { return finish() }
    if replies.isDue {
      activity?.enter(.idle)
      replies.flush()
      lockdown.renewTime()
    }
  }

  /// Says so at once when the last outcome asked for is there, for the reader may yet stumble over what follows.
  private mutating func finish() {
    guard !isDone else { return }
    isDone = true
    finishSlip(isLast: false)
    activity?.enter(.idle)
    replies.add(.done(piece: job.piece))
    replies.flush()
  }
}
