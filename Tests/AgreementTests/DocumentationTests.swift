import Testing

@testable import Agreement

@Suite struct DocumentationTests {
  /// The example of `Agreement.docc/Agreement.md`.
  @Test func `the example of the first page holds`() {
    let alpha = Alpha([[0, 0], [1, 1], [0, 1], [1, 1]], .nominal)
    let found = alpha.value
    let sample = Bootstrap(clusters: ["a", "b", "c", "d"], strata: ["", "", "", ""])
    let interval = sample.intervals { times in [alpha.value(times)] }[0]
    let share = Interval.wilson(3, of: 4)
    #expect(found.map { ($0 * 100).rounded() / 100 } == 0.53)
    #expect(interval?.method == .bootstrap)
    #expect(share?.method == .wilson)
  }
}
