import Document
import Testing

@testable import Annotating

@Suite struct ForeignQuoteTests {
  @Test(arguments: [
    ("„Wir haben gewonnen“, sagte Ada Brill.", "de", "Ada Brill", "sagte"),
    ("Ada Brill sagte: „Wir haben gewonnen.“", "de", "Ada Brill", "sagte"),
    ("« Nous avons gagné », a déclaré Ada Brill.", "fr", "Ada Brill", "déclaré"),
    ("«Hemos ganado», dijo Ada Brill.", "es", "Ada Brill", "dijo"),
    ("«Abbiamo vinto», ha detto Ada Brill.", "it", "Ada Brill", "detto"),
    ("“Ganhamos”, disse Ada Brill.", "pt", "Ada Brill", "disse"),
    ("“We hebben gewonnen”, zei Ada Brill.", "nl", "Ada Brill", "zei"),
  ])
  func `other languages have cues of their own`(
    text: String, language: String, speaker: String, cue: String
  ) {
    let found = quotes(in: text, language: language)
    #expect(found.map(\.speaker) == [speaker])
    #expect(found.map(\.cue) == [cue])
  }

  @Test(arguments: [
    (
      "Roe sagte gestern, dass der Plan gescheitert ist.", "de", "dass der Plan gescheitert ist",
      "Roe"
    ),
    ("Roe sagte, der Plan sei gescheitert.", "de", "der Plan sei gescheitert", "Roe"),
    ("Laut Roe ist der Plan gescheitert.", "de", "ist der Plan gescheitert", "Roe"),
    ("Der Plan ist gescheitert, so Roe.", "de", "Der Plan ist gescheitert", "Roe"),
    ("Jane Roe a déclaré que le plan avait échoué.", "fr", "que le plan avait échoué", "Jane Roe"),
    ("Selon le ministre, le plan a échoué.", "fr", "le plan a échoué", "le ministre"),
    ("Le plan a échoué, a déclaré Jane Roe.", "fr", "Le plan a échoué", "Jane Roe"),
    ("La ministra dijo que el plan fracasó.", "es", "que el plan fracasó", "La ministra"),
    ("Según la ministra, el plan fracasó.", "es", "el plan fracasó", "la ministra"),
    ("El plan fracasó, dijo la ministra.", "es", "El plan fracasó", "la ministra"),
    ("Il ministro ha detto che il piano è fallito.", "it", "che il piano è fallito", "Il ministro"),
    ("Secondo il ministro, il piano è fallito.", "it", "il piano è fallito", "il ministro"),
    ("A ministra disse que o plano falhou ontem.", "pt", "que o plano falhou ontem", "A ministra"),
    ("Segundo a ministra, o plano falhou.", "pt", "o plano falhou", "a ministra"),
    ("De minister zei dat het plan mislukt is.", "nl", "dat het plan mislukt is", "De minister"),
    ("Volgens de minister is het plan mislukt.", "nl", "is het plan mislukt", "de minister"),
  ])
  func `a conjunction, a mood or a source shows reported speech`(
    text: String, language: String, words: String, speaker: String
  ) {
    let found = quotes(in: text, language: language)
    #expect(found.map(\.words) == [words])
    #expect(found.map(\.speaker) == [speaker])
  }

  @Test(arguments: [
    ("Den Plan der Stadt nannte er „einen Unsinn“.", "er"),
    ("Roe nannte Brills Plan „einen Unsinn“.", "Roe"),
    ("Der Minister nannte sie „mutig“.", "Der Minister"),
    ("Abschließend sagte Roe: „So geht es nicht.“", "Roe"),
    ("Der Sprecher sagte, die so genannten „Pakete“ seien da.", "Der Sprecher"),
    ("Die Zeitung zitierte Roe mit den Worten: „So geht es nicht.“", "Roe"),
    ("„So geht es nicht“, zitierte man Roe.", "Roe"),
    ("In dem Antrag heißt es wörtlich: „So geht es nicht.“", "dem Antrag"),
    ("Der Bericht ist wichtig, weil die Behörde den Plan als „gut“ bezeichnet hat.", "die Behörde"),
    ("Wie Roe erklärte, sieht die Stadt in dem neuen Gesetz „einen Gewinn“.", "Roe"),
    ("Angesichts solcher Pläne nannte Jane Roe die Stadt „leer“.", "Jane Roe"),
    ("Deren Haltung bezeichnete er als „verlogen“.", "er"),
    (
      "Auch die Ministerin Jane Roe äußerte Vorbehalte: „So geht es nicht.“",
      "die Ministerin Jane Roe"
    ),
  ])
  func `German speakers stand before or behind their verbs`(text: String, speaker: String) {
    #expect(Set(quotes(in: text, language: "de").map(\.speaker)) == [speaker])
  }

  @Test func `a source that begins a sentence is none of the sentence before`() {
    #expect(
      quotes(in: "„Es regnet heute wieder.“ Laut Brill wird es bald schneien.", language: "de")
        .map(\.words) == ["wird es bald schneien"])
  }

  @Test func `the mood goes on with the last speaker`() {
    let found = quotes(
      in: "Roe sagte, der Plan sei gescheitert. Er habe das nie gewollt.", language: "de")
    #expect(found.map(\.words) == ["der Plan sei gescheitert", "Er habe das nie gewollt"])
    #expect(found.map(\.speaker) == ["Roe", "Roe"])
  }

  @Test(arguments: [
    ("Das Haus, das er gebaut hat, steht leer.", "de"), ("Le plan qui a échoué coûte cher.", "fr"),
    ("La casa que compró está vacía.", "es"),
  ])
  func `other clauses are no speech`(text: String, language: String) {
    #expect(quotes(in: text, language: language) == [])
  }
}
