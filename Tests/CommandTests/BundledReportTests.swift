import Testing

/// The sections that the bundled plugins write of a run: by publisher with their denominators, and traceable to the sentence.
@Suite struct BundledReportTests {
  let folder = Scratch([
    "news.jsonl": """
    {"id":"1","publisher":"Coastwire","title":"Disaster at sea","text":"The ferry sank and killed nine passengers in the storm. A terrible tragedy, the mayor said.","language":"en"}
    {"id":"2","publisher":"Coastwire","title":"Harbour reopens","text":"The harbour is open again. Fishermen were happy and praised the brave rescuers for their great courage.","language":"en"}
    {"id":"3","publisher":"Inland","title":"Election","text":"Voters elect a new parliament today. The election campaign of the parties was bitter, and the government may lose its majority.","language":"en"}
    {"id":"4","publisher":"Ailleurs","title":"Grève","text":"La grève continue dans les ports de la région.","language":"fr"}
    """
  ])

  private func report(_ plugins: String, _ more: String...) -> String {
    let run = Program.run(
      ["report", "-p", plugins, "news.jsonl", "-o", "r", "--no-config"] + more, in: folder)
    #expect(run.status == 0, "\(run.errors)")
    return folder.read("r/report.md") ?? ""
  }

  @Test func `tone is told by publisher, with how many articles it is of`() {
    let page = report("sentiment")
    #expect(page.contains("### Tone by publisher"))
    let table = page.split(separator: "#### By publisher").last?.prefix(300) ?? ""
    #expect(table.contains("\n| Coastwire | 2 | ") && table.contains("\n| Inland | 1 | "))
    // An article in another language has no score, and its publisher no row.
    #expect(!table.contains("Ailleurs"))
  }

  @Test func `the strongest sentences lead to their places`() {
    _ = report("sentiment")
    let page = folder.read("r/report.html") ?? ""
    let section = page.split(separator: "The most negative sentences").last ?? ""
    let first = section.prefix(600)
    #expect(first.contains("A terrible tragedy, the mayor said.</q><b>−0.89</b>"))
    #expect(first.contains("href=\"#p1-56-91\"") && page.contains("id=\"p1-56-91\""))
    let positive = page.split(separator: "The most positive sentences").last?.prefix(600) ?? ""
    #expect(positive.contains("Fishermen were happy"))
  }

  @Test func `topics are told by publisher`() {
    let page = report("topics")
    #expect(page.contains("## What the news is about"))
    #expect(page.contains("of 3 articles have a topic"))
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| Inland | 1 | politics 1 |") }
    #expect(rows.count == 1)
  }

  @Test func `a name without end costs no section`() {
    let name = String(repeating: "Very Long Näme ", count: 40)
    let text = "A ferry sank near Aldermoor, the \(name)Ministry said. \"No,\" said Ida Holm."
    let lines = (1...2).map { number in
      #"{"id":"\#(number)","publisher":"\#(name)","section":"\#(name)","title":"\#(name)","text":"#
        + #""\#(text.replacing("\"", with: "\\\""))","published":"2026-03-0\#(number)"}"#
    }
    folder.write("news.jsonl", lines.joined(separator: "\n"))
    let page = report("all")
    #expect(!page.contains("own report is missing"))
  }

  @Test func `they are the same for any number of workers, and without text in the report`() {
    let pages = ["1", "3"].map { report("sentiment,topics", "--jobs", $0) }
    #expect(pages[0] == pages[1])
  }
}
