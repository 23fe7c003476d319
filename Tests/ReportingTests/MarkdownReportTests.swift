import Document
import Glibc
import SystemCmark
import Testing

@testable import Reporting

@Suite struct MarkdownReportTests {
  @Test func `the report is one document in GitHub's Markdown`() {
    Golden.expect(Array(Sample.written(by: MarkdownReport.self).utf8), in: "report.md")
  }

  @Test func `every link leads to an anchor that is there`() {
    let tags = Tags(rendered(Sample.written(by: MarkdownReport.self))).tags
    let ids = tags.compactMap { $0.value("id") }
    for link in tags.compactMap({ $0.value("href") }) where link != "files/desks-desks.csv" {
      #expect(link.hasPrefix("#") && ids.contains(String(link.dropFirst())), "\(link)")
    }
  }

  @Test(arguments: Sample.hostile)
  func `words stay words, whatever they are`(words: String) {
    let plain = Sample.written(
      by: MarkdownReport.self, Sample.report("x"), pages: Sample.pages("x"))
    let written = Sample.written(
      by: MarkdownReport.self, Sample.report(words), pages: Sample.pages(words))
    #expect(Tags(rendered(written)).difference(from: Tags(rendered(plain))) == nil)
  }

  @Test(arguments: [
    ("a **b** c", [Inline.words("a "), .strong([.words("b")]), .words(" c")]),
    ("*a `b`*", [.emphasis([.words("a "), .code("b")])]),
    ("[a](https://b.example)", [.link([.words("a")], url: "https://b.example")]),
    ("[a](javascript:b)", [.words("[a](javascript:b)")]),
    ("2 * 3 * 4", [.words("2 * 3 * 4")]), ("**a", [.words("**a")]),
    ("\\*a\\*", [.words("*a*")]), ("<b>", [.words("<b>")]),
  ])
  func `plugins may use emphasis, code and links`(text: String, inlines: [Inline]) {
    #expect(Inline.parse(text) == inlines)
  }

  @Test(arguments: [
    "Look! ![x](https://tracker.example/p.png)", "a\\\\![x](https://tracker.example/p.png)",
    "!![x](https://tracker.example/p.png)",
  ])
  func `an exclamation mark before a link makes no image of it`(text: String) {
    var md = Markdown()
    md.inlines(Inline.parse(text))
    let html = rendered(String(decoding: md.take(), as: UTF8.self))
    #expect(!html.contains("<img"))
    #expect(html.contains("!<a href=\"https://tracker.example/p.png\">x</a>"))
    md.text("Well!")
    md.link(to: "article-1", "x")
    #expect(md.take() == Array("Well\\![x](#article-1)".utf8))
  }

  @Test(arguments: [
    ("a ", "b", " c", "**"), ("他说", "「没有」", "。", "<b>"), ("他说:", "「没有」", "就走了", "<b>"),
    ("", "“No,”", " she said", "**"), ("a", " b", "c", "<b>"), ("Name: ", "_____", "Date", "<b>"),
  ])
  func `words are bold whatever stands beside them`(
    before: String, words: String, after: String, mark: String
  ) {
    var md = Markdown()
    md.text(before)
    md.strong(words, after: before.last, before: after.first)
    md.text(after)
    let written = String(decoding: md.take(), as: UTF8.self)
    #expect(written.contains(mark))
    let html = rendered(written).replacing("<strong>", with: "<b>").replacing(
      "</strong>", with: "</b>")
    #expect(html == "<p>\(before)<b>\(words)</b>\(after)</p>\n")
  }

  @Test func `openings without end take no time`() {
    let text = String(repeating: "*a [b `c ", count: 5_000)
    let words = Inline.parse(text).map { if case .words(let words) = $0 { words } else { "" } }
    #expect(words.joined() == text)
  }

  /// What a reader sees, by the library that GitHub uses.
  private func rendered(_ markdown: String) -> String {
    cmark_gfm_core_extensions_ensure_registered()
    let options = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES
    guard let parser = cmark_parser_new(options) else { return "" }
    defer { cmark_parser_free(parser) }
    for name in ["table", "autolink", "strikethrough", "tasklist"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    cmark_parser_feed(parser, markdown, markdown.utf8.count)
    guard let document = cmark_parser_finish(parser) else { return "" }
    defer { cmark_node_free(document) }
    let html = cmark_render_html(
      document, options, cmark_parser_get_syntax_extensions(parser))
    defer { free(html) }
    return html.map { String(cString: $0) } ?? ""
  }
}
