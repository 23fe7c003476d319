internal import Document
internal import Lua

/// One plugin's work on one article: `match`, `analyze`, and what `aggregate` makes of it.
struct Analysis {
  private let plugin: Plugin
  private let sandbox: Sandbox
  private let article: Object

  init(_ plugin: Plugin, _ sandbox: Sandbox) {
    self.plugin = plugin
    self.sandbox = sandbox
    article = Object(
      sandbox.session.kinds[.article], generation: sandbox.interpreter.generation)
  }

  mutating func run() throws(PluginError) -> PluginFindings {
    var findings = PluginFindings(plugin: plugin.name)
    guard try matches() else {
      findings.skipped = "match"
      return findings
    }
    try analyze(&findings)
    return findings
  }

  private func matches() throws(PluginError) -> Bool {
    guard let match = sandbox.functions.match else { return true }
    sandbox.session.phase = .match
    do throws(ScriptError) {
      return try sandbox.interpreter.call(
        match,
        arguments: { pusher in
          pusher.push(article)
          pusher.push(sandbox.context)
        }, read: { $0[1].bool ?? !$0[1].isNil })
    } catch {
      throw failure(error, in: .match)
    }
  }

  private func analyze(_ findings: inout PluginFindings) throws(PluginError) {
    guard let analyze = sandbox.functions.analyze else { return }
    sandbox.session.phase = .analyze
    let result: Result<Fields, ResultFault>
    do throws(ScriptError) {
      result = try sandbox.interpreter.call(
        analyze,
        arguments: { pusher in
          pusher.push(article)
          pusher.push(sandbox.context)
          if let state = sandbox.state { pusher.push(state) }
        }, read: { results in ResultReader(plugin.description.fields).read(results[1]) })
    } catch {
      throw failure(error, in: .analyze)
    }
    findings.fields = try checked(result)
    findings.annotations = sandbox.session.notes.layers(named: plugin.description.layers)
  }

  private func checked(_ result: Result<Fields, ResultFault>) throws(PluginError) -> Fields {
    switch result {
    case .success(let fields): return fields
    case .failure(let fault):
      throw PluginError(
        fault.message, at: fault.path, in: plugin.source, named: plugin.name, phase: .analyze,
        kind: .result, remedy: fault.remedy)
    }
  }

  private func failure(_ error: ScriptError, in phase: Phase) -> PluginError {
    PluginError(error, in: plugin.source, named: plugin.name, phase: phase)
  }
}
