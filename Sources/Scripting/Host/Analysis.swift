internal import Document
internal import Lua

/// One plugin's work on one article: `match`, `analyze`, and what `aggregate` makes of it.
struct Analysis {
  private let plugin: Plugin
  private let sandbox: Sandbox
  private let budget: Budget
  private let article: Object

  init(_ plugin: Plugin, _ sandbox: Sandbox, _ budget: Budget) {
    self.plugin = plugin
    self.sandbox = sandbox
    self.budget = budget
    article = Object(
      sandbox.session.kinds[.article], generation: sandbox.interpreter.generation)
  }

  func run() throws(PluginError) -> PluginFindings {
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
        match, seconds: budget.secondsLeft,
        arguments: { pusher in
          pusher.push(article)
          pusher.push(sandbox.context)
        }, read: { $0[1].bool ?? !$0[1].isNil })
    } catch {
      throw failure(error, in: .match)
    }
  }

  private func analyze(_ findings: inout PluginFindings) throws(PluginError) {
    let returned = try callAnalyze(&findings)
    findings.annotations = sandbox.session.notes.layers(named: plugin.description.layers)
    guard let aggregate = sandbox.functions.aggregate else { return }
    findings.aggregate = try part(of: aggregate, returned)
  }

  /// Calls `analyze` and checks its result, which is kept where the aggregate is to see it.
  private func callAnalyze(_ findings: inout PluginFindings) throws(PluginError) -> Reference? {
    guard let analyze = sandbox.functions.analyze else { return nil }
    sandbox.session.phase = .analyze
    let keeps = sandbox.functions.aggregate != nil
    let result: Result<Fields, ResultFault>
    let returned: Reference?
    do throws(ScriptError) {
      (result, returned) = try sandbox.interpreter.call(
        analyze, seconds: budget.secondsLeft,
        arguments: { pusher in
          pusher.push(article)
          pusher.push(sandbox.context)
          if let state = sandbox.state { pusher.push(state) }
        },
        read: { results in
          (
            sandbox.resultReader?.read(results[1]) ?? .success(Fields()),
            keeps ? results[1].reference(in: sandbox.interpreter) : nil
          )
        })
    } catch {
      throw failure(error, in: .analyze)
    }
    findings.fields = try checked(result)
    return returned
  }

  /// What `aggregate` makes of this article alone.
  private func part(
    of aggregate: AggregateFunctions, _ returned: Reference?
  ) throws(PluginError) -> Value {
    let shown = sandbox.interpreter.make { $0.push(article) }
    let fields = returned ?? sandbox.interpreter.make { $0.pushTable() }
    let new = try sandbox.call(
      aggregate.new, "aggregate.new", in: .aggregate, seconds: budget.secondsLeft,
      sandbox.context)
    let part = try sandbox.call(
      aggregate.add, "aggregate.add", in: .aggregate, changing: new, seconds: budget.secondsLeft,
      new, shown, fields, sandbox.context)
    return try sandbox.convert(part, named: "aggregate")
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
