import Document
import Scripting

/// What a run is a run of: written before its first outcome, so that it can be gone on with, checked and compared.
struct Manifest {
  static let schema = "copydesk-run/1"

  /// `run` or `report`.
  var command: String
  /// The command line, after the program's name, and the folder it was given in.
  var arguments: [[UInt8]]
  var folder: Path
  /// When it began first, in UTC.
  var created: String
  var settings: RunSettings

  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("schema")
    json.value(Self.schema)
    json.key("command")
    json.value(command)
    json.key("created")
    json.value(created)
    json.key("folder")
    folder.write(to: &json)
    json.key("arguments")
    json.list(arguments) { Path($0).write(to: &$1) }
    json.key("settings")
    settings.write(to: &json)
    json.endObject()
    json.endLine()
  }

  init(
    command: String, arguments: [[UInt8]], folder: Path, created: String, settings: RunSettings
  ) {
    self.command = command
    self.arguments = arguments
    self.folder = folder
    self.created = created
    self.settings = settings
  }

  init(json: Value) throws(ProtocolFault) {
    guard json["schema"]?.string == Self.schema else {
      throw ProtocolFault("expected the schema \(Self.schema)")
    }
    command = try json.string("command")
    created = try json.string("created")
    folder = try Path(json: try json.member("folder"))
    arguments = []
    for word in json["arguments"]?.list ?? [] { arguments.append(try Path(json: word).bytes) }
    settings = try RunSettings(json: try json.member("settings"))
  }

  /// Reads the manifest in a run's folder; nil where there is none.
  static func load(_ folder: Path) throws(WorkbenchError) -> Manifest? {
    let path = folder.appending("manifest.json")
    do {
      return try Manifest(json: try JSONParser.parse(try Descriptor.contents(of: path)[...]))
    } catch let fault as SystemFault {
      if fault.isAbsence { return nil }
      throw .input(path: path.shown, errno: fault.errno)
    } catch let fault as ProtocolFault {
      throw .run(folder.shown, .broken("manifest.json: \(fault.message)"))
    } catch { throw .run(folder.shown, .broken("manifest.json: no JSON")) }
  }

  /// Writes it into a run's folder; it appears whole.
  func save(in folder: RunFolder) throws(WorkbenchError) {
    var json = JSONWriter()
    write(to: &json)
    // Whoever goes on with a run need not wait for a disk that has it already.
    if (try? Descriptor.contents(of: folder.manifest)) == json.bytes { return }
    let file = try OutputFile(folder.manifest.bytes)
    try file.write(json.bytes[...])
    try file.complete()
  }
}

/// All that a run's findings depend on besides its inputs. Two runs with the same settings find the same in the same article.
struct RunSettings {
  /// The program that found it.
  var version: String
  var build: String
  var lua: String
  var inputs: [[UInt8]]
  /// In the order in which they run.
  var plugins: [PluginDescription]
  var configuration: WorkerConfiguration

  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("version")
    json.value(version)
    json.key("build")
    json.value(build)
    json.key("lua")
    json.value(lua)
    json.key("api")
    json.value(PluginHost.apiVersion)
    json.key("inputs")
    json.list(inputs) { Path($0).write(to: &$1) }
    json.key("plugins")
    json.list(plugins) { plugin, json in plugin.write(to: &json) }
    json.key("configuration")
    configuration.write(to: &json)
    json.endObject()
  }

  init(
    version: String, build: String, lua: String, inputs: [[UInt8]], plugins: [PluginDescription],
    configuration: WorkerConfiguration
  ) {
    self.version = version
    self.build = build
    self.lua = lua
    self.inputs = inputs
    self.plugins = plugins
    self.configuration = configuration
  }

  init(json: Value) throws(ProtocolFault) {
    version = try json.string("version")
    build = try json.string("build")
    lua = try json.string("lua")
    inputs = []
    for input in json["inputs"]?.list ?? [] { inputs.append(try Path(json: input).bytes) }
    do { plugins = try json.elements("plugins", PluginDescription.init) } catch {
      throw ProtocolFault("expected the descriptions of plugins")
    }
    configuration = try WorkerConfiguration(json: try json.member("configuration"))
  }

  var bytes: [UInt8] {
    var json = JSONWriter()
    write(to: &json)
    return json.bytes
  }
}
