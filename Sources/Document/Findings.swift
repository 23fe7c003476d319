/// What the plugins of a run found in one article.
public struct Findings: Sendable {
  public var id: String
  public var source: String
  public var title: String
  public var hash: String
  /// What a report sorts and groups by, where the article gives it: published, publisher, section, language, url, authors, words.
  public var about: Fields
  public var warnings: [Warning]
  /// One for each plugin of the run, in the run's order.
  public var plugins: [PluginFindings]

  public init(
    id: String, source: String, title: String, hash: String, about: Fields = [:],
    warnings: [Warning] = [], plugins: [PluginFindings] = []
  ) {
    self.id = id
    self.source = source
    self.title = title
    self.hash = hash
    self.about = about
    self.warnings = warnings
    self.plugins = plugins
  }
}

/// What one plugin found in one article.
public struct PluginFindings: Sendable {
  public var plugin: String
  /// In the order of their declaration.
  public var fields: Fields
  /// By layer, in order of range.
  public var annotations: [AnnotationLayer]
  /// Why the plugin did not run on this article (`language`, `match`, `requires`); nil if it did.
  public var skipped: String?
  public var error: PluginError?
  /// What `aggregate.add` made of this article alone; the run merges these in corpus order.
  public var aggregate: Value?
  /// What the plugin said by `ctx:log` and `print`, in order.
  public var log: [String]
  /// Seconds of work, wall clock.
  public var seconds: Double
  /// Its calls into the host, in order, where somebody traces it.
  public var trace: [String] = []
  /// What it spent, and where, where somebody measures it.
  public var profile: PluginProfile?

  public init(
    plugin: String, fields: Fields = [:], annotations: [AnnotationLayer] = [],
    skipped: String? = nil, error: PluginError? = nil, aggregate: Value? = nil,
    log: [String] = [], seconds: Double = 0
  ) {
    self.plugin = plugin
    self.fields = fields
    self.annotations = annotations
    self.skipped = skipped
    self.error = error
    self.aggregate = aggregate
    self.log = log
    self.seconds = seconds
  }
}

/// The annotations that one plugin wrote to one of its layers.
public struct AnnotationLayer: Hashable, Sendable {
  /// Without the plugin's name: `hedge` of `hedging.hedge`.
  public var name: String
  public var annotations: [Annotation]

  public init(name: String, annotations: [Annotation] = []) {
    self.name = name
    self.annotations = annotations
  }
}

/// A span that a plugin marked, with what it says of it.
public struct Annotation: Hashable, Sendable {
  /// Which of an article's texts the range counts in.
  public enum Place: String, CaseIterable, Sendable { case text, title }

  public var range: TextRange
  public var place: Place
  public var attributes: Fields

  public init(range: TextRange, place: Place = .text, attributes: Fields = [:]) {
    self.range = range
    self.place = place
    self.attributes = attributes
  }
}

/// Why a plugin has no result, in the plugin author's terms.
public struct PluginError: Error, Hashable, Sendable {
  public enum Kind: String, Sendable {
    case load, error, timeout, memory, denied, result, crash
  }

  public var plugin: String
  /// `load`, `setup`, `match`, `analyze`, `aggregate` or `report`; of a template `write`.
  public var phase: String
  public var kind: Kind
  public var message: String
  /// The plugin's own file and line, 1-based, and that line's words.
  public var file: String?
  public var line: Int?
  public var sourceLine: String?
  /// Frames of the plugin's own code, innermost first: `hedging.lua:12: in function 'score'`.
  public var traceback: [String]
  /// What to do about it, where the host knows.
  public var remedy: String?
  /// The option at fault, where a user has given a wrong one.
  public var option: String?

  public init(
    plugin: String, phase: String, kind: Kind, message: String, file: String? = nil,
    line: Int? = nil, sourceLine: String? = nil, traceback: [String] = [], remedy: String? = nil,
    option: String? = nil
  ) {
    self.plugin = plugin
    self.phase = phase
    self.kind = kind
    self.message = message
    self.file = file
    self.line = line
    self.sourceLine = sourceLine
    self.traceback = traceback
    self.remedy = remedy
    self.option = option
  }
}

/// An input that gave no article.
public struct ReadFailure: Error, Hashable, Sendable {
  public var source: String
  /// Stable, for machines: `binary`, `json`, `too-large`, `unreadable`, `empty`, …
  public var code: String
  public var message: String
  public var remedy: String?

  public init(source: String, code: String, message: String, remedy: String? = nil) {
    self.source = source
    self.code = code
    self.message = message
    self.remedy = remedy
  }
}

/// What became of one input: every input has exactly one outcome.
public enum Outcome: Sendable {
  case findings(Findings)
  case failed(ReadFailure)
  /// Not an article and not a fault: an empty file, a FIFO in a folder. The code says why.
  case skipped(ReadFailure)
}
