import Document
import Testing

@testable import Workbench

/// Merging must not depend on where a run is cut nor, where it says so, on the order of the parts.
@Suite struct MergingTests {
  /// Numbers in an order that is the same in every run.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static func values(for merge: Merge, _ dice: inout Dice) -> [Value] {
    (0..<Int.random(in: 0...12, using: &dice)).map { _ in
      let number = Int64.random(in: -50...50, using: &dice)
      switch merge {
      case .any, .all: return .bool(number > 0)
      case .top:
        return .list([.string("w\(number % 5)"), .map(["name": .string("n\(number % 3)")])])
      // Quarters add up exactly, so that sums do not depend on their order.
      case .mean, .histogram: return .number(Double(number) / 4)
      default: return .integer(number)
      }
    }
  }

  private static func folded(_ values: [Value], _ merge: Merge) -> Merged {
    var merged = Merged(merge)
    for value in values { merged.add(value) }
    return merged
  }

  private static func joined(_ a: Merged, _ b: Merged) -> Merged {
    var merged = a
    merged.merge(b)
    return merged
  }

  @Test(arguments: Merge.allCases)
  func `a run can be cut anywhere`(merge: Merge) {
    var dice = Dice(state: 7)
    for _ in 0..<200 {
      let (a, b, c) = (
        Self.values(for: merge, &dice), Self.values(for: merge, &dice),
        Self.values(for: merge, &dice)
      )
      let whole = Self.folded(a + b + c, merge)
      let (x, y, z) = (Self.folded(a, merge), Self.folded(b, merge), Self.folded(c, merge))
      #expect(Self.joined(Self.joined(x, y), z).value == whole.value)
      #expect(Self.joined(x, Self.joined(y, z)).value == whole.value)
      #expect(Self.joined(Merged(merge), whole).value == whole.value)
      #expect(Self.joined(whole, Merged(merge)).value == whole.value)
    }
  }

  @Test(arguments: Merge.allCases.filter { $0 != .list })
  func `all but lists may come in any order`(merge: Merge) {
    var dice = Dice(state: 11)
    for _ in 0..<200 {
      let (a, b) = (Self.values(for: merge, &dice), Self.values(for: merge, &dice))
      let (x, y) = (Self.folded(a, merge), Self.folded(b, merge))
      #expect(Self.joined(x, y).value == Self.joined(y, x).value)
      #expect(Self.folded((a + b).shuffled(using: &dice), merge).value == Self.joined(x, y).value)
    }
  }

  private static let examples: [(Merge, [Value], Value)] = [
    (.sum, [1, 2, 3], 6), (.sum, [1, 0.5], 1.5), (.mean, [1, 2], 1.5), (.min, [3, -1.5, 2], -1.5),
    (.max, [3, 7, 2], 7), (.any, [false, true], true), (.all, [true, false], false),
    (.list, ["b", "a"], ["b", "a"]),
    (.top, ["a", "b", "a"], [["name": "a", "count": 2], ["name": "b", "count": 1]]),
  ]

  @Test(arguments: examples)
  func `each kind gives what it is named for`(merge: Merge, values: [Value], merged: Value) {
    #expect(Self.folded(values, merge).value == merged)
  }

  @Test(arguments: Merge.allCases)
  func `nothing merges to nothing`(merge: Merge) {
    #expect(Merged(merge).value == nil)
  }

  @Test func `sums keep what plain addition loses, and integers stay exact`() {
    let numbers: [Value] = [1e16, 1.0, -1e16, 1.0]
    #expect(Self.folded(numbers, .sum).value == 2.0)
    let large: [Value] = [9_007_199_254_740_993, 2]
    #expect(Self.folded(large, .sum).value == 9_007_199_254_740_995)
    let beyond: [Value] = [.integer(Int64.max), .integer(Int64.max)]
    #expect(Self.folded(beyond, .sum).value?.number == 2 * Double(Int64.max))
  }

  @Test func `lists are cut at their limit and stay in order`() {
    let values = (0..<3000).map { Value.integer($0) }
    let merged = Self.joined(
      Self.folded(Array(values[..<700]), .list), Self.folded(Array(values[700...]), .list))
    #expect(merged.value == .list(Array(values.prefix(Merged.listLimit))))
  }
}

@Suite struct CounterTests {
  @Test func `strings, elements and keys count, ties go by name`() {
    var counter = Counter()
    counter.add("b")
    counter.add(["b", "a", ["id": "x", "label": "c"], .null, [1]])
    counter.add(["a": 2.5, "d": "not a number"])
    let expected: Value = [
      ["name": "a", "count": 3.5], ["name": "b", "count": 2], ["name": "c", "count": 1],
      ["name": "d", "count": 1],
    ]
    #expect(counter.value(limit: 10) == expected)
    #expect(counter.value(limit: 1) == [["name": "a", "count": 3.5]])
    #expect(counter.isExact)
  }

  @Test func `past its capacity it forgets the rarest and says so`() {
    var counter = Counter(capacity: 10)
    for _ in 0..<5 { counter.add("often") }
    for number in 0..<50 { counter.add(.string("once \(number)")) }
    #expect(counter.counts.count <= 10)
    #expect(!counter.isExact)
    #expect(counter.value(limit: 1) == [["name": "often", "count": 5]])
  }
}

@Suite struct HistogramTests {
  @Test func `bins are as fine as sixty-four of them allow`() {
    var histogram = Histogram()
    for number in 0..<1000 { histogram.add(Double(number)) }
    let bins = histogram.value?.list ?? []
    #expect(bins.count <= 64)
    #expect(bins.count > 32)
    #expect(bins.compactMap { $0["count"]?.integer }.reduce(0, +) == 1000)
    for (bin, next) in zip(bins, bins.dropFirst()) { #expect(bin["to"] == next["from"]) }
  }

  @Test func `what is not finite does not count, and one value makes one bin`() {
    var histogram = Histogram()
    for number in [Double.nan, .infinity, 0.5, 0.5] { histogram.add(number) }
    #expect(histogram.value?.list?.count == 1)
    #expect(histogram.value?.list?.first?["count"] == 2)
  }

  @Test func `numbers of all sizes get along`() {
    var histogram = Histogram()
    for number in [1e300, -1e300, 1e-300, 0, Double.leastNonzeroMagnitude] { histogram.add(number) }
    #expect(histogram.value?.list?.compactMap { $0["count"]?.integer }.reduce(0, +) == 5)
  }
}
