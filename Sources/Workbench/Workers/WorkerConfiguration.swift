import Document

/// What a worker is told before its first job. `WorkerProtocol.md` specifies every message.
struct WorkerConfiguration: Sendable {
  /// Changes with every message that an older worker would misread.
  static let protocolVersion = 1

  /// What a worker can send of each article, one payload each, in this order.
  enum Wish: String, CaseIterable, Sendable {
    /// The outcome as one line of findings.
    case findings
    /// What plugins aggregated of the article: an object by plugin.
    case aggregates
    /// The article itself, with its layers.
    case article
    /// How the fields of `explained` came about.
    case explanations
    /// What the plugins spent on it.
    case profile
  }

  /// The plugins to run, by a selection over the catalogue.
  var plugins = PluginChoice()
  var options: [String: Fields] = [:]
  var limits = RunLimits()
  var encoding: String?
  /// By field, the names of the members and columns that hold it.
  var map: [String: [String]] = [:]
  /// Layers to compute besides those that plugins require.
  var layers: Set<LayerKind> = []
  var wishes: Set<Wish> = [.findings]
  var isFresh = false
  var hasTimings = false
  /// Articles that this rules out are told without running plugins on them.
  var filter = ArticleFilter()
  /// All inputs lie at or below these; nil: anywhere.
  var roots: [Path]?
  /// Where to look up what is known; nil: nothing is looked up, and nothing offered to be kept.
  var cache: CacheChoice?
  /// Whether to say only which findings are known, and to analyse nothing.
  var isForecast = false
  /// The fields that `Wish.explanations` explains.
  var explained: [FieldPath] = []
  /// Plugins, by name, whose calls into the host are told.
  var traced: [String] = []
}

/// A selection and the plugins it chooses from.
struct PluginChoice: Sendable {
  var selection = ""
  var catalogue: [CataloguedPlugin] = []
}

/// A plugin that could run: a file or folder, and the name it is chosen by.
struct CataloguedPlugin: Hashable, Sendable {
  var name: String
  var path: Path
  /// What its files must be, where it was installed; nil: whatever they are.
  var seal: PluginSeal?

  init(name: String, path: Path, seal: PluginSeal? = nil) {
    self.name = name
    self.path = path
    self.seal = seal
  }
}

extension WorkerConfiguration {
  /// Whether all that is to be sent of an article follows from its findings, so that it need not be read where these are known.
  var asksForFindingsAlone: Bool { wishes.isSubset(of: [.findings, .aggregates]) }

  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("protocol")
    json.value(Self.protocolVersion)
    json.key("plugins")
    plugins.write(to: &json)
    json.key("options")
    json.value(Fields(options.map { Fields.Entry($0.key, .map($0.value)) }).sorted)
    json.key("limits")
    limits.write(to: &json)
    if let encoding {
      json.key("encoding")
      json.value(encoding)
    }
    if !map.isEmpty {
      json.key("map")
      json.value(.map(Fields(map.map { Fields.Entry($0, .list($1.map(Value.string))) }).sorted))
    }
    json.key("layers")
    json.value(.list(LayerKind.allCases.filter(layers.contains).map { .string($0.rawValue) }))
    json.key("wishes")
    json.value(.list(Wish.allCases.filter(wishes.contains).map { .string($0.rawValue) }))
    json.key("fresh")
    json.value(isFresh)
    json.key("timings")
    json.value(hasTimings)
    if !filter.isEmpty {
      json.key("filter")
      json.value(Fields(filter.settings.map { .init($0.name, .string($0.value)) }))
    }
    if let roots {
      json.key("roots")
      json.list(roots) { $0.write(to: &$1) }
    }
    if isForecast {
      json.key("forecast")
      json.value(true)
    }
    if let cache {
      json.key("cache")
      cache.write(to: &json)
    }
    if !explained.isEmpty {
      json.key("explain")
      json.value(.list(explained.map { .string($0.name) }))
    }
    if !traced.isEmpty {
      json.key("trace")
      json.value(.list(traced.map(Value.string)))
    }
    json.endObject()
  }

  init(json: Value) throws(ProtocolFault) {
    guard json["protocol"]?.integer == Int64(Self.protocolVersion) else {
      throw ProtocolFault("expected version \(Self.protocolVersion) of the protocol")
    }
    plugins = try PluginChoice(json: json.member("plugins"))
    for entry in json["options"]?.map?.entries ?? [] { options[entry.name] = entry.value.map }
    limits = try RunLimits(json: json.member("limits"))
    encoding = json["encoding"]?.string
    for entry in json["map"]?.map?.entries ?? [] {
      map[entry.name] = entry.value.list?.compactMap(\.string)
    }
    layers = Set((json["layers"]?.list ?? []).compactMap { LayerKind(rawValue: $0.string ?? "") })
    wishes = Set((json["wishes"]?.list ?? []).compactMap { Wish(rawValue: $0.string ?? "") })
    isFresh = json["fresh"]?.bool ?? false
    hasTimings = json["timings"]?.bool ?? false
    if let filter = json["filter"] { self.filter = try ArticleFilter(json: filter) }
    if let list = json["roots"]?.list {
      var roots: [Path] = []
      for root in list { roots.append(try Path(json: root)) }
      self.roots = roots
    }
    isForecast = json["forecast"]?.bool ?? false
    cache = try json["cache"].map { json throws(ProtocolFault) in try CacheChoice(json: json) }
    traced = (json["trace"]?.list ?? []).compactMap(\.string)
    explained = (json["explain"]?.list ?? []).compactMap { $0.string.flatMap(FieldPath.init) }
  }
}

extension ArticleFilter {
  fileprivate init(json: Value) throws(ProtocolFault) {
    let condition: Expression?
    do {
      condition = try json["where"]?.string.map { text throws(Expression.Fault) in
        try Expression(text)
      }
    } catch {
      throw ProtocolFault("filter.where: \(error.message)")
    }
    self.init(since: json["since"]?.string, until: json["until"]?.string, condition: condition)
  }
}

extension CacheChoice {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("folder")
    folder.write(to: &json)
    json.key("segments")
    json.list(segments) { Path($0).write(to: &$1) }
    json.endObject()
  }

  init(json: Value) throws(ProtocolFault) {
    folder = try Path(json: try json.member("folder"))
    segments = []
    for name in json["segments"]?.list ?? [] { segments.append(try Path(json: name).bytes) }
  }
}

extension RunLimits {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("seconds")
    json.value(seconds)
    json.key("memory")
    json.value(memory)
    json.key("input_bytes")
    json.value(inputBytes)
    json.endObject()
  }

  init(json: Value) throws(ProtocolFault) {
    guard let seconds = json["seconds"]?.number else { throw ProtocolFault("expected seconds") }
    let memory = Int(try json.integer("memory"))
    guard memory >= Self.leastMemory else {
      throw ProtocolFault(
        "limits.memory: expected \(Self.leastMemory) bytes or more, got \(memory)")
    }
    self.init(
      seconds: seconds, memory: memory,
      inputBytes: Int(try json.integer("input_bytes")))
  }
}

extension PluginChoice {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("selection")
    json.value(selection)
    json.key("catalogue")
    json.list(catalogue) { $0.write(to: &$1) }
    json.endObject()
  }

  init(json: Value) throws(ProtocolFault) {
    selection = try json.string("selection")
    catalogue = try CataloguedPlugin.list(json: json["catalogue"])
  }
}

extension CataloguedPlugin {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("name")
    json.value(name)
    json.key("path")
    path.write(to: &json)
    if let seal {
      json.key("seal")
      json.value(seal.value)
    }
    json.endObject()
  }

  static func list(json: Value?) throws(ProtocolFault) -> [CataloguedPlugin] {
    var plugins: [CataloguedPlugin] = []
    for item in json?.list ?? [] {
      plugins.append(
        CataloguedPlugin(
          name: try item.string("name"), path: try Path(json: try item.member("path")),
          seal: item["seal"].map(PluginSeal.init)))
    }
    return plugins
  }
}

extension Path {
  /// Writes a string; or, of a name that is no UTF-8, its bytes in hexadecimal: `{"hex":"61ff"}`.
  func write(to json: inout JSONWriter) {
    // Most names are ASCII and need no string to be made of them.
    if bytes.allSatisfy({ $0 < 0x80 }) { return json.value(utf8: bytes) }
    if let name = String(validating: bytes, as: UTF8.self) { return json.value(name) }
    let digits = Array("0123456789abcdef".utf8)
    json.beginObject()
    json.key("hex")
    json.value(utf8: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    json.endObject()
  }

  init(json: Value) throws(ProtocolFault) {
    if let name = json.string {
      self.init(name)
      return
    }
    let hex = Array(try json.string("hex").utf8)
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: hex.count, by: 2) {
      let digits = String(decoding: hex[start..<min(start + 2, hex.count)], as: UTF8.self)
      guard let byte = UInt8(digits, radix: 16) else { throw ProtocolFault("expected a path") }
      bytes.append(byte)
    }
    self.init(bytes)
  }
}

/// A message that breaks the protocol.
struct ProtocolFault: Error, Hashable {
  var message: String

  init(_ message: String) {
    self.message = message
  }
}

extension Value {
  func member(_ name: String) throws(ProtocolFault) -> Value {
    guard let value = self[name] else { throw ProtocolFault("expected a member '\(name)'") }
    return value
  }

  func string(_ name: String) throws(ProtocolFault) -> String {
    guard let string = self[name]?.string else { throw ProtocolFault("expected '\(name)'") }
    return string
  }

  func integer(_ name: String) throws(ProtocolFault) -> Int {
    guard let integer = self[name]?.integer else { throw ProtocolFault("expected '\(name)'") }
    return Int(integer)
  }
}
