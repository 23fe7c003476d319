internal import Document
internal import Lua

/// One interpreter that runs one plugin, from its file to the state that `setup` made.
final class Sandbox {
  let interpreter: Interpreter
  let session: Session
  let source: PluginSource
  private(set) var functions = PluginFunctions()
  /// What `setup` returned.
  private(set) var state: Reference?
  /// Reads what `analyze` returns; nil before `setUp`.
  private(set) var resultReader: ResultReader?
  /// `ctx` as functions are given it.
  let context: Reference
  /// `report` as functions are given it.
  let report: Reference

  /// Who watches it; nil as a rule.
  let watch: Watch?

  /// Opens an interpreter with the API and nothing of the plugin's.
  /// - Parameter watch: who watches it from the start.
  init(_ source: PluginSource, galley: Galley, limits: Limits, watch: Watch? = nil) {
    self.source = source
    self.watch = watch
    interpreter = Interpreter(
      limits: .init(seconds: limits.seconds, memory: limits.memory), watcher: watch?.watcher)
    if let coverage = galley.coverage { interpreter.cover(coverage.coverage) }
    let session = Session(galley: galley, interpreter: interpreter)
    self.session = session
    watch?.begin(session)
    session.defineAPI()
    let kinds = session.kinds
    context = interpreter.make { $0.push(Object(kinds[.ctx], generation: 0)) }
    report = interpreter.make { $0.push(Object(kinds[.report], generation: 0)) }
    interpreter.onRequire { (name) throws(Fault) in try source.module(name) }
    interpreter.seedRandom(0)
  }

  /// Runs the plugin's file and reads the table that it returns.
  func run() throws(PluginError) -> RawTable {
    session.phase = .load
    let table: RawTable?
    let type: String
    do throws(ScriptError) {
      let chunk = try interpreter.load(source.package.main, name: source.mainChunk)
      (table, type) = try interpreter.call(chunk) { results in
        let isTable = results[1].type == .table
        return (isTable ? RawTable(results[1], in: interpreter) : nil, results[1].typeName)
      }
    } catch {
      throw PluginError(error, in: source, named: source.name, phase: .load)
    }
    guard let table else {
      throw PluginError(
        "the file must return a table, but it returned \(type == "function" ? "a function" : type)",
        at: "", in: source,
        named: source.name, phase: .load, remedy: "end it with: return { api = 1, … }")
    }
    functions = PluginFunctions(table)
    return table
  }

  /// Gives the plugin its options and runs its `setup`.
  func setUp(_ plugin: Plugin, _ options: OptionValues) throws(PluginError) {
    session.plugin = plugin
    session.phase = .setup
    resultReader = ResultReader(plugin.description.fields, in: interpreter)
    session.define(options)
    guard let setup = functions.setup else { return }
    do throws(ScriptError) {
      state = try interpreter.call(
        setup, arguments: { $0.push(context) }, read: { $0[1].reference(in: interpreter) })
    } catch {
      throw PluginError(error, in: source, named: plugin.name, phase: .setup)
    }
  }
}

extension Session {
  /// Makes the options known as an object that refuses names it does not have.
  fileprivate func define(_ options: OptionValues) {
    let fields = options.values.entries.map { entry in
      let value = entry.value
      return KindDefinition.Field(
        entry.name,
        .getter { (call) throws(Fault) in
          try call.push(value: value)
          return 1
        })
    }
    let kind = interpreter.define(KindDefinition(name: "options", fields: fields))
    optionValues = options.values
    self.options = interpreter.make { $0.push(Object(kind, generation: 0)) }
  }
}
