package import Document

/// What became of a run.
package struct RunResult: Sendable {
  package var counts: RunCounts
  /// The first failures, in corpus order; `counts` has them all.
  package var failures: [RunFailure]
  /// The signal that ended the run early, such as SIGINT; nil if it went to its end.
  package var interruption: Int32?
  /// What became of the gates, in the order in which they were given.
  package var gates: [GateResult] = []
  /// The run in a line, if that was asked for.
  package var summary: String?
  /// The report as it is printed, if that was asked for.
  package var printed: [UInt8]?
  /// The plugins that ran, in the order in which they ran.
  package var plugins: [PluginDescription]

  package init(
    counts: RunCounts = RunCounts(), failures: [RunFailure] = [], interruption: Int32? = nil,
    plugins: [PluginDescription] = []
  ) {
    self.counts = counts
    self.failures = failures
    self.interruption = interruption
    self.plugins = plugins
  }
}

/// How many inputs became what.
package struct RunCounts: Hashable, Sendable {
  /// Articles that were read.
  package var articles = 0
  /// Inputs that gave no article and are no fault.
  package var skipped = 0
  /// Of these, articles that the filter left out.
  package var leftOut = 0
  /// Inputs that could not be read.
  package var unreadable = 0
  /// Pairs of plugin and article without a result because of an error.
  package var pluginErrors = 0
  /// Articles of which at least one plugin failed.
  package var articlesWithErrors = 0
  /// Articles of which everything was known from other runs.
  package var cached = 0
  /// Bytes of input that are done with.
  package var bytes = 0

  package init() {}

  /// Every input's outcome.
  package var outcomes: Int { articles + skipped + unreadable }
  /// Inputs that could not be read, and pairs of plugin and article without a result.
  package var failures: Int { unreadable + pluginErrors }
  /// Whether something failed, which the exit status tells.
  package var hasFailures: Bool { failures > 0 }
}

extension RunCounts {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    for (name, count) in members {
      json.key(name)
      json.value(count)
    }
    json.endObject()
  }

  init(json: Value) {
    func count(_ name: String) -> Int { Int(json[name]?.integer ?? 0) }
    articles = count("articles")
    leftOut = count("left_out")
    skipped = count("skipped")
    unreadable = count("unreadable")
    pluginErrors = count("plugin_errors")
    articlesWithErrors = count("articles_with_errors")
    bytes = count("bytes")
  }

  /// By the names that they have in files.
  package var members: [(name: String, count: Int)] {
    let all = [
      ("articles", articles), ("left_out", leftOut), ("skipped", skipped),
      ("unreadable", unreadable),
      ("plugin_errors", pluginErrors), ("articles_with_errors", articlesWithErrors),
      ("bytes", bytes),
    ]
    // Without a filter nobody asks.
    return all.filter { $0.0 != "left_out" || $0.1 > 0 }.map { (name: $0.0, count: $0.1) }
  }
}

/// One thing that failed in a run.
package enum RunFailure: Hashable, Sendable {
  /// An input that gave no article.
  case input(ReadFailure)
  /// A plugin on one article, told by its source; the source is nil for failures of the whole run.
  case plugin(PluginError, source: String?)
}

/// How far a run has come.
package struct Progress: Hashable, Sendable {
  package var counts = RunCounts()
  /// All outcomes and bytes to come; nil until the inputs are counted.
  package var total: Total?
  /// Monotonic seconds since the run began.
  package var seconds: Double = 0
  /// Worker processes that had to be replaced.
  package var replacedWorkers = 0
  /// How many failures there are of each cause: a code of reading, or a plugin and a kind of error.
  package var causes: [String: Int] = [:]

  /// The size of the corpus as its listing tells it; a file may hold many articles.
  package struct Total: Hashable, Sendable {
    package var files: Int
    package var bytes: Int
  }

  package init() {}
}

/// Something to tell the user while a run goes on.
package enum RunEvent: Sendable {
  /// Several times a second.
  case progress(Progress)
  /// Somebody asked by a signal how far the run is.
  case asked(Progress)
  /// A failure, as soon as its turn in the corpus has come.
  case failure(RunFailure)
  /// A doubt that leaves results standing, such as one that depends on the articles before.
  case warning(Document.Warning, source: String?)
  /// A run that was to go on begins anew, since something has changed: the program, or plugins.
  case anew([String])
  /// What a plugin said by `ctx:log` and `print`, of an article or, without a source, of the whole run.
  case log(plugin: String, source: String?, line: String)
  /// A call into the host of a plugin that is traced.
  case trace(plugin: String, source: String?, line: String)
}
