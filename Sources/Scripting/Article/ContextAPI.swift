internal import Document
internal import Lua

// `ctx`: the way from a plugin to the host.

extension Session {
  var contextOwner: APIOwner {
    APIOwner(
      .ctx, doc: "The plugin's way to the host; it lives as long as the plugin.",
      members: [
        APIMember(
          "options", type: "table<string, any>",
          doc:
            "The plugin's options by name: what the user gave, else their defaults. Unknown names "
            + "are errors.", access: .getter(contextOptions)),
        APIMember(
          "annotate",
          type: "fun(layer: string, span: copydesk.Span, attributes?: table<string, any>)",
          doc: "Marks a span of the article in one of the plugin's declared layers.",
          access: .method(annotate)),
        annotateEachMember,
        lexiconMember,
        APIMember(
          "results", type: "fun(plugin: string): table<string, any>",
          doc:
            "The fields that a required plugin returned for this article; nil where it is required as "
            + "`\"sentiment?\"` and has no result.",
          access: .method(results)),
        APIMember(
          "summary", type: "fun(plugin?: string): table<string, any>",
          doc: "In `report`: the summary of a required plugin, its merged fields and what its "
            + "`aggregate` made, or the plugin's own; a new table each time. Nil where it is required as "
            + "`\"sentiment?\"` and is not in the run.",
          access: .method(summary)),
        APIMember(
          "run", type: "copydesk.Run",
          doc: "In `report`: what is known about the run; a new table each time.",
          access: .getter(contextRun)),
        APIMember(
          "log", type: "fun(...: any)",
          doc:
            "Writes a line for the user to read, as `print` does: tables with what they hold, spans with "
            + "their words. What `setup` writes is told with the first article.",
          access: .method(log)),
      ])
  }

  private func contextOptions(_ call: Call) throws(Fault) -> Int {
    guard let options else { throw Fault("options are known from setup on") }
    call.push(options)
    return 1
  }
}

// MARK: Annotations

extension Session {
  /// What the attributes of one annotation may hold.
  private static let attributeLimits = ConversionLimits(depth: 4, nodes: 200, bytes: 16 << 10)

  private func annotate(_ call: Call) throws(Fault) -> Int {
    _ = try call.object(1, of: kinds[.ctx])
    let layer = try layerForMarks(call)
    let span = try span(call, 3)
    let attributes = try attributes(call, 4)
    try checkRoom(for: 1)
    notes.add(
      Annotation(range: span.range, place: span.place, attributes: attributes), toLayer: layer)
    return 0
  }

  func checkRoom(for annotations: Int) throws(Fault) {
    guard notes.hasRoom(for: annotations) else {
      throw Fault("more than \(Notes.maximumAnnotations) annotations in one article")
    }
  }

  /// The layer that the first argument names. Marks come by the dozen, so that no string is made of its name.
  func layerForMarks(_ call: Call) throws(Fault) -> Int {
    guard phase == .analyze else {
      throw Fault("ctx:annotate works in analyze only, not in \(phase.rawValue)")
    }
    if let name = call[2].unsafeBytes, let layer = layerNames.firstIndex(where: { $0 == name }) {
      return layer
    }
    let name = try call.string(2)
    let known = layerNames.map { String(decoding: $0.bytes, as: UTF8.self) }
    let question = Suggestions.question(Suggestions.like(name, among: known))
    throw Fault(
      "the layer \"\(name)\" is not declared; "
        + (question ?? "declare it: layers = { \(name) = \"what it marks\" }"))
  }

  private func attributes(_ call: Call, _ argument: Int) throws(Fault) -> Fields {
    guard !call[argument].isNil else { return Fields() }
    let table = try call.table(argument)
    let value: Value
    do throws(ConversionFault) {
      value = try table.value(named: "attributes", limits: Self.attributeLimits)
    } catch {
      throw Fault("\(error.path): \(error.problem)")
    }
    guard let fields = value.asMap else {
      throw Fault("attributes: expected a table with names, got a list")
    }
    return try checked(fields)
  }

  private func checked(_ attributes: Fields) throws(Fault) -> Fields {
    for entry in attributes.entries { try checkAttribute(entry.name) }
    return attributes
  }

  func checkAttribute(_ name: String) throws(Fault) {
    guard name != "range", name != "in" else {
      throw Fault("attributes.\(name): the name is the host's own")
    }
  }
}

extension Slot {
  fileprivate var plainString: String? {
    guard let bytes = unsafeBytes, bytes.count <= 256 else { return nil }
    return String(utf8: bytes)
  }

  /// A string, number or truth value; nil for any other.
  var plainValue: Value? {
    switch type {
    case .integer: integer.map(Value.integer)
    case .number: number.flatMap { $0.isFinite ? .number($0) : nil }
    case .boolean: bool.map(Value.bool)
    case .string: plainString.map(Value.string)
    default: nil
    }
  }
}

// MARK: Results and log

extension Session {
  private func results(_ call: Call) throws(Fault) -> Int {
    _ = try call.object(1, of: kinds[.ctx])
    let name = try call.string(2)
    guard let plugin, plugin.plugins.contains(name) else {
      throw Fault("the plugin \"\(name)\" was not required; add \"\(name)\" to requires")
    }
    guard phase.hasArticle else {
      throw Fault("ctx:results works where there is an article, not in \(phase.rawValue)")
    }
    if plugin.optionalPlugins.contains(name), !galley.hasResult(of: name) {
      call.pushNil()
    } else {
      try call.push(value: .map(galley.findings(of: name)?.fields ?? [:]))
    }
    return 1
  }

  private func summary(_ call: Call) throws(Fault) -> Int {
    _ = try call.object(1, of: kinds[.ctx])
    let own = plugin?.name ?? ""
    let name = call[2].isNil ? own : try call.string(2)
    guard name == own || plugin?.plugins.contains(name) == true else {
      throw Fault("the plugin \"\(name)\" was not required; add \"\(name)\" to requires")
    }
    guard phase == .report else {
      throw Fault("ctx:summary works in report only, not in \(phase.rawValue)")
    }
    if plugin?.absentPlugins.contains(name) == true {
      call.pushNil()
    } else {
      try call.push(value: .map(summaries[name] ?? [:]))
    }
    return 1
  }

  private func contextRun(_ call: Call) throws(Fault) -> Int {
    guard phase == .report else {
      throw Fault("ctx.run is known in report only, not in \(phase.rawValue)")
    }
    try call.push(value: .map(run))
    return 1
  }

  private func log(_ call: Call) throws(Fault) -> Int {
    _ = try call.object(1, of: kinds[.ctx])
    writeLine(call, from: 2)
    return 0
  }

  /// `print` for plugins.
  func printLine(_ call: Call) throws(Fault) -> Int {
    writeLine(call, from: 1)
    return 0
  }

  /// Writes values as `print` does, with tabs between.
  private func writeLine(_ call: Call, from argument: Int) {
    var line: [UInt8] = []
    for number in stride(from: argument, through: call.count, by: 1) {
      if number > argument { line.append(UInt8(ascii: "\t")) }
      let room = max(0, Notes.maximumLineBytes - line.count)
      line.append(contentsOf: shown(call[number]).prefix(room))
    }
    notes.log(String(decoding: line, as: UTF8.self))
  }

  /// The value as the log shows it, running nothing of the script's: strings as they are, tables with what they hold, spans with
  /// their words.
  private func shown(_ value: Slot) -> [UInt8] {
    if value.type == .string, let bytes = value.unsafeBytes {
      return Array(bytes.prefix(Notes.maximumLineBytes))
    }
    return Array(ValueText(session: self, entries: 40).line(value).utf8)
  }
}
