import Document
import Workbench

// The commands that go through a corpus.

extension Session {
  func run() throws -> Int32 {
    if arguments.has(.watch) { return try watch() }
    if arguments.has(.explain) { return try explain() }
    let settings = try Settings(arguments)
    var request = try settings.request()
    let choice = try OutputChoice(
      arguments, formats: FindingsFormat.allCases, option: .findingsFormat,
      default: settings.configuration?.format)
    request.format = choice.format
    if arguments.has(.dryRun) {
      return try printForecast(settings.locating { try Workbench().forecast(request) })
    }
    guard choice.format.destination != .stream else {
      return try perform(request, into: choice.file) { request, sink, events in
        try settings.locating { try Workbench().run(request, to: sink, events: events) }
      }
    }
    guard let file = choice.file else { throw UsageError.noStream(choice.format) }
    return try perform(request) { request, events in
      try settings.locating {
        choice.format.destination == .file
          ? try Workbench().run(request, intoDatabase: file, events: events)
          : try Workbench().run(request, intoTables: file, events: events)
      }
    }
  }

  /// Does a run whose output is no stream.
  private func perform(
    _ request: RunRequest, _ work: (RunRequest, @escaping Workbench.Events) throws -> RunResult
  ) throws -> Int32 {
    let narrator = try narrator()
    var request = request
    request.countsInputs = narrator.wantsTotals
    let result = try narrator.narrate { try work(request) { narrator.tell($0) } }
    narrator.finish(result)
    return conclude(result, isPrinting: false)
  }

  /// Prints the line that sums up the run, if it is asked for: where findings are printed, on standard error.
  private func conclude(_ result: RunResult, isPrinting: Bool) -> Int32 {
    guard let line = result.summary.map({ "\($0.tamed)\n" }) else {
      return Self.status(of: result)
    }
    guard !isPrinting else {
      console.write(line)
      return Self.status(of: result)
    }
    let printed = print(line)
    return printed == ExitStatus.success ? Self.status(of: result) : printed
  }

  func read() throws -> Int32 {
    let settings = try Settings(arguments)
    var request = try settings.request(needsPlugins: false)
    let choice = try OutputChoice(
      arguments, formats: FindingsFormat.ofArticles, option: .articleFormat, default: nil)
    request.format = choice.format
    let layers = try layers()
    return try perform(request, into: choice.file) { request, sink, events in
      try Workbench().read(request, layers: layers, to: sink, events: events)
    }
  }

  func report() throws -> Int32 {
    let settings = try Settings(arguments)
    var request = try settings.request()
    if arguments.has(.dryRun) {
      return try printForecast(settings.locating { try Workbench().forecast(request) })
    }
    let narrator = try narrator()
    request.countsInputs = narrator.wantsTotals
    request.width = output.isTerminal ? output.width : request.width
    request.hasColor = output.hasColor
    let folder = arguments.bytes(.reportFolder) ?? Array("report".utf8)
    let result = try narrator.narrate {
      try settings.locating {
        try Workbench().report(request, into: folder) { narrator.tell($0) }
      }
    }
    narrator.finish(result, always: true)
    guard result.interruption == nil else { return Self.status(of: result) }
    if let page = result.printed, result.summary == nil {
      let printed = print(String(decoding: page, as: UTF8.self))
      return printed == ExitStatus.success ? Self.status(of: result) : printed
    }
    let name = request.grouping == nil ? "report.html" : "index.html"
    let page = FileName.shown(folder + Array("/\(name)".utf8)).tamed
    let printed = print("\(result.summary?.tamed ?? page)\n")
    return printed == ExitStatus.success ? Self.status(of: result) : printed
  }

  func perform(
    _ request: RunRequest, into file: [UInt8]?,
    _ work: (RunRequest, @escaping Workbench.Sink, @escaping Workbench.Events) throws -> RunResult
  ) throws -> Int32 {
    let narrator = try narrator()
    let sharesTerminal = file == nil && Terminal(1).isTerminal
    var request = request
    request.countsInputs = narrator.wantsTotals
    if file == nil {
      request.width = self.output.isTerminal ? self.output.width : request.width
      request.hasColor = self.output.hasColor
    }
    let result = try narrator.narrate {
      let output = try file.map { try OutputFile($0) } ?? OutputFile()
      let result = try work(
        request,
        { bytes throws(WorkbenchError) in
          if sharesTerminal { narrator.stepAside() }
          try output.write(bytes)
        }, { narrator.tell($0) })
      // What is not whole does not take the file's name.
      if result.interruption == nil { try output.complete() }
      return result
    }
    narrator.finish(result)
    return conclude(result, isPrinting: file == nil)
  }

  private func printForecast(_ forecast: Forecast) -> Int32 {
    if let signal = forecast.interruption { return ExitStatus.signal(signal) }
    let articles = forecast.known + forecast.open
    let rows = forecast.plugins.map {
      [$0.name, Count.grouped($0.known), Count.grouped(articles - $0.known)]
    }
    var parts = [
      "\(Count.bytes(forecast.bytes)): \(Count.grouped(forecast.open)) to analyse",
      "\(Count.grouped(forecast.known)) known before",
    ]
    if forecast.done > 0 { parts.append("\(Count.grouped(forecast.done)) done in this run") }
    if forecast.others > 0 { parts.append("\(Count.grouped(forecast.others)) no articles") }
    let columns = Columns(["plugin", "known", "to run"], rows, rightAligned: [1, 2])
    return print(columns.text + parts.joined(separator: "; ") + "\n")
  }

  func narrator() throws -> Narrator {
    try Narrator(
      console, isQuiet: isQuiet, style: try progressStyle(), status: arguments.bytes(.status))
  }

  private func layers() throws(UsageError) -> Set<LayerKind> {
    guard let list = try arguments.string(.layers) else { return [] }
    switch LayerNames.kinds(list) {
    case .success(let kinds): return kinds
    case .failure(let unknown):
      throw .badChoice(.layers, Array(unknown.name.utf8), among: LayerNames.all)
    }
  }
}
