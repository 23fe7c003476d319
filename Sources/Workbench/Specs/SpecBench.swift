import CProcess
import Document
import Reporting
import Scripting

/// Tries one plugin against its specs and against the laws for every plugin, in a worker.
struct SpecBench {
  /// Is told of a case, and whether it is done.
  typealias Told = (TestedCase, _ isDone: Bool) -> Void

  let order: SpecOrder
  let plugin: PluginDescription
  let annotator = SpecAnnotator()
  private var shelf: PluginShelf
  private let package: PluginPackage
  private var hosts: [Setting: Result<PluginHost, PluginLoadFailure>] = [:]
  /// Articles that the plugin was seen to bear, for the laws.
  private(set) var articles: [Article] = []
  /// What the plugin finds in the articles that laws are tried on, once it has looked at them.
  var sampled: [(article: Article, found: PluginFindings)]?
  /// How the plugin is set up for laws: as it is, or as its first spec does it where options must be set.
  private(set) var lawful = Setting()
  /// How the plugin ran out of time, by how it was set up: whatever else is tried of it so would wait as long.
  var timeouts: [Setting: PluginError] = [:]
  private var number = 0
  /// Names of specs that the filter passed over, the first few.
  private(set) var passedOver: [String] = []
  private let coverage: PluginCoverage?

  /// How the plugin is set up.
  struct Setting: Hashable {
    var options: Fields = [:]
    /// The optional plugins that are there.
    var companions: [String] = []
  }

  /// - Throws: everything that is wrong with the plugin.
  init(_ order: SpecOrder) throws(PluginLoadFailure) {
    self.order = order
    package = try PluginFiles.package(of: order.plugin)
    plugin = try PluginHost.describe(package, limits: order.limits.ofScripts)
    shelf = PluginShelf(
      PluginChoice(catalogue: [order.plugin] + order.others), limits: order.limits.ofScripts)
    coverage = order.wantsCoverage ? PluginCoverage() : nil
    if plugin.missingOptions([:]).isEmpty { _ = try host(Setting()).get() }
  }

  /// Tries everything that is wanted, from the first case that was not tried before.
  /// - Parameter tell: takes each case as it begins, and as it is done.
  mutating func run(_ tell: Told) {
    for path in SpecFile.paths(of: order.plugin) { run(path, tell) }
    for law in Law.allCases where plugin.hasAggregate || !law.isOfAggregates {
      attempt(law.name, tell) { bench, tested in bench.judge(law, &tested) }
    }
  }

  /// Which lines of the plugin ran; nothing of a list of rules, which has none of its own.
  var covered: [FileCoverage] {
    guard let coverage, package.name == nil else { return [] }
    return coverage.files(of: package).map { FileCoverage(file: $0.path, counts: $0.counts) }
  }

  // MARK: Specs

  private mutating func run(_ path: Path, _ tell: Told) {
    let file: SpecFile
    let values: [Value]
    do throws(PluginError) {
      file = try SpecFile(path, of: plugin.name)
      values = try file.values(limits: order.limits.ofScripts)
    } catch {
      return attempt("the file can be read", in: path.shown, tell) { $1.error = error }
    }
    let snapshots = Snapshots(beside: path)
    var line = 0
    for (number, value) in values.enumerated() {
      let name = value["name"]?.string ?? "a spec without a name"
      let found = file.line(of: name, after: line) ?? file.line(ofSpec: number)
      line = found ?? line
      attempt(name, in: path.shown, line: found, tell) { bench, tested in
        do throws(SpecFault) {
          try bench.run(Spec(value, of: bench.plugin), snapshots, &tested)
        } catch {
          tested.error = file.fault(error.message, line: found, remedy: error.remedy)
        }
      }
    }
  }

  private mutating func run(_ spec: Spec, _ snapshots: Snapshots, _ tested: inout TestedCase) {
    let setting = Setting(options: spec.options, companions: spec.companions)
    let host: PluginHost
    do throws(PluginLoadFailure) { host = try self.host(setting).get() } catch {
      // An option may be meant to be refused.
      if let words = spec.expected.error,
        error.problems.contains(where: { $0.message.contains(words) })
      {
        return
      }
      tested.error = error.problems.first
      return
    }
    if let error = timeouts[setting] {
      tested.error = error
      return
    }
    let press = SpecPress(plugin.name, host, spec, annotator)
    tested.differences = press.differences
    if let error = press.timeout, !tested.hasPassed {
      timeouts[setting] = error
      tested.error = error
      tested.differences = []
      return
    }
    if spec.expected.error == nil {
      articles += spec.articles
      if !plugin.missingOptions(lawful.options).isEmpty { lawful.options = spec.options }
    }
    guard spec.expected.hasSnapshot else { return }
    let snapshot = press.snapshot
    if order.updates {
      tested.snapshot = snapshot
    } else if let difference = snapshots.difference(of: spec.name, from: snapshot) {
      tested.differences.append(difference)
    }
  }

  /// Tries a case, unless it is not wanted or was tried before.
  private mutating func attempt(
    _ name: String, in file: String? = nil, line: Int? = nil, _ tell: Told,
    _ work: (inout SpecBench, inout TestedCase) -> Void
  ) {
    guard order.wants("\(file ?? "laws"): \(name)") else {
      if file != nil, passedOver.count < 3 { passedOver.append(name) }
      return
    }
    defer { number += 1 }
    guard number >= order.first else { return }
    var tested = TestedCase(file: file, line: line, name: name)
    tell(tested, false)
    let began = copydesk_monotonic()
    work(&self, &tested)
    tested.seconds = Double(copydesk_monotonic() - began) / 1e9
    tell(tested, true)
  }

  /// The plugin with those that it requires.
  mutating func host(_ setting: Setting) -> Result<PluginHost, PluginLoadFailure> {
    if let known = hosts[setting] { return known }
    let companions = order.others.filter { setting.companions.contains($0.name) }
    let packages = shelf.packages(for: [order.plugin] + companions)
    let host = Result { () throws(PluginLoadFailure) in
      try PluginHost(
        packages, options: [plugin.name: setting.options], limits: order.limits.ofScripts,
        coverage: coverage)
    }
    hosts[setting] = host
    return host
  }
}
