import Document
import Testing

@testable import Scripting

@Suite struct NumberBinTests {
  private func bins(_ numbers: [Double], _ wanted: Int? = nil) -> [(Double, Double, Int)] {
    NumberBins(numbers, wanted: wanted).bins(numbers.map { _ in [] }).map {
      ($0.lower, $0.upper, $0.count)
    }
  }

  @Test(
    arguments: [
      ([], nil, []), ([5], nil, [(5, 6, 1)]),
      ([0, 10], 5, [(0, 2, 1), (2, 4, 0), (4, 6, 0), (6, 8, 0), (8, 10, 0), (10, 12, 1)]),
      ([-0.5, 0.25, 0.25], 3, [(-0.5, 0, 1), (0, 0.5, 2)]),
      ([1, 2, 3], 100, [(1, 2, 1), (2, 3, 1), (3, 4, 1)]),
    ] as [([Double], Int?, [(Double, Double, Int)])])
  func `numbers are put into bins of a round width`(
    numbers: [Double], wanted: Int?, expected: [(Double, Double, Int)]
  ) {
    let found = bins(numbers, wanted)
    #expect(found.map(\.0) == expected.map(\.0))
    #expect(found.map(\.1) == expected.map(\.1))
    #expect(found.map(\.2) == expected.map(\.2))
  }

  @Test func `no number is lost and none counted twice`() {
    let numbers = (0..<500).map { Double(($0 * 7919) % 1000) / 7 }
    let found = bins(numbers)
    #expect(found.reduce(0) { $0 + $1.2 } == 500 && found.count <= 31)
    for (a, b) in zip(found, found.dropFirst()) { #expect(abs(a.1 - b.0) < 1e-9) }
  }
}
