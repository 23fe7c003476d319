import Document
import Testing

@testable import Reading

/// Entries of feeds, one idea a case.
struct FeedTests {
  static func rss(_ item: String, _ channel: String = "<title>Harbour news</title>") -> Article? {
    AgencyTests.read(
      """
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"
        xmlns:it="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>\(channel)<item>\(item)</item></channel></rss>
      """
    ).first
  }

  static func atom(_ entry: String, _ base: String = "") -> Article? {
    AgencyTests.read(
      #"<feed xmlns="http://www.w3.org/2005/Atom" \#(base)><title>Harbour</title><entry>\#(entry)</entry></feed>"#
    ).first
  }

  @Test func `addresses are relative to xml:base, each to the one around it`() throws {
    let entry = try #require(
      Self.atom(
        """
        <link href="today/ferry.html"/><content type="xhtml" xml:base="pictures/"><div
        xmlns="http://www.w3.org/1999/xhtml">See <a href="../map.html#e">the map</a>.</div></content>
        """, #"xml:base="https://post.example/news/""#))
    #expect(entry.metadata.url?.value == "https://post.example/news/today/ferry.html")
    #expect(entry.layers.links?.notes.map(\.url) == ["https://post.example/news/map.html#e"])
    #expect(entry.text.string == "See the map.")
  }

  @Test(arguments: [
    ("text", "AT&amp;T &lt;b&gt; lands", "AT&T <b> lands"),
    ("html", "AT&amp;amp;T &lt;b&gt;lands&lt;/b&gt;", "AT&T lands"),
    (
      "xhtml", #"<div xmlns="http://www.w3.org/1999/xhtml">AT&amp;T <b>lands</b></div>"#,
      "AT&T lands"
    ),
    ("html", "<![CDATA[<p>AT&amp;T lands</p>]]>", "AT&T lands"),
    ("application/octet-stream", "RmVycnkgbGFuZHM=", "Ferry lands"),
  ])
  func `content is read by its type`(_ type: String, _ content: String, _ text: String) {
    #expect(Self.atom("<content type='\(type)'>\(content)</content>")?.text.string == text)
  }

  @Test(arguments: [
    "<author>jane@post.example (Jane Roe)</author>",
    "<author>Jane Roe (jane@post.example)</author>",
    "<dc:creator>Jane Roe</dc:creator>", "<it:author>Jane Roe</it:author>",
    "<author>Jane Roe &lt;jane@post.example&gt;</author>",
  ])
  func `authors are told from addresses`(_ author: String) {
    #expect(Self.rss("<title>Ferry</title>\(author)")?.metadata.authors?.value == ["Jane Roe"])
  }

  @Test(arguments: [
    (
      "<author>Jane Roe</author><dc:creator>Ana Lim</dc:creator><dc:creator>jane roe</dc:creator>",
      ["Jane Roe", "Ana Lim"]
    ),
    ("<author>desk@post.example</author><dc:creator>Ana Lim</dc:creator>", ["Ana Lim"]),
    ("<author>desk@post.example</author>", ["desk@post.example"]),
    ("<dc:creator>Ana Lim</dc:creator><it:author>The Post</it:author>", ["Ana Lim"]),
  ])
  func `all who are named as authors are kept`(_ authors: String, _ names: [String]) {
    #expect(Self.rss("<title>Ferry</title>\(authors)")?.metadata.authors?.value == names)
  }

  @Test(arguments: [
    ("<author><name>Ana Lim</name></author>", "Ana Lim"),
    ("<source><author><name>Eva Moss</name></author></source>", "Eva Moss"),
    ("", "Jane Roe"),
  ])
  func `an Atom entry has the authors of where it comes from`(_ entry: String, _ name: String) {
    let articles = AgencyTests.read(
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title><author><name>Jane Roe</name></author>
      <entry><title>Ferry</title>\(entry)</entry><entry/></feed>
      """)
    #expect(articles.map(\.metadata.authors?.value) == [[name]])
    #expect(articles.first?.warnings.map(\.message) == ["1 empty entry"])
  }

  @Test func `an empty link gives way to the next`() {
    let entry = Self.rss(
      """
      <title>Ferry</title><link/><a:link xmlns:a="http://www.w3.org/2005/Atom" rel="self" href="https://x.example/feed"/>
      <a:link xmlns:a="http://www.w3.org/2005/Atom" rel="alternate" href="https://x.example/ferry"/>
      """)
    #expect(entry?.metadata.url?.value == "https://x.example/ferry")
  }

  @Test(arguments: [
    (
      " <?xml version=\"1.0\"?><rss>", "Ferry",
      "something stands before the declaration, <?xml … ?>"
    ),
    (
      "<rss>", "<m:a m:b=''/><n:c/><xml:d/><m:a/>Ferry",
      "no namespace is declared for 'm:', 'n:'"
    ),
    ("<rss>", "Fer\u{1}r\u{1F}y", "2 control characters that XML does not allow, left out"),
    ("<rss version=2.0>", "Ferry", "attributes without a value in quotation marks, left out"),
  ])
  func `what is not well-formed is read and warned of`(
    _ start: String, _ text: String, _ warning: String
  ) {
    let feed = "\(start)<channel><item><description>\(text)</description></item></channel></rss>"
    let entry = AgencyTests.read(feed).first
    #expect(entry?.text.string == "Ferry")
    #expect(entry?.warnings == [Warning(code: "xml", message: warning)])
  }

  @Test(arguments: [
    ("Mon, 09 Mar 2026 08:00:00 GMT", "2026-03-09T08:00:00Z"),
    ("Mon, 9 Mar 26 08:00 +0100", "2026-03-09T08:00+01:00"),
    ("09 Mar 2026 08:00:00 EST", "2026-03-09T08:00:00-05:00"),
    ("2026-03-09T08:00:00.5Z", "2026-03-09T08:00:00Z"),
    ("2026-03-09 08:00:00", "2026-03-09T08:00:00"), ("20260309", "2026-03-09"),
    ("Mon Mar  9 08:00:00 2026", "2026-03-09T08:00:00"), ("March 9, 2026", "2026-03-09"),
    ("2026-03", "2026-03"),
  ])
  func `dates are read in whatever form feeds have them`(_ printed: String, _ iso: String) {
    let entry = Self.rss("<title>Ferry</title><pubDate>\(printed)</pubDate>")
    #expect(entry?.metadata.published?.value == iso)
  }

  @Test func `pictures, comments and sounds are kept`() throws {
    let entry = try #require(
      Self.rss(
        """
        <title>Ferry</title><comments>https://post.example/c</comments><enclosure url="https://post.example/a.mp3"
        type="audio/mpeg"/><media:group><media:content url="https://post.example/a.jpg" medium="image"/></media:group>
        """))
    let other = try #require(entry.metadata.other?.value)
    #expect(other["image"] == "https://post.example/a.jpg")
    #expect(other["enclosure"] == "https://post.example/a.mp3")
    #expect(other["comments"] == "https://post.example/c")
  }

  @Test(arguments: [
    #"<rss version="0.91"><channel><title>H</title><item><title>Ferry</title><link>https://x.example/</link></item></channel></rss>"#,
    """
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel
    rdf:about="https://x.example/rss"><title>H</title></channel><item rdf:about="https://x.example/"><title>Ferry</title>
    <link>https://x.example/</link></item></rdf:RDF>
    """,
    """
    <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>H</title><entry><title mode="base64">RmVycnk=</title>
    <link rel="alternate" href="https://x.example/"/></entry></feed>
    """,
    """
    <a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>H</a:title><a:entry><a:title>Ferry</a:title>
    <a:link href="https://x.example/"/></a:entry></a:feed>
    """,
    "<rss><channel><title>H</title><item><title>Ferry</title><link>https://x.example/</link></channel>",
  ])
  func `every kind of feed is read, and those that are broken`(_ feed: String) {
    let entry = AgencyTests.read(feed).first
    #expect(entry?.metadata.publisher?.value == "H")
    #expect(entry?.metadata.title?.value.hasPrefix("Ferry") == true)
    #expect(entry?.metadata.url?.value == "https://x.example/")
  }
}

struct AddressTests {
  @Test(arguments: [
    ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"),
    ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
    ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"), (";x", "http://a/b/c/;x"),
    ("", ""), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
    ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../g", "http://a/g"),
    ("../../../g", "http://a/g"), ("g;x=1/../y", "http://a/b/c/y"), ("mailto:g@x", "mailto:g@x"),
  ])
  func `addresses are resolved as RFC 3986 does`(_ reference: String, _ address: String) {
    #expect(Address("http://a/b/c/d;p?q").resolve(reference) == address)
  }

  @Test func `nothing is resolved against what is no address`() {
    #expect(Address("").resolve("g") == "g")
    #expect(Address("b/c").resolve("/g") == "/g")
  }
}
