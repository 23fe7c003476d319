import Document
import Testing

@testable import Reading

/// What is read of JSON-LD and microdata in news pages, one idea a case.
struct StructuredDataTests {
  // MARK: JSON-LD

  @Test(arguments: [
    #"{"@type":"NewsArticle","headline":"Ferry lands","datePublished":"2026-03-09","author":{"name":"Jane Roe"}}"#,
    #"[{"@type":"WebSite"},{"@type":["Thing","NewsArticle"],"headline":"Ferry lands","datePublished":"2026-03-09","author":"Jane Roe"}]"#,
    """
    {"@graph":[{"@type":"Person","@id":"#jr","name":"Jane Roe"},{"@type":"NewsArticle","headline":"Ferry lands",
    "datePublished":"2026-03-09","author":{"@id":"#jr"}}]}
    """,
    """
    <!-- {"@type":"NewsArticle","headline":"Ferry
    lands","datePublished":"2026-03-09","author":[{"name":"Jane Roe"},],}; -->
    """,
    #"{"@type":"NewsArticle","headline":"Ferry lands","datePublished":"2026-03-09","author":{"@list":[{"name":"Jane Roe"}]}}"#,
    """
    {"@type":"WebSite","name":"Post"}
    {"@type":"NewsArticle","headline":"Ferry lands","datePublished":"2026-03-09","author":"Jane Roe"}
    """,
    #"{'@type':'NewsArticle','headline':'Ferry lands','author':{'name':'Jane Roe'},'datePublished':'2026-03-09','description':'The \'old\' one's'}"#,
    #"{"@type":"NewsArticle","headline":"Ferry lands","author":"Jane Roe","datePublished":"2026-03-09","articleBody":"The"#,
    #"{"@type":"NewsArticle","author":["Jane Roe"],"headline":"Ferry lands","datePublished":"2026-03-09"}},"isPartOf":"The Post"}"#,
    // Cut short, and with marks inside a string that were not escaped.
    #"{"@type":"NewsArticle","headline":"Ferry lands","author":[{"@type":"Person","name":"Jane Roe"}],"datePublished":"2026-03-09","articleBody":"The"#,
    #"{"@type":"NewsArticle","headline":"Ferry lands","datePublished":"2026-03-09","author":{"name":"Jane Roe"},"description":"The "old" ferry"}"#,
  ])
  func `JSON-LD is read in lists, graphs and pieces`(_ json: String) {
    let page = PageTests.page("<script type='application/ld+json'>\(json)</script>")
    #expect(page?.metadata.title == Sourced("Ferry lands", from: "json-ld"))
    #expect(page?.metadata.published?.value == "2026-03-09")
    #expect(page?.metadata.authors?.value == ["Jane Roe"])
  }

  @Test func `marks inside strings that were not escaped are kept`() {
    let page = PageTests.page(
      """
      <script type='application/ld+json'>{"@type":"NewsArticle","headline":"The "old" ferry","description":"It's "back"."}</script>
      """)
    #expect(page?.metadata.title?.value == #"The "old" ferry"#)
    #expect(page?.metadata.other?.value["description"] == #"It's "back"."#)
  }

  @Test(arguments: [
    ("<link rel='canonical' href='https://post.example/ferry'>", ""),
    ("<meta property='og:url' content='http://post.example/ferry/'>", ""),
    ("", "<h1>Ferry lands</h1>"),
  ])
  func `of several articles in JSON-LD the page's own counts`(_ head: String, _ body: String) {
    let json = """
      {"@graph":[{"@type":"NewsArticle","headline":"Bridge shut","url":"https://post.example/bridge","author":"Ana Lim",
      "datePublished":"2026-01-01","keywords":"bridges"},{"@type":"NewsArticle","headline":"Ferry lands","author":"Jane Roe",
      "mainEntityOfPage":{"@id":"https://post.example/ferry#main"}}]}
      """
    let page = PageTests.page("<script type='application/ld+json'>\(json)</script>\(head)", body)
    #expect(page?.metadata.title?.value == "Ferry lands")
    #expect(page?.metadata.authors?.value == ["Jane Roe"])
    #expect(page?.metadata.published == nil)
  }

  @Test(arguments: [
    (#"The ferry lands.\n\nIt was late."#, "The ferry lands.\n\nIt was late."),
    (#"<p>The ferry <b>lands</b>.</p><p>It was late.</p>"#, "The ferry lands.\n\nIt was late."),
    (
      #"&lt;p&gt;Roe &amp;amp; Lim lands.&lt;/p&gt;&lt;p&gt;It was late.&lt;/p&gt;"#,
      "Roe & Lim lands.\n\nIt was late."
    ),
    (#"Waves &lt; 2 m &amp; calm."#, "Waves < 2 m & calm."),
  ])
  func `a page without words of its own has those of its JSON-LD`(_ body: String, _ text: String) {
    let page = PageTests.read(
      Array(
        """
        <html><script type='application/ld+json'>{"@type":"NewsArticle","headline":"Ferry","articleBody":"\(body)"}</script>
        <div id='app'></div></html>
        """.utf8))
    #expect(page?.text.string == text)
    #expect(page?.warnings.map(\.message) == ["the text is that of the page's JSON-LD"])
  }

  @Test func `a page in which no text is found says so`() {
    let page = PageTests.read(
      Array("<html><title>Ferry lands</title><div id='app'></div></html>".utf8))
    #expect(page?.warnings == [Warning(code: "text", message: "no text was found")])
  }

  // MARK: Microdata

  @Test func `microdata name publisher, picture, language, summary and price of the article alone`()
    throws
  {
    let page = try #require(
      PageTests.page(
        "<base href='https://post.example/news/'>",
        """
        <div itemscope itemtype='https://schema.org/NewsArticle'>
        <div itemprop='publisher' itemscope itemtype='https://schema.org/Organization'>
        <meta itemprop='description' content='A paper since 1871.'>
        <div itemprop='logo' itemscope><meta itemprop='name' content='The logo'><img itemprop='url' src='logo.png'></div>
        <span itemprop='name'>The Post</span></div>
        <div itemprop='image' itemscope itemtype='https://schema.org/ImageObject'><link itemprop='url' href='ferry.jpg'></div>
        <span itemprop='author' itemscope><b itemprop='name'>Jane Roe</b></span>
        <span itemprop='author' itemscope><b itemprop='name'>Ana Lim</b></span>
        <meta itemprop='description' content='It is back.'><meta itemprop='inLanguage' content='en-GB'>
        <meta itemprop='isAccessibleForFree' content='False'></div>
        """))
    #expect(page.metadata.publisher == Sourced("The Post", from: "microdata"))
    #expect(page.metadata.language == Sourced("en-GB", from: "microdata"))
    #expect(page.metadata.authors?.value == ["Jane Roe", "Ana Lim"])
    let other = try #require(page.metadata.other?.value)
    #expect(other["description"] == "It is back.")
    #expect(other["image"] == "https://post.example/news/ferry.jpg")
    #expect(other["paywall"] == true)
    #expect(page.metadata.otherPlaces["image"] == "microdata")
  }
}
