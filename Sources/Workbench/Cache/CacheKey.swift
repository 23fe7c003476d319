import Document
import Reading
import Scripting

/// What an outcome is remembered by: the bytes it was read from, all that its reading depended on, and its place among the
/// outcomes of these bytes.
struct CacheKey: Hashable {
  var digest: ContentDigest
  /// The source's name, which plugins can see, and what `CacheContext` holds.
  var context: UInt64
  /// From 0; more than 0 only in inputs of many articles.
  var ordinal: Int
  /// By what else it is known that these are the bytes of a file; nil where that cannot be told.
  var postmark: Postmark?

  /// Where an index looks for it first.
  var hash: UInt64 { Self.hash(digest.prefix, context, ordinal) }

  /// - Parameter prefix: the digest's, or the checksum of a postmark as it stands in a record.
  static func hash(_ prefix: UInt64, _ context: UInt64, _ ordinal: Int) -> UInt64 {
    (prefix ^ context) &+ UInt64(truncatingIfNeeded: ordinal) &* 0x9E37_79B1_85EB_CA87
  }

  /// As it stands in a record, with a space behind it.
  func write(to output: inout [UInt8]) {
    digest.write(to: &output)
    output.append(UInt8(ascii: " "))
    context.writeHexadecimal(to: &output)
    output.append(UInt8(ascii: " "))
    output.append(contentsOf: "\(ordinal) ".utf8)
  }

  /// What stands behind the key in a record, with a space behind it.
  func writePostmark(to output: inout [UInt8]) {
    if let postmark { postmark.write(to: &output) } else { output.append(UInt8(ascii: "-")) }
    output.append(UInt8(ascii: " "))
  }
}

/// What every reading of a run depends on besides the bytes.
struct CacheContext {
  private let base: UInt64

  init(_ configuration: WorkerConfiguration) {
    var json = JSONWriter()
    json.beginArray()
    for word in [Program.build, PluginHost.luaRelease, configuration.encoding ?? ""] {
      json.value(word)
    }
    json.value(
      Fields(configuration.map.map { Fields.Entry($0.key, .list($0.value.map(Value.string))) })
        .sorted)
    json.endArray()
    base = Checksum.of(json.bytes[...])
  }

  /// The context of an input, or of one line of it.
  func of(_ source: String, line: Int? = nil, stretch: Stretch? = nil) -> UInt64 {
    var name = Array(source.utf8)
    if let line { name += Array(":\(line)".utf8) }
    if let stretch { name += Array("\0\(stretch)".utf8) }
    return base ^ Checksum.of(name[...])
  }
}

/// The plugins of a run, each with what its findings depend on besides the article.
struct CachePlugins: Hashable {
  struct Plugin: Hashable {
    var name: String
    var key: String
  }

  var plugins: [Plugin] = []

  /// - Parameters:
  ///   - descriptions: in the order in which they run, who is required first.
  ///   - lanes: how they share workers, if not all do. What was found by plugins that shared a worker is not known to a run in
  ///     which they may not.
  init(
    _ descriptions: [PluginDescription], _ configuration: WorkerConfiguration, lanes: [Lane]? = nil
  ) {
    var keys: [String: String] = [:]
    for plugin in descriptions {
      var json = JSONWriter()
      json.beginArray()
      for word in [plugin.name, plugin.hash, PluginHost.luaRelease] { json.value(word) }
      json.value(PluginHost.apiVersion)
      json.value(configuration.isFresh)
      json.value((configuration.options[plugin.name] ?? [:]).sorted)
      for required in plugin.requires {
        json.value(PluginDescription.plugin(required: required).flatMap { keys[$0] } ?? required)
      }
      if let lane = lanes?.first(where: { $0.names.contains(plugin.name) }) {
        json.value(.list(lane.loaded.map { .string($0.name) }))
      }
      json.endArray()
      let key = String(ContentDigest(of: json.bytes[...]).hexadecimal.prefix(32))
      keys[plugin.name] = key
      plugins.append(Plugin(name: plugin.name, key: key))
    }
  }

  var json: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("schema")
    json.value(Self.schema)
    json.key("build")
    json.value(Program.build)
    json.key("plugins")
    json.list(plugins) { plugin, json in
      json.beginArray()
      json.value(plugin.name)
      json.value(plugin.key)
      json.endArray()
    }
    json.endObject()
    return json.bytes
  }

  static let schema = "copydesk-cache/2"

  /// Nil for what another program has cached, or a later one.
  init?(json: ArraySlice<UInt8>) {
    guard let header = try? JSONParser.parse(json), header["schema"]?.string == Self.schema,
      header["build"]?.string == Program.build
    else { return nil }
    for plugin in header["plugins"]?.list ?? [] {
      guard let name = plugin.list?.first?.string, let key = plugin.list?.last?.string else {
        return nil
      }
      plugins.append(Plugin(name: name, key: key))
    }
  }
}
