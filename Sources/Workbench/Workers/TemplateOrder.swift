import Document
import Scripting

/// What a worker needs to write a report by a house's template: its words and, unless it is only to be looked at, the report.
struct TemplateOrder: Sendable {
  /// As messages show it.
  var path: String
  var source: [UInt8]
  var report: Value?

  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("path")
    json.value(path)
    json.key("source")
    json.value(String(decoding: source, as: UTF8.self))
    if let report {
      json.key("report")
      json.value(report)
    }
    json.endObject()
  }

  init(path: String, source: [UInt8], report: Value? = nil) {
    (self.path, self.source, self.report) = (path, source, report)
  }

  init(json: Value) throws(ProtocolFault) {
    path = try json.string("path")
    source = Array(try json.string("source").utf8)
    report = json["report"]
  }

  /// What the template makes of the report; of none an empty text.
  func done(_ limits: RunLimits) -> TemplatePage {
    struct NoOtherFile: Error {}
    let package = PluginPackage(path: path, main: source, isFolder: false) { _ in
      throw NoOtherFile()
    }
    do throws(PluginError) {
      let host = try TemplateHost(package, limits: limits.ofScripts)
      return .text(
        try report.map { report throws(PluginError) in try host.text(of: report) } ?? "",
        file: host.file)
    } catch {
      return .failed(error)
    }
  }
}

/// What a template has made of a report, and the name of the file that it is for.
enum TemplatePage: Sendable {
  case text(String, file: String)
  case failed(PluginError)

  func write(to json: inout JSONWriter) {
    json.beginObject()
    switch self {
    case .text(let text, let file):
      json.key("file")
      json.value(file)
      json.key("text")
      json.value(text)
    case .failed(let error):
      json.key("error")
      error.write(to: &json)
    }
    json.endObject()
  }

  init(json: Value) throws {
    if let error = json["error"] {
      self = .failed(try PluginError(json: error))
    } else {
      self = .text(try json.string("text"), file: try json.string("file"))
    }
  }
}
