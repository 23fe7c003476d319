import Document
import Glibc

/// What happened in a run, for people to look up later: `log.jsonl` in its folder, one event a line, with its time.
final class RunLog {
  private let path: Path
  private let file: Descriptor
  private var json = JSONWriter()

  init(_ folder: RunFolder) throws(WorkbenchError) {
    path = folder.log
    do { file = try Descriptor(opening: path, O_WRONLY | O_CREAT | O_APPEND) } catch {
      throw .output(path: path.shown, errno: error.errno)
    }
  }

  /// Notes how the run itself goes.
  func add(_ event: String, _ counts: RunCounts? = nil) throws(WorkbenchError) {
    line(event) { json in
      if let counts {
        json.key("counts")
        counts.write(to: &json)
      }
    }
    try flush()
  }

  /// Notes a failure, a warning or what a plugin said.
  func add(_ event: RunEvent) throws(WorkbenchError) {
    switch event {
    case .progress, .asked, .anew: return
    case .failure(.input(let failure)):
      line("unreadable") { json in
        json.key("source")
        json.value(failure.source)
        json.key("code")
        json.value(failure.code)
        json.key("message")
        json.value(failure.message)
      }
    case .failure(.plugin(let error, let source)):
      line("error") { json in
        write(source, to: &json)
        json.key("error")
        error.write(to: &json)
      }
    case .warning(let warning, let source):
      line("warning") { json in
        write(source, to: &json)
        json.key("warning")
        warning.write(to: &json)
      }
    case .log(let plugin, let source, let words): said("log", plugin, source, words)
    case .trace(let plugin, let source, let words): said("trace", plugin, source, words)
    }
    if json.bytes.count > 64 << 10 { try flush() }
  }

  private func said(_ event: String, _ plugin: String, _ source: String?, _ words: String) {
    line(event) { json in
      write(source, to: &json)
      json.key("plugin")
      json.value(plugin)
      json.key("line")
      json.value(words)
    }
  }

  private func write(_ source: String?, to json: inout JSONWriter) {
    guard let source else { return }
    json.key("source")
    json.value(source)
  }

  private func line(_ event: String, _ body: (inout JSONWriter) -> Void) {
    json.beginObject()
    json.key("time")
    json.value(Timestamp.now)
    json.key("event")
    json.value(event)
    body(&json)
    json.endObject()
    json.endLine()
  }

  func flush() throws(WorkbenchError) {
    guard !json.bytes.isEmpty else { return }
    do { try file.write(json.bytes) } catch {
      throw .output(path: path.shown, errno: error.errno)
    }
    json.clear()
  }
}
