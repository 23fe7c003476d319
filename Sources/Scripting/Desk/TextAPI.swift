internal import CUnicode
internal import Lua

// Functions of `desk` on words and texts.

extension Session {
  var textMembers: [APIMember] {
    let text = "string | copydesk.Span | copydesk.Article"
    return [
      APIMember(
        "lower", type: "fun(text: \(text)): string", doc: "The text in lower case, by Unicode.",
        access: .method(converting(COPYDESK_LOWER))),
      APIMember(
        "upper", type: "fun(text: \(text)): string", doc: "The text in upper case, by Unicode.",
        access: .method(converting(COPYDESK_UPPER))),
      APIMember(
        "fold", type: "fun(text: \(text)): string",
        doc:
          "The text folded, for comparing without regard to case: `Straße` and `STRASSE` become one.",
        access: .method(converting(COPYDESK_FOLD))),
      APIMember(
        "words", type: "fun(text: \(text)): string[]",
        doc: "The words of a text: runs of letters and digits, with apostrophes between them.",
        access: .method(words)),
      APIMember(
        "stem", type: "fun(word: string, language?: string): string",
        doc:
          "The stem of a word in lower case, by the Snowball rules of a language: an ISO 639-1 code, "
          + "`\"en\"` unless told.", access: .method(stem)),
      termsMember,
    ]
  }

  private func converting(_ how: copydesk_conversion) -> Body {
    { (call) throws(Fault) in
      try self.push(converted: try self.text(call, 1).part, how, on: call)
      return 1
    }
  }

  func push(
    converted text: UnsafeBufferPointer<UInt8>, _ how: copydesk_conversion, on call: Call
  ) throws(Fault) {
    guard let result = convert(text, how) else { throw Fault("the text is too long") }
    call.push(result[...])
  }

  private func words(_ call: Call) throws(Fault) -> Int {
    let text = try text(call, 1)
    var cursor = RunCursor(
      WordSource(
        text.bytes.baseAddress ?? .nowhere, text.range, caseRule: .keep, scratch: desk.scratch,
        straightensApostrophes: false))
    call.pushTable()
    var count = 0
    while let word = cursor.next() {
      count += 1
      if count % 4096 == 0, call.isExpired { throw Fault("the time limit was reached") }
      call.push(UnsafeBufferPointer(rebasing: text.bytes[word.lower..<word.upper]))
      call.setElement(count)
    }
    return 1
  }

  private func stem(_ call: Call) throws(Fault) -> Int {
    let stemmer = try stemmer(call[2].isNil ? "en" : try call.string(2))
    stemmer.stem(try text(call, 1).part) { call.push($0) }
    return 1
  }

  func stemmer(_ language: String) throws(Fault) -> Stemmer {
    if let stemmer = desk.stemmer(of: language) { return stemmer }
    let codes = Stemmer.languages.map(\.code).joined(separator: ", ")
    throw Fault("there is no stemmer for \"\(language)\"; there are \(codes)")
  }
}
