/// How often a label was given rightly, wrongly, and not given though it should have been; units may count more than once.
package struct LabelScores: Hashable, Sendable {
  package var truePositives = 0.0
  package var falsePositives = 0.0
  package var falseNegatives = 0.0

  package init() {}

  package mutating func add(isGiven: Bool, isRight: Bool, weight: Double = 1) {
    if isGiven, isRight { truePositives += weight }
    if isGiven, !isRight { falsePositives += weight }
    if !isGiven, isRight { falseNegatives += weight }
  }

  package static func + (a: LabelScores, b: LabelScores) -> LabelScores {
    var sum = a
    sum.truePositives += b.truePositives
    sum.falsePositives += b.falsePositives
    sum.falseNegatives += b.falseNegatives
    return sum
  }

  /// How often it was given, and how often it should have been.
  package var given: Double { truePositives + falsePositives }
  package var right: Double { truePositives + falseNegatives }

  /// Nil where the label was never given.
  package var precision: Double? { given > 0 ? truePositives / given : nil }
  /// Nil where the label never was right.
  package var recall: Double? { right > 0 ? truePositives / right : nil }
  /// Nil where the label neither was given nor right.
  package var f1: Double? { given + right > 0 ? 2 * truePositives / (given + right) : nil }
}
