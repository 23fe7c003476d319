import Testing

@testable import Annotating

@Suite struct SentenceTests {
  @Test(arguments: [
    "The vote passed.|Nobody cheered.",
    "Is it over?|It is!|We left.",
    "Dr. Amara Voss met Mr. Ferreira.|They spoke.",
    "The firm, Tolland Bros. Inc., grew.|It hired.",
    "She works for Tolland Inc.|The firm grew.",
    "He joined the U.S. Navy in May.",
    "He moved to the U.S.|He liked it.",
    "The train left at 6 p.m.|It was full.",
    "At 6 a.m. Mrs. Orr opened the doors.",
    "Pay rose 2.5 percent to $1.20 an hour.|Rents rose too.",
    "See No. 5 and p. 12 for more.",
    "His answer was no.|Hers was yes.",
    "\"We won.\"|She smiled.",
    "\"We won!\" said Ada Brill.",
    "\"Who won?\" Ada Brill asked.",
    "He said (we heard him.) that it was late.",
    "They came (all of them).|Then they left.",
    "Wait... what did you say?",
    "It never ended...|The crowd went home.",
    "Write to news@tolland.example or see https://tolland.example/a.b?c=d.|Thanks.",
    "J. R. R. Orr wrote it.|It sold well.",
    "The shop sold Qx. tools.|Then it closed.",
    "i went there.|it was fun.|they had tea!|we left",
    "We had fish, rice, etc.|Nobody complained.",
    "Tea, rice, etc. are sold there.",
    "It fell in Calif. and Nev. on Feb. 3.|Rain followed.",
    "Who was it?|\"Nobody,\" she said.",
    "They asked \"Why?\" and left.",
    "He said [...] it was over.|[...]",
    "It is over . . . .|They left.",
    "One habit was lost.|. . . Others were not.",
    "He never did. — Ada Brill",
    "I like it :-)|Thanks!",
    "The vote is at 5 p.m. EST.|It will be close.",
    "He met Rep. Lim (R-N.J.) and Sen. Orr.|Both agreed.",
    "The meeting closed|***|The next is in May.",
    "A ferry at its landing|Photo: Jane Roe/Northwire",
    "Ferry reopens after storm|Tuesday, March 10, 2026",
    "The next is on Tuesday, March 10, 2026",
    "Ana Lim|08/17/2021 11:21 AM|Please see below.",
  ])
  func `English stops end sentences or do not`(text: String) { expectCut(text) }

  @Test(arguments: [
    ("ru", "Мост закрыт с 3 марта 2026 г.|Это решение мэрии."),
    ("ru", "Он живет в г. Москве на ул. Ленина, д. 5.|Ему 30 лет."),
    ("ru", "Пришло 3 тыс. человек, рабочих, студентов и т.д.|Дождь не помешал."),
    ("uk", "Вартість — 5 млн. грн. за рік.|Це багато."),
    ("pl", "Dr. Nowak mieszka przy ul. Długiej 5.|Było tam ok. 3 tys. osób, dzieci itd.|Padało."),
    ("sv", "Han bor bl.a. i Lund.|Hon bor i Malmö."),
    ("el", "Πότε ανοίγει η γέφυρα;|Τη Δευτέρα, είπε ο δήμος."),
    ("hy", "Կամուրջը փակ է:|Այն կբացվի երկուշաբթի:"),
    ("ja", "幹部は「３．５％以上になる。」と述べた。|工事は続く。"),
    ("zh", "我们去看《摔跤吧！爸爸》好吗？|好！"),
    ("es", "Vive en Sta. Fe, prov. de Granada.|Trabaja en Madrid."),
    ("es", "Según el art. 12 no procede.|Véase el cap. 3."),
    ("hi", "पुल सोमवार से बंद है।|काम एक हफ़्ते चलेगा।"),
    ("ar", "متى يفتح الجسر؟|يوم الاثنين.|وقالت البلدية ذلك."),
  ])
  func `stops end sentences as a language has them`(_ language: String, _ marked: String) {
    expectCut(marked, language: language)
  }

  @Test func `a missing space does not hide a sentence`() {
    #expect(sentences(of: "It rained.Then it snowed.") == ["It rained.", "Then it snowed."])
  }

  @Test func `a line break ends a heading but not a wrapped line`() {
    #expect(sentences(of: "Rain ahead\n\nIt will rain.") == ["Rain ahead", "It will rain."])
    #expect(sentences(of: "It will rain in\nthe north.") == ["It will rain in\nthe north."])
  }

  @Test func `lists in one line are cut into their items`() {
    #expect(
      sentences(of: "1. Wash the rice 2. Boil it 3. Eat")
        == ["1. Wash the rice", "2. Boil it", "3. Eat"])
    #expect(sentences(of: "• Tea • Milk") == ["• Tea", "• Milk"])
  }
}

@Suite struct SentencesByLanguageTests {
  @Test(arguments: [
    "Am 3. März tagte der 20. Parteitag.|Er dauerte bis zum 5. Mai.",
    "Die Inflation lag bei 2,5 Prozent.|140.000 Menschen demonstrierten.",
    "Dr. Voss traf Prof. Orr bzw. dessen Vertreter.|Sie sprachen über z. B. Zölle, Zinsen usw. und gingen.",
    "Im Jahr 833 n. Chr. entstand das Reich.|1946 endete es.",
    "Ludwig XIV. Bau steht noch.|Er wurde 1715 fertig.",
    "„Wer kommt?“, fragte sie.|„Niemand.“|Dann ging sie.",
    "Er wohnt in der Hauptstr. 5 in Orr.|Dort ist es still.",
    "Er mag das nicht.|Das sagte er mir.",
    "Das gilt für ca. 30 Firmen, darunter die Voss GmbH & Co. KG.|Sie klagen.",
    "Die CDU u. a. Parteien stimmten zu.|So steht es auf S. 12.",
  ])
  func `German stops end sentences or do not`(text: String) { expectCut(text, language: "de") }

  @Test(arguments: [
    "M. Dupont et Mme Roy ont signé.|L’accord entre en vigueur le 1er mai.",
    "« C’est fini », a-t-il dit.|« Vraiment ? » a demandé Mme Orr.|Il a souri.",
    "Voir l’art. 5, p. 12, etc.|Le reste suit.",
    "Elle habite au bord de la mer.|Il fait beau.",
    "Le prof. Roy (cf. infra) est parti en sept. 2019.|Il reviendra.",
  ])
  func `French stops end sentences or do not`(text: String) { expectCut(text, language: "fr") }

  @Test(arguments: [
    "El Sr. Pérez viajó a EE. UU. con la Dra. Ruiz.|Volvieron el lunes.",
    "¿Quién viene?|¡Nadie!|Así es.",
    "El art. 5 y la pág. 12 lo dicen, etc.|Nadie lo duda.",
    "—No lo sé —dijo Ana.|Luego se fue.",
  ])
  func `Spanish stops end sentences or do not`(text: String) { expectCut(text, language: "es") }

  @Test(arguments: [
    "Il sig. Rossi e il dott. Bianchi lavorano alla Orr S.p.A. di Torino.|La ditta cresce.",
    "L’art. 5 vale per tutti.|È la legge.",
  ])
  func `Italian stops end sentences or do not`(text: String) { expectCut(text, language: "it") }

  @Test(arguments: [
    "O Sr. Silva e a Dra. Reis assinaram.|O acordo vale até 2030.",
    "A empresa perdeu R$ 1.250,50.|Não foi pouco.",
  ])
  func `Portuguese stops end sentences or do not`(text: String) { expectCut(text, language: "pt") }

  @Test(arguments: [
    "Dhr. Jansen en mevr. De Vries werken bij Orr B.V. in Delft.|Het bedrijf groeit.",
    "Dat geldt voor o.a. boeren, d.w.z. melkveehouders.|Zij klagen.",
  ])
  func `Dutch stops end sentences or do not`(text: String) { expectCut(text, language: "nl") }

  @Test(arguments: [
    ("ja", "雨が降った。雪も降った。", ["雨が降った。", "雪も降った。"]),
    ("zh", "他说：“下雨了。”然后走了。", ["他说：“下雨了。”", "然后走了。"]),
    ("ar", "هل سقط المطر؟ نعم. عاد الناس.", ["هل سقط المطر؟", "نعم.", "عاد الناس."]),
    ("hi", "बारिश हुई। लोग खुश थे।", ["बारिश हुई।", "लोग खुश थे।"]),
    ("ru", "Пошёл дождь. Люди ушли.", ["Пошёл дождь.", "Люди ушли."]),
  ])
  func `other scripts are cut at their own stops`(
    language: String, text: String, expected: [String]
  ) {
    #expect(sentences(of: text, language: language) == expected)
  }
}
