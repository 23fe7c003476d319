/// What a plugin declares about itself: all that the run and its reports need to know.
public struct PluginDescription: Hashable, Sendable {
  public var name: String
  public var version: String
  public var summary: String
  public var author: String?
  public var license: String?
  public var categories: [String]
  /// BCP 47 primary tags; nil: any language.
  public var languages: [String]?
  /// Layers and plugins, as declared; `entities.place` is a layer of the plugin `entities`, and `sentiment?` a plugin that need not
  /// be in the run.
  public var requires: [String]
  /// The layers it may write.
  public var layers: [LayerDescription]
  public var fields: [FieldDescription]
  /// Those of its fields and layers that people could find to be otherwise, and that are to be validated by hand.
  public var judgements: [String] = []
  public var options: [OptionDescription]
  /// The doc comment above its table, without its dashes; empty where there is none.
  public var help: String
  /// Where it was loaded from, as messages show it.
  public var path: String
  /// SHA-256, in hexadecimal, over its code, modules and resources.
  public var hash: String
  public var hasAggregate: Bool
  public var hasReport: Bool

  public init(
    name: String, version: String = "0", summary: String = "", author: String? = nil,
    license: String? = nil, categories: [String] = [], languages: [String]? = nil,
    requires: [String] = [], layers: [LayerDescription] = [], fields: [FieldDescription] = [],
    options: [OptionDescription] = [], help: String = "", path: String = "", hash: String = "",
    hasAggregate: Bool = false, hasReport: Bool = false
  ) {
    self.name = name
    self.version = version
    self.summary = summary
    self.author = author
    self.license = license
    self.categories = categories
    self.languages = languages
    self.requires = requires
    self.layers = layers
    self.fields = fields
    self.options = options
    self.help = help
    self.path = path
    self.hash = hash
    self.hasAggregate = hasAggregate
    self.hasReport = hasReport
  }
}

extension PluginDescription {
  /// The plugins that it cannot do without, by their names or by a layer of theirs. A name that a layer of the host has stands
  /// for that.
  public var requiredPlugins: [String] {
    requires.filter { !Self.isOptional(required: $0) }.compactMap(Self.plugin)
  }

  /// The plugins that it reads where they are in the run, and can do without.
  public var optionalPlugins: [String] {
    let required = Set(requiredPlugins)
    return readPlugins.filter { !required.contains($0) }
  }

  /// The plugins that it reads, which run before it: all that it requires, and the optional ones that are in the run.
  public var readPlugins: [String] { requires.compactMap(Self.plugin) }

  /// The plugin that a word of `requires` names; nil where it names a layer of the host.
  public static func plugin(required word: String) -> String? {
    let name = isOptional(required: word) ? String(word.dropLast()) : word
    return LayerKind(rawValue: name) == nil ? String(name.prefix { $0 != "." }) : nil
  }

  /// Whether a word of `requires` says that the plugin that it names need not be in the run.
  public static func isOptional(required word: String) -> Bool {
    word.utf8.last == UInt8(ascii: "?")
  }

  /// The version of a plugin that states none.
  public static let unversioned = "0"

  /// The name, with the version if the plugin states one.
  public var versionedName: String {
    version == Self.unversioned ? name : "\(name) \(version)"
  }

  /// The name, with the summary if there is one.
  public var summarizedName: String { summary.isEmpty ? name : "\(name): \(summary)" }
}

/// A layer that a plugin may write.
public struct LayerDescription: Hashable, Sendable {
  public var name: String
  public var doc: String

  public init(name: String, doc: String) {
    self.name = name
    self.doc = doc
  }
}

/// A field that a plugin returns for an article, and how a run merges it.
public struct FieldDescription: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case integer, number, string, boolean, list, map
  }

  public var name: String
  public var type: Kind
  public var merge: Merge
  public var doc: String
  /// The marks that its values are made of; nil where the plugin does not say.
  public var sources: [FieldSource]?

  public init(
    name: String, type: Kind, merge: Merge, doc: String, sources: [FieldSource]? = nil
  ) {
    self.name = name
    self.type = type
    self.merge = merge
    self.doc = doc
    self.sources = sources
  }
}

/// How the values of a field become one over a run; every kind is associative, so a run can be cut anywhere.
public enum Merge: String, CaseIterable, Sendable {
  /// The total.
  case sum
  /// The arithmetic mean over the articles that have the field, kept as sum and count.
  case mean
  case min, max
  case any, all
  /// How often each string, list element or map key occurs; the most frequent are kept.
  case top
  /// How many values fall into each of a fixed number of bins.
  case histogram
  /// The values themselves, in corpus order, the first ones only.
  case list
  case none
}

/// An option of a plugin.
public struct OptionDescription: Hashable, Sendable {
  public var name: String
  public var type: FieldDescription.Kind
  public var defaultValue: Value
  public var minimum: Double?
  public var maximum: Double?
  /// The only values allowed, where the plugin lists them.
  public var choices: [Value]?
  /// Whether the plugin runs only where the user sets it.
  public var isRequired: Bool
  public var doc: String

  public init(
    name: String, type: FieldDescription.Kind, defaultValue: Value, minimum: Double? = nil,
    maximum: Double? = nil, choices: [Value]? = nil, isRequired: Bool = false, doc: String = ""
  ) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
    self.defaultValue = defaultValue
    self.minimum = minimum
    self.maximum = maximum
    self.choices = choices
    self.doc = doc
  }
}

extension PluginDescription {
  /// The options that the user must set and has not.
  public func missingOptions(_ given: Fields) -> [OptionDescription] {
    options.filter { $0.isRequired && given[$0.name] == nil }
  }
}
