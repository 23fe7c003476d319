import Document

/// What a worker is asked by somebody at a keyboard.
enum ConsoleRequest: Sendable {
  /// Reads an input and puts its first article on the table.
  case article(Path)
  /// Loads the plugins that a selection chooses, and gives the last of them to the lines that follow.
  case load(PluginChoice, options: [String: Fields])
  case evaluate(String)
  case complete(String)
  /// Has the plugins that were loaded look at the article.
  case run(width: Int)
  case layers
}

/// What it answers.
struct ConsoleReply: Sendable {
  var lines: [String] = []
  /// What of the API is to be described.
  var described: [String] = []
  var candidates: [String] = []
  var isIncomplete = false
  var errors: [PluginError] = []
  /// Of an article that cannot be read.
  var failure: ReadFailure?
  /// Why a selection chooses nothing.
  var refusal: Refusal?
  var seconds = 0.0
  var hasLostState = false
}

extension ConsoleRequest {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    switch self {
    case .article(let path):
      json.key("article")
      path.write(to: &json)
    case .load(let choice, let options):
      json.key("load")
      choice.write(to: &json)
      json.key("options")
      json.value(Fields(options.map { Fields.Entry($0.key, .map($0.value)) }).sorted)
    case .evaluate(let text):
      json.key("evaluate")
      json.value(text)
    case .complete(let text):
      json.key("complete")
      json.value(text)
    case .run(let width):
      json.key("run")
      json.value(width)
    case .layers:
      json.key("layers")
      json.value(true)
    }
    json.endObject()
  }

  init(json: Value) throws(ProtocolFault) {
    if let path = json["article"] {
      self = .article(try Path(json: path))
    } else if let choice = json["load"] {
      let options = (json["options"]?.map?.entries ?? []).map { ($0.name, $0.value.map ?? [:]) }
      self = .load(try PluginChoice(json: choice), options: Dictionary(options) { $1 })
    } else if let text = json["evaluate"]?.string {
      self = .evaluate(text)
    } else if let text = json["complete"]?.string {
      self = .complete(text)
    } else if let width = json["run"]?.integer {
      self = .run(width: Int(width))
    } else if json["layers"] != nil {
      self = .layers
    } else {
      throw ProtocolFault("console: expected article, load, evaluate, complete, run or layers")
    }
  }
}

extension ConsoleReply {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    for (name, texts) in [("lines", lines), ("described", described), ("candidates", candidates)]
    where !texts.isEmpty {
      json.key(name)
      json.list(texts) { $1.value($0) }
    }
    for (name, isSo) in [("incomplete", isIncomplete), ("lost", hasLostState)] where isSo {
      json.key(name)
      json.value(true)
    }
    if !errors.isEmpty {
      json.key("errors")
      json.list(errors) { $0.write(to: &$1) }
    }
    if let failure {
      json.key("failure")
      Outcome.failed(failure).write(to: &json)
    }
    if let refusal {
      json.key("refused")
      refusal.write(to: &json)
    }
    json.key("seconds")
    json.value(seconds)
    json.endObject()
  }

  init(json: Value) throws {
    func texts(_ name: String) -> [String] { (json[name]?.list ?? []).compactMap(\.string) }
    lines = texts("lines")
    described = texts("described")
    candidates = texts("candidates")
    isIncomplete = json["incomplete"]?.bool ?? false
    hasLostState = json["lost"]?.bool ?? false
    errors = try json.elements("errors") { try PluginError(json: $0) }
    if case .failed(let failure)? = try json["failure"].map(Outcome.init) { self.failure = failure }
    refusal = try json["refused"].map(Refusal.init)
    seconds = json["seconds"]?.number ?? 0
  }
}
