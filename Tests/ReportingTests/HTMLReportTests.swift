import Document
import Testing

@testable import Reporting

@Suite struct HTMLReportTests {
  @Test(
    arguments: [
      (["label": "sport", "score": 0.919], "sport 0.919"),
      (["name": "Port Selwyn", "offset": 216], "Port Selwyn"),
      (["text": "one man", "first": 48, "last": 54, "value": 1], "one man 1"),
      (
        ["a": "Luka Farrant", "b": "Ostermark United", "count": 2],
        "Luka Farrant and Ostermark United 2"
      ),
    ] as [(Fields, String)])
  func `a map is shown by what names and measures it, not by where it stands`(
    _ fields: Fields, _ words: String
  ) {
    #expect(Value.map(fields).record?.text == words)
    #expect(Value.list([.map(fields)]).inline == words)
  }

  @Test func `whole numbers of a record have no separators, those of counts do`() {
    let day: Value = ["year": 2026, "day": 9, "ids": [2_988_507], "weight": 0.5]
    #expect(day.inline == "year: 2026, day: 9, ids: 2988507, weight: 0.5")
    #expect(day.counts.hasPrefix("year: 2,026"))
    #expect(Value.map(["name": "Easter", "year": 2026]).record?.text == "Easter")
    #expect(Value.integer(-2026).inline == "−2,026" && Value.integer(-2026).member == "−2026")

    var report = Report()
    report.plugins = [
      PluginReport(
        description: PluginDescription(
          name: "seen",
          fields: [
            FieldDescription(name: "days", type: .map, merge: .top, doc: ""),
            FieldDescription(name: "day", type: .map, merge: .none, doc: ""),
          ]))
    ]
    let fields: Fields = ["days": ["2026": 1234], "day": ["year": 2026]]
    #expect(
      fields.entries.map { report.words(of: $0, plugin: "seen") } == ["2026: 1,234", "year: 2026"])
  }

  @Test func `the report is one HTML document`() {
    Golden.expect(Array(withoutStyle(Sample.written(by: HTMLReport.self)).utf8), in: "report.html")
  }

  @Test func `a word without end breaks in quotes, sources and tables that do not scroll`() {
    let page = Sample.written(by: HTMLReport.self)
    #expect(page.contains("q,cite,bdi:not(td *,th *){overflow-wrap:anywhere}"))
    #expect(page.contains(":where(:not(.scroll)>table:not(.side *)) :is(th,td)"))
  }

  @Test func `elements nest and end in order`() {
    let empty: Set = ["!DOCTYPE", "meta", "input", "br"]
    var open: [String] = []
    for tag in Tags(Sample.written(by: HTMLReport.self)).tags where !empty.contains(tag.name) {
      if tag.isEnd { #expect(open.popLast() == tag.name) } else { open.append(tag.name) }
    }
    #expect(open.isEmpty)
  }

  @Test func `every link leads to a place that is there, and every place is there once`() {
    let tags = Tags(Sample.written(by: HTMLReport.self)).tags
    let ids = tags.compactMap { $0.value("id") }
    #expect(Set(ids).count == ids.count)
    for link in tags.compactMap({ $0.value("href") }) where link.hasPrefix("#") {
      #expect(ids.contains(String(link.dropFirst())), "\(link)")
    }
    for tag in tags {
      for id in (tag.value("aria-labelledby") ?? "").split(separator: " ") {
        #expect(ids.contains(String(id)))
      }
    }
  }

  @Test
  func `nothing runs but the one script, nothing is fetched, and headings go down step by step`() {
    let tags = Tags(Sample.written(by: HTMLReport.self)).tags
    var level = 0
    #expect(tags.filter { $0.name == "script" && !$0.isEnd }.map(\.attributes) == [[]])
    for tag in tags where !tag.isEnd {
      #expect(!["img", "iframe", "link", "object", "form", "base"].contains(tag.name))
      for attribute in tag.attributes {
        #expect(!attribute[0].hasPrefix("on") && attribute[0] != "style" && attribute[0] != "src")
      }
      guard tag.name.count == 2, tag.name.first == "h", let next = tag.name.last?.wholeNumberValue
      else { continue }
      #expect(next <= level + 1, "h\(next) after h\(level)")
      level = next
    }
  }

  @Test(arguments: Sample.hostile)
  func `words stay words, whatever they are`(words: String) {
    let plain = Sample.written(by: HTMLReport.self, Sample.report("x"), pages: Sample.pages("x"))
    let html = Sample.written(by: HTMLReport.self, Sample.report(words), pages: Sample.pages(words))
    #expect(Tags(html).difference(from: Tags(plain)) == nil)
    let isClean = html.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x09 }
    #expect(isClean && !html.contains("\u{202E}") && !html.contains("\u{9B}"))
  }

  @Test(arguments: [
    ("https://a.example/b?c=1&d=2", true), ("HTTP://a.example", true), ("mailto:a@b.example", true),
    ("javascript:alert(1)", false), (" javascript:alert(1)", false), ("java\nscript:x", false),
    ("data:text/html,x", false), ("//a.example", false), ("file:///etc/passwd", false),
    ("https://a.example/ b", false), ("https://", false), ("", false),
  ])
  func `only addresses of the web and of mail become links`(url: String, isLink: Bool) {
    #expect((SafeURL.link(url) != nil) == isLink)
    var pages = Sample.pages()
    pages[0].article.metadata.url = Sourced(url, from: "json")
    let tags = Tags(Sample.written(by: HTMLReport.self, pages: pages)).tags
    let links = tags.compactMap { $0.value("href") }.filter {
      !$0.hasPrefix("#") && !$0.hasPrefix("files/desks-")
    }
    #expect(links.count == (isLink ? 1 : 0))
  }

  @Test func `the policy allows the one stylesheet and the one script by their hashes`() {
    // The digest of nothing is in every table of test vectors (FIPS 180-4).
    let policy = ContentSecurityPolicy.allowing(stylesheet: "", script: "")
    let hash = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    #expect(policy.contains("style-src \(hash); script-src \(hash);"))
    #expect(Sample.written(by: HTMLReport.self).contains("default-src &#39;none&#39;"))
  }

  @Test func `articles beyond the bounds are said to be left out`() {
    var report = Sample.report()
    report.pages = 0
    let html = Sample.written(by: HTMLReport.self, report, pages: [])
    #expect(html.contains("The texts of the articles are left out"))
    #expect(html.contains("The first 3 of 4 articles"))
    #expect(html.contains("<tr id=\"article-1\">"))
    let ids = Set(Tags(html).tags.compactMap { $0.value("id") })
    for link in Tags(html).tags.compactMap({ $0.value("href") }) where link.hasPrefix("#") {
      #expect(ids.contains(String(link.dropFirst())), "\(link)")
    }
  }

  @Test func `a report of nothing is a document too`() {
    let html = Sample.written(by: HTMLReport.self, Report(), pages: [])
    #expect(html.contains("0 articles read") && html.hasSuffix("</html>\n"))
  }

  /// The stylesheet and its hash are looked at, not compared.
  private func withoutStyle(_ html: String) -> String {
    var lines: [Substring] = []
    var isStyle = false
    for line in html.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("<style>") || line.hasPrefix("<script>") { isStyle = true }
      if !isStyle && !line.contains("Content-Security-Policy") { lines.append(line) }
      if line.hasPrefix("</style>") || line.hasPrefix("</script>") { isStyle = false }
    }
    return lines.joined(separator: "\n")
  }
}

@Suite struct MarkedTextTests {
  /// What the stretches of `abcdef` are under some marks, as `range:layers`.
  private func stretches(_ marks: [(Int, Int)], cuts: Set<UInt32> = []) -> [String] {
    MarkedText(
      "abcdef",
      marks: marks.enumerated().map {
        .init(range: TextRange($1.0, $1.1), layer: $0, note: "")
      }
    ).stretches(cuts: cuts).map { stretch in
      let layers = stretch.marks.map { String($0.layer) }.joined()
      return "\(stretch.range.lower)-\(stretch.range.upper):\(layers)"
    }
  }

  @Test func `overlapping annotations are cut where either begins or ends`() {
    #expect(stretches([(0, 4), (2, 6)]) == ["0-2:0", "2-4:01", "4-6:1"])
  }

  @Test func `nested annotations keep the widest outside`() {
    #expect(stretches([(2, 3), (1, 5)]) == ["0-1:", "1-2:1", "2-3:10", "3-5:1", "5-6:"])
  }

  @Test func `of annotations with one range the first layer is outside`() {
    #expect(stretches([(0, 6), (0, 6)]) == ["0-6:01"])
  }

  @Test func `ranges outside the text or through a character are left out`() {
    #expect(stretches([(4, 9), (3, 3)]) == ["0-6:"])
    let cut = MarkedText("é", marks: [.init(range: TextRange(0, 1), layer: 0, note: "")])
    #expect(cut.stretches(cuts: []).map(\.marks.count) == [0])
  }

  @Test func `paragraphs cut too`() {
    #expect(stretches([(1, 4)], cuts: [2]) == ["0-1:", "1-2:0", "2-4:0", "4-6:"])
  }
}
