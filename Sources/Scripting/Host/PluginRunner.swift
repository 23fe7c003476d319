internal import Document
internal import Lua

/// Runs one plugin over articles, and opens a new sandbox for it when the old one is spent.
final class PluginRunner {
  let plugin: Plugin
  private let options: OptionValues
  private let galley: Galley
  let limits: Limits
  private let isFresh: Bool
  private let scrutiny: Scrutiny
  private var sandbox: Sandbox?
  /// What `setup` wrote to the log, until an article's findings take it along.
  private var setupLog: [String]

  /// - Parameter sandbox: one in which the plugin's file has run.
  init(
    _ plugin: Plugin, _ options: OptionValues, in sandbox: Sandbox, limits: Limits, isFresh: Bool,
    scrutiny: Scrutiny = Scrutiny()
  ) throws(PluginError) {
    self.plugin = plugin
    self.options = options
    self.limits = limits
    self.isFresh = isFresh
    self.scrutiny = scrutiny
    galley = sandbox.session.galley
    setupLog = []
    try sandbox.setUp(plugin, options)
    setupLog = sandbox.session.notes.log
    self.sandbox = sandbox
  }

  /// The sandbox to use next; a new one where the last was spent.
  private func open() throws(PluginError) -> Sandbox {
    if let sandbox, !sandbox.interpreter.isSpent { return sandbox }
    sandbox = nil
    let opened = try openAnother()
    sandbox = opened
    return opened
  }

  /// A new sandbox in which the plugin is set up.
  func openAnother() throws(PluginError) -> Sandbox {
    let opened = Sandbox(
      plugin.source, galley: galley, limits: limits, watch: scrutiny.watch(over: plugin.name))
    _ = try opened.run()
    try opened.setUp(plugin, options)
    return opened
  }

  /// Has the plugin look at the article on the table, in a new sandbox if `afresh`.
  func analyze(seed: UInt64, afresh: Bool = false) -> PluginFindings {
    var findings = analyzeAlone(seed: seed, afresh: afresh)
    if !setupLog.isEmpty, !afresh {
      findings.log = setupLog + findings.log
      setupLog = []
    }
    return findings
  }

  private func analyzeAlone(seed: UInt64, afresh: Bool) -> PluginFindings {
    if let reason = reasonToSkip { return PluginFindings(plugin: plugin.name, skipped: reason) }
    let began = monotonicSeconds()
    var findings = PluginFindings(plugin: plugin.name)
    do throws(PluginError) {
      let sandbox = try afresh ? openAnother() : open()
      sandbox.session.begin()
      sandbox.interpreter.seedRandom(seed)
      let analysis = Analysis(plugin, sandbox, Budget(seconds: limits.seconds))
      defer { findings.log = sandbox.session.notes.log }
      findings = try analysis.run()
    } catch {
      findings.error = error
    }
    findings.seconds = monotonicSeconds() - began
    if let watch = sandbox?.watch, !afresh { watch.report(into: &findings) }
    if isFresh { sandbox = nil }
    return findings
  }

  /// Why the plugin does not run on this article, as far as that can be told without asking it.
  private var reasonToSkip: String? {
    if let languages = plugin.description.languages, let language = galley.language,
      !languages.contains(language)
    {
      return "language"
    }
    let needed = plugin.plugins.subtracting(plugin.optionalPlugins)
    return needed.allSatisfy(galley.hasResult) ? nil : "requires"
  }
}

extension Galley {
  /// The primary tag of the article's language; nil where it is not known.
  var language: String? {
    guard let tag = article.metadata.language?.value,
      let primary = tag.split(separator: "-").first?.lowercased(), primary != "und"
    else { return nil }
    return primary
  }
}
