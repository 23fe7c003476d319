import Document
import Reporting

/// Findings in further formats beside a report, in its folder: `findings.db`, `tables/`, `findings.jsonld`, …
final class FurtherOutputs {
  private var outputs: [any OutcomeReceiver] = []
  private(set) var needs: FindingsNeeds = []
  private static let tables = "tables"
  /// Files that are not in a folder of their own.
  private let files: [String]

  init(
    _ formats: [FindingsFormat], for request: RunRequest, in folder: Path
  ) throws(WorkbenchError) {
    files = formats.filter { $0.destination != .folder }.map(\.fileName)
    for format in formats {
      let output = try Self.output(format, for: request, in: folder)
      outputs.append(output)
      needs.formUnion(output.needs)
    }
  }

  private static func output(
    _ format: FindingsFormat, for request: RunRequest, in folder: Path
  ) throws(WorkbenchError) -> any OutcomeReceiver {
    switch format.destination {
    case .file: return try DatabaseOutput(folder.appending(format.fileName).bytes)
    case .folder: return try TablesOutput(folder.appending(tables))
    case .stream:
      let file = try OutputFile(folder.appending(format.fileName).bytes)
      return FindingsOutput(format.writer(for: request), into: file)
    }
  }

  func begin(_ plugins: [PluginDescription]) throws(WorkbenchError) {
    for output in outputs { try output.begin(plugins) }
  }

  /// All files, from the report's folder.
  var names: [String] {
    files
      + outputs.compactMap { $0 as? TablesOutput }.flatMap(\.names).map { "\(Self.tables)/\($0)" }
  }

  func write(_ entry: FindingsEntry) throws(WorkbenchError) {
    for output in outputs { try output.write(entry) }
  }

  /// Ends them and lets them take their names.
  func end(_ facts: Fields) throws(WorkbenchError) {
    for output in outputs { try output.end(facts) }
    for output in outputs { try output.complete() }
  }
}

extension FindingsFormat {
  /// What a file of it is called beside a report.
  fileprivate var fileName: String { "findings.\(endings[0])" }

  /// The layers that articles must have to be written in it.
  func layers(for request: RunRequest) -> Set<LayerKind> {
    destination == .stream ? writer(for: request).layers : []
  }

  /// Those that a report can have beside it; JSON Lines and one table it has anyway.
  package static let besideReport = allCases.filter { ![.text, .jsonl, .csv].contains($0) }
}
