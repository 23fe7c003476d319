internal import CUnicode
internal import Lua

// `desk.text`: texts as readers see them, in characters, words and sentences.

extension Session {
  var deskTextOwner: APIOwner {
    let text = "string | copydesk.Span | copydesk.Article"
    return APIOwner(
      library: "desk.text",
      doc:
        "Texts as readers see them: characters, not bytes, and words of any script. `desk.lower`, `desk.upper`, "
        + "`desk.fold`, `desk.words` and `desk.stem` stand in `desk` itself.",
      members: [
        APIMember(
          "length", type: "fun(text: \(text)): integer",
          doc: "How many characters a text has, as a reader counts them; `#text` counts bytes.",
          access: .method(textLength)),
        APIMember(
          "segment",
          type:
            "fun(text: \(text), unit: \"characters\" | \"words\" | \"lines\" | \"paragraphs\"): string[]",
          doc:
            "A text cut into characters as readers see them, into words, also of scripts that have no spaces, into "
            + "lines or into paragraphs, which have blank lines between them.",
          access: .method(segment)),
        APIMember(
          "shorten", type: "fun(text: \(text), limit: integer): string",
          doc:
            "A text of at most so many characters: where it is longer it is cut behind a word, and `…` tells so.",
          access: .method(shorten)),
        APIMember(
          "plain", type: "fun(text: \(text)): string",
          doc:
            "The text folded and without the marks on its letters, for comparing names that are written with "
            + "and without them: `Café` and `CAFE` become one.",
          access: .method(plain)),
        APIMember(
          "compare", type: "fun(a: string, b: string, language?: string): -1 | 0 | 1",
          doc:
            "Which of two texts comes first in a list: by letters, then by their marks, then by case, small letters "
            + "first. With a language in its own order: in Swedish `å` stands behind `z`. Tags may choose among orders, "
            + "as `\"de-u-co-phonebk\"` does the one of German telephone books.",
          access: .method(compareTexts)),
        APIMember(
          "sort", type: "fun(list: string[], language?: string): string[]",
          doc: "A new list of the texts in the order of `compare`.", access: .method(sortTexts)),
        APIMember(
          "distance", type: "fun(a: string, b: string): integer",
          doc:
            "How many characters must be put in, left out, replaced or swapped with their neighbour to turn one text into "
            + "the other; texts of at most \(EditDistance.maximum) characters.",
          access: .method(distance)),
        APIMember(
          "syllables", type: "fun(text: \(text), language?: string): integer",
          doc:
            "The syllables of a text's words, told by their letters: right on average, not for each word. Rules are known for "
            + "\(Syllables.languages.joined(separator: ", ")), `\"en\"` unless told; elsewhere runs of vowels count.",
          access: .method(countSyllables)),
        APIMember(
          "readability",
          type:
            "fun(text: \(text), options?: { language?: string, sentences?: integer }): copydesk.Readability",
          doc:
            "What measures of readability count, and the measures. Give `sentences = #article.sentences` where the "
            + "layer is required; else they are told by the marks that end them.",
          access: .method(readability)),
      ])
  }

  private func textLength(_ call: Call) throws(Fault) -> Int {
    call.push(String(decoding: try text(call, 1).part, as: UTF8.self).count)
    return 1
  }

  private func plain(_ call: Call) throws(Fault) -> Int {
    try push(converted: try text(call, 1).part, COPYDESK_PLAIN, on: call)
    return 1
  }

  private func shorten(_ call: Call) throws(Fault) -> Int {
    let words = String(decoding: try text(call, 1).part, as: UTF8.self)
    let limit = try call.integer(2)
    guard limit >= 1 else { throw Fault(argument: 2, expected: "integer of at least 1") }
    guard let end = words.index(words.startIndex, offsetBy: limit, limitedBy: words.endIndex),
      end < words.endIndex
    else {
      call.push(words)
      return 1
    }
    let room = words[..<words.index(before: end)]
    let isWholeWord = words[room.endIndex].isWhitespace
    let cut = isWholeWord ? nil : room.lastIndex(where: \.isWhitespace)
    var kept = room[..<(cut ?? room.endIndex)]
    while let last = kept.last, last.isWhitespace || last.isPunctuation { kept.removeLast() }
    call.push((kept.isEmpty ? String(room) : String(kept)) + "…")
    return 1
  }

  private func distance(_ call: Call) throws(Fault) -> Int {
    let (a, b) = (
      Array(try call.string(1).unicodeScalars), Array(try call.string(2).unicodeScalars)
    )
    guard max(a.count, b.count) <= EditDistance.maximum else {
      throw Fault("texts of more than \(EditDistance.maximum) characters")
    }
    guard let distance = EditDistance.between(a, b, isExpired: { call.isExpired }) else {
      throw Fault("the time limit was reached")
    }
    call.push(distance)
    return 1
  }
}
