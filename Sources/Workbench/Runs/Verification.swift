import CProcess
import Document
import Glibc
import Reading

/// What became of looking whether a run's findings can be found again.
package struct VerificationResult: Sendable {
  /// Outcomes that were found again.
  package var same = 0
  /// Outcomes that are others now, by their source.
  package var different: [String] = []
  /// Outcomes whose inputs have changed, or that the run had not come to.
  package var unknown = 0
  package var interruption: Int32?
}

/// Analyses articles of a run that is kept once more, without the cache, and compares.
final class Verification: Pool.Receiver {
  private(set) var result = VerificationResult()
  private let run: KeptRun
  private let stop: StopSignal
  private let events: Workbench.Events
  /// Every so many pieces one is done again, the first being this.
  private let stride: Int
  private let first: Int
  private var lines: [[UInt8]] = []
  private var before: [Int: [ArraySlice<UInt8>]] = [:]

  /// - Parameter sample: how many outcomes to do again at least; nil: all.
  init(
    _ run: KeptRun, sample: Int?, events: @escaping Workbench.Events
  ) throws(WorkbenchError) {
    self.run = run
    self.events = events
    let perPiece = max(1, run.outcomes / max(1, run.pieces))
    let wanted = sample.map { max(1, ($0 + perPiece - 1) / perPiece) } ?? run.pieces
    stride = max(1, run.pieces / max(1, wanted))
    first = Int.random(in: 0..<stride)
    stop = try StopSignal()
  }

  func perform(_ executable: Path, jobs: Int?) throws(WorkbenchError) {
    let settings = run.manifest.settings
    var configuration = settings.configuration
    configuration.wishes = [.findings]
    let corpus = Corpus(inputs: settings.inputs.map(Path.init))
    let pool = Pool(
      Pool.Settings(
        configuration: configuration, jobs: jobs ?? Int(copydesk_processors()),
        executable: executable),
      pieces: PieceCutter(corpus, reader: Reader(configuration), spool: nil), stop: stop,
      receiver: self)
    try pool.run()
    result.interruption = stop.caught
  }

  // MARK: Pool.Receiver

  func begin(_ plugins: [PluginDescription]) throws(WorkbenchError) {
    for (then, now) in zip(run.manifest.settings.plugins, plugins) where then.hash != now.hash {
      events(
        .warning(
          Document.Warning(code: "plugin", message: "has changed since the run"), source: now.name))
    }
  }

  var hasRecordings: Bool { true }

  /// What is not in the sample counts as known, and so does what cannot be compared.
  func recording(of piece: Piece) throws(WorkbenchError) -> Journal.Recording? {
    guard piece.number % stride == first else {
      return Journal.Recording(headers: [], payloads: [])
    }
    guard let findings = run.findings(of: piece), !piece.readsStandardInput else {
      result.unknown += piece.items.count
      return Journal.Recording(headers: [], payloads: [])
    }
    before[piece.number] = findings
    return nil
  }

  func replay(_ recording: Journal.Recording) {}

  func receive(_ header: OutcomeHeader, _ payloads: [ArraySlice<UInt8>]) {
    lines.append(Array(payloads.first ?? []))
  }

  func finish(_ piece: Piece, wasKnown: Bool) {
    guard !wasKnown, let then = before.removeValue(forKey: piece.number) else { return }
    defer { lines.removeAll(keepingCapacity: true) }
    for index in 0..<max(then.count, lines.count) {
      let (old, new) = (then.dropFirst(index).first, lines.dropFirst(index).first)
      if let old, let new, old.elementsEqual(new) {
        result.same += 1
      } else {
        let json = (old ?? new.map { $0[...] }).flatMap {
          try? JSONParser.parse($0, omitting: "plugins")
        }
        result.different.append(json?["source"]?.string ?? "")
      }
    }
  }

  func tick(replacedWorkers: Int) {}
}

extension Piece {
  var readsStandardInput: Bool {
    items.contains { item in
      switch item {
      case .file(let file), .records(let file, _, _), .part(let file, _):
        file.origin == .standardInput
      case .verdict: false
      }
    }
  }
}

extension Workbench {
  /// Does a sample of a kept run again, in the folder in which it was begun, and compares.
  /// - Parameter sample: how many outcomes at least; nil: all.
  package func verify(
    _ run: KeptRun, sample: Int?, jobs: Int?, events: @escaping Events
  ) throws(WorkbenchError) -> VerificationResult {
    let folder = run.manifest.folder
    guard folder.withCString({ chdir($0) }) == 0 else {
      throw .input(path: folder.shown, errno: errno)
    }
    let verification = try Verification(run, sample: sample, events: events)
    try verification.perform(executable, jobs: jobs)
    return verification.result
  }
}
