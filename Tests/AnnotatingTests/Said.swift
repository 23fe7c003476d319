import Document

@testable import Annotating

/// A quote as a test expects it: what was said, by whom, with which cue.
struct Said: Equatable, CustomStringConvertible {
  var words: String
  var speaker: String?
  var cue: String?
  var description: String { "\(words) – \(speaker ?? "nobody") (\(cue ?? "no cue"))" }
}

func quotes(in string: String, language: String = "en") -> [Said] {
  let article = annotated(string, [.quotes], language: language)
  guard let layer = article.layers.quotes else { return [] }
  return zip(layer.ranges, layer.notes).map { range, quote in
    Said(
      words: article.text[range], speaker: quote.speaker.map { article.text[$0] },
      cue: quote.cue.map { article.text[$0] })
  }
}
