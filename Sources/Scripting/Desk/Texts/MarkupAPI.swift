internal import Lua

// `desk.html` and `desk.markdown`.

extension Session {
  var markupOwners: [APIOwner] {
    [
      APIOwner(
        library: "desk.html", doc: "Words in HTML.",
        members: [
          converter("escape", "A text with HTML's own characters written as references.") {
            $0.htmlEscaped
          },
          converter(
            "unescape",
            "A text with HTML's references read: numbers, and the names that news texts have; others stay."
          ) { $0.htmlUnescaped },
        ]),
      APIOwner(
        library: "desk.markdown",
        doc: "Words in Markdown, which `report:text` and `report:callout` read.",
        members: [
          converter(
            "escape",
            "A text in which nothing is markup; line breaks become spaces. For words of articles in a report."
          ) { $0.markdownEscaped }
        ]),
    ]
  }

  private func converter(
    _ name: String, _ doc: String, _ convert: @escaping (String) -> String
  ) -> APIMember {
    APIMember(
      name, type: "fun(text: string | copydesk.Span | copydesk.Article): string", doc: doc,
      access: .method { (call) throws(Fault) in
        call.push(convert(String(decoding: try self.text(call, 1).part, as: UTF8.self)))
        return 1
      })
  }
}
