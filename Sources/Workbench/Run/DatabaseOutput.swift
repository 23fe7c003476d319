import Document
import Glibc
import Reporting

/// Makes a database of a run's outcomes, in a file that takes its name when it is whole.
final class DatabaseOutput: OutcomeReceiver {
  private let file: OutputFile
  private let part: Path
  private var database: FindingsDatabase?

  var needs: FindingsNeeds { FindingsDatabase.needs }

  init(_ name: [UInt8]) throws(WorkbenchError) {
    file = try OutputFile(name)
    guard let part = file.part else {
      throw .output(path: Path(name).shown, errno: ESPIPE)
    }
    self.part = part
  }

  func begin(_ plugins: [PluginDescription]) throws(WorkbenchError) {
    try guarding { () throws(DatabaseFault) in
      database = try FindingsDatabase(at: part.bytes, for: plugins)
    }
  }

  func write(_ entry: FindingsEntry) throws(WorkbenchError) {
    try guarding { () throws(DatabaseFault) in try database?.write(entry) }
  }

  func end(_ facts: Fields) throws(WorkbenchError) {
    // Where there was nothing to do, no worker has said which plugins there are.
    if database == nil { try begin([]) }
    try guarding { () throws(DatabaseFault) in try database?.finish(run: facts) }
    database = nil
  }

  func complete() throws(WorkbenchError) { try file.complete() }

  private func guarding(_ work: () throws(DatabaseFault) -> Void) throws(WorkbenchError) {
    do { try work() } catch {
      throw error.errno == 0
        ? .database(path: part.shown, message: error.message)
        : .output(path: part.shown, errno: error.errno)
    }
  }
}
