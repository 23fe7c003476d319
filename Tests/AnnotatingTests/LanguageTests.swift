import Document
import Testing

@testable import Annotating

@Suite struct LanguageTests {
  private func language(of text: String) -> Sourced<String>? {
    var article = Article(id: "t", source: "t", text: Text(text))
    Annotator().tellLanguage(of: &article)
    return article.metadata.language
  }

  @Test(arguments: [
    (
      "en",
      "The council said on Monday that the old bridge would be closed for repairs until the spring."
    ),
    (
      "de",
      "Der Stadtrat teilte am Montag mit, dass die alte Brücke bis zum Frühjahr gesperrt bleibt."
    ),
    (
      "fr",
      "Le conseil municipal a annoncé lundi que le vieux pont resterait fermé jusqu’au printemps."
    ),
    (
      "es",
      "El ayuntamiento anunció el lunes que el viejo puente permanecerá cerrado hasta la primavera."
    ),
    (
      "it",
      "Il consiglio comunale ha annunciato lunedì che il vecchio ponte resterà chiuso fino alla primavera."
    ),
    (
      "pt",
      "A câmara municipal anunciou na segunda-feira que a ponte velha não reabrirá até à primavera."
    ),
    (
      "nl",
      "De gemeenteraad meldde maandag dat de oude brug tot het voorjaar gesloten blijft voor herstel."
    ),
    ("ru", "Городской совет сообщил в понедельник, что старый мост останется закрытым до весны."),
    ("ja", "市議会は月曜日、古い橋が春まで閉鎖されると発表した。"),
    ("he", "מועצת העיר הודיעה ביום שני כי הגשר הישן יישאר סגור עד האביב."),
  ])
  func `a language is told from a sentence`(code: String, text: String) {
    #expect(language(of: text) == Sourced(code, from: "detected"))
  }

  @Test(arguments: ["", "Orr", "5 : 3", "12, 34, 56, 78, 90, 12, 34, 56, 78, 90"])
  func `too little text is no language`(text: String) {
    #expect(language(of: text)?.value == "und")
  }

  @Test func `what metadata says is not asked again`() {
    var article = Article(id: "t", source: "t", text: "Der Rat tagt heute in der Stadt.")
    article.metadata.language = Sourced("nl", from: "json")
    Annotator().tellLanguage(of: &article)
    #expect(article.metadata.language == Sourced("nl", from: "json"))
  }
}

@Suite struct LanguageProfileTests {
  @Test(arguments: [
    ("de", "de"), ("de-AT", "de"), ("pt_BR", "pt"), ("FR", "fr"), ("spa", "es"), ("est", "und"),
    ("ja", "en"),
    ("und", "en"), ("", "en"),
  ])
  func `a tag chooses the profile of its language`(tag: String, code: String) {
    #expect(Language.of(tag).code == code)
  }
}
