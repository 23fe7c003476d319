/// Numbers that are as good as drawn by chance, and the same in every run: SplitMix64 (G. Steele, D. Lea and C. Flood, OOPSLA 2014).
package struct SplitMix64: RandomNumberGenerator, Sendable {
  package static let step: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var state: UInt64

  package init(state: UInt64) { self.state = state }

  package mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  /// The finaliser: every bit of the number has its part in every bit of what comes out.
  package static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = number
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
