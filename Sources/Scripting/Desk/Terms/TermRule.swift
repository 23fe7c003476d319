/// Which words count as terms, and which stand side by side.
struct TermRule {
  /// A longer word is none.
  static let longest = 40

  /// Words of a term at most.
  var words = 1
  /// A word of fewer letters does not count.
  var letters = 1
  /// Whether words that a hyphen joins are one.
  var joinsHyphens = false
  /// Whether a possessive ending is left away: `Ulm's` is `ulm`.
  var dropsPossessives = false
  /// Whether words of digits alone count.
  var hasFigures = false
  /// Whether words that only begin with a digit are figures, which do not count.
  var countsFromDigitsAsFigures = false
  /// Whether nothing but a blank or a line break may stand between the words of a term.
  var needsBlanks = false
  /// Words that do not count.
  var without: Lexicon?
  /// Cuts words down to their stems.
  var stemmer: Stemmer?
}
