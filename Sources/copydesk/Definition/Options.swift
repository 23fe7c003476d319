// All options of all commands. A name means the same wherever it is taken.

import Workbench

extension Option {
  static let help = Option("help", short: "h", doc: "show what a command does and its options")
  static let quiet = Option(
    "quiet", short: "q", doc: "tell errors only: no progress, warnings or summary")
  static let color = Option(
    "color", "WHEN", doc: "colour messages and text: auto, always or never",
    completion: .words(["auto", "always", "never"]))

  /// What every command takes.
  static let everywhere = [quiet, color, help]

  // MARK: Plugins

  static let plugins = Option(
    "plugins", short: "p", "SELECTION",
    doc: "which plugins to run: names, categories, paths or all, joined by commas, and, or, not",
    isRepeatable: true, completion: .plugins)
  static let option = Option(
    "option", short: "O", "PLUGIN.NAME=VALUE",
    doc:
      "set an option of a plugin; VALUE is JSON, @FILE the text of a file, anything else a string",
    isRepeatable: true)
  static let pluginPath = Option(
    "plugin-path", "FOLDER", doc: "look for plugins in this folder first", isRepeatable: true,
    completion: .folders)
  static let timeout = Option(
    "timeout", "SECONDS", doc: "time for one plugin and one article (default 5)")
  static let memory = Option(
    "memory", "SIZE", doc: "memory for one plugin, such as 64MB (the default)")
  static let fresh = Option(
    "fresh", doc: "give every article a fresh state of each plugin; slower")
  static let trust = Option(
    "trust", "WHOM",
    doc: "plugins that may share a worker: none, bundled or all (the default)",
    completion: .words(["none", "bundled", "all"]))
  static let timings = Option("timings", doc: "add each plugin's seconds to the findings")

  // MARK: Looking into plugins

  static let explain = Option(
    "explain", "PLUGIN.FIELD",
    doc: "print the spans that a field was made of and what they weigh, instead of findings",
    isRepeatable: true)
  static let watch = Option(
    "watch",
    doc:
      "wait for changes of plugins and inputs, run again and print what they change in the findings"
  )
  static let trace = Option(
    "trace", "PLUGIN",
    doc: "tell every call of a plugin into the host, with arguments and results",
    isRepeatable: true, completion: .plugins)
  static let repeats = Option("repeat", "N", doc: "analyse the inputs N times, for more samples")
  static let profileFormat = Option(
    "format", "FORMAT",
    doc: "text (the default), json, collapsed or svg (-o tells by its name)",
    completion: .words(["text", "json", "collapsed", "svg"]))

  // MARK: Reading

  static let encoding = Option(
    "encoding", "NAME", doc: "the encoding of inputs without a byte order mark (default: detect)",
    completion: .words(["utf-8", "utf-16le", "utf-16be", "windows-1252", "iso-8859-1"]))
  static let maximumInput = Option(
    "max-input", "SIZE", doc: "refuse larger inputs (default 64MB)")
  static let map = Option(
    "map", "FIELD=NAME",
    doc: "the column or member that holds a field, such as title=Headline", isRepeatable: true)
  static let layers = Option(
    "layers", "LIST", doc: "layers to compute and show, joined by commas; all or none",
    completion: .words(LayerNames.all))
  static let jobs = Option(
    "jobs", short: "j", "N", doc: "worker processes (default: one for each processor)")

  // MARK: Output

  static let findingsFormat = Option(
    "format", "FORMAT",
    doc:
      "\(words(FindingsFormat.allCases)) (default: text on a terminal, else jsonl; -o tells by its name)",
    completion: .words(FindingsFormat.allCases.map(\.rawValue)))
  static let articleFormat = Option(
    "format", "FORMAT",
    doc:
      "\(words(FindingsFormat.ofArticles)) (default: text on a terminal, else jsonl; -o tells by its name)",
    completion: .words(FindingsFormat.ofArticles.map(\.rawValue)))
  static let output = Option(
    "output", short: "o", "FILE",
    doc: "write to a file instead of standard output; it appears when it is complete",
    completion: .files)
  static let reportFolder = Option(
    "output", short: "o", "FOLDER", doc: "the folder to write (default report)",
    completion: .folders)

  static let pageFormat = Option(
    "format", "FORMAT", doc: "write the whole as pages: html (the default) or markdown",
    completion: .words(["html", "markdown"]))
  static let pageFolder = Option(
    "output", short: "o", "FOLDER", doc: "the folder to write pages into", completion: .folders)
  static let typesFolder = Option(
    "output", short: "o", "FOLDER", doc: "the folder of plugins to write into", completion: .folders
  )

  private static func words(_ formats: [FindingsFormat]) -> String {
    Choices.words(formats.map(\.rawValue))
  }

  // MARK: Runs that are kept

  static let run = Option(
    "run", "NAME|FOLDER",
    doc: "keep the run, so that it can be resumed: in a folder, or under a name without a slash",
    completion: .folders)
  static let resume = Option(
    "resume", doc: "go on with a run that was stopped, from where it was; begin it if there is none"
  )
  static let retryFailed = Option(
    "retry-failed", doc: "go on with a run, and try again what failed")
  static let dryRun = Option(
    "dry-run", doc: "say what would be done and what is known already, and do nothing")
  static let keepGoing = Option(
    "keep-going", doc: "bear any number of failures (the default)")
  static let maximumErrors = Option(
    "max-errors", "N", doc: "end the run when more than N inputs and plugins have failed")

  static let sample = Option(
    "sample", "N", doc: "do at least so many articles again (default 500)")
  static let all = Option("all", doc: "do every article again")
  static let changeFormat = Option(
    "format", "FORMAT", doc: "text (the default) or jsonl",
    completion: .words(["text", "jsonl"]))

  static let strict = Option(
    "strict", doc: "let warnings fail too, as errors do: for servers that build and test")
  static let checkFormat = Option(
    "format", "FORMAT", doc: "text (the default), json, sarif or junit",
    completion: .words(["text", "json", "sarif", "junit"]))

  static let noCache = Option(
    "no-cache", doc: "neither use nor keep what plugins find in an article for other runs")
  static let cacheSize = Option(
    "cache-size", "SIZE", doc: "what the cache may hold (default 4GB)")

  static let also = Option(
    "also", "FORMAT",
    doc:
      "write the findings beside the report in this format, too: \(words(FindingsFormat.besideReport))",
    isRepeatable: true, completion: .words(FindingsFormat.besideReport.map(\.rawValue)))
  static let reportTemplate = Option(
    "template", "FILE",
    doc: "write the report in a form of your own, too: a Lua file that makes a text of it",
    completion: .files)
  static let charts = Option(
    "charts", "FORMAT",
    doc: "write each chart as a picture for slides, too, in charts/: svg, or png by Chromium",
    completion: .words(ChartFormat.allCases.map(\.rawValue)))
  static let printing = Option(
    "print", "FORMAT", doc: "print the report on standard output, too: text or json",
    completion: .words(ReportPrinting.allCases.map(\.rawValue)))
  static let pages = Option(
    "pages", "N",
    doc: "articles whose texts the report has, the first N (default 10000, and 200 MB of text)")
  static let pdf = Option("pdf", doc: "print the report, too, as report.pdf, by Chromium")
  static let grouping = Option(
    "by", "WHAT",
    doc: "a report for each publisher, section, language, author, day, week, month, year or field",
    completion: .words(Grouping.names))

  // MARK: What counts, and what is too much

  static let since = Option(
    "since", "DATE", doc: "only articles published on this day or later: 2026, 2026-03, 2026-03-09")
  static let until = Option(
    "until", "DATE", doc: "only articles published on this day or before")
  static let condition = Option(
    "where", "CONDITION",
    doc: "only articles that it holds for, such as \"sentiment.compound < -0.5\"")
  static let failIf = Option(
    "fail-if", "CONDITION",
    doc: "exit with status 1 where it holds for the run, such as \"sentiment.mean < -0.3\"",
    isRepeatable: true)
  static let sinceRun = Option(
    "since-run", "RUN",
    doc: "a run, report or file of findings to compare with; a report has changes.md then",
    completion: .files)
  static let summaryLine = Option(
    "summary-line", doc: "print a line for chat or mail that sums up the run")

  // MARK: Telling how it goes

  static let progress = Option(
    "progress", "STYLE",
    doc: "how to tell the progress: auto, bar, lines, jsonl for programs, or none",
    completion: .words(Narrator.Style.allCases.map(\.rawValue)))
  static let status = Option(
    "status", "FILE", doc: "keep a file that says how far the run is, for monitors",
    completion: .files)

  // MARK: Configuration

  static let config = Option(
    "config", "FILE", doc: "read settings from this file instead of the nearest copydesk.toml",
    completion: .files)
  static let noConfig = Option("no-config", doc: "read no copydesk.toml")

  static let configuring = [pluginPath, config, noConfig]
  static let reading = [map, encoding, maximumInput, jobs]
  static let running = [plugins, option, timeout, memory, fresh, trust]
  static let telling = [progress, status]
  static let screening = [since, until, condition, failIf, sinceRun, summaryLine]
  static let keeping = [
    run, resume, retryFailed, dryRun, keepGoing, maximumErrors, noCache, cacheSize,
  ]
}
