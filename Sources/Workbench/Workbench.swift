package import Document
import Reading
import Reporting
import Scripting

/// The run: lists the corpus, has workers read and analyse it, merges what they find in corpus order.
package struct Workbench: Sendable {
  /// Takes a stretch of output; throws when it cannot be written.
  package typealias Sink = (ArraySlice<UInt8>) throws(WorkbenchError) -> Void
  /// Is told how the run goes, on the caller's thread.
  package typealias Events = (RunEvent) -> Void

  /// The program that is started as worker, with `worker` as its first argument.
  let executable: Path

  /// - Parameter executable: the program that serves as worker; nil: this one.
  package init(executable: [UInt8]? = nil) {
    self.executable = Path(executable ?? Array("/proc/self/exe".utf8))
  }

  /// Analyses the inputs and writes their findings, in input order.
  package func run(
    _ request: RunRequest, to sink: @escaping Sink, events: @escaping Events
  ) throws(WorkbenchError) -> RunResult {
    try run(request, to: FindingsOutput(request.format.writer(for: request), sink: sink), events)
  }

  /// Analyses the inputs and writes their findings as a database of SQLite; the file takes its name at the end.
  package func run(
    _ request: RunRequest, intoDatabase file: [UInt8], events: @escaping Events
  ) throws(WorkbenchError) -> RunResult {
    let output = try DatabaseOutput(file)
    let result = try run(request, to: output, events)
    if result.interruption == nil { try output.complete() }
    return result
  }

  /// Analyses the inputs and writes their findings as tables into a folder; they take their names at the end.
  package func run(
    _ request: RunRequest, intoTables folder: [UInt8], events: @escaping Events
  ) throws(WorkbenchError) -> RunResult {
    let output = try TablesOutput(Path(folder))
    let result = try run(request, to: output, events)
    if result.interruption == nil { try output.complete() }
    return result
  }

  private func run(
    _ request: RunRequest, to output: some OutcomeReceiver, _ events: @escaping Events
  ) throws(WorkbenchError) -> RunResult {
    var configuration = try configuration(for: request)
    configuration.wishes = output.wishes
    configuration.layers = output.layers
    return try pass(request, "run", configuration, to: output, events)
  }

  /// Writes the inputs as articles, without plugins, with the layers asked for.
  package func read(
    _ request: RunRequest, layers: Set<LayerKind>, to sink: @escaping Sink,
    events: @escaping Events
  ) throws(WorkbenchError) -> RunResult {
    var configuration = try configuration(for: request)
    configuration.plugins = PluginChoice()
    configuration.options = [:]
    let writer = request.format.articleWriter(for: request)
    configuration.layers = layers.union(writer.layers)
    configuration.wishes = [.article]
    return try pass(
      request, "read", configuration, to: FindingsOutput(writer, sink: sink), events)
  }

  /// Plugins of a library and at some paths, or all of the library where none is named, loaded and checked.
  /// - Parameters:
  ///   - names: of the library's plugins only these; nil: all, if there are no paths.
  ///   - isThorough: whether to look into their source for what looks wrong too.
  package func plugins(
    of library: PluginLibrary, names: Set<String>? = nil, paths: [[UInt8]] = [],
    isThorough: Bool = false
  ) throws(WorkbenchError) -> [InstalledPlugin] {
    let catalogue = library.catalogue
    var wanted: [(plugin: CataloguedPlugin, origin: PluginLibrary.Place.Origin?)] =
      paths.flatMap { PluginFiles.plugins(at: Path($0)) }.map { ($0, nil) }
    wanted += catalogue.filter { names?.contains($0.plugin.name) ?? paths.isEmpty }.map {
      ($0.plugin, $0.origin)
    }
    // Those that are named together may require each other; they come before what is installed.
    let inspection = Inspection(executable, others: wanted.map(\.plugin) + catalogue.map(\.plugin))
    var plugins: [InstalledPlugin] = []
    for (plugin, origin) in wanted {
      let inspected = try inspection.inspect(plugin, isThorough: isThorough)
      plugins.append(
        InstalledPlugin(
          name: plugin.name, path: plugin.path.shown, origin: origin,
          description: inspected.description, errors: inspected.errors,
          diagnostics: isThorough ? inspected.told : []))
    }
    return plugins
  }

  /// The name of a file below `$XDG_STATE_HOME/copydesk` that outlives a session; nil where there is no such place.
  package static func stateFile(_ name: String) -> [UInt8]? { RunFolder.stateFile(name)?.bytes }

  /// What the codes of diagnostics mean.
  package static var diagnosticRules: [DiagnosticRule] { PluginHost.rules }

  /// Whether articles can be read in an encoding of this name.
  package static func knows(encoding name: String) -> Bool { Reader.knows(encoding: name) }

  /// Names of encodings, as an example to whoever has given another.
  package static let encodings = "an encoding such as utf-8, utf-16, windows-1252 or iso-8859-1"

  /// What of an article a member of a record or a column can be said to hold.
  package static let fields = ArticleField.allCases.map(\.rawValue)

  /// With one of these, which are for programs alone, `worker` is no business of the command line's.
  package static let workerOptions = ["--supervised", "--unlocked"].map { Array($0.utf8) }

  /// The whole life of a worker process, `copydesk worker`; returns its exit status.
  package static func workerMain(_ arguments: [String]) -> Int32 {
    Worker.main(arguments)
  }

  /// Hands the outcomes on as they come.
  private func pass(
    _ request: RunRequest, _ command: String, _ configuration: WorkerConfiguration,
    to output: some OutcomeReceiver, _ events: @escaping Events
  ) throws(WorkbenchError) -> RunResult {
    var configuration = configuration
    configuration.filter = request.filter
    let run = try Run(request, command: command, executable: executable, events: events)
    let screening = Screening(request)
    let needs = output.needs.union(screening.needs)
    try run.perform(configuration) { plugins throws(WorkbenchError) in
      try screening.begin(plugins)
      try output.begin(plugins)
    } deliver: { _, payloads throws(WorkbenchError) in
      guard !needs.isEmpty else {
        try output.write(line: payloads.first ?? [])
        return true
      }
      let entry = try FindingsEntry(payloads, needs: needs)
      if screening.admits(entry.outcome) { try output.write(entry) }
      return true
    } pause: { () throws(WorkbenchError) in
      try output.pause()
    }
    try run.judge(screening)
    if run.stop.caught == nil || output.isStream { try output.end(run.facts(of: request)) }
    try run.complete()
    return run.ledger.result
  }

  func configuration(
    for request: RunRequest
  ) throws(WorkbenchError) -> WorkerConfiguration {
    var configuration = WorkerConfiguration()
    configuration.plugins = try PluginChoice(request)
    try configuration.plugins.check(options: request.options.keys)
    configuration.options = request.options
    configuration.limits = request.limits
    configuration.encoding = request.encoding
    configuration.map = request.map
    configuration.isFresh = request.isFresh
    configuration.hasTimings = request.hasTimings
    configuration.traced = request.traced
    configuration.roots = Corpus(inputs: request.inputs.map(Path.init)).roots
    return configuration
  }
}

extension PluginChoice {
  /// The plugins of the request's library and those that its selection names by path.
  init(_ request: RunRequest) throws(WorkbenchError) {
    selection = request.plugins
    let paths: [String]
    do { paths = try Selection(request.plugins).paths } catch {
      throw .selection(request.plugins, offset: error.offset, message: error.message)
    }
    let library = request.library.catalogue.map(\.plugin)
    // A name may have a slash too: desk-team/hedges.
    let named = Set(library.map(\.name))
    catalogue = paths.filter { !named.contains($0) }.flatMap { PluginFiles.plugins(at: Path($0)) }
    catalogue += library
  }

  /// Options may be set for plugins that don't run this time, but not for those that don't exist.
  func check(options plugins: some Sequence<String>) throws(WorkbenchError) {
    let known = Set(catalogue.map(\.name))
    guard let stray = plugins.filter({ !known.contains($0) }).min() else { return }
    throw .unknownOptionPlugin(stray, suggestions: Suggestions.like(stray, among: known.sorted()))
  }
}
