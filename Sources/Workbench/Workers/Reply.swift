import Document
import Glibc

/// What a worker answers; one line each, an outcome followed by the lines of its payloads.
enum Reply: Sendable {
  /// The plugins loaded, in the order in which they run.
  case ready([PluginDescription])
  case refused(Refusal)
  case outcome(OutcomeHeader)
  /// All outcomes of a job are sent.
  case done(piece: Int)
  case inspected([InspectedPlugin])
  /// A case of a plugin's specs begins, and is done; the end says that all are.
  case testing(TestedCase)
  case tested(TestedCase)
  case testEnd(SpecEnd)
  case packed(PluginParcel)
  case notPacked(SharingFault)
  /// How an attempt ended: 0 if it succeeded, else `errno`.
  case attempted(Int32)
  case about(Equipment)
  case sections([ReportSection])
  case template(TemplatePage)
  case console(ConsoleReply)
}

/// Why a worker cannot do what it was configured for.
enum Refusal: Error, Sendable {
  case plugins([PluginError])
  case unknownPlugin(String, suggestions: [String])
  case selection(String, offset: Int, message: String)
  case broken(String)
}

/// What inspecting a plugin found.
struct InspectedPlugin: Sendable {
  var description: PluginDescription?
  var errors: [PluginError]
  /// What its source has, where that was asked for; the errors that are its own are among them.
  var diagnostics: [Diagnostic] = []
}

extension InspectedPlugin {
  /// The diagnostics; where its source could not be looked into, the errors.
  var told: [Diagnostic] {
    guard diagnostics.isEmpty else { return diagnostics }
    return errors.map { error in
      Diagnostic(
        .error, "load", file: error.file ?? error.plugin,
        place: error.line.map { Diagnostic.Place(line: $0, words: error.sourceLine ?? "") },
        error.message, remedy: error.remedy)
    }
  }
}

/// What the supervisor needs to know of an outcome without reading its payloads.
struct OutcomeHeader: Sendable {
  enum Kind: String, Sendable { case findings, failed, skipped }

  /// Counted from 0 in the piece.
  var index: Int
  var kind: Kind
  /// How many lines of payload follow.
  var payloads: Int
  /// Only where something is to be told: of an input without an article, of errors, warnings and logs.
  var source = ""
  var failure: ReadFailure?
  var errors: [PluginError] = []
  var warnings: [Document.Warning] = []
  /// What plugins said, by plugin.
  var logs: Fields = [:]
  /// Calls of plugins into the host, by plugin.
  var traces: Fields = [:]

  /// Whether an outcome with findings has more to tell than these.
  var hasSomethingToTell: Bool {
    !errors.isEmpty || !warnings.isEmpty || !logs.isEmpty || !traces.isEmpty
  }
}

extension Reply {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    switch self {
    case .ready(let plugins):
      json.key("ready")
      json.beginObject()
      json.key("protocol")
      json.value(WorkerConfiguration.protocolVersion)
      json.key("plugins")
      json.beginArray()
      for plugin in plugins { plugin.write(to: &json) }
      json.endArray()
      json.endObject()
    case .refused(let refusal):
      json.key("refused")
      refusal.write(to: &json)
    case .outcome(let header):
      json.key("outcome")
      header.write(to: &json)
    case .done(let piece):
      json.key("done")
      json.value(piece)
    case .inspected(let plugins):
      json.key("inspected")
      json.beginArray()
      for plugin in plugins { plugin.write(to: &json) }
      json.endArray()
    case .testing(let next):
      json.key("testing")
      next.write(to: &json)
    case .tested(let done):
      json.key("tested")
      done.write(to: &json)
    case .testEnd(let end):
      json.key("test_end")
      end.write(to: &json)
    case .packed(let parcel):
      json.key("packed")
      parcel.write(to: &json)
    case .notPacked(let fault):
      json.key("not_packed")
      json.value(.list(fault.words.map(Value.string)))
    case .attempted(let errno):
      json.key("attempted")
      json.value(Int(errno))
    case .about(let equipment):
      json.key("about")
      equipment.write(to: &json)
    case .console(let reply):
      json.key("console")
      reply.write(to: &json)
    case .template(let page):
      json.key("template")
      page.write(to: &json)
    case .sections(let sections):
      json.key("sections")
      json.beginArray()
      for section in sections { section.write(to: &json) }
      json.endArray()
    }
    json.endObject()
    json.endLine()
  }

  init(line: ArraySlice<UInt8>) throws(ProtocolFault) {
    if let header = OutcomeHeader(plain: line) {
      self = .outcome(header)
      return
    }
    guard let json = try? JSONParser.parse(line), let member = json.map?.entries.first else {
      throw ProtocolFault("expected a message: one JSON object a line")
    }
    do {
      switch member.name {
      case "outcome": self = .outcome(try OutcomeHeader(json: member.value))
      case "done": self = .done(piece: Int(member.value.integer ?? -1))
      case "ready": self = .ready(try member.value.elements("plugins", PluginDescription.init))
      case "refused": self = .refused(try Refusal(json: member.value))
      case "inspected": self = .inspected(try member.value.elements(InspectedPlugin.init))
      case "testing": self = .testing(try TestedCase(json: member.value))
      case "tested": self = .tested(try TestedCase(json: member.value))
      case "test_end": self = .testEnd(try SpecEnd(json: member.value))
      case "packed": self = .packed(try PluginParcel(json: member.value))
      case "not_packed":
        self = .notPacked(SharingFault(words: member.value.list?.compactMap(\.string) ?? []))
      case "attempted": self = .attempted(Int32(clamping: member.value.integer ?? 0))
      case "about": self = .about(try Equipment(json: member.value))
      case "console": self = .console(try ConsoleReply(json: member.value))
      case "template": self = .template(try TemplatePage(json: member.value))
      case "sections": self = .sections(try member.value.elements(ReportSection.init))
      default: throw ProtocolFault("unknown message '\(member.name)'")
      }
    } catch let fault as SchemaFault {
      throw ProtocolFault("\(member.name): \(fault.path): expected \(fault.expected)")
    } catch let fault as ProtocolFault {
      throw fault
    } catch { throw ProtocolFault("\(member.name): unreadable") }
  }
}

extension Value {
  /// The elements of a list, each read by an initialiser.
  func elements<Element>(_ read: (Value) throws -> Element) throws -> [Element] {
    try (list ?? []).map(read)
  }

  func elements<Element>(_ name: String, _ read: (Value) throws -> Element) throws -> [Element] {
    try self[name]?.elements(read) ?? []
  }
}

extension OutcomeHeader {
  /// The header of findings of which nothing is to be told, as nearly all are, read without making values of it; nil for any other line.
  init?(plain line: ArraySlice<UInt8>) {
    var rest = line
    guard rest.take(#"{"outcome":{"index":"#), let index = rest.takeNumber(),
      rest.take(#","kind":"findings","payloads":"#), let payloads = rest.takeNumber(),
      rest.take("}}"), rest.isEmpty
    else { return nil }
    self.init(index: index, kind: .findings, payloads: payloads)
  }

  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("index")
    json.value(index)
    json.key("kind")
    json.value(kind.rawValue)
    json.key("payloads")
    json.value(payloads)
    if !source.isEmpty {
      json.key("source")
      json.value(source)
    }
    if let failure { writeFailure(failure, to: &json) }
    if !errors.isEmpty {
      json.key("errors")
      json.beginArray()
      for error in errors { error.write(to: &json) }
      json.endArray()
    }
    if !warnings.isEmpty {
      json.key("warnings")
      json.beginArray()
      for warning in warnings { warning.write(to: &json) }
      json.endArray()
    }
    if !logs.isEmpty {
      json.key("logs")
      json.value(logs)
    }
    if !traces.isEmpty {
      json.key("traces")
      json.value(traces)
    }
    json.endObject()
  }

  private func writeFailure(_ failure: ReadFailure, to json: inout JSONWriter) {
    var fields: Fields = [
      "code": .string(failure.code), "message": .string(failure.message),
    ]
    if let remedy = failure.remedy { fields.append("remedy", .string(remedy)) }
    json.key("failure")
    json.value(fields)
  }

  init(json: Value) throws {
    guard let kind = Kind(rawValue: try json.string("kind")) else {
      throw ProtocolFault("expected a kind of outcome")
    }
    self.kind = kind
    index = try json.integer("index")
    payloads = try json.integer("payloads")
    source = json["source"]?.string ?? ""
    if let fault = json["failure"] {
      failure = ReadFailure(
        source: source, code: try fault.string("code"), message: try fault.string("message"),
        remedy: fault["remedy"]?.string)
    }
    errors = try json.elements("errors") { try PluginError(json: $0) }
    warnings = try json.elements("warnings", Warning.init)
    logs = json["logs"]?.map ?? [:]
    traces = json["traces"]?.map ?? [:]
  }
}

extension Refusal {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    switch self {
    case .plugins(let errors):
      json.key("errors")
      json.beginArray()
      for error in errors { error.write(to: &json) }
      json.endArray()
    case .unknownPlugin(let name, let suggestions):
      json.key("unknown")
      json.value(name)
      json.key("suggestions")
      json.value(.list(suggestions.map(Value.string)))
    case .selection(let text, let offset, let message):
      json.key("selection")
      json.value(text)
      json.key("offset")
      json.value(offset)
      json.key("message")
      json.value(message)
    case .broken(let message):
      json.key("message")
      json.value(message)
    }
    json.endObject()
  }

  init(json: Value) throws {
    if json["errors"] != nil {
      self = .plugins(try json.elements("errors") { try PluginError(json: $0) })
    } else if let name = json["unknown"]?.string {
      let suggestions = (json["suggestions"]?.list ?? []).compactMap(\.string)
      self = .unknownPlugin(name, suggestions: suggestions)
    } else if let text = json["selection"]?.string {
      self = .selection(
        text, offset: try json.integer("offset"), message: try json.string("message"))
    } else {
      self = .broken(try json.string("message"))
    }
  }
}

extension InspectedPlugin {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    if let description {
      json.key("plugin")
      description.write(to: &json)
    }
    json.key("errors")
    json.beginArray()
    for error in errors { error.write(to: &json) }
    json.endArray()
    json.key("diagnostics")
    json.value(.list(diagnostics.map { .map($0.fields) }))
    json.endObject()
  }

  init(json: Value) throws {
    diagnostics = try json.elements("diagnostics", Diagnostic.init)
    description = try json["plugin"].map(PluginDescription.init)
    errors = try json.elements("errors") { try PluginError(json: $0) }
  }
}

extension ArraySlice<UInt8> {
  /// Goes past some ASCII if the bytes begin with it.
  fileprivate mutating func take(_ words: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
    let isThere = withUnsafeBytes {
      $0.count >= wanted.count && memcmp($0.baseAddress!, wanted.baseAddress!, wanted.count) == 0
    }
    guard isThere else { return false }
    self = dropFirst(wanted.count)
    return true
  }

  /// Goes past a number of few digits; nil if there is none.
  fileprivate mutating func takeNumber() -> Int? {
    let digits = prefix(12).prefix { $0 &- UInt8(ascii: "0") < 10 }
    guard !digits.isEmpty else { return nil }
    self = dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 &- UInt8(ascii: "0")) }
  }
}
