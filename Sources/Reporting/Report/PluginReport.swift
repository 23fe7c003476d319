package import Document

/// What one plugin found over a run.
package struct PluginReport: Sendable {
  package var description: PluginDescription
  /// Every option with the value it had.
  package var options: Fields
  /// Articles with a result.
  package var articles = 0
  /// Articles it did not run on, by reason.
  package var skips: [Count] = []
  package var errors = 0
  package var fields: [FieldReport] = []
  package var layers: [LayerReport] = []
  /// What is known from samples that people coded by hand.
  package var validations: [Validation] = []
  /// What the plugin's own report says; empty if it has none.
  package var blocks: [ReportBlock] = []
  /// Why its own report is missing.
  package var error: PluginError?

  package init(description: PluginDescription, options: Fields = [:]) {
    self.description = description
    self.options = options
  }

  /// Whether its own report begins with a heading, which is that of its section.
  var hasOwnHeading: Bool {
    if case .heading(_, 1)? = blocks.first { true } else { false }
  }

  /// What its section is called.
  var heading: String {
    if case .heading(let words, 1)? = blocks.first { words } else { title }
  }

  /// How many articles it did not run on.
  var skipped: Int { skips.reduce(0) { $0 + Int($1.count) } }

  /// Its options in a line, without those that hold no words: `method = news, most = 3`; empty where it has none.
  var settings: String {
    options.entries.filter { $0.value != .string("") }.map { "\($0.name) = \($0.value.inline)" }
      .joined(separator: ", ")
  }
}

/// A field over a run: its merged value, and the articles behind it.
package struct FieldReport: Sendable {
  package var description: FieldDescription
  /// Articles that have a value.
  package var articles = 0
  /// Merged as declared; nil where no article has a value.
  package var value: Value?
  /// How numbers are distributed.
  package var bins: [Bin] = []
  /// The articles with the smallest and the largest numbers, the outermost first.
  package var lowest: [Extreme] = []
  package var highest: [Extreme] = []
  /// What occurs how often, for strings, lists and maps.
  package var names = Ranking()
  /// Some of the articles for which it is true.
  package var examples: [Int] = []
  /// In how many articles it is true.
  package var trues = 0

  package init(description: FieldDescription) {
    self.description = description
  }

  /// What the bins are called: of whole numbers by those they hold.
  var binNames: [String] {
    bins.map { bin in
      guard description.type == .integer else { return HistogramChart.name(of: bin) }
      let (first, last) = (Int(bin.lower), Int(bin.upper) - 1)
      let (low, high) = (Figures.shown(first, minus: "−"), Figures.shown(last, minus: "−"))
      return first >= last ? low : "\(low) to \(high)"
    }
  }
}

/// Numbers from a lower end to before an upper one.
package struct Bin: Hashable, Sendable {
  package var lower: Double
  package var upper: Double
  package var count: Int
  package var articles: [Int]

  package init(lower: Double, upper: Double, count: Int, articles: [Int] = []) {
    self.lower = lower
    self.upper = upper
    self.count = count
    self.articles = articles
  }
}

/// An article with an outstanding number.
package struct Extreme: Hashable, Sendable {
  package var value: Double
  package var article: ArticleMention

  package init(value: Double, article: ArticleMention) {
    self.value = value
    self.article = article
  }
}

/// What a plugin marked in one of its layers, over a run.
package struct LayerReport: Sendable {
  package var description: LayerDescription
  package var annotations = 0
  package var articles = 0

  package init(description: LayerDescription) {
    self.description = description
  }
}
