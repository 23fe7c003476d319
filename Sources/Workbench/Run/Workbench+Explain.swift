package import Document
import Reporting

extension Workbench {
  /// Analyses the inputs and says of some fields how they came about: the spans that were marked and what they weigh.
  /// - Throws: `unknownField` if no plugin of the run declares one of them.
  package func explain(
    _ request: RunRequest, _ fields: [FieldPath], to sink: @escaping Sink,
    events: @escaping Events
  ) throws(WorkbenchError) -> RunResult {
    let output = FindingsOutput(request.format.explanationWriter(for: request), sink: sink)
    var configuration = try configuration(for: request)
    configuration.wishes = [.findings, .explanations]
    configuration.explained = fields
    let run = try Run(request, command: "explain", executable: executable, events: events)
    try run.perform(configuration) { plugins throws(WorkbenchError) in
      for field in fields { try field.check(plugins) }
      output.begin(plugins)
    } deliver: { _, payloads throws(WorkbenchError) in
      try output.write(FindingsEntry(line: payloads.last ?? []))
      return false
    } pause: { () throws(WorkbenchError) in
      try output.flush()
    }
    try output.end()
    return run.ledger.result
  }
}

extension FieldPath {
  fileprivate func check(_ plugins: [PluginDescription]) throws(WorkbenchError) {
    let known = plugins.flatMap { plugin in plugin.fields.map { "\(plugin.name).\($0.name)" } }
    guard !known.contains(name) else { return }
    throw .unknownField(name, suggestions: Suggestions.like(name, among: known))
  }
}
