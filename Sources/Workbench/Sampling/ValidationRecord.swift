import Agreement
import Document
import Reporting

/// What coded samples have told of a plugin, as it is kept in a file for reports to tell: `NAME.validation.json` beside the plugin, or in the
/// folder that copydesk.toml names. Of each field the last validation counts.
package struct ValidationRecord {
  static let schema = "copydesk-validation/1"

  var plugin: String
  var entries: [Entry] = []

  struct Entry: Hashable {
    var validation: Validation
    var version: String
    var hash: String
    var options: Fields
  }

  /// Where the record of a plugin lies.
  /// - Parameters:
  ///   - path: the plugin's own.
  ///   - folder: the one for all records; nil: beside the plugin.
  static func place(of plugin: String, at path: String, in folder: [UInt8]?) -> Path {
    let last = plugin.split(separator: "/").joined(separator: "~")
    if let folder { return Path(folder).appending("\(last).validation.json") }
    let own = Path(path).trimmed
    let name = PluginFiles.name(of: own)
    return own.folder.appending("\(name).validation.json")
  }

  /// Reads the record of a plugin; an empty one where there is none.
  init(of plugin: String, from path: Path) throws(WorkbenchError) {
    self.plugin = plugin
    let bytes: [UInt8]
    do { bytes = try Descriptor.contents(of: path) } catch {
      if error.isAbsence { return }
      throw .input(path: path.shown, errno: error.errno)
    }
    guard let json = try? JSONParser.parse(bytes[...]), json["schema"]?.string == Self.schema,
      json["plugin"]?.string == plugin
    else {
      throw .sampling(
        path.shown, "expected validations of \(plugin), by the schema \(Self.schema)",
        remedy: "remove it, and record again with copydesk agree --record")
    }
    entries = (json["validations"]?.list ?? []).compactMap(Entry.init)
  }

  mutating func add(_ entry: Entry) {
    entries.removeAll { $0.validation.field == entry.validation.field }
    entries.append(entry)
    entries.sort {
      $0.validation.field.utf8.lexicographicallyPrecedes($1.validation.field.utf8)
    }
  }

  func write(to path: Path) throws(WorkbenchError) {
    let record: Fields = [
      "schema": .string(Self.schema), "plugin": .string(plugin),
      "validations": .list(entries.map { .map($0.json) }),
    ]
    do { try path.folder.makeFolders() } catch {
      throw .output(path: path.folder.shown, errno: error.errno)
    }
    let file = try OutputFile(path.bytes)
    try file.write(JSONWriter.line(record)[...])
    try file.complete()
  }

  /// What a report says of a plugin as it ran.
  /// - Parameter options: every option with the value it had.
  func validations(of plugin: PluginDescription, options: Fields) -> [Validation] {
    entries.map { entry in
      var validation = entry.validation
      if entry.hash != plugin.hash {
        validation.standing = .earlier(version: entry.version)
      } else if entry.options.sorted != options.sorted {
        validation.standing = .otherOptions
      }
      return validation
    }
  }
}

extension ValidationRecord.Entry {
  fileprivate var json: Fields {
    var json: Fields = [
      "field": .string(validation.field), "version": .string(version), "hash": .string(hash),
      "options": .map(options), "measure": .string(validation.measure),
      "value": .number(validation.value),
    ]
    json["low"] = validation.low.map(Value.number)
    json["high"] = validation.high.map(Value.number)
    json["units"] = .integer(Int64(validation.units))
    json["coders"] = .integer(Int64(validation.coders))
    json["alpha"] = validation.alpha.map(Value.number)
    return json
  }

  fileprivate init?(json: Value) {
    guard let field = json["field"]?.string, let hash = json["hash"]?.string,
      let measure = json["measure"]?.string, let value = json["value"]?.number,
      let units = json["units"]?.integer
    else { return nil }
    self.hash = hash
    version = json["version"]?.string ?? PluginDescription.unversioned
    options = json["options"]?.asMap ?? [:]
    validation = Validation(
      field: field, measure: measure, value: value, low: json["low"]?.number,
      high: json["high"]?.number, units: Int(units), coders: Int(json["coders"]?.integer ?? 1),
      alpha: json["alpha"]?.number, standing: .current)
  }
}

extension Workbench {
  /// Keeps what a coded sample tells, for reports to tell.
  /// - Parameter folder: the one for all records; nil: beside the plugin.
  /// - Returns: the record's file.
  package func record(
    _ sample: CodedSample, of request: AgreementRequest, library: PluginLibrary, folder: [UInt8]?
  ) throws(WorkbenchError) -> String {
    let key = try SampleKey(file: Path(request.key))
    guard let headline = sample.headline, let estimate = headline.estimate else {
      throw .sampling("--record", "there is no figure to keep", remedy: "code more of the sample")
    }
    // Where the plugin was named by its path it lies there, else where the library has it.
    let named = Path(key.plugin.path)
    let installed = library.catalogue.first { $0.plugin.name == key.plugin.name }?.plugin.path
    guard let plugin = named.exists ? named : installed ?? (folder == nil ? nil : named) else {
      throw .sampling(
        "--record", "no plugin \(key.plugin.name) to keep it beside",
        remedy: "name a folder for records in copydesk.toml: [validation] folder = \"validation\"")
    }
    let path = ValidationRecord.place(of: key.plugin.name, at: plugin.shown, in: folder)
    var record = try ValidationRecord(of: key.plugin.name, from: path)
    record.add(
      ValidationRecord.Entry(
        validation: Validation(
          field: String(sample.field.dropFirst(key.plugin.name.count + 1)),
          measure: headline.name, value: CodedSample.rounded(estimate.value),
          low: (estimate.interval?.low).map(CodedSample.rounded),
          high: (estimate.interval?.high).map(CodedSample.rounded), units: headline.units,
          coders: sample.coders.count,
          alpha: (sample.alphaOfCoders?.value).map(CodedSample.rounded), standing: .current),
        version: key.plugin.version, hash: key.plugin.hash, options: key.options))
    try record.write(to: path)
    return path.shown
  }
}

extension CodedSample.Figure {
  /// `macro-F1`; `F1` of yes.
  fileprivate var name: String {
    [CodedSample.micro, CodedSample.macro].contains(of)
      ? "\(of)-\(measure.rawValue)" : measure.rawValue
  }
}

extension CodedSample {
  fileprivate var alphaOfCoders: Estimate? {
    figures.first { $0.measure == .alpha && $0.among == Self.coders }?.estimate
  }
}

extension ValidationRecord {
  /// The records of plugins, in their order.
  static func all(
    of plugins: [PluginDescription], in folder: [UInt8]?
  ) throws(WorkbenchError) -> [ValidationRecord] {
    var records: [ValidationRecord] = []
    for plugin in plugins {
      let path = place(of: plugin.name, at: plugin.path, in: folder)
      records.append(try ValidationRecord(of: plugin.name, from: path))
    }
    return records
  }
}
