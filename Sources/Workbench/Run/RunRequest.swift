package import Document
package import Reporting
import Scripting

/// All that a run is asked to do.
package struct RunRequest: Sendable {
  /// Files, folders, glob patterns and `-`, as the bytes of their names, in the order to read them.
  package var inputs: [[UInt8]]
  /// Which plugins to run: a selection such as `sentiment,quotes`, `all` or `(style or quotes) and not slow`.
  package var plugins: String
  /// Where plugins are looked for.
  package var library: PluginLibrary
  /// Options of plugins, by plugin.
  package var options: [String: Fields]
  /// By plugin and option: the name of the file whose text the option was set to.
  package var optionFiles: [String: [String: String]] = [:]
  /// Plugins that must run, or else their options were misspelt.
  package var pluginsWithOptions: Set<String> = []
  package var limits: RunLimits
  /// Worker processes; nil: one for each processor.
  package var jobs: Int?
  /// The encoding of all inputs; nil: each input tells.
  package var encoding: String?
  /// By field, the names of the members and columns that hold it, where the usual names do not tell.
  package var map: [String: [String]] = [:]
  /// Plugins, by name, whose calls into the host are told as they come.
  package var traced: [String] = []
  /// Which plugins may share a worker.
  package var trust = Trust.all
  /// Gives every article a fresh state of each plugin.
  package var isFresh: Bool
  /// How the findings are written.
  package var format: FindingsFormat
  /// Columns and colour of findings as text.
  package var width = 80
  package var hasColor = false
  /// Which articles count.
  package var filter = ArticleFilter()
  /// Further formats in which a report has its findings beside it.
  package var furtherFormats: [FindingsFormat] = []
  /// What a report is divided by; nil: it is one.
  package var grouping: Grouping?
  /// Whose reports they are.
  package var house = House()
  /// A Lua file that writes them in a form of the house's own, too.
  package var template: [UInt8]?
  /// The folder that holds what is known from samples coded by hand; nil: it lies beside each plugin.
  package var validationFolder: [UInt8]?
  /// How many articles they show with their texts, from the first on; nil: as many as are handy.
  package var pages: Int?
  /// Whether they are printed, too.
  package var wantsPDF = false
  /// Whether their charts are written as pictures, too, and as what.
  package var charts: ChartFormat?
  /// How the report is printed on standard output, if it is.
  package var printing: ReportPrinting?
  /// Conditions on the whole run under which it has failed.
  package var gates: [Gate] = []
  /// A run, a report or a file of findings to compare with.
  package var earlierRun: [UInt8]?
  /// Whether the result is to be said in a line.
  package var wantsSummary = false
  /// The program's own, for outputs that say what they were made by.
  package var version = ""
  /// The command that does the same again, as a shell takes it.
  package var command = ""
  /// Adds each plugin's time to the findings.
  package var hasTimings: Bool
  /// Lists the inputs a second time on the side, so that progress can tell how much is to come.
  package var countsInputs: Bool
  /// The folder to keep the run in; nil: it is not kept.
  package var keeping: RunKeeping?
  /// How many failures the run bears before it ends; nil: any number.
  package var maximumFailures: Int?
  /// Whether what is known from other runs is taken from the cache, and what is found kept there.
  package var usesCache = true
  /// Where the cache is; nil: the user's.
  package var cacheFolder: [UInt8]?
  /// Bytes that the cache may hold; nil: the usual.
  package var cacheLimit: Int?

  package init(
    inputs: [[UInt8]], plugins: String = "", library: PluginLibrary = PluginLibrary(),
    options: [String: Fields] = [:], limits: RunLimits = RunLimits(), jobs: Int? = nil,
    encoding: String? = nil, isFresh: Bool = false, format: FindingsFormat = .jsonl,
    hasTimings: Bool = false, countsInputs: Bool = false
  ) {
    self.inputs = inputs
    self.plugins = plugins
    self.library = library
    self.options = options
    self.limits = limits
    self.jobs = jobs
    self.encoding = encoding
    self.isFresh = isFresh
    self.format = format
    self.hasTimings = hasTimings
    self.countsInputs = countsInputs
  }
}

/// What one plugin may use for one article, and how large an input may be.
package struct RunLimits: Hashable, Sendable {
  /// Wall-clock seconds for one plugin and one article.
  package var seconds: Double
  /// Bytes of memory for one plugin.
  package var memory: Int
  /// Bytes of one input.
  package var inputBytes: Int

  /// What a plugin needs before its first line runs, with room to spare.
  package static let leastMemory = 1 << 20

  package init(
    seconds: Double = 5, memory: Int = 64 << 20, inputBytes: Int = 64 << 20
  ) {
    self.seconds = seconds
    self.memory = memory
    self.inputBytes = inputBytes
  }

  /// The limits at the end of a run, when plugins see what all of its articles added up to.
  func atEnd(of articles: Int) -> RunLimits {
    var limits = self
    limits.seconds = Limits(seconds: seconds, memory: memory).secondsAtEnd(of: articles)
    return limits
  }
}
