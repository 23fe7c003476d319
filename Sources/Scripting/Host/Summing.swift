internal import Document
internal import Lua

/// Folds what one plugin's `aggregate` made of each article, and has its `report` written.
///
/// It has a sandbox of its own: the running total is a value in there, which no article's analysis can reach or lose.
final class Summing {
  let plugin: Plugin
  private let runner: PluginRunner
  private var sandbox: Sandbox?
  /// The running total; nil before the first part.
  private var total: Reference?
  /// What went wrong first; there is no total then.
  private(set) var error: PluginError?
  /// What was said in sandboxes that are spent.
  private var log: [String] = []

  /// What the parts of articles may hold at most.
  static let limits = ConversionLimits(depth: 16, nodes: 200_000, bytes: 8 << 20)

  init(_ runner: PluginRunner) {
    self.runner = runner
    plugin = runner.plugin
  }

  /// Merges the part of the next article.
  func fold(_ part: Value) {
    guard error == nil else { return }
    do throws(PluginError) {
      let sandbox = try open()
      guard let aggregate = sandbox.functions.aggregate else { return }
      let later = try sandbox.value(part)
      guard let earlier = total else {
        total = later
        return
      }
      total = try sandbox.call(
        aggregate.merge, "aggregate.merge", in: .aggregate, changing: earlier, earlier, later,
        sandbox.context)
    } catch {
      self.error = error
      total = nil
    }
  }

  /// Forgets what was folded.
  func reset() {
    total = nil
    error = nil
  }

  /// What `merge` makes of two parts, as a part again.
  func merge(_ earlier: Value, _ later: Value) throws(PluginError) -> Value {
    let sandbox = try open()
    guard let aggregate = sandbox.functions.aggregate else { return earlier }
    let first = try sandbox.value(earlier)
    let merged = try sandbox.call(
      aggregate.merge, "aggregate.merge", in: .aggregate, changing: first, first,
      sandbox.value(later), sandbox.context)
    return try sandbox.convert(merged, named: "aggregate")
  }

  /// What `finish` makes of the total.
  private func finish(of articles: Int) throws(PluginError) -> Fields {
    let sandbox = try open()
    guard let aggregate = sandbox.functions.aggregate else { return [:] }
    var finished: Reference
    if let total {
      finished = total
    } else {
      finished = try sandbox.call(
        aggregate.new, "aggregate.new", in: .aggregate, sandbox.context)
    }
    if let finish = aggregate.finish {
      finished = try sandbox.call(
        finish, "aggregate.finish", in: .aggregate,
        seconds: runner.limits.secondsAtEnd(of: articles), finished, sandbox.context)
    }
    guard let fields = try sandbox.convert(finished, named: "aggregate").asMap else {
      throw PluginError(
        "aggregate.finish: expected a table with names, got a list", at: "aggregate.finish",
        in: plugin.source, named: plugin.name, phase: .aggregate, kind: .result,
        remedy: "return { top = list }")
    }
    return fields
  }

  /// Adds the finished aggregate to the plugin's summary.
  /// - Parameter articles: how many the run has.
  func finish(_ summary: Fields, of articles: Int = 0) -> Fields {
    guard error == nil, plugin.description.hasAggregate else { return summary }
    do throws(PluginError) {
      var summary = summary
      for entry in try finish(of: articles).entries { summary[entry.name] = entry.value }
      return summary
    } catch {
      self.error = error
      return summary
    }
  }

  /// Has the plugin write its section.
  /// - Returns: nil where it writes none and has nothing else to tell.
  func report(_ summaries: [String: Fields], _ run: Fields) -> ReportSection? {
    var section = ReportSection(plugin: plugin.name, error: error)
    if error == nil, plugin.description.hasReport {
      do throws(PluginError) { try write(summaries, run) } catch { section.error = error }
      section.blocks = sandbox?.session.draft.blocks ?? []
    }
    section.log = log + (sandbox?.session.notes.takeLog() ?? [])
    section.trace = sandbox?.watch?.takeTrace() ?? []
    log = []
    let isSilent = section.error == nil && section.log.isEmpty && section.trace.isEmpty
    return isSilent && !plugin.description.hasReport ? nil : section
  }

  private func write(_ summaries: [String: Fields], _ run: Fields) throws(PluginError) {
    let sandbox = try open()
    sandbox.session.summaries = summaries
    sandbox.session.run = run
    sandbox.session.draft = ReportDraft()
    guard let report = sandbox.functions.report else { return }
    let summary = try sandbox.value(.map(summaries[plugin.name] ?? [:]))
    let articles = run.articlesOfRun
    _ = try sandbox.call(
      report, "report", in: .report, seconds: runner.limits.secondsAtEnd(of: articles),
      sandbox.report, summary, sandbox.context)
  }

  private func open() throws(PluginError) -> Sandbox {
    if let sandbox {
      if !sandbox.interpreter.isSpent { return sandbox }
      log += sandbox.session.notes.takeLog()
    }
    let opened = try runner.openAnother()
    // What `setup` has to say was said when the plugin was first set up.
    _ = opened.session.notes.takeLog()
    _ = opened.watch?.takeTrace()
    sandbox = opened
    return opened
  }
}

// MARK: Calls

extension Sandbox {
  /// Calls a function of the plugin's and keeps what it returned.
  /// - Parameters:
  ///   - name: what the function is called in the plugin's table, for tracebacks.
  ///   - changing: what counts as the result where it returns nothing: it may have changed its argument.
  ///   - seconds: how long it may take; nil: as long as the limits say.
  func call(
    _ function: Reference, _ name: String, in phase: Phase, changing: Reference? = nil,
    seconds: Double? = nil,
    _ arguments: Reference...
  ) throws(PluginError) -> Reference {
    session.phase = phase
    do throws(ScriptError) {
      let result = try interpreter.call(
        function, seconds: seconds,
        arguments: { pusher in for argument in arguments { pusher.push(argument) } },
        read: { $0[1].isNil ? nil : $0[1].reference(in: interpreter) })
      return result ?? changing ?? interpreter.make { $0.pushNil() }
    } catch {
      throw PluginError(error, in: source, named: source.name, phase: phase, function: name)
    }
  }

  /// Makes a value known to the script.
  func value(_ value: Value) throws(PluginError) -> Reference {
    var fault: Fault?
    let reference = interpreter.make { pusher in
      do throws(Fault) {
        try pusher.push(value: value)
      } catch {
        fault = error
        pusher.pushNil()
      }
    }
    guard fault == nil else {
      throw PluginError(
        plugin: source.name, phase: Phase.aggregate.rawValue, kind: .result,
        message: "a value is nested too deeply")
    }
    return reference
  }

  /// Converts what a function of the plugin's returned.
  func convert(_ reference: Reference, named path: String) throws(PluginError) -> Value {
    let result = interpreter.with(reference) { slot in
      Result { () throws(ConversionFault) in
        try slot.value(named: path, limits: Summing.limits)
      }
    }
    do throws(ConversionFault) {
      return try result.get()
    } catch {
      throw PluginError(
        "\(error.path): \(error.problem)", at: path, in: source, named: source.name,
        phase: .aggregate, kind: .result)
    }
  }
}
