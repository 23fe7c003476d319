// Findings on disk: one outcome a line. `OutputFormats.md` in Reporting specifies it.

extension Findings {
  /// Writes the findings as one JSON object.
  /// - Parameters:
  ///   - timings: whether to say how long each plugin worked; never the same twice, so off by default.
  ///   - internals: whether to write what only the run itself needs: aggregates and logs.
  public func write(to json: inout JSONWriter, timings: Bool = false, internals: Bool = false) {
    json.beginObject()
    json.member("schema", Article.schema)
    json.member("id", id)
    json.member("source", source)
    json.member("title", title)
    json.member("hash", hash)
    if !about.isEmpty {
      json.key("about")
      json.value(about)
    }
    if !warnings.isEmpty {
      json.key("warnings")
      json.list(warnings) { $0.write(to: &$1) }
    }
    json.key("plugins")
    json.beginObject()
    for plugin in plugins {
      json.key(plugin.plugin)
      plugin.write(to: &json, timings: timings, internals: internals)
    }
    json.endObject()
    json.endObject()
  }

  /// Reads what `write(to:timings:internals:)` wrote.
  public init(json: Value) throws(SchemaFault) {
    guard json["schema"]?.string == Article.schema else {
      throw SchemaFault(path: "schema", expected: "\"\(Article.schema)\"")
    }
    self.init(
      id: try json.require("id").string(at: "id"),
      source: try json.require("source").string(at: "source"),
      title: json["title"]?.string ?? "", hash: json["hash"]?.string ?? "",
      about: json["about"]?.map ?? [:])
    for warning in json["warnings"]?.list ?? [] { warnings.append(try Warning(json: warning)) }
    for entry in json["plugins"]?.map?.entries ?? [] {
      plugins.append(try PluginFindings(plugin: entry.name, json: entry.value))
    }
  }
}

extension PluginFindings {
  func write(to json: inout JSONWriter, timings: Bool, internals: Bool) {
    json.beginObject()
    json.key("fields")
    json.value(fields)
    json.key("annotations")
    json.beginObject()
    for layer in annotations {
      json.key(layer.name)
      json.list(layer.annotations) { $0.write(to: &$1) }
    }
    json.endObject()
    if let skipped { json.member("skipped", skipped) }
    json.key("error")
    if let error { error.write(to: &json) } else { json.null() }
    if timings {
      json.key("seconds")
      json.value(seconds)
    }
    if internals { writeInternals(to: &json) }
    json.endObject()
  }

  private func writeInternals(to json: inout JSONWriter) {
    if let aggregate {
      json.key("aggregate")
      json.value(aggregate)
    }
    if !log.isEmpty {
      json.key("log")
      json.list(log) { $1.value($0) }
    }
  }

  init(plugin: String, json: Value) throws(SchemaFault) {
    self.init(
      plugin: plugin, fields: json["fields"]?.map ?? [:], skipped: json["skipped"]?.string,
      aggregate: json["aggregate"], seconds: json["seconds"]?.number ?? 0)
    for layer in json["annotations"]?.map?.entries ?? [] {
      annotations.append(try AnnotationLayer(name: layer.name, json: layer.value))
    }
    if let fault = json["error"], fault != .null {
      error = try PluginError(plugin: plugin, json: fault)
    }
    log = try json["log"]?.strings(at: "log") ?? []
  }
}

extension AnnotationLayer {
  init(name: String, json: Value) throws(SchemaFault) {
    self.init(name: name)
    for item in try json.list(at: "annotations.\(name)") {
      annotations.append(try Annotation(json: item))
    }
  }
}

extension Annotation {
  /// The members of an annotation that are the host's own; a plugin's attributes stand beside them.
  private static func isReserved(_ name: String) -> Bool { name == "range" || name == "in" }

  func write(to json: inout JSONWriter) {
    json.beginObject(range: range)
    if place != .text { json.member("in", place.rawValue) }
    for entry in attributes.entries where !Self.isReserved(entry.name) {
      json.key(entry.name)
      json.value(entry.value)
    }
    json.endObject()
  }

  init(json: Value) throws(SchemaFault) {
    self.init(
      range: try json.require("range").range(at: "annotations.range"),
      place: json["in"]?.string.flatMap(Place.init(rawValue:)) ?? .text,
      attributes: Fields((json.map ?? [:]).entries.filter { !Self.isReserved($0.name) }))
  }
}

extension PluginError {
  public func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("plugin", plugin)
    json.member("phase", phase)
    json.member("kind", kind.rawValue)
    json.member("message", message)
    json.member("file", file)
    if let line { json.member("line", line) }
    json.member("source_line", sourceLine)
    if !traceback.isEmpty {
      json.key("traceback")
      json.list(traceback) { $1.value($0) }
    }
    json.member("remedy", remedy)
    json.member("option", option)
    json.endObject()
  }

  public init(plugin: String? = nil, json: Value) throws(SchemaFault) {
    guard let kind = Kind(rawValue: json["kind"]?.string ?? "") else {
      throw SchemaFault(path: "error.kind", expected: "a kind of error")
    }
    self.init(
      plugin: json["plugin"]?.string ?? plugin ?? "", phase: json["phase"]?.string ?? "",
      kind: kind, message: json["message"]?.string ?? "", file: json["file"]?.string,
      line: json["line"]?.integer.map { Int($0) }, sourceLine: json["source_line"]?.string,
      traceback: try json["traceback"]?.strings(at: "error.traceback") ?? [],
      remedy: json["remedy"]?.string, option: json["option"]?.string)
  }
}

extension ReadFailure {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("code", code)
    json.member("message", message)
    json.member("remedy", remedy)
    json.endObject()
  }

  init(source: String, json: Value) {
    self.init(
      source: source, code: json["code"]?.string ?? "", message: json["message"]?.string ?? "",
      remedy: json["remedy"]?.string)
  }
}

extension Outcome {
  /// Writes findings as they are; a failure or a skip as `{"schema", "source", "error" | "skipped": {"code", "message"}}`.
  public func write(to json: inout JSONWriter, timings: Bool = false, internals: Bool = false) {
    switch self {
    case .findings(let findings):
      findings.write(to: &json, timings: timings, internals: internals)
    case .failed(let failure): failure.write(to: &json, as: "error")
    case .skipped(let failure): failure.write(to: &json, as: "skipped")
    }
  }

  public init(json: Value) throws(SchemaFault) {
    if let error = json["error"] {
      self = .failed(ReadFailure(source: try Self.source(of: json), json: error))
    } else if let reason = json["skipped"] {
      self = .skipped(ReadFailure(source: try Self.source(of: json), json: reason))
    } else {
      self = .findings(try Findings(json: json))
    }
  }

  private static func source(of json: Value) throws(SchemaFault) -> String {
    try json.require("source").string(at: "source")
  }
}

extension ReadFailure {
  fileprivate func write(to json: inout JSONWriter, as member: String) {
    json.beginObject()
    json.member("schema", Article.schema)
    json.member("source", source)
    json.key(member)
    write(to: &json)
    json.endObject()
  }
}
