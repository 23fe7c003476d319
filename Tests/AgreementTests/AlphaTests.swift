import Testing

@testable import Agreement

@Suite struct AlphaTests {
  /// The example of Krippendorff's "Computing Krippendorff's Alpha-Reliability" (2011), part C: four observers, twelve units, missing
  /// codes. Its codes 1 to 5 are 0 to 4 here.
  private static let example: [[Double]] = {
    let observers: [[Double?]] = [
      [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
      [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
    ]
    return (0..<12).map { unit in observers.compactMap { $0[unit].map { $0 - 1 } } }
  }()

  private static func rounded(_ number: Double?) -> Double? {
    number.map { ($0 * 1000).rounded() / 1000 }
  }

  @Test(arguments: [(Level.nominal, 0.743), (.ordinal, 0.815), (.interval, 0.849)])
  func `alpha is that of the published example`(level: Level, alpha: Double) {
    #expect(Self.rounded(Alpha(Self.example, level).value) == alpha)
    #expect(Alpha(Self.example, level).pairableUnits == 11)
  }

  /// Part A of the same: two observers, ten units, two codes.
  @Test func `alpha of two observers and two codes is that of the published example`() {
    let pairs: [[Double]] = [
      [0, 1], [1, 1], [0, 1], [0, 0], [0, 0], [0, 1], [0, 0], [0, 0], [1, 0], [0, 0],
    ]
    #expect(Self.rounded(Alpha(pairs, .nominal).value) == 0.095)
  }

  @Test func `a unit that is in a resample twice counts twice`() {
    let twice = Self.example + Self.example
    for level in Level.allCases {
      let times = Alpha(Self.example, level).value(Self.example.map { _ in 2 })
      #expect(Self.rounded(times) == Self.rounded(Alpha(twice, level).value))
    }
  }

  @Test func `where all codes are one nothing can be told`() {
    for level in Level.allCases {
      #expect(Alpha([[2, 2], [2, 2, 2]], level).value == nil)
      #expect(Alpha([[1], []], level).value == nil)
    }
  }

  @Test func `coders who never agree are worse than chance`() {
    let alpha = Alpha([[0, 1], [1, 0], [0, 1], [1, 0]], .nominal).value
    #expect(alpha == -0.75)
  }
}
