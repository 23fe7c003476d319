import Document
import Testing

@testable import Reading

/// Agency formats: what an editor would check of an item.
struct AgencyTests {
  static func read(_ text: String, name: String = "item.xml") -> [Article] {
    var articles: [Article] = []
    Reader().read(Array(text.utf8), source: name) { result in
      if case .success(let article) = result { articles.append(article) }
    }
    return articles
  }

  /// An item of NewsML-G2 around some content metadata and content.
  static func item(_ meta: String, _ content: String = "", kind: String = "text") -> String {
    """
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="2" xml:lang="en-GB">
    <rightsInfo><copyrightNotice>© 2026 Northwire</copyrightNotice></rightsInfo>
    <itemMeta><itemClass qcode="ninat:\(kind)"/><provider qcode="nprov:NW"><name>Northwire</name></provider>
    <versionCreated>2026-03-09T10:30:00Z</versionCreated><firstCreated>2026-03-09T08:00:00Z</firstCreated>
    <edNote>Updates figures</edNote></itemMeta>
    <contentMeta>\(meta)</contentMeta>
    <contentSet>\(content)</contentSet></newsItem>
    """
  }

  static let nitf = """
    <nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" xml:lang="en-US"><head><title>Ferry</title>
    <tobject><tobject.subject tobject.subject.refnum="04015001" tobject.subject.type="Economy"
      tobject.subject.matter="Transport"/></tobject>
    <docdata><doc-id id-string="NW-1"/><urgency ed-urg="4"/><date.issue norm="20260309T080000Z"/>
      <doc.copyright holder="Northwire"/><key-list><keyword key="ferries"/></key-list></docdata>
    <pubdata name="The Mirror" position.section="Harbour"/><revision-history norm="20260309T103000Z"/></head>
    <body><body.head><hedline><hl1>Ferry lands again</hl1><hl2>Three years on</hl2></hedline>
    <byline>By <person>Jane Roe</person></byline><dateline><location>Eastwick</location></dateline>
    <abstract><p>The landing floats.</p></abstract></body.head>
    <body.content><p>The ferry landed &amp; stayed.</p><hl2>The wait</hl2><bq><block><p>We slept.</p></block></bq>
    <media media-type="image"><media-caption><p>The landing</p></media-caption></media><p>It came.</p></body.content>
    </body></nitf>
    """

  @Test func `lines and cells of NITF are not run together`() throws {
    let nitf = Self.nitf.replacing(
      "<p>It came.</p>",
      with:
        "<p>First line<br/>second <em>li</em>ne</p><table><tr><td>Bayern</td><td>2</td></tr></table>"
    )
    let text = try #require(Self.read(nitf).first).text.string
    #expect(text.hasSuffix("First line second line\n\nBayern 2"))
  }

  @Test func `NITF gives headline, text, byline, dates, subjects and captions`() throws {
    let article = try #require(Self.read(Self.nitf).first)
    let metadata = article.metadata
    let other = try #require(metadata.other?.value)
    #expect(article.id == "NW-1")
    #expect(
      article.text.string == "The ferry landed & stayed.\n\nThe wait\n\nWe slept.\n\nIt came.")
    #expect(article.layers.marked?.notes == [.heading, .quote])
    #expect(metadata.title?.value == "Ferry lands again")
    #expect(metadata.subtitle?.value == "Three years on")
    #expect(metadata.authors?.value == ["Jane Roe"])
    #expect(metadata.dateline?.value.places == ["Eastwick"])
    #expect(metadata.published?.value == "2026-03-09T08:00:00Z")
    #expect(metadata.modified?.value == "2026-03-09T10:30:00Z")
    #expect(metadata.publisher?.value == "The Mirror")
    #expect(metadata.section?.value == "Harbour")
    #expect(metadata.language?.value == "en-US")
    #expect(metadata.tags?.value == ["ferries", "Transport"])
    #expect(other["topics"] == [["code": "04015001", "name": "Transport"]])
    #expect(other["captions"] == ["The landing"])
    #expect(other["summary"] == "The landing floats.")
    #expect(other["urgency"] == "4")
    #expect(other["rights"] == "Northwire")
  }

  @Test func `a note to editors is no text, and a heading within the text no subtitle`() throws {
    let nitf = Self.nitf.replacing("<hl2>Three years on</hl2></hedline>", with: "</hedline>")
      .replacing(
        "<byline>",
        with: "<note><body.content><p>Adds the name.</p></body.content></note><byline>")
    let article = try #require(Self.read(nitf).first)
    #expect(article.text.string.hasPrefix("The ferry landed"))
    #expect(article.metadata.subtitle == nil)
    #expect(article.metadata.other?.value["edNote"] == "Adds the name.")
  }

  @Test(arguments: [
    (
      "<block><p>It came.</p></block><block><p>It came.</p><p>It went.</p></block>",
      "It came.\n\nIt went."
    ),
    ("<block><p>It came.</p></block><block><p>It went.</p></block>", "It came.\n\nIt went."),
    ("<block><p>It came.</p></block>", "It came."),
  ])
  func `a block that the next repeats is no text of its own`(_ blocks: String, _ end: String) throws
  {
    let nitf = Self.nitf.replacing("<p>It came.</p>", with: blocks)
    let text = try #require(Self.read(nitf).first).text.string
    #expect(text.hasSuffix("We slept.\n\n\(end)"))
  }

  @Test func `NITF gives who distributes it, its series and where it was published`() throws {
    let nitf = Self.nitf.replacing(
      #"<pubdata name="The Mirror" position.section="Harbour"/>"#,
      with: #"<pubdata date.publication="20260309T000000Z" ex-ref="https://x.example/ferry"/>"#
    ).replacing("<date.issue norm=\"20260309T080000Z\"/>", with: "")
      .replacing(
        "<key-list>", with: #"<series series.name="Ferries" series.part="2"/><key-list>"#
      ).replacing(
        "<abstract>", with: "<distributor><org>Northwire</org></distributor><abstract>")
    let metadata = try #require(Self.read(nitf).first).metadata
    let other = try #require(metadata.other?.value)
    #expect(metadata.published?.value == "2026-03-09T00:00:00Z")
    #expect(metadata.url?.value == "https://x.example/ferry")
    #expect(metadata.publisher?.value == "Northwire")
    #expect(other["distributor"] == "Northwire")
    #expect(other["series"] == "Ferries")
    #expect(other["series_part"] == "2")
  }

  @Test(arguments: [
    item("<headline>Ferry</headline>").replacing(
      "<itemMeta>", with: "<itemMeta><pubStatus qcode='stat:canceled'/>"),
    nitf.replacing("<docdata>", with: "<docdata management-status='canceled'>"),
    #"{"headline":"Ferry","body_text":"It lands.","pubstatus":"canceled"}"#,
    """
    <NewsML><NewsItem><NewsManagement><Status FormalName="Canceled"/></NewsManagement><NewsComponent><NewsLines>
    <HeadLine>Ferry</HeadLine></NewsLines></NewsComponent></NewsItem></NewsML>
    """,
  ])
  func `an item that its agency takes back is told`(_ text: String) throws {
    let article = try #require(Self.read(text, name: "item").first)
    let other = article.metadata.other?.value
    #expect((other?["pubStatus"] ?? other?["pubstatus"]) == "canceled")
    #expect(
      article.warnings == [
        Warning(code: "status", message: "the agency calls it canceled: not for publication")
      ])
  }

  static let subject = """
    <subject qcode="medtop:20000523"><name xml:lang="en">labour market</name><name xml:lang="de">Markt</name></subject>
    """

  @Test func `a news item gives what its metadata say and its content holds`() throws {
    let meta = """
      <contentCreated>2026-03-09T07:00:00Z</contentCreated><located><name>Eastwick</name></located>
      <creator><name>Jane Roe</name></creator>\(Self.subject)<genre qcode="g:1"><name>Interview</name></genre>
      <slugline>FERRY</slugline><headline>Ferry lands “again”</headline><by>By Jane Roe and Ana Lim</by>
      """
    let content = """
      <inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>The ferry
      landed.</p><p>It <a href="https://x.example/">stayed</a>.</p></body></html></inlineXML>
      """
    let article = try #require(Self.read(Self.item(meta, content)).first)
    let metadata = article.metadata
    let other = try #require(metadata.other?.value)
    #expect(article.id == "urn:x:1")
    #expect(article.text.string == "The ferry landed.\n\nIt stayed.")
    #expect(article.layers.links?.notes == [Link(url: "https://x.example/")])
    #expect(metadata.title?.value == "Ferry lands “again”")
    #expect(metadata.authors?.value == ["Jane Roe", "Ana Lim"])
    #expect(metadata.published?.value == "2026-03-09T08:00:00Z")
    #expect(metadata.modified?.value == "2026-03-09T10:30:00Z")
    #expect(metadata.publisher?.value == "Northwire")
    #expect(metadata.language?.value == "en-GB")
    #expect(metadata.tags?.value == ["labour market"])
    #expect(other["topics"] == [["code": "medtop:20000523", "name": "labour market"]])
    #expect(other["genre"] == ["Interview"])
    #expect(other["located"] == ["Eastwick"])
    #expect(other["slugline"] == "FERRY")
    #expect(other["edNote"] == "Updates figures")
    #expect(other["rights"] == "© 2026 Northwire")
  }

  @Test(arguments: [
    ("en", "Ferry lands", "labour market"), ("de-AT", "Fähre legt an", "Markt"),
    ("fr", "Fähre legt an", "labour market"),
  ])
  func `of several headlines that in the content's language of the highest rank counts`(
    _ language: String, _ headline: String, _ tag: String
  ) throws {
    let meta = """
      <language tag="\(language)"/><headline xml:lang="de">Fähre</headline>
      <headline xml:lang="de-DE" rank="1">Fähre legt an</headline><headline rank="3">Ferry, again</headline>
      <headline xml:lang="en" rank="2">Ferry lands</headline>\(Self.subject)
      """
    let metadata = try #require(Self.read(Self.item(meta)).first).metadata
    #expect(metadata.title?.value == headline)
    #expect(metadata.tags?.value == [tag])
  }

  @Test func `a subject without a name has its code alone`() throws {
    let item = Self.item(#"<headline>Ferry</headline><subject qcode="medtop:1"/>"#)
    let metadata = try #require(Self.read(item).first).metadata
    #expect(metadata.other?.value["topics"] == [["code": "medtop:1"]])
    #expect(metadata.tags == nil)
  }

  @Test(arguments: [
    ("RsOkaHJlIGxhbmRldC4=", "Fähre landet."), ("RuRocmUgbGVndCBhbi4=", "Fähre legt an."),
    ("iVBORw0KGgoAAAANSUhEUg==", ""),
  ])
  func `content in base 64 is text where it spells any`(_ content: String, _ start: String) throws {
    let data = "<inlineData contenttype='text/plain' encoding='base64'>\(content)</inlineData>"
    let article = try #require(Self.read(Self.item("<headline>Ferry</headline>", data)).first)
    #expect(article.text.string.hasPrefix(start))
    #expect(article.text.isEmpty == start.isEmpty)
  }

  @Test func `NITF inside a news item gives the text, the item's metadata go first`() throws {
    let content = #"<inlineXML contenttype="application/nitf+xml">\#(Self.nitf)</inlineXML>"#
    let item = Self.item("<headline>Ferry is back</headline>\(Self.subject)", content)
    let article = try #require(Self.read(item).first)
    #expect(article.metadata.title?.value == "Ferry is back")
    #expect(article.metadata.authors?.value == ["Jane Roe"])
    #expect(article.metadata.published?.value == "2026-03-09T08:00:00Z")
    #expect(article.text.string.hasPrefix("The ferry landed & stayed."))
    #expect(article.metadata.other?.value["captions"] == ["The landing"])
  }

  @Test func `plain text inside a news item keeps its paragraphs`() throws {
    let content = """
      <inlineData contenttype="text/plain">The ferry landed.

      It stayed.</inlineData>
      """
    let article = try #require(Self.read(Self.item("<headline>Ferry</headline>", content)).first)
    #expect(article.text.string == "The ferry landed.\n\nIt stayed.")
  }

  @Test func `a picture's text is its caption`() throws {
    let meta = """
      <headline>Landing</headline><description role="drol:summary">A summary.</description>
      <description role="drol:caption">The landing in March. (Photo by Jo Poe)</description>
      """
    let picture = try #require(Self.read(Self.item(meta, kind: "picture")).first)
    #expect(picture.text.string == "The landing in March. (Photo by Jo Poe)")
    #expect(picture.layers.marked?.notes == [.caption])
  }

  @Test func `a package lists its items`() throws {
    let package = """
      <packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:p"><itemMeta>
      <versionCreated>2026-03-09T10:30:00Z</versionCreated></itemMeta><contentMeta><headline>Top news</headline>
      \(Self.subject)</contentMeta><groupSet root="g"><group id="g"><itemRef residref="urn:x:1"><title>Ferry lands</title>
      <description>It landed.</description></itemRef><itemRef href="https://x.example/2"><headline>Rain</headline></itemRef>
      </group></groupSet></packageItem>
      """
    let article = try #require(Self.read(package).first)
    #expect(article.metadata.title?.value == "Top news")
    #expect(article.text.string == "Ferry lands\n\nIt landed.\n\nRain")
    #expect(article.layers.links?.ranges.map { article.text[$0] } == ["Ferry lands", "Rain"])
    #expect(article.layers.links?.notes.map(\.url) == ["urn:x:1", "https://x.example/2"])
    #expect(article.metadata.published?.value == "2026-03-09T10:30:00Z")
  }

  @Test func `a message gives each of its items, numbered`() {
    let items = Self.item("<headline>One</headline>") + Self.item("<headline>Two</headline>")
    let message = """
      <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-03-09T10:30:00Z</sent></header>
      <itemSet>\(items)</itemSet></newsMessage>
      """
    let articles = Self.read(message)
    #expect(articles.map { $0.metadata.title?.value } == ["One", "Two"])
    #expect(articles.map(\.source) == ["item.xml:1", "item.xml:2"])
  }

  @Test(arguments: [
    // ninjs 1
    """
    {"uri":"urn:x:n","type":"text","versioncreated":"2026-03-09T10:30:00Z","headline":"Ferry lands","byline":"Jane Roe",
     "body_text":"The ferry landed.","subject":[{"name":"Transport","code":"medtop:20000337"}],"language":"en"}
    """,
    // ninjs 2
    """
    {"uri":"urn:x:n","versioncreated":"2026-03-09T10:30:00Z","title":"FERRY","headlines":[{"role":"main",
     "value":"Ferry lands"}],"by":"Jane Roe","bodies":[{"role":"html","contenttype":"text/html","value":"<p>The ferry landed.</p>"}],
     "subjects":[{"name":"Transport","uri":"medtop:20000337"}],"language":"en"}
    """,
    // ninjs 3
    """
    {"uri":"urn:x:n","versionCreated":"2026-03-09T10:30:00Z","headlines":[{"role":"main","value":"Ferry lands"}],
     "by":"Jane Roe","descriptions":[{"role":"creditline","value":"Northwire"},
     {"role":"caption","contentType":"text/plain","value":"The ferry landed."}],
     "subjects":[{"name":"Transport","literal":"medtop:20000337"}],"language":"en"}
    """,
  ])
  func `ninjs of each version gives headline, text, date and subjects`(_ json: String) throws {
    let article = try #require(Self.read(json, name: "item.json").first)
    #expect(article.id == "urn:x:n")
    #expect(article.metadata.title?.value == "Ferry lands")
    #expect(article.text.string == "The ferry landed.")
    #expect(article.metadata.authors?.value == ["Jane Roe"])
    #expect(article.metadata.published?.value == "2026-03-09T10:30:00Z")
    #expect(article.metadata.tags?.value == ["Transport"])
    #expect(
      article.metadata.other?.value["topics"] == [["code": "medtop:20000337", "name": "Transport"]])
  }
}
