internal import Document
internal import Lua

/// Judges the table of a plugin and reads its description, collecting everything that is wrong at once.
struct PluginValidator {
  static let apiVersion = 1

  private static let keys = (PluginKey.declarations + PluginKey.functions).map(\.name)

  let table: RawTable
  var problems: Problems
  var description: PluginDescription
  private(set) var resources: [String: [UInt8]] = [:]

  init(_ table: RawTable, _ source: PluginSource) {
    self.table = table
    problems = Problems(source)
    description = PluginDescription(
      name: source.name, help: source.outline.help, path: source.package.path)
  }

  private var source: PluginSource { problems.source }

  mutating func validate() {
    checkKeys()
    checkVersion()
    readName()
    readWords()
    description.layers = readLayers()
    description.fields = readFields()
    description.judgements = readJudgements()
    description.options = readOptions()
    readResources()
    checkFunctions()
    checkAggregate()
  }

  private mutating func checkKeys() {
    for (name, item) in table.items {
      if !Self.keys.contains(name) {
        let meant = Suggestions.like(name, among: ForeignNames.keys.keys).first
        problems.addUnknown(
          "key", name, at: name, known: Self.keys,
          meaning: Suggestions.like(name, among: Self.keys).isEmpty
            ? meant.flatMap { ForeignNames.keys[$0] } : nil)
      } else if case .unreadable(let fault) = item {
        problems.add(fault.path, fault.problem)
      }
    }
    if let key = table.strayKey {
      problems.add("", "the plugin's table has a key of type \(key); its keys are names")
    }
  }

  private mutating func checkVersion() {
    let remedy = "write api = \(Self.apiVersion)"
    switch table["api"] {
    case nil: problems.add("api", "missing", remedy: remedy)
    case .value(.integer(Int64(Self.apiVersion))): break
    case .value(.integer(let version)):
      problems.add(
        "api", "version \(version) is not known; this copydesk knows \(Self.apiVersion)",
        remedy: remedy)
    case let item?:
      problems.addType("api", expected: "an integer", got: item.typeName, remedy: remedy)
    }
  }

  private mutating func readName() {
    guard let item = table["name"] else {
      return problems.add("name", "missing", remedy: "write name = \"\(source.name)\"")
    }
    if case .unreadable = item { return }
    guard case .value(.string(let name)) = item else {
      return problems.addType("name", expected: "a string", got: item.typeName)
    }
    guard Names.isQualified(name) else {
      return problems.add(
        "name", "\(quoted(name)) is no name for a plugin", remedy: Names.pluginRule)
    }
    if name != source.name, Names.last(name) != source.name {
      problems.add(
        "name", "\"\(name)\" does not agree with the file \(source.mainChunk)",
        remedy: "rename the file or write name = \"\(source.name)\"")
    }
    description.name = name
  }

  private mutating func readWords() {
    description.version = readString("version") ?? PluginDescription.unversioned
    description.summary = readString("summary") ?? ""
    description.author = readString("author")
    description.license = readString("license")
    description.categories = readNames("categories", of: "a category") ?? []
    description.languages = readLanguages()
    description.requires = readRequired()
    for (index, name) in description.requires.enumerated()
    where PluginDescription.plugin(required: name) == description.name {
      problems.add("requires.\(index + 1)", "a plugin cannot require itself")
    }
  }

  /// Names of layers, plugins, and layers of plugins; of plugins with a question mark where they need not be there.
  private mutating func readRequired() -> [String] {
    let words = readList("requires", of: "a layer or plugin") { written in
      var word = written
      if PluginDescription.isOptional(required: written) {
        word.removeLast()
        if LayerKind(rawValue: word) != nil {
          return ("the layer \"\(word)\" is always there", "write \"\(word)\"")
        }
      }
      let parts = word.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      let isName = Names.isQualified(String(parts[0]))
      if isName, parts.count == 1 || Names.isMember(String(parts[1])) { return nil }
      return ("\(quoted(written)) is no name", Names.pluginRule)
    }
    return words ?? []
  }

  /// Names of its own fields and layers.
  private mutating func readJudgements() -> [String] {
    let names = description.fields.map(\.name) + description.layers.map(\.name)
    let words = readList("judgements", of: "a field or layer") { word in
      names.contains(word)
        ? nil
        : (
          "\(quoted(word)) is neither a field nor a layer of the plugin",
          Suggestions.question(Suggestions.like(word, among: names)) ?? "declare it first"
        )
    }
    return words ?? []
  }

  private mutating func readLanguages() -> [String]? {
    let tags = readList("languages", of: "a language") { tag in
      Names.isLanguage(tag)
        ? nil
        : (
          "\(quoted(tag)) is no primary language tag",
          "write \"en\", not \"English\" or \"en-US\""
        )
    }
    if tags == [] {
      problems.add("languages", "the list is empty", remedy: "leave it out for any language")
    }
    return tags
  }

  private mutating func checkFunctions() {
    for name in ["setup", "match", "analyze", "report"] {
      guard let item = table[name] else { continue }
      if case .function = item { continue }
      problems.addType(name, expected: "a function", got: item.typeName)
    }
    description.hasReport = table["report"] != nil
    if table["analyze"] == nil, table["report"] == nil, !isAnalyzeMisspelt {
      problems.add(
        "analyze", "missing", remedy: "write analyze = function(article, ctx, state) … end")
    }
  }

  /// Whether another key is told to be `analyze`, which then need not be missed too.
  private var isAnalyzeMisspelt: Bool {
    table.items.contains { Suggestions.like($0.name, among: Self.keys).first == "analyze" }
  }

  /// `a, b, ctx` of `fun(a: any, b: any, ctx: copydesk.Context): any`.
  private static func parameters(of key: PluginKey) -> String {
    (LuaType(key.type)?.function?.parameters ?? []).map(\.name).joined(separator: ", ")
  }

  private mutating func checkAggregate() {
    guard let item = table["aggregate"] else { return }
    guard case .table(let functions) = item else {
      return problems.addType("aggregate", expected: "a table of functions", got: item.typeName)
    }
    description.hasAggregate = true
    let known = PluginKey.aggregate.map(\.name)
    for (name, item) in functions.items {
      if !known.contains(name) {
        problems.addUnknown("key", name, at: "aggregate.\(name)", known: known, in: "aggregate")
      } else if functions.function(name) == nil {
        problems.addType("aggregate.\(name)", expected: "a function", got: item.typeName)
      }
    }
    for key in PluginKey.aggregate where key.isRequired && functions[key.name] == nil {
      problems.add(
        "aggregate.\(key.name)", "missing",
        remedy: "write \(key.name) = function(\(Self.parameters(of: key))) … end")
    }
  }
}

// MARK: Resources

extension PluginValidator {
  private mutating func readResources() {
    for entry in readMap("resources") {
      let path = "resources.\(entry.name)"
      guard let file = entry.value.string else {
        problems.addType(path, expected: "the name of a file", got: entry.value.typeName)
        continue
      }
      if !Names.isMember(entry.name) {
        problems.add(path, "\(quoted(entry.name)) is no name", remedy: Names.memberRule)
      }
      guard source.package.isFolder else {
        problems.add(
          path, "a plugin of one file has no resources",
          remedy: "make it a folder, \(source.name)/plugin.lua, and put \(file) into it")
        continue
      }
      guard Names.isInnerPath(file) else {
        problems.add(
          path, "\(quoted(file)) is not inside the plugin's folder",
          remedy: "write a path relative to \(source.name)/, without '..'")
        continue
      }
      if let bytes = try? source.package.read(file) {
        resources[entry.name] = bytes
      } else {
        problems.add(
          path, "\(quoted(file)) cannot be read from the plugin's folder",
          remedy: "put the file there, or mend its name")
      }
    }
  }
}
