import Document
import Glibc
import Workbench

/// A file that says how far a run is, for monitors: replaced as a whole every second.
final class StatusFile {
  private static let interval = 1.0

  private let name: [UInt8]
  private var record = ProgressRecord()
  private var written = -StatusFile.interval

  init(_ name: [UInt8]) throws(WorkbenchError) {
    self.name = name
    try write()
  }

  func tell(_ progress: Progress) {
    let isCounted = record.progress.total == nil && progress.total != nil
    record.progress = progress
    guard isCounted || progress.seconds - written >= Self.interval else { return }
    written = progress.seconds
    // A monitor that sees an old time knows that something is wrong; the run is not.
    try? write()
  }

  func finish(_ state: ProgressRecord.State) {
    record.state = state
    try? write()
  }

  private func write() throws(WorkbenchError) {
    var json = JSONWriter()
    json.beginObject()
    json.key("schema")
    json.value("copydesk-status/1")
    json.key("process")
    json.value(Int(getpid()))
    json.key("time")
    json.value(Int(time(nil)))
    record.writeMembers(to: &json)
    json.endObject()
    json.endLine()
    let file = try OutputFile(name)
    try file.write(json.bytes[...])
    try file.complete(isDurable: false)
  }
}
