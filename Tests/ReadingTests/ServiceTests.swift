import Document
import Testing

@testable import Reading

/// Records as services of news, search engines, content systems and collections for research write them.
struct ServiceTests {
  @Test(arguments: [
    // An archive's search service.
    """
    {"response":{"docs":[{"_id":"n1","abstract":"A ferry.","lead_paragraph":"The ferry landed.","pub_date":"2026-03-09",
    "headline":{"main":"Ferry lands","kicker":"Harbour"},"byline":{"original":"By Jane Roe","person":[]},"news_desk":"Metro",
    "keywords":[{"name":"subject","value":"Ferries"}]}],"meta":{"hits":1}}}
    """,
    // A newspaper's content service, which keeps what is asked for apart.
    """
    {"response":{"results":[{"id":"n1","sectionName":"Metro","webPublicationDate":"2026-03-09","webTitle":"Ferry lands",
    "fields":{"byline":"Jane Roe","body":"<p>The ferry landed.</p>","bodyText":"The ferry landed."},
    "tags":[{"id":"t/f","webTitle":"Ferries"}]}]}}
    """,
    // A search engine's answer, and a line of its dump.
    """
    {"took":1,"hits":{"total":{"value":1},"hits":[{"_id":"n1","_source":{"title":["Ferry lands"],"body":"The ferry landed.",
    "date":"2026-03-09","authors":["Jane Roe"],"section":"Metro","tags":["Ferries"]}}]}}
    """,
    """
    {"_index":"a","_id":"n1","_source":{"title":"Ferry lands","text":"The ferry landed.","id":"x","author":"Jane Roe",
    "published":"2026-03-09","section":"Metro","keywords":"Ferries"}}
    """,
    // Content systems.
    """
    {"data":[{"id":"n1","attributes":{"title":"Ferry lands","created":"2026-03-09","author":{"name":"Jane Roe"},"desk":"Metro",
    "body":{"value":"…","processed":"<p>The <b>ferry</b> landed.</p>"},"tags":["Ferries"]}}]}
    """,
    """
    {"_id":"n1","headlines":{"basic":"Ferry lands"},"display_date":"2026-03-09","authors":[{"name":"Jane Roe"}],"section":"Metro",
    "content_elements":[{"type":"text","content":"The <i>ferry</i> landed."},{"type":"image","caption":"No"}],
    "tags":[{"text":"Ferries"}]}
    """,
    """
    {"posts":[{"id":"n1","title":"Ferry lands","html":"<p>The ferry landed.</p>","published_at":"2026-03-09",
    "primary_author":{"name":"Jane Roe"},"section":"Metro","tags":[{"name":"Ferries"}]}]}
    """,
    // A collection of a newspaper's articles for research.
    """
    {"id":"n1","title":"Ferry lands","author":"Jane Roe","published_date":"2026-03-09","section":"Metro","tags":["Ferries"],
    "contents":[{"type":"kicker","content":"Metro"},{"type":"sanitized_html","content":"The ferry landed."}]}
    """,
  ])
  func `what is known of an article is found in its place`(_ json: String) throws {
    let article = try #require(try RecordTests.read(Array(json.utf8)).first?.get())
    #expect(article.id == "n1")
    #expect(article.text.string == "The ferry landed.")
    #expect(article.metadata.title?.value == "Ferry lands")
    #expect(article.metadata.authors?.value == ["Jane Roe"])
    #expect(article.metadata.published?.value == "2026-03-09")
    #expect(article.metadata.section?.value == "Metro")
    #expect(article.metadata.tags?.value == ["Ferries"])
    #expect(article.warnings.isEmpty)
  }

  @Test func `rendered HTML is read, and numbers of authors and subjects are kept in silence`()
    throws
  {
    let json = """
      [{"id":12,"title":{"rendered":"Ferry &amp; fish"},"content":{"rendered":"<p>It <a href='https://x.example/'>landed</a>.</p>"},
      "author":3,"tags":[7,8]}]
      """
    let article = try #require(try RecordTests.read(Array(json.utf8)).first?.get())
    #expect(article.metadata.title?.value == "Ferry & fish")
    #expect(article.text.string == "It landed.")
    #expect(article.layers.links?.notes.map(\.url) == ["https://x.example/"])
    #expect(article.metadata.other?.value == ["author": 3, "tags": [7, 8]])
    #expect(article.warnings.isEmpty)
  }

  @Test(
    arguments: [
      (#""summary":"It landed.","text":"The ferry landed.""#, "The ferry landed.", "summary"),
      (#""description":"<p>It landed.</p>","content":null"#, "It landed.", nil),
      (#""summary":"It landed.","html":"","text":"""#, "It landed.", nil),
      (#""snippet":"It …","abstract":"It landed.""#, "It landed.", "snippet"),
      (#""description_caption":"It landed.","type":"picture""#, "It landed.", "type"),
    ] as [(String, String, String?)])
  func `a summary is the text where there is no other`(
    _ members: String, _ text: String, _ left: String?
  ) throws {
    let json = #"{"title":"Ferry",\#(members)}"#
    let article = try #require(try RecordTests.read(Array(json.utf8)).first?.get())
    #expect(article.text.string == text)
    #expect(article.metadata.other?.value.names == left.map { [$0] })
  }

  @Test func `a whole page in a record tells what the record does not`() throws {
    let page = """
      <!DOCTYPE html><html lang='en'><head><title>Ferry</title><meta name='author' content='Jane Roe'></head><body><nav><a href='/'>Home
      </a></nav><article><p>The ferry landed on Monday, three years after the storm, the harbour board said.</p></article></body></html>
      """.replacing("\n", with: " ")
    let json = #"{"url":"https://x.example/f","title":"Ferry lands","html":"\#(page)"}"#
    let article = try #require(try RecordTests.read(Array(json.utf8)).first?.get())
    #expect(article.text.string.hasPrefix("The ferry landed on Monday"))
    #expect(article.metadata.title == Sourced("Ferry lands", from: "json"))
    #expect(article.metadata.authors == Sourced(["Jane Roe"], from: "meta:author"))
    #expect(article.metadata.other == nil)
  }

  @Test func `a map may name what lies in an object that is unwrapped without it`() throws {
    let json = #"{"id":"1","fields":{"headline":"A","Kopf":"Ferry","body":"It landed."}}"#
    var results: [Result<Article, ReadFailure>] = []
    Reader(.init(map: FieldMap(["title": ["fields.Kopf"]]))).read(
      Array(json.utf8), source: "x.json"
    ) { results.append($0) }
    let article = try #require(try results.first?.get())
    #expect(article.metadata.title?.value == "Ferry")
    #expect(article.text.string == "It landed.")
    #expect(article.warnings.isEmpty)
  }

  @Test(
    arguments: [
      (#""firstcreated":"2026-03-09T08:00:00Z""#, "2026-03-09T08:00:00Z", "2026-03-09T10:30:00Z"),
      (#""type":"text""#, "2026-03-09T10:30:00Z", nil),
    ] as [(String, String, String?)])
  func `a version is a change where an item says when it was first created`(
    _ member: String, _ published: String, _ modified: String?
  ) throws {
    let json = #"{"headline":"Ferry","versioncreated":"2026-03-09T10:30:00Z",\#(member)}"#
    let metadata = try #require(try RecordTests.read(Array(json.utf8)).first?.get()).metadata
    #expect(metadata.published?.value == published)
    #expect(metadata.modified?.value == modified)
  }

  @Test func `ninjs names several authors and sources`() throws {
    let json = """
      {"headlines":[{"role":"main","value":"Ferry"}],"bylines":[{"value":"By Jane Roe"},{"value":"Ana Lim"}],
      "infosources":[{"name":"Northwire","role":"provider"},{"name":"Eastwire"}]}
      """
    let metadata = try #require(try RecordTests.read(Array(json.utf8)).first?.get()).metadata
    #expect(metadata.authors?.value == ["Jane Roe", "Ana Lim"])
    #expect(metadata.publisher?.value == "Northwire")
  }
}
