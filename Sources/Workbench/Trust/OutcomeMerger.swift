import Document

/// Makes one outcome of those that the lanes have of an article.
///
/// Of the first lane's all is taken that concerns the article; of each lane's only the results of its own plugins. So a worker
/// that was taken over can falsify its own plugins' results and nothing else.
struct OutcomeMerger {
  /// In the order in which they run, which is that of the results.
  let plugins: [PluginDescription]
  private let lanes: [Lane]

  init(_ plan: LanePlan) {
    plugins = plan.plugins
    lanes = plan.lanes
  }

  /// - Parameter parts: of each lane, the first one's being there.
  func merge(
    _ parts: [PieceState.Held?]
  ) throws(WorkbenchError) -> (OutcomeHeader, [[UInt8]]) {
    guard let first = parts[0], let line = first.payloads.first else {
      throw .worker("breaks the protocol: an outcome without a payload")
    }
    guard first.header.kind == .findings else { return (first.header, first.payloads) }
    guard case .map(var findings)? = try? JSONParser.parse(line) else {
      throw .worker("breaks the protocol: a payload that cannot be read")
    }
    var header = first.header
    var results: [String: Value] = [:]
    var aggregates: [String: Value] = [:]
    header.errors = []
    header.logs = [:]
    header.traces = [:]
    for (index, (lane, part)) in zip(lanes, parts).enumerated() {
      let share = Share(of: lane, part, like: findings)
      results.merge(share.results) { $1 }
      aggregates.merge(share.aggregates) { $1 }
      header.errors += share.errors
      for log in share.logs.entries { header.logs.append(log.name, log.value) }
      for trace in share.traces.entries { header.traces.append(trace.name, trace.value) }
      // Of warnings the others have only those about states of plugins for themselves.
      if index > 0, let part {
        header.warnings += part.header.warnings.filter { $0.code == "state" }
      }
    }
    header.errors = inOrder(header.errors, by: \.plugin)
    header.logs = Fields(inOrder(header.logs.entries, by: \.name))
    header.traces = Fields(inOrder(header.traces.entries, by: \.name))
    if header.hasSomethingToTell {
      header.source = findings["source"]?.string ?? ""
    }
    findings["plugins"] = .map(fields(results))
    var payloads = first.payloads
    payloads[0] = Self.line(findings)
    if payloads.count > 1, lanes[0].configuration.wishes.contains(.aggregates) {
      payloads[1] = Self.line(fields(aggregates))
    }
    if lanes[0].configuration.cache != nil {
      payloads[payloads.count - 1] = slip(of: parts, header)
    }
    return (header, payloads)
  }

  /// What the outcome is to be cached by, which the first lane says, with what each lane has noted of its own plugins; nothing where one
  /// has failed or is in doubt.
  private func slip(of parts: [PieceState.Held?], _ header: OutcomeHeader) -> [UInt8] {
    guard header.errors.isEmpty, !header.warnings.contains(where: { $0.code == "state" }),
      let first = parts[0]?.payloads.last, var note = CacheRecord.note(of: first[...])
    else { return [] }
    var aggregates: [String: Value] = [:]
    for (lane, part) in zip(lanes, parts) {
      guard let slip = part?.payloads.last, let noted = CacheRecord.note(of: slip[...]) else {
        return []
      }
      for entry in noted.aggregates.entries where lane.names.contains(entry.name) {
        aggregates[entry.name] = entry.value
      }
    }
    note.aggregates = fields(aggregates)
    note.logs = header.logs
    return CacheRecord.slip(first[...], with: note)
  }

  private func fields(_ values: [String: Value]) -> Fields {
    Fields(plugins.compactMap { plugin in values[plugin.name].map { .init(plugin.name, $0) } })
  }

  private func inOrder<Element>(_ elements: [Element], by name: (Element) -> String) -> [Element] {
    plugins.flatMap { plugin in elements.filter { name($0) == plugin.name } }
  }

  private static func line(_ fields: Fields) -> [UInt8] {
    var json = JSONWriter()
    json.value(fields)
    return json.bytes
  }
}

/// What one lane has to say of an article: results of its own plugins, or why there are none.
private struct Share {
  var results: [String: Value] = [:]
  var aggregates: [String: Value] = [:]
  var errors: [PluginError] = []
  var logs: Fields = [:]
  var traces: Fields = [:]

  /// - Parameter findings: the first lane's, of the same article.
  init(of lane: Lane, _ part: PieceState.Held?, like findings: Fields) {
    do { try take(part, of: lane, like: findings) } catch { fail(lane, error.message) }
  }

  private mutating func take(
    _ part: PieceState.Held?, of lane: Lane, like findings: Fields
  ) throws(ProtocolFault) {
    guard let part, part.header.kind == .findings else {
      throw ProtocolFault(part?.header.failure?.message ?? "its worker did not find the article")
    }
    guard let line = part.payloads.first, let own = (try? JSONParser.parse(line))?.map,
      let results = own["plugins"]?.map
    else { throw ProtocolFault("its worker answered what cannot be read") }
    guard own["hash"] == findings["hash"], own["id"] == findings["id"] else {
      throw ProtocolFault("the article changed while it was read")
    }
    self.results = values(of: lane, in: results)
    if lane.configuration.wishes.contains(.aggregates), part.payloads.count > 1,
      let aggregates = (try? JSONParser.parse(part.payloads[1]))?.map
    {
      self.aggregates = values(of: lane, in: aggregates)
    }
    errors = part.header.errors.filter { lane.names.contains($0.plugin) }
    logs = Fields(part.header.logs.entries.filter { lane.names.contains($0.name) })
    traces = Fields(part.header.traces.entries.filter { lane.names.contains($0.name) })
  }

  private func values(of lane: Lane, in fields: Fields) -> [String: Value] {
    let own = fields.entries.filter { lane.names.contains($0.name) }
    return Dictionary(own.map { ($0.name, $0.value) }) { $1 }
  }

  private mutating func fail(_ lane: Lane, _ message: String) {
    for name in lane.names {
      let error = PluginError(plugin: name, phase: "analyze", kind: .crash, message: message)
      errors.append(error)
      var json = JSONWriter()
      error.write(to: &json)
      let written = (try? JSONParser.parse(json.bytes)) ?? .null
      results[name] = ["fields": [:], "annotations": [:], "error": written]
    }
  }
}
