import Annotating
import Document

/// Texts that make scanners look back or ahead again and again, each one unit over and over.
enum Adversarial {
  static let units = [
    "word ", "🇩", "a\n", "\"word ", "(word ", ".)", ". ", ".", "a'", "aa.bb.", "a@", "aa@bb",
    "Mr. ", "A.",
    "A. B. ", "\u{301}", "👩\u{200D}", "1,2", "12 ", "123 ", "twenty ", "two-", "million ",
    "1 million ",
    "two hundred and ", "1. a ", "• ", "漢字。", "漢", "ไทย", " ", "\n", "http://", "http://a(", ":-)",
    ":", "May ",
    "May 1, ", "Monday, ", "1/1/2000 10:10 ", "?", "? ", "a! ", "word. word ", "- ", "_",
    "5 pounds ", "«a ",
  ]

  /// The unit whose time grows most when there are four times as many, and by how much; 4 is linear.
  static func worst(_ kinds: Set<LayerKind>, count: Int) -> (
    unit: String, growth: Double, seconds: Double
  ) {
    var worst = (unit: "", growth: 0.0, seconds: 0.0)
    for unit in units {
      let short = seconds(kinds, String(repeating: unit, count: count))
      let long = seconds(kinds, String(repeating: unit, count: count * 4))
      // Below a millisecond the clock says more of itself than of us.
      let growth = long / max(short, 0.001)
      worst.seconds = max(worst.seconds, long)
      if growth > worst.growth { worst = (unit, growth, worst.seconds) }
    }
    return worst
  }

  private static func seconds(_ kinds: Set<LayerKind>, _ text: String) -> Double {
    let annotator = Annotator()
    var best = Double.infinity
    for _ in 0..<3 {
      var article = Article(id: "adversarial", source: "", text: Text(text))
      article.metadata.language = Sourced("en", from: "benchmark")
      let start = monotonicSeconds()
      annotator.annotate(&article, with: kinds)
      best = min(best, monotonicSeconds() - start)
    }
    return best
  }
}
