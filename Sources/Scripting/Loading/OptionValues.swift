internal import Document

/// Why a value is none for an option.
struct OptionFault: Error, Hashable {
  var message: String
  var remedy: String?
}

extension OptionDescription {
  /// Checks a value against type, bounds and choices, and gives it the option's type.
  func read(_ value: Value) throws(OptionFault) -> Value {
    guard let read = type.read(value) else {
      throw OptionFault(message: "expected \(type.withArticle), got \(value.shown)")
    }
    if let minimum, let number = read.number, number < minimum {
      throw OptionFault(
        message: "\(value.shown) is below the minimum \(Value.number(minimum).shown)")
    }
    if let maximum, let number = read.number, number > maximum {
      throw OptionFault(
        message: "\(value.shown) is above the maximum \(Value.number(maximum).shown)")
    }
    if let choices, !choices.contains(read) { throw notAmong(choices, read) }
    return read
  }

  private func notAmong(_ choices: [Value], _ value: Value) -> OptionFault {
    let near = value.string.map { Suggestions.like($0, among: choices.compactMap(\.string)) } ?? []
    let all = choices.map(\.shown).joined(separator: ", ")
    return OptionFault(
      message: "\(value.shown) is not among the choices",
      remedy: Suggestions.question(near) ?? "one of \(all)")
  }
}

extension FieldDescription.Kind {
  /// A value as one of this type; nil where it is none. Numbers without a fraction are integers, and integers are numbers.
  func read(_ value: Value) -> Value? {
    switch (self, value) {
    case (.integer, .integer), (.number, .number), (.string, .string), (.boolean, .bool),
      (.list, .list), (.map, .map):
      value
    case (.integer, .number(let number)): Int64(exactly: number).map(Value.integer)
    case (.number, .integer(let integer)): .number(Double(integer))
    case (.map, .list(let list)) where list.isEmpty: .map(Fields())
    default: nil
    }
  }

  /// "an integer", "a number".
  var withArticle: String { self == .integer ? "an integer" : "a \(rawValue)" }
}

extension Value {
  /// The value as messages quote it.
  var shown: String {
    switch self {
    case .integer(let integer): "\(integer)"
    case .number(let number): Int64(exactly: number).map { "\($0)" } ?? "\(number)"
    case .string(let string): quoted(string)
    case .bool(let bool): "\(bool)"
    case .null: "nil"
    case .list, .map: "a \(typeName)"
    }
  }
}

/// The options of one plugin: what the user gave, else the defaults.
struct OptionValues {
  private(set) var values: Fields = [:]

  /// - Throws: everything that is wrong with the given values.
  init(_ given: Fields, for plugin: Plugin) throws(PluginLoadFailure) {
    let declared = plugin.description.options
    var problems: [PluginError] = []
    for name in given.names where !declared.contains(where: { $0.name == name }) {
      problems.append(Self.unknown(name, of: plugin))
    }
    for option in declared {
      guard let value = given[option.name] else {
        if option.isRequired { problems.append(Self.missing(option, of: plugin)) }
        values.append(option.name, option.defaultValue)
        continue
      }
      do throws(OptionFault) {
        values.append(option.name, try option.read(value))
      } catch {
        problems.append(
          PluginError(
            plugin: plugin.name, phase: Phase.load.rawValue, kind: .load,
            message: "option '\(option.name)': \(error.message)", remedy: error.remedy,
            option: option.name))
      }
    }
    if !problems.isEmpty { throw PluginLoadFailure(problems: problems) }
  }

  private static func missing(_ option: OptionDescription, of plugin: Plugin) -> PluginError {
    PluginError(
      plugin: plugin.name, phase: Phase.load.rawValue, kind: .load,
      message: "option '\(option.name)' is not set: \(option.doc)",
      remedy: "set it with --option \(plugin.name).\(option.name)=…, or in copydesk.toml",
      option: option.name)
  }

  private static func unknown(_ name: String, of plugin: Plugin) -> PluginError {
    let known = plugin.description.options.map(\.name)
    let remedy =
      known.isEmpty
      ? "it has no options"
      : Suggestions.question(Suggestions.like(name, among: known))
        ?? "known are \(known.joined(separator: ", "))"
    return PluginError(
      plugin: plugin.name, phase: Phase.load.rawValue, kind: .load,
      message: "unknown option \(quoted(name))", remedy: remedy, option: name)
  }
}
