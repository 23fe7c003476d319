import Document
import Testing

@testable import Reading

/// Inputs that fuzzing found, made small, each of which broke a reader once.
struct FuzzedTests {
  @Test(arguments: [
    // The list ended never.
    ("a.json", "[{}}]"), ("a.json", "[{\"text\":\"a\"},}},}"),
    // A link without words at the end of a block or of the text.
    ("a.html", "B <a>\u{B}"), ("a.html", "<p>B <a href=c>d </a></p>"), ("a.md", "---\n-[\n](b)"),
    ("a.md", "# a\n\n> b\n\n[ ](c)"),
    // A header and rows of nothing.
    ("a.csv", "id;title;text;d;[\n"), ("a.csv", "title,text\n,\n\"\",\n"),
  ])
  func `what broke a reader is read or refused`(name: String, text: String) throws {
    var outcomes = 0
    Reader().read(Array(text.utf8), source: name) { result in
      outcomes += 1
      guard outcomes < 10, case .success(let article) = result else { return }
      var json = JSONWriter()
      article.write(to: &json)
      let again = try? Article(json: JSONParser.parse(json.bytes))
      #expect(again?.text == article.text)
    }
    #expect(1..<10 ~= outcomes)
  }

  @Test func `a table whose first rows are empty holds those that follow, wherever it is cut`()
    throws
  {
    let bytes = Array("id;title\n;\n;\n;\n1;Rain\n".utf8)
    let layout = try #require(Reader().layout(ofPrefix: bytes, name: "a.csv"))
    let cutter = StretchCutter(BytesInMemory(bytes), layout, stretchBytes: 3)
    var outcomes: [String] = []
    var offset = layout.body.offset
    while let cut = try cutter.next() {
      let part = Array(bytes[offset..<offset + cut.bytes])
      Reader().read(part, source: "a", stretch: cut.stretch) {
        outcomes.append(RecordTests.code($0))
      }
      offset += cut.bytes
    }
    #expect(outcomes == ["ok"])
    #expect(offset == bytes.count)
  }

  @Test(arguments: [
    #"[{"text":"Rain."},{"text":"A long day of snow."}]"#,
    #"{"n":2,"articles":[{"text":"Rain."},{"text":"A long day of snow."} ] , "next":3}"#,
  ])
  func `the last element of a list is whole, however little is cut at a time`(text: String) throws {
    let bytes = Array(text.utf8)
    let layout = try #require(
      Reader().layout(ofPrefix: bytes, name: "a.json", bytes: Int.max))
    for size in [7, 20, 40] {
      let cutter = StretchCutter(BytesInMemory(bytes), layout, stretchBytes: size)
      var outcomes: [String] = []
      var offset = layout.body.offset
      while let cut = try cutter.next() {
        let part = Array(bytes[offset..<offset + cut.bytes])
        Reader().read(part, source: "a", stretch: cut.stretch) {
          outcomes.append(RecordTests.code($0))
        }
        offset += cut.bytes
      }
      #expect(outcomes == ["ok", "ok"])
      #expect(offset == bytes.count)
    }
  }
}
