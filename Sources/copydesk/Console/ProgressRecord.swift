import Document
import Workbench

/// How far a run is, for programs to read: one JSON object.
struct ProgressRecord {
  enum State: String { case running, complete, interrupted, failed }

  var progress = Progress()
  var state = State.running

  /// Writes the members of the object.
  func writeMembers(to json: inout JSONWriter) {
    func write(_ name: String, _ value: Value) {
      json.key(name)
      json.value(value)
    }
    write("state", .string(state.rawValue))
    write("seconds", .number(rounded(progress.seconds)))
    for (name, count) in progress.counts.members { write(name, .integer(Int64(count))) }
    write("cached", .integer(Int64(progress.counts.cached)))
    write("total_files", progress.total.map { .integer(Int64($0.files)) } ?? .null)
    write("total_bytes", progress.total.map { .integer(Int64($0.bytes)) } ?? .null)
    let rates = ProgressWords(progress)
    write("articles_per_second", .number(rounded(rates.articleRate)))
    write("bytes_per_second", .number(rounded(rates.byteRate)))
    write("seconds_left", rates.left.map { .number(rounded($0)) } ?? .null)
    write("replaced_workers", .integer(Int64(progress.replacedWorkers)))
    let causes = progress.causes.map { Fields.Entry($0.key, .integer(Int64($0.value))) }
    write("failures", .map(Fields(causes).sorted))
  }

  /// The object under a name, as one line.
  func line(_ name: String) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key(name)
    json.beginObject()
    writeMembers(to: &json)
    json.endObject()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }
}
