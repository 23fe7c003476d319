import Document
import Testing

/// The formats that other programs take, as the real program writes them.
@Suite struct ExchangeTests {
  let folder = Scratch([
    "storms.lua": """
    --- Marks storms and files them.
    return {
      api = 1, name = "storms", version = "1.0.0", summary = "Where storms are", author = "A",
      license = "MIT", categories = { "test" },
      layers = { storm = "the word storm" },
      fields = {
        topics = { type = "list", merge = "top", doc = "subjects" },
        first = { type = "string", merge = "none", doc = "the first sentence" },
      },
      requires = { "sentences" },
      analyze = function(article, ctx)
        for at in article.text:gmatch("()storm") do
          ctx:annotate("storm", { first = at, last = at + 4 }, { topic = "weather", said = article.title })
        end
        local first = article.sentences[1]
        return {
          topics = { { id = "medtop:17000000", label = "weather", score = 0.81 } },
          first = article.text:sub(first.first, first.last),
        }
      end,
    }

    """,
    "sentiment.lua": """
    --- A tone that is always the same.
    return {
      api = 1, name = "sentiment", version = "2.0.0", summary = "Tone", author = "A",
      license = "MIT", categories = { "test" },
      fields = {
        positive = { type = "number", merge = "mean", doc = "share" },
        negative = { type = "number", merge = "mean", doc = "share" },
      },
      analyze = function() return { positive = 0.125, negative = 0.25 } end,
    }

    """,
    "quay.json": """
    {"id": "quay", "title": "Fähre im storm", "published": "2026-03-09T08:15:00Z",
     "url": "https://example.org/quay", "publisher": "Coastwire", "language": "en",
     "authors": ["Ida Holm"], "section": "Coast",
     "text": "Über 300 people left Paris on Monday — we saw the storm.\\n\\n“The storm; it was ours,” said Jane Roe of Unilever."}
    """,
    "photo.txt": "\u{0}\u{1}\u{2}\u{3}\u{0}\u{0}\u{0}",
  ])

  private static let formats = ["jsonld", "offsets", "ninjs", "conllu", "gkg"]
  private static let text = """
    Über 300 people left Paris on Monday — we saw the storm.

    “The storm; it was ours,” said Jane Roe of Unilever.
    """

  private func written(_ format: String) -> Program.Output {
    Program.run(
      "run", "-p", "./storms.lua,./sentiment.lua", "--format", format, "quay.json", "photo.txt",
      in: folder)
  }

  @Test(arguments: formats)
  func `each format is written as agreed`(format: String) {
    let output = written(format)
    #expect(output.status == 0 && output.errors == "")
    GoldenFile.expect(output.bytes, in: "exchange.\(format)")
  }

  @Test(arguments: formats)
  func `the name of a file tells each format`(format: String) {
    let name = ["offsets": "x.offsets.jsonl", "ninjs": "x.ninjs.jsonl", "gkg": "x.gkg.csv"]
    let file = name[format] ?? "x.\(format)"
    _ = Program.run(
      "run", "-p", "./storms.lua,./sentiment.lua", "-o", file, "quay.json", "photo.txt", in: folder)
    #expect(folder.read(file) == written(format).text)
  }

  @Test func `objects have the form that their standards give them`() throws {
    let page = try JSONParser.parse(written("jsonld").bytes[...])
    #expect(Form.annotations.faults(in: page) == [])
    for line in written("ninjs").lines {
      #expect(Form.ninjs.faults(in: try JSONParser.parse(Array(line.utf8)[...])) == [])
    }
    let wrong: Value = ["uri": "a b", "type": "text", "firstCreated": "2026-03-09", "text": ""]
    #expect(Form.ninjs.faults(in: wrong).count == 3)
  }

  @Test func `positions of web annotations are code points`() throws {
    let page = try JSONParser.parse(written("jsonld").bytes[...])
    #expect(page["total"]?.integer == 2)
    let scalars = Array(Self.text.unicodeScalars)
    for item in page["first"]?["items"]?.list ?? [] {
      let selectors = item["target"]?["selector"]?.list ?? []
      let start = Int(selectors[0]["start"]?.integer ?? 0)
      let end = Int(selectors[0]["end"]?.integer ?? 0)
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[start..<end])
      #expect(String(words) == "storm" && selectors[1]["exact"]?.string == "storm")
    }
  }

  @Test func `offsets come without the article's words`() throws {
    let lines = written("offsets").lines
    let article = try JSONParser.parse(Array(lines[0].utf8)[...])
    let storms = article["plugins"]?["storms"]
    #expect(storms?["fields"]?["first"] == .null)
    #expect(storms?["fields"]?["topics"]?.list?.first?["label"]?.string == "weather")
    let marks = storms?["annotations"]?["storm"]?.list ?? []
    let utf8 = Array(Self.text.utf8)
    for mark in marks {
      let range = mark["range"]?.list?.compactMap(\.integer).map { Int($0) } ?? []
      #expect(utf8[range[0]..<range[1]].elementsEqual("storm".utf8))
    }
    #expect(article["text"]?["bytes"]?.integer == Int64(utf8.count))
    #expect(article["withheld"]?.integer == 1)
    #expect(!lines.joined().contains("people"))
  }

  @Test func `rows of the knowledge graph have its twenty-seven columns`() {
    let columns = written("gkg").text.dropLast().split(
      separator: "\t", omittingEmptySubsequences: false)
    #expect(columns.count == 27)
    #expect(columns[0] == "20260309081500-1" && columns[4] == "https://example.org/quay")
    #expect(columns[15] == "-12.5,12.5,25.0,37.5,,9.52,21")
  }

  @Test func `sentences of CoNLL-U are their tokens and spaces`() {
    for block in written("conllu").text.components(separatedBy: "\n\n") {
      let lines = block.split(separator: "\n")
      guard let text = lines.first(where: { $0.hasPrefix("# text = ") }) else { continue }
      var words = ""
      for line in lines where !line.hasPrefix("#") {
        let columns = line.split(separator: "\t")
        #expect(columns.count == 10)
        words += columns[1] + (columns[9].contains("SpaceAfter=No") ? "" : " ")
      }
      #expect(text.dropFirst(9) == words.trimmed)
    }
  }

  @Test(arguments: ["ninjs", "conllu"])
  func `what needs no plugin is read without one`(format: String) {
    let output = Program.run("read", "--format", format, "quay.json", in: folder)
    #expect(output.status == 0 && output.text.contains("quay"))
    let other = Program.run("read", "quay.json", "-o", "x.gkg.csv", in: folder)
    #expect(other.status == 2 && other.errors.contains(".ninjs.jsonl or .conllu, found"))
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator).map(String.init)
  }

  fileprivate var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}
