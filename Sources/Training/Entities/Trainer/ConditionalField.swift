import Annotating
import Glibc

/// A linear-chain conditional random field over tags (Lafferty, McCallum and Pereira 2001), trained by AdaGrad
/// (Duchi, Hazan and Singer 2011) with an L2 penalty on the weights that an example touches.
///
/// Where the data leave tags open, the probability of all the sequences that they allow is raised (Tsuboi et al. 2008).
struct ConditionalField {
  /// One number for each tag; the last lane is unused.
  typealias Row = SIMD8<Float>

  struct Token {
    var features: [Int32]
    var allowed: UInt8
  }

  struct Example {
    var tokens: [Token]
    var weight: Float
  }

  static let tags = EntityExamples.tagCount
  private(set) var weights: [Row]
  /// Scores of moving from one tag to another, rows by the first.
  private(set) var transitions: [Row]
  /// Sums of the weights after each of the later epochs, whose mean errs less than the last.
  private var totals: (weights: [Row], transitions: [Row], count: Float)
  private var weightSums: [Row]
  private var transitionSums: [Row]
  var rate: Float = 0.2
  private let penalty: Float

  init(features: Int, penalty: Float) {
    weights = Array(repeating: .zero, count: features)
    transitions = Array(repeating: .zero, count: Self.tags)
    totals = (weights, transitions, 0)
    weightSums = Array(repeating: Row(repeating: 1e-3), count: features)
    transitionSums = Array(repeating: Row(repeating: 1e-3), count: Self.tags)
    self.penalty = penalty
  }

  /// Takes the weights as they are into the mean.
  mutating func sample() {
    for index in weights.indices { totals.weights[index] += weights[index] }
    for index in transitions.indices { totals.transitions[index] += transitions[index] }
    totals.count += 1
  }

  /// Begins anew, and keeps the samples taken so far.
  mutating func restart() {
    let samples = totals
    self = ConditionalField(features: weights.count, penalty: penalty)
    totals = samples
  }

  /// Puts the mean of the samples in the place of the weights.
  mutating func average() {
    weights = totals.weights.map { $0 / totals.count }
    transitions = totals.transitions.map { $0 / totals.count }
  }

  /// Takes one step along the gradient of one example, and returns its loss.
  /// - Parameter drops: whether to leave a feature out, so that none is relied upon alone.
  mutating func learn(_ example: Example, drops: (Int32) -> Bool) -> Float {
    let features = example.tokens.map { $0.features.filter { !drops($0) } }
    let scores = features.map(emission)
    let steps = steps()
    let free = Paths(scores, steps) { _ in 0x7F }
    let right = Paths(scores, steps) { example.tokens[$0].allowed }
    guard let loss = free.total.flatMap({ total in right.total.map { total - $0 } }) else {
      return 0
    }
    for (index, features) in features.enumerated() {
      let slope = example.weight * (free.probabilities[index] - right.probabilities[index])
      for feature in features {
        Self.adjust(&weights[Int(feature)], &weightSums[Int(feature)], slope, rate, penalty)
      }
    }
    for tag in transitions.indices {
      let slope = example.weight * (free.moves[tag] - right.moves[tag])
      Self.adjust(&transitions[tag], &transitionSums[tag], slope, rate, 0)
    }
    return loss
  }

  /// How probable each tag is at each token of an island, from the features of its tokens.
  func probabilities(of features: [[Int32]]) -> [Row] {
    Paths(features.map(emission), steps()) { _ in 0x7F }.probabilities
  }

  private func emission(_ features: [Int32]) -> Row {
    features.reduce(into: .zero) { $0 += weights[Int($1)] }
  }

  @inline(__always)
  private static func adjust(
    _ weights: inout Row, _ sums: inout Row, _ slope: Row, _ rate: Float, _ penalty: Float
  ) {
    // Where the example says next to nothing, the weight stays.
    let isSteep = slope .> 1e-4 .| slope .< -1e-4
    let step = (slope + penalty * weights).replacing(with: 0, where: .!isSteep)
    sums += step * step
    weights -= rate * step / sums.squareRoot()
  }

  /// The factors of moving from one tag to another, 0 where it may not be.
  private func steps() -> [Row] {
    transitions.indices.map { from in
      var row = exponential(transitions[from])
      for tag in 0..<8 where tag >= Self.tags || !Self.mayFollow(from, tag) { row[tag] = 0 }
      return row
    }
  }

  /// Whether a tag may follow another; before the first everything is outside.
  private static func mayFollow(_ from: Int, _ tag: Int) -> Bool {
    tag == 0 || tag & 1 == 1 || from == tag || from == tag - 1
  }
}

/// The sums over all allowed paths through an example's tags (forward and backward).
private struct Paths {
  typealias Row = ConditionalField.Row

  /// The logarithm of the sum over all paths, nil where there is none.
  private(set) var total: Float? = 0
  /// How probable each tag is at each token.
  private(set) var probabilities: [Row] = []
  /// How often each transition is expected, rows by the first tag.
  private(set) var moves = Array(repeating: Row.zero, count: ConditionalField.tags)

  /// - Parameters:
  ///   - scores: of the tags at each token.
  ///   - steps: factors of the transitions.
  ///   - allowed: the tags that a token may have, as bits.
  init(_ scores: [Row], _ steps: [Row], allowed: (Int) -> UInt8) {
    var factors: [Row] = []
    var forward: [Row] = []
    var before = Row.zero
    // Before an island everything is outside.
    before[0] = 1
    for (index, score) in scores.enumerated() {
      let greatest = score.max()
      let factor = exponential(score - greatest).replacing(
        with: 0, where: Self.excluded(allowed(index)))
      var sums = Row.zero
      for from in steps.indices { sums += before[from] * steps[from] }
      sums *= factor
      let sum = sums.sum()
      guard sum > 0, let logarithm = total else {
        total = nil
        return
      }
      // Each token's sums are brought to 1, so that nothing vanishes.
      total = logarithm + logf(sum) + greatest
      before = sums / sum
      factors.append(factor / sum)
      forward.append(before)
    }
    goBack(forward, factors, steps)
  }

  private mutating func goBack(_ forward: [Row], _ factors: [Row], _ steps: [Row]) {
    probabilities = forward
    var after = Row(repeating: 1)
    for index in forward.indices.reversed() {
      probabilities[index] = forward[index] * after
      let rest = factors[index] * after
      for from in steps.indices {
        let before = index > 0 ? forward[index - 1][from] : from == 0 ? 1 : 0
        let move = steps[from] * rest
        moves[from] += before * move
        after[from] = move.sum()
      }
    }
  }

  private static func excluded(_ allowed: UInt8) -> SIMDMask<SIMD8<Int32>> {
    let bits = SIMD8<Int32>(1, 2, 4, 8, 16, 32, 64, 128)
    return bits & Int32(allowed) .== 0
  }
}

/// The exponential of each lane.
private func exponential(_ row: ConditionalField.Row) -> ConditionalField.Row {
  var result = row
  for lane in 0..<8 { result[lane] = expf(row[lane]) }
  return result
}
