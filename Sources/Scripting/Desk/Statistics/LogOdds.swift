internal import Glibc

/// How much more often a term comes in one text than in another: log-odds with an informative Dirichlet prior.
///
/// The prior is the term's share of both texts together, worth so many words: what is rare everywhere differs for certain only
/// where much is read. Source: Monroe, Colaresi and Quinn, "Fightin' Words", Political Analysis 16 (2008), equations 15, 16, 20
/// and 22.
struct LogOdds {
  /// Above 0 where the term marks the first text.
  let odds: Double
  /// The odds by their standard error.
  let z: Double

  /// Nil where the odds are not finite: of a term that is all there is, or none.
  /// - Parameters:
  ///   - a: how often the term comes in the first text, which has so many words.
  ///   - b: how often in the second.
  ///   - prior: the words that the prior is worth.
  init?(_ a: Double, of wordsA: Double, _ b: Double, of wordsB: Double, prior: Double) {
    let share = prior * (a + b) / (wordsA + wordsB)
    let (first, second) = (a + share, b + share)
    odds = log(first / (wordsA + prior - first)) - log(second / (wordsB + prior - second))
    z = odds / (1 / first + 1 / second).squareRoot()
    guard odds.isFinite, z.isFinite else { return nil }
  }
}
