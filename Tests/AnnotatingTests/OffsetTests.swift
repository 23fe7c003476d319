import Document
import Testing

@testable import Annotating

/// A small generator whose sequence is the same on every run.
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 32 ^ state << 32
  }
}

@Suite struct OffsetTests {
  /// Texts woven from pieces that trouble scanners, with code points from all of Unicode between them.
  private static func text(seed: UInt64) -> String {
    let pieces = [
      "Mr. ", "U.S. ", "e.g. ", "...", ". . .", "“", "”", "\"", "'s", "’s ", "@", "#",
      "http://a.b/c(d", "www.x.com",
      "a@b.co", "\n", "\n\n", "\r\n", "\t", " ", "\u{2029}", "\u{00A0}", "1,234.5", "3. März",
      "5 p.m. ", "$1 billion",
      "🇩🇪", "🇩", "👩‍👩‍👧", "✊🏽", "\u{0301}", "\u{200D}", "\u{FE0F}", "\u{20E3}", "\u{200B}", "漢字。", "カタカナ",
      "ไทย", "שלום",
      "؟", "The ", "word ", "I ", "1. ", "• ", "a) ", "?!", ":-)", "—", "«", "»", ")", "(", "[12]",
      "½", "%", "_", "-", "\u{0}", "Ada Roe ", "said ", "Kenya ", "South Korean ", "Mr. Orr ",
      "yesterday ", "on Monday", "il y a trois jours ", "segunda-feira", "18 dead", "5 million ",
      "zehntausend ", "“We won,” ", "according to ", "the UN ", "in 2019", "März ",
    ]
    var dice = Dice(state: seed)
    var text = ""
    for _ in 0..<Int.random(in: 0...80, using: &dice) {
      if Int.random(in: 0..<4, using: &dice) == 0,
        let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &dice))
      {
        text.unicodeScalars.append(scalar)
      } else {
        text += pieces[Int.random(in: pieces.indices, using: &dice)]
      }
    }
    return text
  }

  /// The offsets of bytes that are not white space.
  private static func ink(_ text: Text) -> [Bool] {
    text.string.unicodeScalars.flatMap { scalar in
      Array(repeating: !scalar.properties.isWhitespace, count: UTF8.width(scalar))
    }
  }

  private static func covered(_ ranges: [TextRange], _ count: Int) -> [Bool] {
    var covered = Array(repeating: false, count: count)
    for range in ranges { for offset in range.offsets { covered[offset] = true } }
    return covered
  }

  /// What annotators find here and there lies on boundaries, in order; a quote's parts do so, too.
  private static func checkFinds(_ article: Article, seed: UInt64) {
    let layers = article.layers
    let apart = [layers.entities?.ranges, layers.amounts?.ranges, layers.dates?.ranges]
    for ranges in (apart + [layers.quoted, layers.quotes?.ranges]).compactMap({ $0 }) {
      #expect(ranges.allSatisfy { article.text.holds($0) && !$0.isEmpty }, "seed \(seed)")
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.lower <= $1.lower }, "seed \(seed)")
    }
    for ranges in apart.compactMap({ $0 }) {
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upper <= $1.lower }, "seed \(seed)")
    }
    for quote in layers.quotes?.notes ?? [] {
      for part in [quote.speaker, quote.cue].compactMap({ $0 }) {
        #expect(article.text.holds(part) && !part.isEmpty, "seed \(seed)")
      }
    }
  }

  @Test(arguments: ["en", "de", "fr", "it", "pt", "ja"])
  func `layers of random text lie on boundaries, in order, and cover all ink`(language: String) {
    for seed in 0..<UInt64(600) {
      let article = annotated(
        Self.text(seed: seed), Set(LayerKind.allCases), language: language)
      let text = article.text
      let tokens = article.layers.tokens?.ranges ?? []
      let sentences = article.layers.sentences ?? []
      let paragraphs = article.layers.paragraphs ?? []
      let ink = Self.ink(text)
      for ranges in [tokens, sentences, paragraphs] {
        #expect(ranges.allSatisfy { text.holds($0) && !$0.isEmpty }, "seed \(seed)")
        #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upper <= $1.lower }, "seed \(seed)")
        let covered = Self.covered(ranges, text.count)
        #expect(zip(ink, covered).allSatisfy { !$0 || $1 }, "seed \(seed)")
      }
      let scopes = article.layers.scopes?.ranges ?? []
      #expect(scopes.allSatisfy { text.holds($0) && !$0.isEmpty }, "seed \(seed)")
      #expect(scopes == scopes.sorted(), "seed \(seed)")
      Self.checkFinds(article, seed: seed)
      for (inner, outer) in [(tokens, sentences), (sentences, paragraphs)] {
        #expect(inner.allSatisfy { range in outer.contains { $0.contains(range) } }, "seed \(seed)")
      }
    }
  }

  /// Words and marks that rules of quotes ask for, by language, in any order.
  private static let cues = [
    "en": """
    said says told that as by who which what whom she they I Roe Jane Roe the a minister group was is being reported \
    according to in In a statement , , , . “ ” " : ; — ( ) promising noting Noting arguing called calling described have \
    not but and allegedly reportedly appears expected believed survey poll found shows Asked asked whether if pay from \
    of for when after hoped warned could sources officials critics people former his none 18 percent accused him vowed \
    made makes it clear would like in a new poll polls leading with while because if where including an April week this \
    earlier two days ago of Monday 's attacks attack on respond not think know favored nominated ; – who whose compared \
    infamously show files from upon like talk "stagnant" years been had leads Friday
    """,
    "de": """
    sagte sagten so Roe der Minister die eine Sprecherin laut nach Angaben dass , , , . „ “ " : – ( ) er sie nannte sei \
    seien habe hätten würden so genannten und aber nicht wird ist heißt es teilte mit erklärte betonte zufolge Laut im \
    zitiert zitierte zitierten weil Wie wie sich mit den Worten deren solche angesichts Angesichts das man aus In dem \
    bezeichnet bezeichnete geheißen hatte zogen kam lehnte ab Jane als Bewertung dazu
    """,
    "fr": """
    a déclaré dit Roe le ministre elle il selon Selon que , , , . « » " : — ( ) affirme aurait serait est pas mais et qui \
    d'après ajoute explique expliqué une porte-parole demande si
    """,
  ]

  @Test(arguments: cues.keys.sorted())
  func `words that tell quotes are read in any order`(language: String) {
    let words = Self.cues[language]?.split(separator: " ").map(String.init) ?? []
    for seed in 0..<UInt64(500) {
      var dice = Dice(state: seed)
      var text = ""
      for _ in 0..<Int.random(in: 1...120, using: &dice) {
        text += words[Int.random(in: words.indices, using: &dice)] + " "
      }
      Self.checkFinds(annotated(text, [.quotes], language: language), seed: seed)
    }
  }
}
