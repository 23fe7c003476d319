// Profiles as workers send them, one article a line, and as `copydesk profile --format json` prints them.

extension ArticleProfile {
  public func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("source", source)
    json.key("plugins")
    json.list(plugins) { $0.write(to: &$1) }
    json.endObject()
  }

  public init(json: Value) throws(SchemaFault) {
    source = try json.require("source").string(at: "source")
    plugins = []
    for plugin in json["plugins"]?.list ?? [] {
      plugins.append(try PluginProfile(json: plugin))
    }
  }
}

extension PluginProfile {
  public func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("plugin", plugin)
    json.member("articles", articles)
    json.key("seconds")
    json.value(seconds)
    json.member("memory_peak", memoryPeak)
    json.key("samples")
    json.list(samples) { $0.write(to: &$1) }
    json.key("calls")
    json.list(calls) { call, json in
      json.value(
        [
          "function": .string(call.function), "count": .integer(Int64(call.count)),
          "seconds": .number(call.seconds),
        ] as Fields)
    }
    json.endObject()
  }

  init(json: Value) throws(SchemaFault) {
    self.init(
      plugin: try json.require("plugin").string(at: "plugin"),
      articles: json.count("articles"), seconds: json["seconds"]?.number ?? 0,
      memoryPeak: json.count("memory_peak"))
    for sample in json["samples"]?.list ?? [] { samples.append(try Sample(json: sample)) }
    for call in json["calls"]?.list ?? [] {
      calls.append(
        Call(
          function: try call.require("function").string(at: "calls.function"),
          count: call.count("count"), seconds: call["seconds"]?.number ?? 0))
    }
  }
}

extension PluginProfile.Sample {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("stack")
    json.list(frames) { frame, json in
      json.value(
        [
          "function": .string(frame.function), "file": .string(frame.file),
          "line": .integer(Int64(frame.line)),
        ] as Fields)
    }
    json.key("seconds")
    json.value(seconds)
    json.member("bytes", bytes)
    json.endObject()
  }

  fileprivate init(json: Value) throws(SchemaFault) {
    var frames: [PluginProfile.Frame] = []
    for frame in try json.require("stack").list(at: "samples.stack") {
      frames.append(
        PluginProfile.Frame(
          function: try frame.require("function").string(at: "stack.function"),
          file: frame["file"]?.string ?? "", line: frame.count("line")))
    }
    self.init(frames: frames, seconds: json["seconds"]?.number ?? 0, bytes: json.count("bytes"))
  }
}

extension Value {
  fileprivate func count(_ name: String) -> Int { Int(self[name]?.integer ?? 0) }
}
