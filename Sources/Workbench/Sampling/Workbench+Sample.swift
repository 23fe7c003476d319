import Document
import Glibc
import Reporting

extension Workbench {
  /// Analyses articles and draws a sample of what a plugin finds in them, for coding by hand: `sheet.csv` and `sheet.html` in a folder,
  /// and a key apart from them.
  /// - Parameter events: what happens while the articles are analysed.
  /// - Returns: what was drawn, nil where the run was stopped, and what became of the inputs.
  package func sample(
    _ request: SampleRequest, events: @escaping Events
  ) throws(WorkbenchError) -> (Sample?, RunResult) {
    var configuration = try configuration(for: request.run)
    configuration.wishes = [.findings, .article]
    configuration.layers = [.paragraphs]
    configuration.filter = request.run.filter
    let run = try Run(request.run, command: "sample", executable: executable, events: events)
    let pass = SamplePass(request)
    try run.perform(configuration) { plugins throws(WorkbenchError) in
      for plugin in request.kept?.changed(plugins) ?? [] {
        let warning = Document.Warning(code: "plugin", message: "has changed since the run")
        events(.warning(warning, source: plugin))
      }
      try pass.begin(plugins)
    } deliver: { _, payloads throws(WorkbenchError) in
      try pass.take(payloads)
    }
    guard run.stop.caught == nil else { return (nil, run.ledger.result) }
    let sample = try SampleFolder(request).write(pass)
    try run.complete()
    return (sample, run.ledger.result)
  }
}

extension KeptRun {
  /// Names of plugins that have changed since the run began.
  fileprivate func changed(_ plugins: [PluginDescription]) -> [String] {
    plugins.filter { now in
      manifest.settings.plugins.contains { $0.name == now.name && $0.hash != now.hash }
    }.map(\.name)
  }
}

/// The files of a sample.
private struct SampleFolder {
  let request: SampleRequest

  init(_ request: SampleRequest) { self.request = request }

  func write(_ pass: SamplePass) throws(WorkbenchError) -> Sample {
    let book = try pass.codebook()
    let (drawn, strata) = try pass.draw()
    let units = drawn.keys.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    let name = SampleKey.name(of: units, request.target)
    let sheet = CodingSheet(
      id: name, codebook: book,
      units: units.compactMap { unit in drawn[unit].map { sheetUnit(unit.id, $0) } })
    let plugin = pass.plugin ?? PluginDescription(name: request.target.plugin)
    let key = SampleKey(
      sample: name, target: request.target, plugin: plugin,
      options: plugin.settings(given: request.run.options[plugin.name] ?? [:]), codebook: book,
      cuts: request.cuts, seed: request.seed, strata: strata, command: request.run.command,
      units: units)
    let folder = Path(request.folder)
    do { try folder.makeFolders() } catch { throw .output(path: folder.shown, errno: error.errno) }
    let files = [
      (folder.appending("sheet.csv"), sheet.csv),
      (folder.appending("sheet.html"), CodingPage(sheet, house: request.run.house).bytes),
      (Path(request.key), key.bytes),
    ]
    for (path, bytes) in files { try check(path, bytes) }
    for (path, bytes) in files {
      let file = try OutputFile(path.bytes)
      try file.write(bytes[...])
      try file.complete()
    }
    return Sample(
      units: units.count, population: strata.reduce(0) { $0 + $1.population }, strata: strata,
      sheets: files.prefix(2).map(\.0.shown), key: files[2].0.shown)
  }

  private func sheetUnit(_ id: String, _ drawn: SamplePass.Drawn) -> CodingSheet.Unit {
    guard let mark = drawn.mark else {
      return CodingSheet.Unit(id, article: drawn.article, about: drawn.findings.about)
    }
    return CodingSheet.Unit(
      id, mark: mark, in: drawn.article, about: drawn.findings.about,
      isShown: request.target.unit == .marks)
  }

  /// Somebody may have coded in a sheet that is there already.
  private func check(_ path: Path, _ bytes: [UInt8]) throws(WorkbenchError) {
    guard let status = try? FileStatus(of: path), status.kind == .file else { return }
    guard let file = try? Descriptor(opening: path, O_RDONLY | O_NOCTTY),
      let there = try? file.read(status.bytes, at: 0), there == bytes
    else {
      throw .sampling(
        path.shown, "is there already, and is not this sample",
        remedy: "name another folder with -o, or remove what you do not need")
    }
  }
}

extension PluginDescription {
  /// Every option with the value it has where some are given.
  func settings(given: Fields) -> Fields {
    Fields(options.map { Fields.Entry($0.name, given[$0.name] ?? $0.defaultValue) })
  }
}
