package import Agreement

/// What is to be told of a coded sample.
package struct AgreementRequest: Sendable {
  /// The sheets, as their coders gave them back.
  package var sheets: [[UInt8]]
  package var key: [UInt8]
  /// What coders were allowed to answer, in place of what the key says.
  package var labels: [String] = []
  /// What distances between codes mean; nil: what the codes are.
  package var level: Level?
  package var wantsKappa = false

  package init(sheets: [[UInt8]], key: [UInt8]) {
    self.sheets = sheets
    self.key = key
  }

  /// Where the key lies if nobody says where: beside the folder of the first sheet, as `copydesk sample` puts it; nil where
  /// there is none.
  package var usualKey: [UInt8]? {
    guard let sheet = sheets.first, let folder = Path(sheet).resolved?.folder else { return nil }
    let key = Path(SampleRequest.key(beside: folder.bytes))
    return key.exists ? key.bytes : nil
  }
}

/// How far coders of a sample agree, and how far the plugin agrees with them.
package struct CodedSample: Sendable {
  /// `topics.topic`.
  package var field: String
  package var plugin: String
  package var version: String
  package var hash: String
  package var coders: [String]
  /// Units of the sample, and those of the corpus that it was drawn from.
  package var units: Int
  package var population: Int
  /// Units with a code of anybody.
  package var coded: Int
  /// Of these, those about which coders were of two minds, so that nobody knows what is right.
  package var undecided: Int
  /// Whether parts of the corpus were drawn from alike, so that units are weighted.
  package var isWeighted: Bool
  package var figures: [Figure]
  /// Single labels only: by what coders say and what the plugin says, how many units.
  package var confusion: Confusion?
  /// What sums it all up: the figure that reports show.
  package var headline: Figure?

  /// What is measured.
  package enum Measure: String, Sendable {
    case precision, recall
    case f1 = "F1"
    case accuracy, alpha, kappa, correlation
    case absoluteError = "absolute error"
    case bias
  }

  package struct Figure: Hashable, Sendable {
    package var measure: Measure
    /// A label; `micro` or `macro` over all; the level of an alpha; empty where there is nothing to say.
    package var of: String
    /// `plugin`, or whose agreement it is.
    package var among: String
    package var estimate: Estimate?
    /// Units that it is made of.
    package var units: Int

    package init(
      _ measure: Measure, of: String = "", among: String = CodedSample.plugin,
      _ estimate: Estimate?, units: Int
    ) {
      self.measure = measure
      self.of = of
      self.among = among
      self.estimate = estimate
      self.units = units
    }
  }

  package struct Confusion: Hashable, Sendable {
    package var labels: [String]
    /// Rows by what coders say.
    package var counts: [[Int]]
  }

  /// The plugin against what coders agree upon.
  package static let plugin = "plugin"
  /// Coders among themselves.
  package static let coders = "coders"
  package static let (micro, macro) = ("micro", "macro")
}
