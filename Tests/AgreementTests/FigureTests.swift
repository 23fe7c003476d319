import Testing

@testable import Agreement

@Suite struct FigureTests {
  private static func rounded(_ number: Double?) -> Double? {
    number.map { ($0 * 1000).rounded() / 1000 }
  }

  /// Two readers of fifty proposals who agree on 20 and 15 and disagree on 5 and 10: Cohen's kappa is 0.4.
  @Test func `kappa is agreement beyond chance`() {
    let pairs =
      Array(repeating: (0, 0), count: 20) + Array(repeating: (0, 1), count: 5)
      + Array(repeating: (1, 0), count: 10) + Array(repeating: (1, 1), count: 15)
    #expect(Self.rounded(Kappa.value(pairs)) == 0.4)
    #expect(Kappa.value([(1, 1), (1, 1)]) == nil)
    #expect(Kappa.value([]) == nil)
  }

  /// Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  @Test(arguments: [
    (81.0, 263.0, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
    (1, 29, 0.0061, 0.1718),
  ])
  func `wilson's interval is that of published examples`(
    hits: Double, count: Double, low: Double, high: Double
  ) throws {
    let interval = try #require(Interval.wilson(hits, of: count))
    #expect((interval.low * 10000).rounded() / 10000 == low)
    #expect((interval.high * 10000).rounded() / 10000 == high)
    #expect(Interval.wilson(0, of: 0) == nil)
  }

  @Test func `labels are counted as they are given and right`() {
    var scores = LabelScores()
    for _ in 0..<6 { scores.add(isGiven: true, isRight: true) }
    for _ in 0..<2 { scores.add(isGiven: true, isRight: false) }
    scores.add(isGiven: false, isRight: true, weight: 4)
    scores.add(isGiven: false, isRight: false)
    #expect(scores.precision == 0.75)
    #expect(scores.recall == 0.6)
    #expect(Self.rounded(scores.f1) == 0.667)
    #expect(LabelScores().precision == nil)
    #expect(LabelScores().f1 == nil)
  }

  @Test func `numbers are compared by correlation, error and bias`() throws {
    let pairs = [(found: 1.0, right: 1.0), (2, 3), (3, 4), (4, 4)]
    let scores = try #require(NumberScores(pairs, weights: [1, 1, 1, 1]))
    #expect(Self.rounded(scores.correlation) == 0.913)
    #expect(scores.absoluteError == 0.5)
    #expect(scores.bias == -0.5)
    #expect(NumberScores(pairs, weights: [0, 0, 0, 0]) == nil)
    #expect(NumberScores([(1, 2), (1, 3)], weights: [1, 1])?.correlation == nil)
  }

  @Test func `the same sample gives the same interval, which is near the known one`() throws {
    let hits = (0..<200).map { $0 < 60 }
    let sample = Bootstrap(
      clusters: hits.indices.map { "\($0)" }, strata: hits.map { _ in "" })
    func share(_ times: [Int]) -> Double? {
      Double(zip(hits, times).reduce(0) { $0 + ($1.0 ? $1.1 : 0) }) / 200
    }
    let interval = try #require(sample.intervals { [share($0)] }[0])
    #expect(interval == sample.intervals { [share($0)] }[0])
    // 0.3 ± 1.96 √(0.3 · 0.7 / 200)
    #expect(abs(interval.low - 0.2365) < 0.01)
    #expect(abs(interval.high - 0.3635) < 0.01)
  }

  @Test func `units of one article are drawn together, and each stratum by itself`() {
    let sample = Bootstrap(
      clusters: ["a", "a", "b", "b", "c", "d"], strata: ["x", "x", "x", "x", "y", "y"])
    _ = sample.intervals { times in
      #expect(times[0] == times[1] && times[2] == times[3])
      #expect(times[0] + times[2] == 2 && times[4] + times[5] == 2)
      return []
    }
  }

  @Test func `a figure that most resamples lack has no interval`() {
    let sample = Bootstrap(clusters: ["a", "b"], strata: ["", ""])
    #expect(sample.intervals { _ in [nil, 1] }[0] == nil)
  }
}
