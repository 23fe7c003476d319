import Annotating
import Glibc

/// A linear-chain conditional random field over tags (Lafferty, McCallum and Pereira 2001), trained by AdaGrad
/// (Duchi, Hazan and Singer 2011) with an L2 penalty on the weights that an example touches.
///
/// Where the data leave tags open, the probability of all the sequences that they allow is raised (Tsuboi et al. 2008).
struct ConditionalField {
  struct Token {
    var features: [Int32]
    var allowed: UInt8
  }

  struct Example {
    var tokens: [Token]
    var weight: Float
  }

  let tags = EntityExamples.tagCount
  private(set) var weights: [Float]
  private(set) var transitions: [Float]
  /// Sums of the weights after each of the later epochs, whose mean errs less than the last.
  private var totals: (weights: [Float], transitions: [Float], count: Float)
  private var weightSums: [Float]
  private var transitionSums: [Float]
  var rate: Float = 0.2
  private let penalty: Float

  init(features: Int, penalty: Float) {
    weights = Array(repeating: 0, count: features * tags)
    transitions = Array(repeating: 0, count: tags * tags)
    totals = (weights, transitions, 0)
    weightSums = Array(repeating: 1e-3, count: features * tags)
    transitionSums = Array(repeating: 1e-3, count: tags * tags)
    self.penalty = penalty
  }

  /// Takes the weights as they are into the mean.
  mutating func sample() {
    for index in weights.indices { totals.weights[index] += weights[index] }
    for index in transitions.indices { totals.transitions[index] += transitions[index] }
    totals.count += 1
  }

  /// Puts the mean of the samples in the place of the weights.
  mutating func average() {
    weights = totals.weights.map { $0 / totals.count }
    transitions = totals.transitions.map { $0 / totals.count }
  }

  /// Whether a tag may follow another; before the first everything is outside.
  static func mayFollow(_ from: Int, _ tag: Int) -> Bool {
    tag == 0 || tag & 1 == 1 || from == tag || from == tag - 1
  }

  /// Takes one step along the gradient of one example, and returns its loss.
  /// - Parameter drops: whether to leave a feature out, so that none is relied upon alone.
  mutating func learn(_ example: Example, drops: (Int32) -> Bool) -> Float {
    let features = example.tokens.map { $0.features.filter { !drops($0) } }
    let scores = features.flatMap(emission)
    let free = Paths(scores, transitions, tags) { _, _ in true }
    let right = Paths(scores, transitions, tags) {
      example.tokens[$0].allowed & 1 << UInt8($1) != 0
    }
    guard right.total > -1e8 else { return 0 }
    for (index, features) in features.enumerated() {
      for tag in 0..<tags {
        let slope = example.weight * (free.probability(index, tag) - right.probability(index, tag))
        guard abs(slope) > 1e-4 else { continue }
        for feature in features { adjust(Int(feature) * tags + tag, slope) }
      }
    }
    for place in transitions.indices {
      let slope = example.weight * (free.moves[place] - right.moves[place])
      guard abs(slope) > 1e-4 else { continue }
      transitionSums[place] += slope * slope
      transitions[place] -= rate * slope / transitionSums[place].squareRoot()
    }
    return free.total - right.total
  }

  /// How probable each tag is at each token of an island, from the features of its tokens.
  func probabilities(of features: [[Int32]]) -> [[Float]] {
    let paths = Paths(features.flatMap(emission), transitions, tags) { _, _ in true }
    return features.indices.map { index in (0..<tags).map { paths.probability(index, $0) } }
  }

  private func emission(_ features: [Int32]) -> [Float] {
    var scores = [Float](repeating: 0, count: tags)
    for feature in features {
      for tag in 0..<tags { scores[tag] += weights[Int(feature) * tags + tag] }
    }
    return scores
  }

  private mutating func adjust(_ place: Int, _ slope: Float) {
    let slope = slope + penalty * weights[place]
    weightSums[place] += slope * slope
    weights[place] -= rate * slope / weightSums[place].squareRoot()
  }
}

/// The sums over all allowed paths through an example's tags (forward and backward).
private struct Paths {
  let tags: Int
  private var alpha: [Float]
  private var beta: [Float]
  /// The logarithm of the sum over all paths.
  private(set) var total: Float = 0
  /// How often each transition is expected.
  private(set) var moves: [Float]

  init(_ scores: [Float], _ transitions: [Float], _ tags: Int, allows: (Int, Int) -> Bool) {
    self.tags = tags
    let count = scores.count / tags
    alpha = Array(repeating: -1e9, count: scores.count)
    beta = Array(repeating: -1e9, count: scores.count)
    moves = Array(repeating: 0, count: tags * tags)
    var terms = [Float](repeating: -1e9, count: tags)
    for index in 0..<count {
      for tag in 0..<tags where allows(index, tag) {
        for from in 0..<tags {
          let before = index == 0 ? (from == 0 ? 0 : -1e9) : alpha[(index - 1) * tags + from]
          terms[from] =
            ConditionalField.mayFollow(from, tag) ? before + transitions[from * tags + tag] : -1e9
        }
        alpha[index * tags + tag] = Self.logSum(terms) + scores[index * tags + tag]
      }
    }
    for tag in 0..<tags where allows(count - 1, tag) { beta[(count - 1) * tags + tag] = 0 }
    for index in stride(from: count - 2, through: 0, by: -1) {
      for tag in 0..<tags where allows(index, tag) {
        for to in 0..<tags {
          let place = (index + 1) * tags + to
          terms[to] =
            ConditionalField.mayFollow(tag, to)
            ? transitions[tag * tags + to] + scores[place] + beta[place] : -1e9
        }
        beta[index * tags + tag] = Self.logSum(terms)
      }
    }
    total = Self.logSum(Array(alpha[((count - 1) * tags)...]))
    countMoves(scores, transitions, count)
  }

  private mutating func countMoves(_ scores: [Float], _ transitions: [Float], _ count: Int) {
    for index in 0..<count {
      for tag in 0..<tags {
        let place = index * tags + tag
        for from in 0..<(index == 0 ? 1 : tags) where ConditionalField.mayFollow(from, tag) {
          let before = index == 0 ? 0 : alpha[place - tag - tags + from]
          let exponent =
            before + transitions[from * tags + tag] + scores[place] + beta[place] - total
          if exponent > -20 { moves[from * tags + tag] += expf(exponent) }
        }
      }
    }
  }

  /// How probable a tag is at a token.
  func probability(_ index: Int, _ tag: Int) -> Float {
    let exponent = alpha[index * tags + tag] + beta[index * tags + tag] - total
    return exponent > -20 ? expf(exponent) : 0
  }

  private static func logSum(_ terms: [Float]) -> Float {
    let greatest = terms.reduce(-1e9) { max($0, $1) }
    guard greatest > -1e8 else { return -1e9 }
    return greatest + logf(terms.reduce(0) { $0 + expf($1 - greatest) })
  }
}
