import Document
import Reporting

/// Writes a run's outcomes as tables into a folder; all of them appear when all are whole.
final class TablesOutput: OutcomeReceiver {
  private static let fullBytes = 256 << 10

  private let folder: Path
  private var tables = TidyTables([])
  private var files: [OutputFile] = []

  var needs: FindingsNeeds { TidyTables.needs }

  /// Of the files, in its folder.
  var names: [String] { tables.names.map { "\($0).csv" } }

  /// Makes the folder, with those around it, where there is none.
  init(_ folder: Path) throws(WorkbenchError) {
    self.folder = folder
    do { try folder.makeFolders() } catch { throw .output(path: folder.shown, errno: error.errno) }
  }

  func begin(_ plugins: [PluginDescription]) throws(WorkbenchError) {
    tables = TidyTables(plugins)
    for name in tables.names { files.append(try OutputFile(folder.appending("\(name).csv").bytes)) }
  }

  func write(_ entry: FindingsEntry) throws(WorkbenchError) {
    tables.write(entry)
    try writeOut(from: Self.fullBytes)
  }

  func end(_ facts: Fields) throws(WorkbenchError) {
    if files.isEmpty { try begin([]) }
    try writeOut(from: 0)
  }

  func complete() throws(WorkbenchError) {
    for file in files { try file.complete() }
  }

  /// Writes the tables of which so much has collected.
  private func writeOut(from bytes: Int) throws(WorkbenchError) {
    for (index, file) in files.enumerated() where tables.waiting(in: index) >= bytes {
      try file.write(tables.take(from: index)[...])
    }
  }
}
