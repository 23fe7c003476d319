import Document

/// What a supervisor tells a worker; one line each.
enum Command: Sendable {
  case configure(WorkerConfiguration)
  case job(Job)
  /// Loads plugins, says everything that is wrong with them, and forgets them. They may require others.
  /// Their source is looked into for what looks wrong where that is asked for.
  case inspect([CataloguedPlugin], others: [CataloguedPlugin], isThorough: Bool)
  /// Packs a plugin to be installed.
  case pack(Path)
  /// Tries a plugin against its specs.
  case test(SpecOrder)
  /// Takes one article's aggregates, by plugin; they come in corpus order.
  case fold(Fields)
  /// Tries something that a worker must not be able to do; see `Doctor`.
  case attempt(String, path: Path)
  /// Answers somebody at a keyboard.
  case console(ConsoleRequest)
  /// Tells the versions of libraries and the known faults of Lua.
  case about
  /// Runs the plugins' `report`, but of those that are banned.
  case report(summaries: Fields, run: Fields, without: [String])

  /// Writes a report by a house's template, or says what is wrong with the template.
  case template(TemplateOrder)

  func write(to json: inout JSONWriter) {
    json.beginObject()
    switch self {
    case .configure(let configuration):
      json.key("configure")
      configuration.write(to: &json)
    case .job(let job):
      json.key("job")
      job.write(to: &json)
    case .inspect(let plugins, let others, let isThorough):
      json.key("inspect")
      json.beginObject()
      json.key("plugins")
      json.list(plugins) { $0.write(to: &$1) }
      json.key("others")
      json.list(others) { $0.write(to: &$1) }
      json.key("thorough")
      json.value(.bool(isThorough))
      json.endObject()
    case .pack(let path):
      json.key("pack")
      path.write(to: &json)
    case .test(let order):
      json.key("test")
      order.write(to: &json)
    case .fold(let parts):
      json.key("fold")
      json.value(parts)
    case .attempt(let what, let path):
      json.key("attempt")
      json.beginObject()
      json.key("what")
      json.value(what)
      json.key("path")
      path.write(to: &json)
      json.endObject()
    case .console(let request):
      json.key("console")
      request.write(to: &json)
    case .about:
      json.key("about")
      json.value(Fields())
    case .report(let summaries, let run, let without):
      json.key("report")
      json.beginObject()
      json.key("summaries")
      json.value(summaries)
      json.key("run")
      json.value(run)
      json.key("without")
      json.value(.list(without.map(Value.string)))
      json.endObject()
    case .template(let order):
      json.key("template")
      order.write(to: &json)
    }
    json.endObject()
    json.endLine()
  }

  init(line: ArraySlice<UInt8>) throws(ProtocolFault) {
    guard let json = try? JSONParser.parse(line), let member = json.map?.entries.first else {
      throw ProtocolFault("expected a message: one JSON object a line")
    }
    let body = member.value
    switch member.name {
    case "configure": self = .configure(try WorkerConfiguration(json: body))
    case "job": self = .job(try Job(json: body))
    case "inspect":
      self = .inspect(
        try CataloguedPlugin.list(json: body["plugins"]),
        others: try CataloguedPlugin.list(json: body["others"]),
        isThorough: body["thorough"]?.bool ?? false)
    case "pack": self = .pack(try Path(json: body))
    case "test": self = .test(try SpecOrder(json: body))
    case "attempt":
      self = .attempt(try body.string("what"), path: try Path(json: try body.member("path")))
    case "about": self = .about
    case "console": self = .console(try ConsoleRequest(json: body))
    case "fold": self = .fold(body.map ?? [:])
    case "template": self = .template(try TemplateOrder(json: body))
    case "report":
      self = .report(
        summaries: body["summaries"]?.map ?? [:], run: body["run"]?.map ?? [:],
        without: (body["without"]?.list ?? []).compactMap(\.string))
    default: throw ProtocolFault("unknown message '\(member.name)'")
    }
  }
}
