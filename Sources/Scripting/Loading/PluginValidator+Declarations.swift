internal import Document

// MARK: Layers

extension PluginValidator {
  mutating func readLayers() -> [LayerDescription] {
    ordered(readMap("layers"), in: "layers").compactMap { entry in
      let path = "layers.\(entry.name)"
      if !Names.isMember(entry.name) {
        problems.add(path, "\(quoted(entry.name)) is no name", remedy: Names.memberRule)
      }
      guard let doc = entry.value.string else {
        problems.addType(
          path, expected: "what it marks, as a string", got: entry.value.typeName)
        return nil
      }
      return LayerDescription(name: entry.name, doc: doc)
    }
  }
}

// MARK: Fields

extension PluginValidator {
  private static let fieldKeys = PluginKey.field.map(\.name)

  // What authors write who come from other languages.
  private static let typeSynonyms = [
    "bool": "boolean", "int": "integer", "float": "number", "double": "number", "text": "string",
    "str": "string", "array": "list", "table": "map", "dict": "map", "object": "map",
  ]
  private static let mergeSynonyms = [
    "avg": "mean", "average": "mean", "total": "sum", "count": "sum", "or": "any", "and": "all",
    "append": "list", "concat": "list", "counter": "top", "most": "top",
  ]

  mutating func readFields() -> [FieldDescription] {
    ordered(readMap("fields"), in: "fields").compactMap { readField($0) }
  }

  private mutating func readField(_ entry: Fields.Entry) -> FieldDescription? {
    let path = "fields.\(entry.name)"
    if !Names.isMember(entry.name) {
      problems.add(path, "\(quoted(entry.name)) is no name", remedy: Names.memberRule)
    }
    if entry.name == "counts" {
      problems.add(path, "the name is the host's own", remedy: "choose another name")
    }
    guard let members = entry.value.asMap else {
      problems.addType(
        path, expected: "a table", got: entry.value.typeName,
        remedy: "write \(entry.name) = { type = \"number\", merge = \"mean\", doc = \"…\" }")
      return nil
    }
    checkKeys(of: members, at: path, known: Self.fieldKeys)
    let type = readType(members, at: path)
    let merge = readMerge(members, at: path)
    let doc = readDoc(members, at: path)
    guard let type, let merge else { return nil }
    if !merge.accepts(type) {
      let fitting = Merge.allCases.filter { $0.accepts(type) }.map(\.rawValue)
      problems.add(
        "\(path).merge", "\"\(merge.rawValue)\" cannot merge values of type \(type.rawValue)",
        remedy: "\(type.rawValue) merges by \(fitting.joined(separator: ", "))")
    }
    return FieldDescription(
      name: entry.name, type: type, merge: merge, doc: doc,
      sources: readSources(members, at: "\(path).from"))
  }

  private mutating func readMerge(_ members: Fields, at path: String) -> Merge? {
    guard let value = members["merge"] else { return Merge.none }
    let known = Merge.allCases.map(\.rawValue)
    guard let word = value.string else {
      problems.addType(
        "\(path).merge", expected: "a string", got: value.typeName,
        remedy: "one of \(known.joined(separator: ", "))")
      return nil
    }
    if let merge = Merge(rawValue: word) { return merge }
    problems.addUnknown(
      "merge", word, at: "\(path).merge", known: known, in: path, meaning: Self.mergeSynonyms[word])
    return nil
  }

  mutating func readType(_ members: Fields, at path: String) -> FieldDescription.Kind? {
    let known = FieldDescription.Kind.allCases.map(\.rawValue)
    guard let value = members["type"] else {
      problems.add("\(path).type", "missing", remedy: "one of \(known.joined(separator: ", "))")
      return nil
    }
    guard let word = value.string else {
      problems.addType("\(path).type", expected: "a string", got: value.typeName)
      return nil
    }
    if let kind = FieldDescription.Kind(rawValue: word) { return kind }
    problems.addUnknown(
      "type", word, at: "\(path).type", known: known, in: path, meaning: Self.typeSynonyms[word])
    return nil
  }

  mutating func readDoc(_ members: Fields, at path: String) -> String {
    guard let value = members["doc"] else { return "" }
    if let doc = value.string { return doc }
    problems.addType("\(path).doc", expected: "a string", got: value.typeName)
    return ""
  }
}

extension Merge {
  /// Whether it is defined for values of a type.
  func accepts(_ type: FieldDescription.Kind) -> Bool {
    switch self {
    case .sum, .mean, .min, .max, .histogram: type == .integer || type == .number
    case .any, .all: type == .boolean
    case .top: type != .number
    case .list, .none: true
    }
  }
}

// MARK: Options

extension PluginValidator {
  private static let optionKeys = PluginKey.option.map(\.name)

  mutating func readOptions() -> [OptionDescription] {
    ordered(readMap("options"), in: "options").compactMap { readOption($0) }
  }

  private mutating func readOption(_ entry: Fields.Entry) -> OptionDescription? {
    let path = "options.\(entry.name)"
    if !Names.isMember(entry.name) {
      problems.add(path, "\(quoted(entry.name)) is no name", remedy: Names.memberRule)
    }
    guard let members = entry.value.asMap else {
      problems.addType(
        path, expected: "a table", got: entry.value.typeName,
        remedy: "write \(entry.name) = { type = \"…\", default = …, doc = \"…\" }")
      return nil
    }
    checkKeys(of: members, at: path, known: Self.optionKeys)
    let doc = readDoc(members, at: path)
    guard let type = readType(members, at: path) else { return nil }
    var option = OptionDescription(
      name: entry.name, type: type, defaultValue: .null, doc: doc)
    option.minimum = readBound("min", members, of: option, at: path)
    option.maximum = readBound("max", members, of: option, at: path)
    if let minimum = option.minimum, let maximum = option.maximum, minimum > maximum {
      problems.add("\(path).min", "it is above max", remedy: "exchange the two")
    }
    option.choices = readChoices(members, of: option, at: path)
    option.isRequired = readRequired(members, at: path)
    return readDefault(members, &option, at: path) ? option : nil
  }

  private mutating func readBound(
    _ name: String, _ members: Fields, of option: OptionDescription, at path: String
  ) -> Double? {
    guard let value = members[name] else { return nil }
    guard option.type == .integer || option.type == .number else {
      problems.add("\(path).\(name)", "only integers and numbers have bounds")
      return nil
    }
    if let bound = value.number { return bound }
    problems.addType("\(path).\(name)", expected: "a number", got: value.typeName)
    return nil
  }

  private mutating func readChoices(
    _ members: Fields, of option: OptionDescription, at path: String
  ) -> [Value]? {
    guard let value = members["choices"] else { return nil }
    guard let list = value.list, !list.isEmpty else {
      problems.addType("\(path).choices", expected: "a list of values", got: value.typeName)
      return nil
    }
    for (index, choice) in list.enumerated() where option.type.read(choice) == nil {
      problems.addType(
        "\(path).choices.\(index + 1)", expected: option.type.withArticle, got: choice.typeName)
    }
    return list.compactMap(option.type.read)
  }

  private mutating func readRequired(_ members: Fields, at path: String) -> Bool {
    guard let value = members["required"] else { return false }
    if let isRequired = value.bool { return isRequired }
    problems.addType("\(path).required", expected: "true or false", got: value.typeName)
    return false
  }

  private mutating func readDefault(
    _ members: Fields, _ option: inout OptionDescription, at path: String
  ) -> Bool {
    guard let value = members["default"] else {
      if option.isRequired { return true }
      problems.add("\(path).default", "missing", remedy: "every option has a default")
      return false
    }
    do throws(OptionFault) {
      option.defaultValue = try option.read(value)
      return true
    } catch {
      problems.add(
        "\(path).default", error.message, remedy: error.remedy ?? Self.remedy(value, option))
      return false
    }
  }
}

extension PluginValidator {
  /// What to do about a default that its own option refuses.
  private static func remedy(_ value: Value, _ option: OptionDescription) -> String? {
    guard let number = option.type.read(value)?.number else { return nil }
    if let minimum = option.minimum, number < minimum { return "raise it, or lower min" }
    if let maximum = option.maximum, number > maximum { return "lower it, or raise max" }
    return nil
  }
}

// MARK: Reading the table

extension PluginValidator {
  mutating func checkKeys(of members: Fields, at path: String, known: [String]) {
    for name in members.names where !known.contains(name) {
      problems.addUnknown("key", name, at: "\(path).\(name)", known: known, in: path)
    }
  }

  /// A string on one line.
  mutating func readString(_ name: String) -> String? {
    guard let item = readable(name) else { return nil }
    guard case .value(.string(let words)) = item else {
      problems.addType(name, expected: "a string", got: item.typeName)
      return nil
    }
    if words.utf8.contains(where: { $0 < 0x20 }) {
      problems.add(name, "it has a line break or control character; write it on one line")
    }
    return words
  }

  /// The words of a list.
  /// - Parameter judge: what is wrong with a word, and what to do about it.
  mutating func readList(
    _ name: String, of what: String, judge: (String) -> (message: String, remedy: String)?
  ) -> [String]? {
    guard let item = readable(name) else { return nil }
    guard case .value(.list(let list)) = item else {
      problems.addType(
        name, expected: "a list of strings", got: item.typeName,
        remedy: "write \(name) = { \"…\" }")
      return nil
    }
    return list.enumerated().compactMap { index, element in
      let path = "\(name).\(index + 1)"
      guard let word = element.string else {
        problems.addType(path, expected: what, got: element.typeName)
        return nil
      }
      if let fault = judge(word) { problems.add(path, fault.message, remedy: fault.remedy) }
      return word
    }
  }

  mutating func readNames(_ name: String, of what: String) -> [String]? {
    readList(name, of: what) { word in
      Names.isQualified(word) ? nil : ("\(quoted(word)) is no name", Names.pluginRule)
    }
  }

  /// What a key holds; nil where nothing, or what was found wrong when it left Lua.
  func readable(_ name: String) -> RawTable.Item? {
    if case .unreadable? = table[name] { return nil }
    return table[name]
  }

  mutating func readMap(_ name: String) -> [Fields.Entry] {
    guard let item = table[name] else { return [] }
    if case .value(let value) = item, let map = value.asMap { return map.entries }
    if case .unreadable = item { return [] }
    problems.addType(
      name, expected: "a table with names", got: item.typeName,
      remedy: "write \(name) = { name = … }")
    return []
  }

  /// Entries in the order of their declaration, as far as the source tells it.
  private func ordered(_ entries: [Fields.Entry], in path: String) -> [Fields.Entry] {
    let outline = problems.source.outline
    return entries.enumerated().sorted { a, b in
      let left = outline.position(of: "\(path).\(a.element.name)") ?? Int.max
      let right = outline.position(of: "\(path).\(b.element.name)") ?? Int.max
      return (left, a.offset) < (right, b.offset)
    }.map(\.element)
  }
}
