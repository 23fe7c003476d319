extension LinearClassifier {
  /// A weight that changes nothing is left out.
  private static var least: Double { 0.005 }

  /// The classifier as a word list: terms with their inverse document frequency and a column of weights for each label, `label1`,
  /// `label2` and so on.
  package func wordList(of texts: LabelledTexts) -> String {
    var list = "term\tidf" + weights.indices.map { "\tlabel\($0 + 1)" }.joined() + "\n"
    for (place, term) in terms.enumerated() {
      var cells = weights.map { abs($0[place]) < Self.least ? "" : Self.shown($0[place]) }
      while cells.last == "" { cells.removeLast() }
      let name = texts.terms[Int(term)]
      list += "\(name)\t\(Self.shown(inverseFrequencies[place]))" + cells.map { "\t" + $0 }.joined()
      list += "\n"
    }
    return list
  }

  /// The constant of each label.
  package var constants: [Double] {
    weights.map { (($0[terms.count] * 1000).rounded() / 1000) }
  }

  private static func shown(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
}
