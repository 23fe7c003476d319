import Document
import Testing

@testable import Reading

/// What is read of news pages, one idea a case.
struct PageTests {
  /// A page with a head, and a body before and after some paragraphs of a story.
  static func page(_ head: String, _ before: String = "", _ after: String = "") -> Article? {
    let story = """
      <p>The ferry to Eastwick lands again, three years after the storm, the harbour board said on Monday.</p>
      <p>Farmers, bakers and teachers had waited for it, and many of them came to see it arrive at noon.</p>
      """
    let html = "<html><head>\(head)</head><body>\(before)<div>\(story)</div>\(after)</body></html>"
    return read(Array(html.utf8))
  }

  static func read(_ bytes: [UInt8]) -> Article? {
    var articles: [Article] = []
    Reader().read(bytes, source: "page.html") { result in
      if case .success(let article) = result { articles.append(article) }
    }
    return articles.first
  }

  @Test(arguments: [
    ("<title>The ferry lands again - Eastwick Post</title>", "", "The ferry lands again"),
    (
      "<title>Ferry: how it came back · Post</title>", "<h1>Ferry: how it came back</h1>",
      "Ferry: how it came back"
    ),
    (
      "<title>The ferry lands — notes on Eastwick</title>",
      "<h1>notes on Eastwick</h1><h2>The ferry lands<a href='#ferry'>¶</a></h2>", "The ferry lands"
    ),
    (
      "<meta property='og:title' content='Ferry lands | Post'><meta property='og:site_name' content='Post'>",
      "", "Ferry lands"
    ),
    (
      "<meta name='DC.title' content='By name'><meta property='dc:title' content='By property'>",
      "",
      "By property"
    ),
  ])
  func `a title is the headline without the site`(_ head: String, _ body: String, _ title: String) {
    #expect(Self.page(head, body)?.metadata.title?.value == title)
  }

  @Test(arguments: [
    ("<meta name='author' content='Jane M. Roe (https://roe.example/)'>", "", ["Jane M. Roe"]),
    ("<meta name='author' content='Richard (R.J.) Stone'>", "", ["Richard (R.J.) Stone"]),
    (
      "<meta name='author' content='Ana Lim (avec Max Roe et Jo Poe)'>", "",
      ["Ana Lim", "Max Roe", "Jo Poe"]
    ),
    (
      "",
      "<div><span class='sig-byline'>By <a href='/roe'>Jane Roe</a></span> <span>March 18</span></div>",
      ["Jane Roe"]
    ),
    (
      "",
      "<p><a rel='author' href='/roe'>Jane Roe</a> and <a rel='author' href='/lim'>Ana Lim</a></p>",
      ["Jane Roe", "Ana Lim"]
    ),
    (
      """
      <meta property='og:site_name' content='The Post'><meta name='author' content='The Post'>
      <meta name='parsely-author' content='Jane Roe'>
      """, "", ["Jane Roe"]
    ),
  ])
  func `authors are people, told near the text`(
    _ head: String, _ body: String, _ names: [String]
  ) {
    let others = "<div class='comments'><span class='author'>Peter Poe</span></div>"
    let far = "<p><a rel='author' href='/x'>Xenia Far</a> wrote another story.</p>"
    let page = Self.page(head, far + String(repeating: "<p><b>a</b>", count: 9) + body, others)
    #expect(page?.metadata.authors?.value == names)
  }

  @Test func `headings, block quotes and corrections are marked, captions kept apart`() throws {
    let html = """
      <article><p>The storm of the year took the old landing with it, and nobody could cross for months.</p>
      <h2>The wait</h2><blockquote><p>We slept badly, all of us, every night.</p><p>Then it came back.</p></blockquote>
      <p>The ferry to Eastwick lands again, three years after the storm, the harbour board said.</p>
      <figure><img src="a.jpg"><figcaption>The landing in March</figcaption></figure>
      <p class="article-correction">The year of the storm was wrong in an earlier version of this report.</p></article>
      """
    let page = try #require(Self.read(Array(html.utf8)))
    let marked = try #require(page.layers.marked)
    #expect(marked.notes == [.heading, .quote, .correction])
    #expect(marked.ranges.map { page.text[$0].prefix(8) } == ["The wait", "We slept", "The year"])
    #expect(page.text[marked.ranges[1]].hasSuffix("came back."))
    #expect(page.metadata.other?.value["captions"] == ["The landing in March"])
  }

  @Test func `Markdown marks its headings and block quotes`() throws {
    let markdown = "# Ferry\n\nRain fell.\n\n## The wait\n\n> We slept.\n>\n> Badly.\n\nIt came.\n"
    var articles: [Article] = []
    Reader().read(Array(markdown.utf8), source: "a.md") {
      articles += [try? $0.get()].compactMap(\.self)
    }
    let page = try #require(articles.first)
    let marked = try #require(page.layers.marked)
    #expect(marked.notes == [.heading, .quote])
    #expect(marked.ranges.map { page.text[$0] } == ["The wait", "We slept.\n\nBadly."])
  }

  @Test func `authors who disagree are all kept`() throws {
    let page = Self.page(
      "<meta name='author' content='Jane Roe'><meta name='parsely-author' content='Ana Lim'>")
    let other = try #require(page?.metadata.other?.value["alternatives"])
    #expect(page?.metadata.authors == Sourced(["Jane Roe"], from: "meta:author"))
    #expect(other["authors"]?["meta:parsely-author"] == ["Ana Lim"])
  }
}
