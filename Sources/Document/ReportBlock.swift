/// A plugin's section of a run's report: what its `report` function asked for, before any format is chosen.
public struct ReportSection: Hashable, Sendable {
  public var plugin: String
  public var blocks: [ReportBlock]
  public var error: PluginError?
  /// What the plugin said by `ctx:log` and `print` while it merged and reported.
  public var log: [String] = []
  /// Its calls into the host meanwhile, where somebody wants to know.
  public var trace: [String] = []

  public init(plugin: String, blocks: [ReportBlock] = [], error: PluginError? = nil) {
    self.plugin = plugin
    self.blocks = blocks
    self.error = error
  }
}

/// One piece of a report. Its words are data: each writer escapes them for its format.
public enum ReportBlock: Hashable, Sendable {
  /// Level 1 is the section's own heading, 2 to 5 are inside it.
  case heading(String, level: Int)
  /// A paragraph, with Markdown's emphasis, code and links to `http(s)` only.
  case text(String)
  case callout(String)
  /// A count for the overview of the whole report, beside that of the articles read, by what is counted.
  case overview(String, count: Int)
  /// A note at the end of the section, with the mark that leads to it: `¹`.
  case footnote(mark: String, String)
  /// A table as a file beside the report.
  case download(file: String, Table)
  case table(Table)
  /// Bars of one quantity for named things, in the order given.
  case bar(Chart)
  /// A quantity over dates; a point without a value is a gap.
  case line(Chart)
  /// Things and their ties, laid out by their strength.
  case network(Network)
  /// Places on a map of the world, or of the part of it that they are in.
  case map(PlaceMap)
  /// How numbers are distributed.
  case histogram(Histogram)
  /// A quantity by two things at once.
  case heatmap(HeatMap)
  /// Several quantities over the same dates or names.
  case series(SeriesChart)
  /// Key words in context: the run's annotations of a layer, `hedging.hedge`.
  case kwic(layer: String, title: String, limit: Int)
  /// Passages of articles, each with a link to its place.
  case passages(title: String, [Passage])
}

/// A table whose cells may lead to an article.
public struct Table: Hashable, Sendable {
  public var title: String
  public var columns: [String]
  public var rows: [[Cell]]
  /// How each column's cells are shown; empty: all as they are.
  public var formats: [Format]
  /// What each column comes to, null where nothing is to be said; empty: there is no such line.
  public var totals: [Value]

  public init(
    title: String = "", columns: [String], rows: [[Cell]], formats: [Format] = [],
    totals: [Value] = []
  ) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.formats = formats
    self.totals = totals
  }

  /// How the cells of a column are shown.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    case plain, integer
    /// So many digits after the point, zeros too.
    case fixed1, fixed2, fixed3
    /// Of a share, 0…1, the hundredths; without and with a digit after the point.
    case percent, percent1
    /// With `+` in front of what is above zero.
    case signed
    /// An ISO 8601 date in words.
    case date
  }
}

/// A value in a table, and the place it came from.
public struct Cell: Hashable, Sendable {
  public var value: Value
  public var target: Target?

  public init(_ value: Value, target: Target? = nil) {
    self.value = value
    self.target = target
  }
}

/// A place in an article of the run.
public struct Target: Hashable, Sendable {
  /// The article's id.
  public var article: String
  public var range: TextRange?

  public init(article: String, range: TextRange? = nil) {
    self.article = article
    self.range = range
  }
}

/// A chart of labelled values.
public struct Chart: Hashable, Sendable {
  public var title: String
  /// What the values are, with their unit: "articles", "mean compound score".
  public var measure: String
  public var points: [Point]

  public init(title: String, measure: String = "", points: [Point]) {
    self.title = title
    self.measure = measure
    self.points = points
  }
}

/// One mark of a chart.
public struct Point: Hashable, Sendable {
  /// A name, or for lines an ISO 8601 date.
  public var label: String
  public var value: Double?
  /// The places in articles that it stands for.
  public var targets: Targets

  public init(label: String, value: Double?, target: Target? = nil) {
    self.init(label: label, value: value, targets: target.map { [$0] } ?? [])
  }

  public init(label: String, value: Double?, targets: Targets) {
    self.label = label
    self.value = value
    self.targets = targets
  }
}

/// Words quoted from an article of the run.
public struct Passage: Hashable, Sendable {
  public var text: String
  public var target: Target
  /// A number or word shown beside it: a score, a speaker.
  public var label: String

  public init(text: String, target: Target, label: String = "") {
    self.text = text
    self.target = target
    self.label = label
  }
}
