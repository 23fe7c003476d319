import Testing

@testable import Learning

/// One after the other, for liblinear draws from the process's one source of chance.
@Suite(.serialized) struct LinearClassifierTests {
  /// Thirty short texts of two kinds, that share some of their words.
  private static var texts: LabelledTexts {
    var texts = LabelledTexts()
    for number in 0..<15 {
      texts.add([["rates", "rise"], ["the", "bank", "and", "word\(number)"]], labels: ["money"])
      texts.add([["late", "goal"], ["the", "keeper", "and", "word\(number)"]], labels: ["sport"])
    }
    texts.keepLabels(ofAtLeast: 2)
    return texts
  }

  @Test func `labels of texts like those trained on are told`() {
    let figures = LinearClassifier.validate(Self.texts, folds: 5)
    #expect(figures.accuracy == 1)
    #expect(figures.micro().f1 == 1)
    #expect(figures.texts == 30)
  }

  @Test func `the same texts give the same classifier`() {
    let texts = Self.texts
    let rows = Array(0..<texts.count)
    let list = LinearClassifier(texts, rows: rows).wordList(of: texts)
    #expect(list == LinearClassifier(texts, rows: rows).wordList(of: texts))
    #expect(list.contains("\nkeeper\t"))
    #expect(list.contains("\nlate goal\t"))
  }

  @Test func `only the heaviest terms are kept where fewer are wanted`() {
    var settings = LinearClassifier.Settings()
    settings.terms = 4
    let texts = Self.texts
    let classifier = LinearClassifier(texts, rows: Array(0..<texts.count), settings: settings)
    #expect(classifier.terms.count == 4)
    #expect(!classifier.wordList(of: texts).contains("\nthe\t"))
  }

  @Test func `many labels are given fewer terms each`() {
    var settings = LinearClassifier.Settings()
    settings.weights = 8
    let texts = Self.texts
    #expect(
      LinearClassifier(texts, rows: Array(0..<texts.count), settings: settings).terms.count == 4)
  }

  @Test func `the list has all that telling labels needs`() {
    let texts = Self.texts
    let list = LinearClassifier(texts, rows: Array(0..<texts.count)).wordList(of: texts)
    let lines = list.split(separator: "\n")
    #expect(lines[0] == "term\t(idf)\tmoney\tsport")
    #expect(lines[1].hasPrefix("constants of the labels\t0\t"))
    #expect(lines[2] == "several labels a story\t0\t0")
    #expect(lines[3] == "times a title counts\t0\t3")
  }

  @Test func `the line of a label is where it is told best`() {
    var scored = ScoredTexts()
    for place in 0..<20 {
      scored.add(-0.3 + Double(place) / 10, isOne: true)
      scored.add(-0.7 - Double(place) / 10, isOne: false)
    }
    #expect((-0.7 ..< -0.3).contains(scored.threshold))
    #expect(ScoredTexts().threshold == 0)
  }

  @Test func `words of the title count more, and pairs of words weigh less`() {
    var texts = LabelledTexts()
    texts.add([["rates"], ["rates", "rise"]], labels: ["money"])
    texts.add([[], ["rates", "rise"]], labels: ["sport"])
    #expect(texts.rows[0].counts == [4, 1, 1])
    let classifier = LinearClassifier(texts, rows: [0, 1])
    let inverse = zip(classifier.terms, classifier.inverseFrequencies).map {
      "\(texts.terms[Int($0)]) \($1)"
    }
    #expect(Set(inverse) == ["rates 1.0", "rise 1.0", "rates rise 0.5"])
  }

  @Test func `texts may have several labels and none`() {
    var texts = LabelledTexts()
    for number in 0..<12 {
      texts.add([["oil", "well\(number)"]], labels: ["oil"])
      texts.add([["gas", "well\(number)"]], labels: ["gas"])
      texts.add([["oil", "gas", "well\(number)"]], labels: ["oil", "gas"])
      texts.add([["rain", "well\(number)"]], labels: [])
    }
    texts.keepLabels(ofAtLeast: 2)
    #expect(texts.isManyLabelled)
    #expect(LinearClassifier.validate(texts, folds: 4).accuracy == 1)
  }

  @Test func `rare labels are left out with their texts`() {
    var texts = Self.texts
    texts.add([["odd"]], labels: ["rare"])
    texts.keepLabels(ofAtLeast: 2)
    #expect(texts.labels == ["money", "sport"])
    #expect(texts.count == 30)
  }
}
