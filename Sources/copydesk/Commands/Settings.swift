import Document
import Workbench

/// What the command line and the configuration file say together; the command line comes first.
struct Settings {
  let arguments: Arguments
  let configuration: Configuration?
  let library: PluginLibrary

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    configuration = try Self.configuration(arguments)
    for folder in arguments.all(.pluginPath) where !FileName.isFolder(folder) {
      throw UsageError.badValue(.pluginPath, folder, expected: "a folder")
    }
    library = PluginLibrary.standard(
      configuration: configuration, options: arguments.all(.pluginPath))
  }

  private static func configuration(_ arguments: Arguments) throws -> Configuration? {
    if let path = arguments.bytes(.config) {
      if arguments.has(.noConfig) { throw UsageError.conflict(.config, .noConfig) }
      return try Configuration.load(path)
    }
    return arguments.has(.noConfig) ? nil : try Configuration.search()
  }

  /// The request for a run over the inputs that were named.
  /// - Parameter plugin: what runs where the command line selects nothing.
  func request(needsPlugins: Bool = true, plugin: String? = nil) throws -> RunRequest {
    var request = RunRequest(inputs: arguments.operands, library: library)
    if needsPlugins {
      request.plugins = try selection(or: plugin)
      request.options = try options(&request.pluginsWithOptions)
      request.optionFiles = optionFiles
      request.isFresh = arguments.has(.fresh)
      request.trust = try trust()
      request.hasTimings = arguments.has(.timings)
      try screen(&request)
      request.traced = try traced()
    }
    request.version = Version.number
    request.command = arguments.repetition(with: configuration?.found)
    request.limits = try limits()
    request.jobs = try jobs()
    request.encoding = try encoding() ?? configuration?.encoding
    request.map = try map()
    request.keeping = try keeping()
    request.maximumFailures = try maximumFailures()
    request.usesCache = !arguments.has(.noCache) && configuration?.cache.isOff != true
    request.cacheFolder = configuration?.cache.folder
    request.cacheLimit = try cacheLimit()
    return request
  }

  func cacheLimit() throws -> Int? { try size(.cacheSize) ?? configuration?.cache.size }

  /// Does the work of a run; where a setting of the configuration file spoils it, the error says which.
  func locating<Result>(_ work: () throws -> Result) throws -> Result {
    do { return try work() } catch { throw located(error) }
  }

  func located(_ error: any Error) -> any Error {
    guard let error = error as? WorkbenchError, let configuration else { return error }
    let spoken = arguments.all(.option).compactMap(OptionAssignment.init)
    return configuration.located(error, selects: arguments.all(.plugins).isEmpty) {
      plugin, option in spoken.contains { $0.plugin == plugin && $0.name == option }
    }
  }

  /// The files whose settings count: the one that was read, or one that could come into the folder at hand.
  var files: [[UInt8]] {
    if let configuration { return [configuration.path] }
    return arguments.has(.noConfig) ? [] : [Array(Configuration.fileName.utf8)]
  }

  // MARK: Plugins

  private func selection(or plugin: String?) throws -> String {
    var parts: [String] = []
    for bytes in arguments.all(.plugins) {
      guard let part = String(validating: bytes, as: UTF8.self) else {
        throw UsageError.badValue(.plugins, bytes, expected: "UTF-8")
      }
      parts.append(part)
    }
    // Who asks about a field of a plugin need not name it twice.
    if parts.isEmpty { parts = try explained().map(\.plugin) + [plugin].compactMap(\.self) }
    let selection = parts.isEmpty ? configuration?.plugins ?? "" : parts.joined(separator: ",")
    guard selection.utf8.contains(where: { $0 > 0x20 }) else { throw UsageError.noPlugins }
    return selection
  }

  /// The fields whose making is to be explained.
  func explained() throws(UsageError) -> [FieldPath] {
    var fields: [FieldPath] = []
    for bytes in arguments.all(.explain) {
      guard let field = String(validating: bytes, as: UTF8.self).flatMap(FieldPath.init) else {
        throw .badValue(.explain, bytes, expected: "plugin.field")
      }
      fields.append(field)
    }
    return fields
  }

  private func traced() throws(UsageError) -> [String] {
    var plugins: [String] = []
    for bytes in arguments.all(.trace) {
      guard let name = String(validating: bytes, as: UTF8.self), !name.isEmpty else {
        throw .badValue(.trace, bytes, expected: "a plugin")
      }
      plugins.append(name)
    }
    return plugins
  }

  private func trust() throws -> Trust {
    guard let bytes = arguments.bytes(.trust) else { return .all }
    guard let trust = Trust.allCases.first(where: { Array($0.rawValue.utf8) == bytes }) else {
      throw UsageError.badChoice(.trust, bytes, among: Trust.allCases.map(\.rawValue))
    }
    return trust
  }

  /// What was set for plugins, of which nobody knows yet whether they run.
  func optionsOfPlugins() throws -> [String: Fields] {
    var named: Set<String> = []
    return try options(&named)
  }

  private func options(_ named: inout Set<String>) throws -> [String: Fields] {
    var options = configuration?.options ?? [:]
    for bytes in arguments.all(.option) {
      guard let assignment = OptionAssignment(bytes) else {
        throw UsageError.badValue(.option, bytes, expected: "plugin.name=value")
      }
      named.insert(assignment.plugin)
      let value = try assignment.file.map { Value.string(try OptionFile.text($0)) }
      options[assignment.plugin, default: [:]][assignment.name] = value ?? assignment.value
    }
    return options
  }

  /// By plugin and option: the name of the file whose text the option is set to.
  private var optionFiles: [String: [String: String]] {
    var files = configuration?.optionFiles ?? [:]
    for assignment in arguments.all(.option).compactMap(OptionAssignment.init) {
      files[assignment.plugin, default: [:]][assignment.name] = assignment.file.map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    return files
  }

  // MARK: Runs that are kept

  private func keeping() throws -> RunKeeping? {
    let goesOn = [Option.retryFailed, .resume].first(where: arguments.has)
    guard let name = arguments.bytes(.run) else {
      if let goesOn { throw UsageError.missingCompanion(goesOn, .run) }
      return nil
    }
    guard !name.isEmpty else {
      throw UsageError.badValue(.run, name, expected: "a name or a folder")
    }
    return RunKeeping(
      name: name,
      mode: arguments.has(.retryFailed) ? .retryFailed : goesOn == nil ? .begin : .resume,
      arguments: commandLine(), version: Version.number)
  }

  private func maximumFailures() throws -> Int? {
    guard let bytes = arguments.bytes(.maximumErrors) else { return nil }
    if arguments.has(.keepGoing) { throw UsageError.conflict(.maximumErrors, .keepGoing) }
    guard let limit = Int(String(decoding: bytes, as: UTF8.self)), limit >= 0 else {
      throw UsageError.badValue(.maximumErrors, bytes, expected: "a number from 0 on")
    }
    return limit
  }

  // MARK: Limits

  func limits() throws -> RunLimits {
    var limits = configuration?.limits ?? RunLimits()
    if let seconds = try seconds() { limits.seconds = seconds }
    if let memory = try memory() { limits.memory = memory }
    if let bytes = try size(.maximumInput) { limits.inputBytes = bytes }
    return limits
  }

  private func seconds() throws -> Double? {
    guard let bytes = arguments.bytes(.timeout) else { return nil }
    let text = String(
      decoding: bytes.last == UInt8(ascii: "s") ? bytes.dropLast() : bytes[...], as: UTF8.self)
    guard let seconds = Double(text), seconds >= 0.001, seconds <= 86_400 else {
      throw UsageError.badValue(.timeout, bytes, expected: "seconds from 0.001 to 86400")
    }
    return seconds
  }

  private func memory() throws -> Int? {
    guard let size = try size(.memory) else { return nil }
    guard size >= RunLimits.leastMemory else {
      throw UsageError.badValue(.memory, arguments.bytes(.memory) ?? [], expected: "1MB or more")
    }
    return size
  }

  private func size(_ option: Option) throws -> Int? {
    guard let bytes = arguments.bytes(option) else { return nil }
    guard let size = ByteSize.bytes(String(decoding: bytes, as: UTF8.self)), size > 0 else {
      throw UsageError.badValue(option, bytes, expected: "a size such as 64MB")
    }
    return Int(size)
  }

  private func encoding() throws -> String? {
    guard let name = try arguments.string(.encoding) else { return nil }
    guard Workbench.knows(encoding: name) else {
      throw UsageError.badValue(.encoding, Array(name.utf8), expected: Workbench.encodings)
    }
    return name
  }

  /// What the command line says of a field replaces what the configuration says of it.
  private func map() throws -> [String: [String]] {
    var spoken: [String: [String]] = [:]
    for bytes in arguments.all(.map) {
      guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")), equals + 1 < bytes.count,
        let name = String(validating: bytes[(equals + 1)...], as: UTF8.self)
      else { throw UsageError.badValue(.map, bytes, expected: "field=name") }
      let field = String(decoding: bytes[..<equals], as: UTF8.self)
      guard Workbench.fields.contains(field) else {
        throw UsageError.badChoice(.map, Array(field.utf8), among: Workbench.fields)
      }
      spoken[field, default: []].append(name)
    }
    return (configuration?.map ?? [:]).merging(spoken) { $1 }
  }

  func jobs() throws -> Int? {
    guard let bytes = arguments.bytes(.jobs) else { return configuration?.jobs }
    guard let jobs = Int(String(decoding: bytes, as: UTF8.self)), (1...1024).contains(jobs) else {
      throw UsageError.badValue(.jobs, bytes, expected: "a number from 1 to 1024")
    }
    return jobs
  }
}

/// `plugin.name=value` of the command line.
struct OptionAssignment {
  var plugin: String
  var name: String
  var value: Value
  /// The path of the file whose text is the value: what stands behind an `@`.
  var file: [UInt8]?

  /// Nil where a part is missing. A value that is JSON is what it says; anything else is a string, or behind an `@` a file.
  init?(_ bytes: [UInt8]) {
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")),
      let dot = bytes[..<equals].firstIndex(of: UInt8(ascii: ".")),
      dot > 0, dot + 1 < equals,
      let text = String(validating: bytes[(equals + 1)...], as: UTF8.self)
    else { return nil }
    plugin = String(decoding: bytes[..<dot], as: UTF8.self)
    name = String(decoding: bytes[(dot + 1)..<equals], as: UTF8.self)
    value = (try? JSONParser.parse(bytes[(equals + 1)...])) ?? .string(text)
    if text.utf8.first == UInt8(ascii: "@"), text.utf8.count > 1 {
      file = Array(text.utf8.dropFirst())
    }
  }
}
