/// What a plugin spent on articles: time, memory, and where in its code.
public struct PluginProfile: Hashable, Sendable {
  public var plugin: String
  public var articles: Int
  /// Wall-clock seconds of analysis.
  public var seconds: Double
  /// The most bytes that its values occupied at once.
  public var memoryPeak: Int
  /// By where the plugin was; of one place there is one.
  public var samples: [Sample]
  /// By function of the host, in the order of their names.
  public var calls: [Call]

  /// How often the plugin was found at a place of its code, and what it allocated on the way there.
  public struct Sample: Hashable, Sendable {
    /// Outermost first; the first is a phase, such as `analyze`.
    public var frames: [Frame]
    /// Seconds between ticks, by as many ticks as found it there.
    public var seconds: Double
    public var bytes: Int

    public init(frames: [Frame], seconds: Double, bytes: Int) {
      self.frames = frames
      self.seconds = seconds
      self.bytes = bytes
    }
  }

  /// A function that ran, and the line of it that ran; the line is 0 for functions that are not the plugin's.
  public struct Frame: Hashable, Sendable {
    public var function: String
    /// Empty for functions of the host and of Lua's libraries.
    public var file: String
    public var line: Int

    public init(function: String, file: String = "", line: Int = 0) {
      self.function = function
      self.file = file
      self.line = line
    }
  }

  /// Calls of one function of the host.
  public struct Call: Hashable, Sendable {
    public var function: String
    public var count: Int
    public var seconds: Double

    public init(function: String, count: Int, seconds: Double) {
      self.function = function
      self.count = count
      self.seconds = seconds
    }
  }

  public init(
    plugin: String, articles: Int = 0, seconds: Double = 0, memoryPeak: Int = 0,
    samples: [Sample] = [], calls: [Call] = []
  ) {
    self.plugin = plugin
    self.articles = articles
    self.seconds = seconds
    self.memoryPeak = memoryPeak
    self.samples = samples
    self.calls = calls
  }
}

extension PluginProfile {
  /// Adds what the same plugin spent on other articles.
  public mutating func merge(_ other: PluginProfile) {
    articles += other.articles
    seconds += other.seconds
    memoryPeak = max(memoryPeak, other.memoryPeak)
    samples = Self.merged(samples + other.samples, by: \.frames) {
      $0.seconds += $1.seconds
      $0.bytes += $1.bytes
    }
    calls = Self.merged(calls + other.calls, by: \.function) {
      $0.count += $1.count
      $0.seconds += $1.seconds
    }
    calls.sort { $0.function < $1.function }
  }

  private static func merged<Part, Key: Hashable>(
    _ parts: [Part], by key: (Part) -> Key, add: (inout Part, Part) -> Void
  ) -> [Part] {
    var merged: [Part] = []
    var places: [Key: Int] = [:]
    for part in parts {
      if let place = places[key(part)] {
        add(&merged[place], part)
      } else {
        places[key(part)] = merged.count
        merged.append(part)
      }
    }
    return merged
  }
}

/// What all plugins spent on one article.
public struct ArticleProfile: Sendable {
  public var source: String
  public var plugins: [PluginProfile]

  public init(source: String, plugins: [PluginProfile]) {
    self.source = source
    self.plugins = plugins
  }

  /// Seconds of all plugins.
  public var seconds: Double { plugins.reduce(0) { $0 + $1.seconds } }
}
