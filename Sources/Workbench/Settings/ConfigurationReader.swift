import Document
import Reporting

/// Turns the TOML of a configuration file into settings; every fault names file, line and key.
struct ConfigurationReader {
  private let path: [UInt8]
  private var lines: [String: Int] = [:]

  private static let keys = [
    "plugins", "format", "jobs", "encoding", "map", "limits", "cache", "report", "validation",
    "options",
  ]
  private static let limitKeys = ["seconds", "memory", "input"]
  private static let cacheKeys = ["folder", "size", "off"]
  private static let reportKeys = ["name", "title", "logo", "template", "colors"]

  init(_ path: [UInt8]) {
    self.path = path
  }

  mutating func read(_ bytes: [UInt8]) throws(ConfigurationFault) -> Configuration {
    let document: TOML
    do { document = try TOML(bytes) } catch {
      throw ConfigurationFault(
        file: Path(path).shown, line: error.line, key: error.key, message: error.message)
    }
    lines = document.lines
    var configuration = Configuration(path: path)
    configuration.lines = lines
    for entry in document.fields.entries {
      try set(entry.name, entry.value, in: &configuration)
    }
    return configuration
  }

  private func set(
    _ key: String, _ value: Value, in configuration: inout Configuration
  ) throws(ConfigurationFault) {
    switch key {
    case "plugins": configuration.plugins = try selection(value)
    case "format": configuration.format = try format(value)
    case "jobs": configuration.jobs = try jobs(value)
    case "encoding": configuration.encoding = try encoding(value)
    case "map":
      for entry in try table(value, key).entries {
        try setMap(entry.name, entry.value, in: &configuration.map)
      }
    case "limits":
      for entry in try table(value, key).entries {
        try setLimit(entry.name, entry.value, in: &configuration.limits)
      }
    case "cache":
      for entry in try table(value, key).entries {
        try setCache(entry.name, entry.value, in: &configuration.cache)
      }
    case "report":
      for entry in try table(value, key).entries {
        try setReport(entry.name, entry.value, in: &configuration.report)
      }
    case "validation":
      for entry in try table(value, key).entries {
        guard entry.name == "folder" else {
          throw unknown(entry.name, among: ["folder"], in: key)
        }
        configuration.validationFolder = try place(
          entry.value, "validation.folder", expected: "a folder")
      }
    case "options":
      for entry in try table(value, key).entries {
        configuration.options[entry.name] = try options(entry.value, "options.\(entry.name)")
        for option in entry.value.map?.entries ?? [] {
          guard let file = Self.file(option.value) else { continue }
          configuration.optionFiles[entry.name, default: [:]][option.name] = file
        }
      }
    default: throw unknown(key, among: Self.keys)
    }
  }

  /// Options of one plugin.
  private func options(_ value: Value, _ key: String) throws(ConfigurationFault) -> Fields {
    var options: Fields = [:]
    for entry in try table(value, key).entries {
      options[entry.name] = try option(entry.value, "\(key).\(entry.name)")
    }
    return options
  }

  /// The value of a plugin's option: `{ file = "people.csv" }` is the text of a file.
  private func option(_ value: Value, _ key: String) throws(ConfigurationFault) -> Value {
    guard let name = Self.file(value) else { return value }
    let bytes = Array(name.utf8)
    let isAbsolute = bytes.first == UInt8(ascii: "/")
    let file = isAbsolute ? bytes : Path(path).folder.appending(bytes).bytes
    do { return .string(try OptionFile.text(file)) } catch {
      throw fault(
        key, "cannot read '\(name)'",
        remedy: "name a text file in UTF-8, from the folder of this file")
    }
  }

  private static func file(_ value: Value) -> String? {
    value.map?.names == ["file"] ? value["file"]?.string : nil
  }

  private func setLimit(
    _ name: String, _ value: Value, in limits: inout RunLimits
  ) throws(ConfigurationFault) {
    let key = "limits.\(name)"
    switch name {
    case "seconds":
      guard let seconds = value.number, seconds > 0, seconds.isFinite else {
        throw wrong(key, value, expected: "a number of seconds above 0")
      }
      limits.seconds = seconds
    case "memory": limits.memory = try memory(value, key)
    case "input": limits.inputBytes = try size(value, key)
    default: throw unknown(name, among: Self.limitKeys, in: "limits")
    }
  }

  private func setCache(
    _ name: String, _ value: Value, in cache: inout Configuration.CacheSettings
  ) throws(ConfigurationFault) {
    let key = "cache.\(name)"
    switch name {
    case "folder": cache.folder = try place(value, key, expected: "a folder")
    case "size": cache.size = try size(value, key)
    case "off":
      guard let isOff = value.bool else { throw wrong(key, value, expected: "true or false") }
      cache.isOff = isOff
    default: throw unknown(name, among: Self.cacheKeys, in: "cache")
    }
  }

  private func setReport(
    _ name: String, _ value: Value, in report: inout ReportSettings
  ) throws(ConfigurationFault) {
    let key = "report.\(name)"
    switch name {
    case "name": report.house.name = try words(value, key)
    case "title": report.house.title = try words(value, key)
    case "logo": report.logo = try place(value, key, expected: "a file")
    case "template": report.template = try place(value, key, expected: "a file")
    case "colors":
      for entry in try table(value, key).entries {
        try setColor(entry.name, entry.value, in: &report.house)
      }
    default: throw unknown(name, among: Self.reportKeys, in: "report")
    }
  }

  /// A colour that can be told from what it stands on, by everybody.
  private func setColor(
    _ name: String, _ value: Value, in house: inout House
  ) throws(ConfigurationFault) {
    let key = "report.colors.\(name)"
    guard let role = House.ColorRole(rawValue: name) else {
      throw unknown(
        name, among: House.ColorRole.allCases.map(\.rawValue), in: "report.colors")
    }
    guard let color = value.string.flatMap({ Color($0) }) else {
      throw wrong(key, value, expected: "a colour such as \"#0b5c8c\"")
    }
    let contrast = role.contrast(of: color)
    guard contrast >= role.leastContrast else {
      let shown = (contrast * 100).rounded(.down) / 100
      throw fault(
        key,
        "\(color.css) has a contrast of \(shown) to 1 with the page, and WCAG AA asks for \(role.leastContrast)",
        remedy: "take a \(role.isOnDark ? "lighter" : "darker") one")
    }
    house.colors[role] = color
  }

  /// Words in one line.
  private func words(_ value: Value, _ key: String) throws(ConfigurationFault) -> String {
    let words = try string(value, key)
    guard !words.isEmpty, words.utf8.count <= 200, words.utf8.allSatisfy({ $0 >= 0x20 }) else {
      throw wrong(key, value, expected: "one line of at most 200 bytes")
    }
    return words
  }

  /// A file or folder, from the folder of the configuration file where it is no absolute path.
  private func place(
    _ value: Value, _ key: String, expected: String
  ) throws(ConfigurationFault) -> [UInt8] {
    let name = Array(try string(value, key).utf8)
    guard !name.isEmpty else { throw wrong(key, value, expected: expected) }
    return name.first == UInt8(ascii: "/") ? name : Path(path).folder.appending(name).bytes
  }

  /// The name of a member or column, or a list of names.
  private func setMap(
    _ name: String, _ value: Value, in map: inout [String: [String]]
  ) throws(ConfigurationFault) {
    guard Workbench.fields.contains(name) else {
      throw unknown(name, among: Workbench.fields, in: "map")
    }
    for value in value.list ?? [value] {
      map[name, default: []].append(try string(value, "map.\(name)"))
    }
  }

  /// A selection as on the command line, or a list of names.
  private func selection(_ value: Value) throws(ConfigurationFault) -> String {
    guard let list = value.list else { return try string(value, "plugins") }
    var names: [String] = []
    for element in list { names.append(try string(element, "plugins")) }
    return names.joined(separator: ",")
  }

  private func format(_ value: Value) throws(ConfigurationFault) -> FindingsFormat {
    let name = try string(value, "format")
    if let format = FindingsFormat(rawValue: name) { return format }
    let all = FindingsFormat.allCases.map(\.rawValue)
    throw fault(
      "format", "unknown format '\(name)'",
      remedy: Suggestions.question(Suggestions.like(name, among: all))
        ?? "one of \(all.joined(separator: ", "))")
  }

  private func encoding(_ value: Value) throws(ConfigurationFault) -> String {
    let name = try string(value, "encoding")
    guard Workbench.knows(encoding: name) else {
      throw wrong("encoding", value, expected: Workbench.encodings)
    }
    return name
  }

  private func jobs(_ value: Value) throws(ConfigurationFault) -> Int {
    guard let jobs = value.integer, (1...1024).contains(jobs) else {
      throw wrong("jobs", value, expected: "a number from 1 to 1024")
    }
    return Int(jobs)
  }

  private func memory(_ value: Value, _ key: String) throws(ConfigurationFault) -> Int {
    let bytes = try size(value, key)
    guard bytes >= RunLimits.leastMemory else {
      throw wrong(key, value, expected: "\"1 MB\" or more")
    }
    return bytes
  }

  /// Bytes, as a number or with a unit: `"64 MB"`.
  private func size(_ value: Value, _ key: String) throws(ConfigurationFault) -> Int {
    if let bytes = value.integer ?? value.string.flatMap(ByteSize.bytes), bytes > 0 {
      return Int(bytes)
    }
    throw wrong(key, value, expected: "a size such as \"64 MB\"")
  }

  private func string(_ value: Value, _ key: String) throws(ConfigurationFault) -> String {
    guard let string = value.string else { throw wrong(key, value, expected: "a string") }
    return string
  }

  private func table(_ value: Value, _ key: String) throws(ConfigurationFault) -> Fields {
    guard let table = value.map else { throw wrong(key, value, expected: "a table") }
    return table
  }

  private func wrong(_ key: String, _ value: Value, expected: String) -> ConfigurationFault {
    fault(key, "expected \(expected), found \(Self.shown(value))")
  }

  private static func shown(_ value: Value) -> String {
    switch value {
    case .integer(let integer): "\(integer)"
    case .number(let number): "\(number)"
    case .string(let string): "\"\(string)\""
    default: "a \(value.typeName)"
    }
  }

  private func unknown(
    _ name: String, among names: [String], in table: String? = nil
  ) -> ConfigurationFault {
    let suggestion = Suggestions.question(Suggestions.like(name, among: names))
    return fault(
      table.map { "\($0).\(name)" } ?? name, "unknown key",
      remedy: suggestion ?? "known here: \(names.joined(separator: ", "))")
  }

  private func fault(_ key: String, _ message: String, remedy: String? = nil) -> ConfigurationFault
  {
    ConfigurationFault(
      file: Path(path).shown, line: lines[key] ?? 1, key: key, message: message, remedy: remedy)
  }
}

/// Sizes as people write them.
package enum ByteSize {
  /// The bytes of `64 MB`, `512K` or `1 GiB`, all in powers of 1024; nil if it is no size.
  package static func bytes(_ text: String) -> Int64? {
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
    let unit = text.utf8.dropFirst(digits.count).drop { $0 == 0x20 }
    guard let number = Int64(String(Substring(digits))) else { return nil }
    let shift: Int64? =
      switch String(Substring(unit)).lowercased() {
      case "", "b": 0
      case "k", "kb", "kib": 10
      case "m", "mb", "mib": 20
      case "g", "gb", "gib": 30
      default: nil
      }
    guard let shift else { return nil }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: 1 << shift)
    return overflow ? nil : bytes
  }
}
