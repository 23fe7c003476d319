import CProcess
import Document

/// Keeps the books of a run while outcomes come in: counts, failures, progress.
struct RunLedger {
  /// Failures that are kept word for word; all are counted and told as they come.
  private static let keptFailures = 1000
  private static let reportInterval: Int64 = 100_000_000
  private static let censusDelay: Int64 = 2_000_000_000

  private(set) var result = RunResult()
  private var progress = Progress()
  private var census: Census?
  private let began = copydesk_monotonic()
  private var lastReport: Int64 = 0

  /// Counts the inputs for `Progress.total`, on the side.
  mutating func count(_ corpus: Corpus) {
    census = Census(corpus)
  }

  mutating func begin(_ plugins: [PluginDescription]) {
    result.plugins = plugins
  }

  mutating func enter(_ header: OutcomeHeader, events: Workbench.Events) {
    switch header.kind {
    case .findings: result.counts.articles += 1
    case .skipped: result.counts.skipped += 1
    case .failed: result.counts.unreadable += 1
    }
    if header.kind == .failed, let failure = header.failure { keep(.input(failure), events) }
    header.traces.forEachLine { events(.trace(plugin: $0, source: header.source, line: $1)) }
    if !header.errors.isEmpty { result.counts.articlesWithErrors += 1 }
    for error in header.errors {
      result.counts.pluginErrors += 1
      keep(.plugin(error, source: header.source), events)
    }
    for warning in header.warnings { events(.warning(warning, source: header.source)) }
    header.logs.forEachLine { events(.log(plugin: $0, source: header.source, line: $1)) }
  }

  /// What the screening made of the run.
  mutating func enter(_ verdict: Screened, leftOut: Int) {
    result.gates = verdict.gates
    result.summary = verdict.summary
    result.counts.leftOut = leftOut
  }

  /// An article was found in the cache.
  /// The report as it is to be printed.
  mutating func enter(printed page: [UInt8]) { result.printed = page }

  mutating func enterCached() { result.counts.cached += 1 }

  mutating func finishPiece(bytes: Int) {
    result.counts.bytes += bytes
  }

  /// A failure that concerns the whole run, such as one of a plugin's report.
  mutating func keep(_ error: PluginError, _ events: Workbench.Events) {
    result.counts.pluginErrors += 1
    keep(.plugin(error, source: nil), events)
  }

  private mutating func keep(_ failure: RunFailure, _ events: Workbench.Events) {
    count(failure.cause)
    if result.failures.count < Self.keptFailures { result.failures.append(failure) }
    events(.failure(failure))
  }

  private mutating func count(_ cause: String) {
    guard progress.causes.count < Self.keptFailures || progress.causes[cause] != nil else { return }
    progress.causes[cause, default: 0] += 1
  }

  mutating func interrupt(_ signal: Int32?) {
    result.interruption = signal
  }

  /// Tells the progress, if it is time to.
  mutating func tick(replacedWorkers: Int, isLast: Bool = false, events: Workbench.Events) {
    let now = copydesk_monotonic()
    // Many inputs are not counted for a run that is over soon: the count takes a worker's processor.
    if census?.isShort == true || now - began >= Self.censusDelay { census?.advance() }
    progress.replacedWorkers = max(progress.replacedWorkers, replacedWorkers)
    let isAsked = copydesk_was_asked() != 0
    guard isLast || isAsked || now - lastReport >= Self.reportInterval else { return }
    lastReport = now
    progress.counts = result.counts
    progress.seconds = Double(now - began) / 1e9
    progress.total = census?.total
    events(isAsked ? .asked(progress) : .progress(progress))
  }
}

extension Fields {
  /// Goes through lists of lines, by plugin.
  fileprivate func forEachLine(_ visit: (_ plugin: String, _ line: String) -> Void) {
    for entry in entries {
      for line in entry.value.list ?? [] { visit(entry.name, line.string ?? "") }
    }
  }
}

extension RunFailure {
  /// What failures of its kind have in common.
  fileprivate var cause: String {
    switch self {
    case .input(let failure): failure.code
    case .plugin(let error, _): "\(error.plugin) \(error.kind.rawValue)"
    }
  }
}

/// Counts the files of a corpus, some at a time, while the run goes on.
struct Census {
  private static let step = 500
  /// So many are counted at no cost that anybody notices.
  private static let few = 1_000

  private var walk: CorpusWalk?
  private var files = 0
  private var bytes = 0

  init(_ corpus: Corpus) {
    walk = corpus.makeIterator()
  }

  /// The size of the corpus, once all of it is counted.
  var total: Progress.Total? {
    walk == nil ? Progress.Total(files: files, bytes: bytes) : nil
  }

  /// Whether not many have been counted yet.
  var isShort: Bool { files < Self.few }

  mutating func advance() {
    for _ in 0..<Self.step where walk != nil {
      switch walk?.next() {
      case .file(let file)?:
        files += 1
        bytes += file.bytes
      case .verdict?: files += 1
      case nil: walk = nil
      }
    }
  }
}
