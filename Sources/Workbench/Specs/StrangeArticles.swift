import Document

extension Article {
  /// Articles that every plugin meets one day: of nothing, of one word, without sentences, in other scripts.
  static let strange: [Article] = [
    strange("an article without words"),
    strange("a headline alone", title: "Storm closes harbour"),
    strange("one word", "Correction"),
    strange("white space alone", " \n\n \n"),
    strange(
      "no end of a sentence",
      Array(repeating: "and the ferry went on", count: 60).joined(separator: " ")),
    strange("no word that ends", String(repeating: "x", count: 3_000)),
    strange(
      "a quote without its end", "The mayor said: “We will open the bridge\n\nand so she did."),
    strange("emoji and combining signs", "Goal! 🎉👩‍👩‍👧 Ma\u{304}ori cafe\u{301} 👏🏽 …"),
    strange(
      "another language", "Der Fluss stieg auf 9,2 Meter, sagte Anna Brandt.", language: "de"),
    strange("right to left", "قال الوزير إن الميناء سيفتح يوم الأحد.", language: "ar"),
    strange("no spaces", "港口将于周日重新开放，市长说。", language: "zh"),
    strange("no language", "12 14 17 — 3.5% $2m", language: "und"),
    strange(
      "a report", title: "Ferries stay in port",
      """
      HARBOURTON, 3 March — Ferries stayed in port on Monday after 40 centimetres of snow fell overnight.

      “We may sail on Tuesday,” said Ada Fenwick, the harbour master. Losses could reach $2.5m, or 3% of turnover.
      """),
  ]

  private static func strange(
    _ name: String, title: String? = nil, _ text: String = "", language: String = "en"
  ) -> Article {
    var article = Article(id: name, source: name, hash: "00", text: Text(text))
    article.metadata.title = title.map { Sourced($0, from: "spec") }
    article.metadata.language = Sourced(language, from: "spec")
    return article
  }
}
