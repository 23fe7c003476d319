import Document
import Reporting

/// Takes the outcomes of a run in corpus order and makes something of them.
protocol OutcomeReceiver: AnyObject {
  /// What it reads of each outcome besides its line.
  var needs: FindingsNeeds { get }
  /// The layers that articles must have for it.
  var layers: Set<LayerKind> { get }

  func begin(_ plugins: [PluginDescription]) throws(WorkbenchError)
  func write(_ entry: FindingsEntry) throws(WorkbenchError)
  /// Takes an outcome of which it needs nothing but the line.
  func write(line: ArraySlice<UInt8>) throws(WorkbenchError)
  /// No outcome is at hand: lets go of what was collected, if it wants to.
  func pause() throws(WorkbenchError)
  /// Whether somebody reads along, so that what has come counts even if no more comes.
  var isStream: Bool { get }
  /// The last outcome has come.
  /// - Parameter facts: what is to be said of the run as a whole.
  func end(_ facts: Fields) throws(WorkbenchError)
  /// Lets what is whole take its name.
  func complete() throws(WorkbenchError)
}

extension OutcomeReceiver {
  var layers: Set<LayerKind> { [] }
  var isStream: Bool { false }

  /// What workers must send for it.
  var wishes: Set<WorkerConfiguration.Wish> {
    needs.contains(.article) ? [.findings, .article] : [.findings]
  }

  func write(line: ArraySlice<UInt8>) throws(WorkbenchError) {
    try write(FindingsEntry(line: line))
  }

  func pause() throws(WorkbenchError) {}
  func complete() throws(WorkbenchError) {}
}

extension Run {
  /// What a database or a folder of tables says of the run it is of; nothing that is another every time.
  func facts(of request: RunRequest) -> Fields {
    var facts: Fields = [
      "schema": .string(Article.schema), "version": .string(request.version),
      "inputs": .list(request.inputs.map { .string(Path($0).shown) }),
      "plugins": .string(request.plugins),
      "options": .map(ToldOptions(of: request).all),
      "timeout": .number(request.limits.seconds), "memory": .integer(Int64(request.limits.memory)),
      "max_input": .integer(Int64(request.limits.inputBytes)),
    ]
    for (name, value) in request.filter.settings { facts.append(name, .string(value)) }
    for member in ledger.result.counts.members {
      facts.append(member.name, .integer(Int64(member.count)))
    }
    return facts
  }
}
