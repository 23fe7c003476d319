extension LinearClassifier {
  /// A weight that changes nothing is left out.
  private static var least: Double { 0.005 }

  /// Rows that are no terms: what speaks for each label before any term does, and in the first label's column whether a text may have
  /// several labels or none, and how often a word of a title counts. With an inverse document frequency of 0 they would say nothing of a text in which they stood.
  private static var constantsRow: String { "constants of the labels" }
  private static var severalRow: String { "several labels a story" }
  private static var titleRow: String { "times a title counts" }

  /// The classifier as a word list: terms with their inverse document frequency and a column of weights for each label, which has its
  /// name. All is in it that telling labels needs.
  package func wordList(of texts: LabelledTexts) -> String {
    var list = "term\t(idf)" + texts.labels.map { "\t\($0)" }.joined() + "\n"
    list += Self.constantsRow + "\t0" + weights.map { "\t\(Self.shown($0[terms.count]))" }.joined()
    list += "\n\(Self.severalRow)\t0\t\(texts.isManyLabelled ? 1 : 0)\n"
    list += "\(Self.titleRow)\t0\t\(LabelledTexts.titleTimes)\n"
    for (place, term) in terms.enumerated() {
      var cells = weights.map { abs($0[place]) < Self.least ? "" : Self.shown($0[place]) }
      while cells.last == "" { cells.removeLast() }
      let name = texts.terms[Int(term)]
      list += "\(name)\t\(Self.shown(inverseFrequencies[place]))" + cells.map { "\t" + $0 }.joined()
      list += "\n"
    }
    return list
  }

  private static func shown(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
}
