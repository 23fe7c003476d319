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
    ("<!DOCTYPE html><html>", "page.xml"), ("<html>", "page.json"), ("<HTML>", "page.jsonl"),
    ("<!-- saved from url=(0019)https://a.example/ --><HTML>", "page.txt"),
    ("<?xml version='1.0'?>\n<!-- x -->\n<html xmlns='http://www.w3.org/1999/xhtml'>", "page.xml"),
  ])
  func `a page is one whatever its name says`(_ opening: String, _ name: String) {
    let page =
      "\(opening)<head><title>Ferry lands</title></head><body><p>It landed at noon.</p></body></html>"
    var articles: [Article] = []
    Reader().read(Array(page.utf8), source: name) { result in
      if case .success(let article) = result { articles.append(article) }
    }
    #expect(articles.map(\.title.string) == ["Ferry lands"])
    #expect(articles.map(\.text.string) == ["It landed at noon."])
  }

  @Test(arguments: ["feed.json", "feed.jsonl", "feed.txt"])
  func `so is a feed`(_ name: String) {
    var titles: [String] = []
    let feed =
      "<!-- made by hand --><rss><channel><item><title>Ferry lands</title></item></channel></rss>"
    Reader().read(Array(feed.utf8), source: name) { result in
      if case .success(let article) = result { titles.append(article.title.string) }
    }
    #expect(titles == ["Ferry lands"])
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
    (
      "<title>The ferry lands again -- Puppets -- Post.example</title><meta property='og:site_name' content='Post.example'>",
      "", "The ferry lands again"
    ),
    (
      "<title>El barco vuelve a la isla este lunes » Local » Noticias » Última Hora</title>", "",
      "El barco vuelve a la isla este lunes"
    ),
    (
      "<title>The plan - a long and winding one - is back on the table - Post</title>", "",
      "The plan - a long and winding one - is back on the table"
    ),
    ("<title>渡船周一恢复通航并增加班次-海岸网</title>", "", "渡船周一恢复通航并增加班次-海岸网"),
    ("<title>渡船周一恢复通航并增加班次 - 海岸网 - 国内</title>", "", "渡船周一恢复通航并增加班次"),
    ("<title>渡船-桥梁</title>", "", "渡船-桥梁"),
    ("<title>Ferry_back-again</title>", "", "Ferry_back-again"),
    (
      "<title>Ferry landing opens | Daily</title>", "<h1>FERRY LANDING OPENS</h1>",
      "Ferry landing opens"
    ),
    (
      "<title>Daily: Ferry Landing Opens</title>", "<h1>Ferry landing opens</h1>",
      "Ferry Landing Opens"
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

  @Test func `links and scopes survive when characters have to be composed`() throws {
    let html = """
      <article><h2>The cafe\u{301}</h2><p>In the cafe\u{301} by the harbour <a href="https://x.example/">all the \
      cafe\u{301}s</a> were talked of, and nothing else.</p><blockquote>We slept in the cafe\u{301}.</blockquote></article>
      """
    let page = try #require(Self.read(Array("<title>Coffee</title>\(html)".utf8)))
    #expect(page.layers.links?.ranges.map { page.text[$0] } == ["all the cafés"])
    #expect(
      page.layers.marked?.ranges.map { page.text[$0] } == ["The café", "We slept in the café."])
    #expect(page.text.string.unicodeScalars.contains("\u{E9}"))
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

  @Test func `a site that calls itself the author yields to a printed byline`() {
    let head = """
      <meta property='og:site_name' content='The Post'><meta name='author' content='The Post'>
      """
    let named = Self.page(head, "<p class='byline'>By Jane Roe</p>")
    #expect(named?.metadata.authors == Sourced(["Jane Roe"], from: "text:byline"))
    #expect(Self.page(head)?.metadata.authors == Sourced(["The Post"], from: "meta:author"))
  }

  @Test(arguments: ["admin", "Webmaster", "web editor 2"])
  func `an account of the site yields to a printed byline`(_ account: String) {
    let head = "<meta name='author' content='\(account)'>"
    let named = Self.page(head, "<p class='byline'>By Jane Roe</p>")
    #expect(named?.metadata.authors == Sourced(["Jane Roe"], from: "text:byline"))
    #expect(Self.page(head)?.metadata.authors == Sourced([account], from: "meta:author"))
  }

  @Test(arguments: [
    "<div><span class='author-name'>Jane Roe</span> and <span class='author-name'>Ana Lim</span></div>",
    """
    <ul>
      <li><img src='a.jpg'><span class='author-name'>Jane Roe</span><span class='role'>Harbour editor</span></li>
      <li><img src='b.jpg'><span class='author-name'>Ana Lim</span><span class='role'>Reporter</span></li>
    </ul>
    """,
    """
    <div><span class='author-name'>Peter Poe</span> tells of a bridge that was closed for a year</div>
    <div><span class='author-name'>Jane Roe</span>, <span class='author-name'>Ana Lim</span></div>
    """,
  ])
  func `authors in a row are all named`(_ names: String) {
    let page = Self.page("", names)
    #expect(page?.metadata.authors == Sourced(["Jane Roe", "Ana Lim"], from: "text:byline"))
    #expect(page?.metadata.byline?.value == "Jane Roe, Ana Lim")
  }

  @Test(arguments: [
    "<p>Published: 3 March 2026 | Last updated: 5 March 2026</p>",
    "<div class='meta'><span>Published 3 March 2026</span> <span>Updated 5 March 2026</span></div>",
    "<p>Publicado: 3 de marzo de 2026 · Actualizado: 5 de marzo de 2026</p>",
  ])
  func `printed dates say when a story appeared and was changed`(_ line: String) {
    let page = Self.page("", line)
    #expect(page?.metadata.published == Sourced("2026-03-03", from: "text:date"))
    #expect(page?.metadata.modified == Sourced("2026-03-05", from: "text:date"))
  }

  @Test func `a printed change counts where markup knows the authors and the day alone`() {
    let page = Self.page(
      "<meta name='author' content='Jane Roe'><meta name='date' content='2026-03-03'>",
      "<p>Last updated: 5 March 2026</p>")
    #expect(page?.metadata.published?.value == "2026-03-03")
    #expect(page?.metadata.modified == Sourced("2026-03-05", from: "text:date"))
  }

  @Test func `of times the one nearest above the text is that of the article`() {
    let page = Self.page(
      "",
      """
      <p><time datetime='2026-01-01'>Today</time></p><p>Another story of another day</p>
      <p><time datetime='2026-03-09T08:00Z'>Monday</time></p>
      """, "<p><time datetime='2026-02-02'>Older</time></p>")
    #expect(page?.metadata.published == Sourced("2026-03-09T08:00Z", from: "time"))
  }

  @Test func `authors who disagree are all kept`() throws {
    let page = Self.page(
      "<meta name='author' content='Jane Roe'><meta name='parsely-author' content='Ana Lim'>")
    let other = try #require(page?.metadata.other?.value["alternatives"])
    #expect(page?.metadata.authors == Sourced(["Jane Roe"], from: "meta:author"))
    #expect(other["authors"]?["meta:parsely-author"] == ["Ana Lim"])
  }

  // MARK: Other metadata

  @Test func `each of the other members says where it is from, and what disagrees is kept`() throws
  {
    let page = try #require(
      Self.page(
        """
        <link rel='canonical' href='https://post.example/news/ferry'>
        <meta property='og:image' content='/a.jpg'><meta name='twitter:image' content='https://post.example/b.jpg'>
        <meta property='article:tag' content='ferries'><meta name='keywords' content='Storms, harbours'>
        <meta name='news_keywords' content='Ferries'><meta name='copyright' content='© Post'>
        <script type='application/ld+json'>{"@type":"NewsArticle","description":"Back.","isAccessibleForFree":true}</script>
        """, "<figure><figcaption>The landing</figcaption></figure>"))
    #expect(page.metadata.otherPlaces["image"] == "meta:og:image")
    #expect(page.metadata.otherPlaces["description"] == "json-ld")
    #expect(page.metadata.otherPlaces["paywall"] == "json-ld")
    #expect(page.metadata.otherPlaces["rights"] == "meta:copyright")
    let other = try #require(page.metadata.other?.value)
    #expect(other["image"] == "https://post.example/a.jpg")
    #expect(other["alternatives"]?["image"]?["meta:twitter:image"] == "https://post.example/b.jpg")
    #expect(other["alternatives"]?["tags"] == ["meta:keywords": ["Storms", "harbours"]])
  }

  @Test(arguments: [
    ("<meta name='article:content_tier' content='metered'>", true),
    ("<meta property='article:content_tier' content='free'>", false),
    (
      """
      <script type='application/ld+json'>{"@type":"NewsArticle","isAccessibleForFree":"False","headline":"F"}</script>
      """, true
    ),
    (
      """
      <script type='application/ld+json'>{"@type":"NewsArticle","headline":"F","hasPart":{"@type":"WebPageElement",
      "isAccessibleForFree":false}}</script>
      """, true
    ),
  ])
  func `a page says whether readers must pay`(_ head: String, _ isPaid: Bool) {
    #expect(Self.page(head)?.metadata.other?.value["paywall"] == .bool(isPaid))
  }

  @Test(arguments: [
    (
      "<meta name='date' content='2026-03-09'><time datetime='2026-03-09T08:00:00+01:00'></time>",
      "2026-03-09T08:00:00+01:00"
    ),
    (
      "<meta property='article:published_time' content='2026-03-09T08:00:00Z'>",
      "2026-03-09T08:00:00Z"
    ),
    ("<meta itemprop='datePublished' content='9 March 2026'>", "2026-03-09"),
    ("<meta name='DC.date.issued' content='2026-03-09'>", "2026-03-09"),
    ("<link rel='canonical' href='https://post.example/2026/03/09/ferry'>", "2026-03-09"),
    ("<meta property='og:url' content='https://post.example/ferry-2026-03-09'>", "2026-03-09"),
  ])
  func `the day of publication is found, as precisely as the page says it`(
    _ head: String, _ date: String
  ) {
    #expect(Self.page(head)?.metadata.published?.value == date)
  }

  @Test(arguments: [
    "<time class='entry-date published' datetime='2026-03-09'></time><time class='updated' datetime='2026-03-10'></time>",
    "<span class=published>Published <time datetime='2026-03-09'></time></span><span class=updated>Updated <time datetime='2026-03-10'></time></span>",
    "<p>Published <time datetime='2026-03-09'></time>, last updated <time datetime='2026-03-10'></time></p>",
  ])
  func `when a page was changed is not when it was published`(_ times: String) throws {
    let page = try #require(Self.page("", times))
    #expect(page.metadata.published?.value == "2026-03-09")
    #expect(page.metadata.modified?.value == "2026-03-10")
  }

  @Test func `a time of change alone dates a page`() {
    let page = Self.page("", "<time class='updated' datetime='2026-03-10'></time>")
    #expect(page?.metadata.published?.value == "2026-03-10")
  }

  @Test func `whoever comments is not the author, nor is it then that the story appeared`() throws {
    let comment = """
      <div itemprop=comment itemscope itemtype='https://schema.org/Comment'><span itemprop=author>Ada Fenn</span>
      <time itemprop=datePublished datetime='2027-01-01'></time><p>Late again, as ever.</p></div>
      """
    let page = try #require(Self.page("", "", comment))
    #expect(page.metadata.authors == nil)
    #expect(page.metadata.published == nil)
  }

  @Test func `places that disagree are all kept, with the better one first`() throws {
    let page = try #require(
      Self.page(
        """
        <title>The ferry is back</title><meta property='og:title' content='Ferry lands again'>
        <meta property='article:published_time' content='2026-03-09T08:00:00Z'><meta name='date' content='2026-03-08'>
        <meta property='article:section' content='Harbour'><meta name='section' content='News'>
        <meta property='og:site_name' content='The Post'><meta name='application-name' content='Post'>
        """))
    let other = try #require(page.metadata.other?.value["alternatives"])
    #expect(page.metadata.title == Sourced("Ferry lands again", from: "meta:og:title"))
    #expect(other["title"]?["title"] == "The ferry is back")
    #expect(page.metadata.published?.value == "2026-03-09T08:00:00Z")
    #expect(other["published"]?["meta:date"] == "2026-03-08")
    #expect(page.metadata.publisher?.value == "The Post")
    #expect(other["publisher"]?["meta:application-name"] == "Post")
  }

  @Test func `section, tags, language, picture and address are read from where pages have them`()
    throws
  {
    let page = try #require(
      Self.read(
        Array(
          """
          <base href='/news/'><meta property='article:tag' content='ferries'><meta property='article:tag' content='storms'>
          <meta property='og:locale' content='en_GB'><meta name='twitter:image' content='https://post.example/a.jpg'>
          <link rel='canonical' href='https://post.example/news/ferry'><meta name='twitter:label1' content='Written by'>
          <meta name='twitter:data1' content='Jane Roe'><meta itemprop='articleSection' content='Harbour'>
          <meta name='dcterms.rights' content='© Post'>
          <p>The <a href='board'>harbour board</a> met on Monday, and everybody came to see it, they said.</p>
          """.utf8)))
    #expect(page.metadata.tags?.value == ["ferries", "storms"])
    #expect(page.metadata.language?.value == "en-GB")
    #expect(page.metadata.section?.value == "Harbour")
    #expect(page.metadata.url?.value == "https://post.example/news/ferry")
    #expect(page.metadata.authors?.value == ["Jane Roe"])
    #expect(page.metadata.other?.value["image"] == "https://post.example/a.jpg")
    #expect(page.metadata.other?.value["rights"] == "© Post")
    #expect(page.layers.links?.notes.map(\.url) == ["https://post.example/news/board"])
  }

  // MARK: Encodings

  @Test(
    arguments: [
      // A mark goes before what the page says of itself.
      (
        [0xEF, 0xBB, 0xBF]
          + Array("<meta charset=windows-1252><p>Café for all of us, they said.".utf8), "Café"
      ),
      (Array("<meta charset=utf-8><p>Café for all of us, they said.".utf8), "Café"),
      (
        Array("<meta charset=iso-8859-1><p>Caf".utf8) + [0xE9]
          + Array(" for all of us, they said.".utf8), "Café"
      ),
      (
        Array("<meta http-equiv=content-type content='text/html; charset=windows-1251'><p>".utf8)
          + [0xCA, 0xE0, 0xF4, 0xE5] + Array(" for all of us, they said.".utf8), "Кафе"
      ),
      (
        Array("<meta charset=shift_jis><p>".utf8) + [0x83, 0x4A, 0x83, 0x74]
          + Array(" for all of us.".utf8), "カフ"
      ),
      // Nothing is said: the bytes decide.
      (Array("<p>Caf".utf8) + [0xE9] + Array(" for all of us, they said.".utf8), "Café"),
      // What it says is not so.
      (
        Array("<meta charset=utf-8><p>Caf".utf8) + [0xE9]
          + Array(" for all of us, they said.".utf8), "Café"
      ),
      (Array("<meta charset=utf-16><p>Café for all of us, they said.".utf8), "Café"),
      (Array("<meta charset=nonsense><p>Café for all of us, they said.".utf8), "Café"),
    ] as [([UInt8], String)])
  func `the encoding is told by mark, meta or bytes`(_ bytes: [UInt8], _ word: String) {
    #expect(Self.read(bytes)?.text.string.hasPrefix(word) == true)
  }

  @Test(arguments: [
    ("windows-1251", "", "Кафе"), ("windows-1251", "<meta charset=iso-8859-1>", "Кафе"),
  ])
  func `in an archive the server's word goes before the page's`(
    _ charset: String, _ meta: String, _ word: String
  ) {
    let page =
      Array("\(meta)<p>".utf8) + [0xCA, 0xE0, 0xF4, 0xE5] + Array(" for all, they said.".utf8)
    #expect(Self.read(Self.record(page, charset))?.text.string.hasPrefix(word) == true)
  }

  /// A page in an archive, fetched from `https://x.example/news/1`.
  private static func record(_ page: [UInt8], _ charset: String = "utf-8") -> [UInt8] {
    let http =
      Array("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\(charset)\r\n\r\n".utf8) + page
    let head = """
      WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/news/1\r\nWARC-Record-ID: <urn:x:1>\r
      Content-Type: application/http; msgtype=response\r\nContent-Length: \(http.count)\r\n\r\n
      """
    return Array(head.utf8) + http + Array("\r\n\r\n".utf8)
  }

  @Test func `in an archive addresses are relative to where the page was fetched`() {
    let page = """
      <meta property='og:image' content='a.jpg'><p>The <a href='2'>harbour board</a> met on Monday, and all came to see it.</p>
      """
    let article = Self.read(Self.record(Array(page.utf8)))
    #expect(article?.metadata.other?.value["image"] == "https://x.example/news/a.jpg")
    #expect(article?.layers.links?.notes.map(\.url) == ["https://x.example/news/2"])
    #expect(article?.metadata.otherPlaces["image"] == "meta:og:image")
  }
}
