/// How two tallies differ, term by term.
struct TallyContrast {
  struct Options {
    var prior = 500.0
    /// Texts with a term, in both tallies together: at least, and at most.
    var texts = 1
    var most = Int.max
    /// How far from 0 a z-score must be.
    var z = 1.96
    /// Terms of each side at most.
    var limit = 100
    /// Whether the first tally is a part of the second, and counts for itself.
    var isWithin = false
    /// The words of each; nil: as often as all terms came.
    var totals: (a: Double?, b: Double?) = (nil, nil)
  }

  struct Difference {
    var term: UnsafeBufferPointer<UInt8>
    var odds: LogOdds
    var a: TallyCounts
    var b: TallyCounts
  }

  /// Those that mark the first tally before those that mark the second, and the surest of these last.
  private(set) var differences: [Difference] = []
  /// Terms that were looked at.
  private(set) var terms = 0

  private let options: Options
  private let totals: (a: Double, b: Double)

  /// The tables must outlive what is told of them.
  init(_ a: TallyTable, _ b: TallyTable, _ options: Options) {
    self.options = options
    let ofA = options.totals.a ?? a.times
    totals = (ofA, options.totals.b ?? b.times - (options.isWithin ? a.times : 0))
    let none = TallyCounts(times: 0, texts: 0)
    for entry in a.entries {
      let term = a.term(entry)
      var other = b.counts(of: term) ?? none
      if options.isWithin { other.remove(entry.counts) }
      look(term, entry.counts, other)
    }
    for entry in b.entries where a.counts(of: b.term(entry)) == nil {
      look(b.term(entry), none, entry.counts)
    }
    sort()
  }

  private mutating func look(
    _ term: UnsafeBufferPointer<UInt8>, _ a: TallyCounts, _ b: TallyCounts
  ) {
    let texts = a.texts + b.texts
    guard texts >= options.texts, texts <= options.most else { return }
    terms += 1
    let odds = LogOdds(
      Double(a.times), of: totals.a, Double(b.times), of: totals.b, prior: options.prior)
    guard let odds, abs(odds.z) >= options.z else { return }
    differences.append(Difference(term: term, odds: odds, a: a, b: b))
  }

  /// Leaves the surest of each side.
  private mutating func sort() {
    differences.sort { one, other in
      if one.odds.z != other.odds.z { return one.odds.z > other.odds.z }
      return one.term.lexicographicallyPrecedes(other.term)
    }
    let positive = differences.prefix { $0.odds.z > 0 }.count
    let end = max(positive, differences.count - options.limit)
    differences.removeSubrange(min(positive, options.limit)..<end)
  }
}

extension TallyTable {
  /// How often all terms came.
  fileprivate var times: Double { entries.reduce(0) { $0 + Double($1.counts.times) } }
}
