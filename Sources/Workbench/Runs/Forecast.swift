import CProcess
import Document
import Glibc
import Reading

/// What a run would do, told without doing it.
package struct Forecast: Sendable {
  /// The plugins that would run, in their order, each with the articles in which its findings are known.
  package var plugins: [(name: String, known: Int)] = []
  /// Outcomes that a run which is kept has already.
  package var done = 0
  /// Articles of which everything is known.
  package var known = 0
  /// Articles, and inputs of which nobody knows how many articles they hold, that would be analysed.
  package var open = 0
  /// Inputs that are skipped or cannot be read.
  package var others = 0
  package var bytes = 0
  package var interruption: Int32?
}

/// Has workers look up what is known of each input; they read and hash, and analyse nothing.
final class Forecaster: Pool.Receiver {
  private(set) var forecast = Forecast()
  private let request: RunRequest
  private let configuration: WorkerConfiguration
  private let stop: StopSignal
  private let before: KeptRun?
  private var isSame = false

  init(_ request: RunRequest, _ configuration: WorkerConfiguration) throws(WorkbenchError) {
    self.request = request
    var configuration = configuration
    configuration.isForecast = true
    configuration.cache = CacheChoice(folder: Path("."), segments: [])
    if request.usesCache,
      let choice = try? CacheFolder(request.cacheFolder, limit: request.cacheLimit)?.choice()
    {
      configuration.cache = choice
    }
    self.configuration = configuration
    before = try? request.keeping.flatMap { try KeptRun($0.name) }
    stop = try StopSignal()
  }

  func perform(_ executable: Path) throws(WorkbenchError) {
    let inputs = request.inputs.filter { $0 != [UInt8(ascii: "-")] }
    let pool = Pool(
      Pool.Settings(
        configuration: configuration, jobs: request.jobs ?? Int(copydesk_processors()),
        executable: executable),
      pieces: PieceCutter(
        Corpus(inputs: inputs.map(Path.init)), reader: Reader(configuration), spool: nil),
      stop: stop, receiver: self)
    try pool.run()
    forecast.interruption = stop.caught
  }

  // MARK: Pool.Receiver

  func begin(_ plugins: [PluginDescription]) throws(WorkbenchError) {
    forecast.plugins = plugins.map { ($0.name, 0) }
    guard let keeping = request.keeping, let before else { return }
    var real = configuration
    real.isForecast = false
    let settings = RunSettings(keeping, request, plugins, real)
    isSame = before.manifest.settings.fingerprint == settings.fingerprint
  }

  var hasRecordings: Bool { before != nil }

  func recording(of piece: Piece) throws(WorkbenchError) -> Journal.Recording? {
    forecast.bytes += piece.bytes
    guard isSame, let done = before?.findings(of: piece) else { return nil }
    forecast.done += done.count
    return Journal.Recording(headers: [], payloads: [])
  }

  func replay(_ recording: Journal.Recording) {}

  /// The payload names the plugins whose findings are known, by their place.
  func receive(_ header: OutcomeHeader, _ payloads: [ArraySlice<UInt8>]) {
    guard header.kind == .findings else {
      forecast.others += 1
      return
    }
    let places = (payloads.last ?? []).split(separator: UInt8(ascii: ","))
      .compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    for place in places where forecast.plugins.indices.contains(place) {
      forecast.plugins[place].known += 1
    }
    if !places.isEmpty, places.count == forecast.plugins.count {
      forecast.known += 1
    } else {
      forecast.open += 1
    }
  }

  func finish(_ piece: Piece, wasKnown: Bool) {}

  func tick(replacedWorkers: Int) {}
}

extension Workbench {
  /// Says what a run would do; it reads and hashes the inputs, all but standard input, and analyses nothing.
  package func forecast(_ request: RunRequest) throws(WorkbenchError) -> Forecast {
    var configuration = try configuration(for: request)
    let output = FindingsOutput(request.format.writer(for: request)) { _ in }
    configuration.wishes = output.wishes
    let forecaster = try Forecaster(request, configuration)
    try forecaster.perform(executable)
    return forecaster.forecast
  }
}
