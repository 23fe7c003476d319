import Document

/// What of plugins is to be tried.
package struct TestRequest: Sendable {
  package var limits = RunLimits()
  /// Words that the place or name of a case must hold; nil: all cases are tried.
  package var filter: String?
  /// Whether snapshots are written instead of compared.
  package var updates = false
  /// Whether the lines of the plugins that run are counted.
  package var wantsCoverage = false

  package init() {}
}

extension Workbench {
  /// Tries plugins against the specs beside them and against the laws for every plugin.
  ///
  /// Specs are scripts and so are plugins: both run in a worker, locked down as in a run. A worker that dies over a case costs
  /// that case alone.
  /// - Parameters:
  ///   - names: of the library's plugins; empty: none by name.
  ///   - paths: of plugins, or of folders of plugins.
  ///   - tell: takes each plugin when it has been tried.
  package func test(
    _ request: TestRequest, of library: PluginLibrary, names: Set<String> = [],
    paths: [[UInt8]], tell: (TestedPlugin) throws -> Void
  ) throws {
    let catalogue = library.catalogue.map(\.plugin)
    let wanted =
      paths.flatMap { PluginFiles.plugins(at: Path($0)) }
      + catalogue.filter { names.contains($0.name) }
    let trial = Trial(executable, others: (wanted + catalogue).firstOfEachName)
    for plugin in wanted { try tell(trial.test(plugin, request)) }
  }
}

extension [CataloguedPlugin] {
  /// Of plugins of one name the first: what is tried comes before what the library has under its name.
  fileprivate var firstOfEachName: Self {
    var names: Set<String> = []
    return filter { names.insert($0.name).inserted }
  }
}

/// Has a worker try plugins, one after the other.
private final class Trial {
  private let respondent: Respondent
  private let others: [CataloguedPlugin]
  /// What the worker is at.
  private var current: TestedCase?
  /// Seconds beyond what the plugin may take for one case.
  private static let patience = 60.0

  init(_ executable: Path, others: [CataloguedPlugin]) {
    respondent = Respondent(executable)
    self.others = others
  }

  func test(
    _ plugin: CataloguedPlugin, _ request: TestRequest
  ) throws(WorkbenchError) -> TestedPlugin {
    var order = SpecOrder(plugin: plugin, others: others.filter { $0.name != plugin.name })
    order.limits = request.limits
    order.filter = request.filter
    order.updates = request.updates
    order.wantsCoverage = request.wantsCoverage
    var tested = TestedPlugin(name: plugin.name, path: plugin.path.shown)
    while true {
      order.first = tested.cases.count
      if try carryOut(order, &tested) { break }
      let error = PluginError(respondent.death, of: plugin, phase: "test")
      guard var lost = current else {
        tested.errors = [error]
        break
      }
      lost.error = error
      tested.cases.append(lost)
      current = nil
    }
    if request.updates { try keepSnapshots(&tested, isWhole: request.filter == nil) }
    return tested
  }

  /// Takes the cases that a worker tells; false if it died.
  private func carryOut(
    _ order: SpecOrder, _ tested: inout TestedPlugin
  ) throws(WorkbenchError) -> Bool {
    let seconds = order.limits.seconds * 3 + Self.patience
    let end = try respondent.ask(.test(order), within: seconds) { reply -> SpecEnd? in
      switch reply {
      case .testing(let next): current = next
      case .tested(let done):
        tested.cases.append(done)
        current = nil
      case .testEnd(let end): return end
      default: break
      }
      return nil
    }
    guard let end else { return false }
    tested.errors = end.errors
    tested.coverage = end.coverage
    tested.passedOver = end.passedOver
    return true
  }

  private func keepSnapshots(
    _ tested: inout TestedPlugin, isWhole: Bool
  ) throws(WorkbenchError) {
    let files = Set(tested.cases.filter { $0.snapshot != nil }.compactMap(\.file))
    for file in files.sorted() {
      var snapshots = Snapshots(beside: Path(file))
      let cases = tested.cases.filter { $0.file == file }
      guard snapshots.take(cases, isWhole: isWhole) else { continue }
      let output = try OutputFile(snapshots.path.bytes)
      try output.write(Array(snapshots.text.utf8)[...])
      try output.complete(isDurable: false)
      tested.written.append(snapshots.path.shown)
    }
  }
}
