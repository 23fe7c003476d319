import Testing

/// Copies and stories, and what is told over time, by the real program.
@Suite struct StoriesTests {
  private static let wire = """
    The harbour board approved a new ferry terminal on Tuesday after months of dispute over its cost. Building will begin in \
    autumn, and passengers should board there within three years, chairwoman Edna Marsh told reporters.
    """
  private static let snow = """
    Heavy snow closed the mountain road between Alder and Birch for the third day in a row. Drivers spent the night of 2 March \
    2026 in a school hall where volunteers handed out blankets and soup.
    """

  let folder: Scratch

  init() {
    var lines = ""
    for number in 0..<40 {
      let text = number % 2 == 0 ? Self.wire + " Notice \(number)." : "Item \(number * 7919)."
      lines +=
        #"{"id":"n\#(number)","publisher":"Paper \#(number % 5)","title":"Title \#(number)","#
        + #""published":"2026-03-\#(number % 4 + 11)","text":"\#(text)"}"# + "\n"
    }
    lines += #"{"id":"s","title":"Snow","text":"\#(Self.snow)","published":"2026-03-20"}"# + "\n"
    lines += #"{"id":"u","title":"Undated","text":"A wonderful day for bees."}"# + "\n"
    folder = Scratch(["news.jsonl": lines])
  }

  private func report(_ plugins: String, _ more: String...) -> String {
    let run = Program.run(
      ["report", "-q", "-p", plugins, "--no-config", "--no-cache", "-o", "r"] + more
        + ["news.jsonl"],
      in: folder)
    #expect(run.status == 0, "\(run.errors)")
    return folder.read("r/report.md") ?? ""
  }

  @Test func `articles, unique stories and outlets are counted apart, for any number of workers`() {
    let page = report("stories", "-j", "1")
    #expect(page == report("stories", "-j", "3"))
    #expect(page.contains("**42** articles tell **23** unique stories in **5** outlets"))
    #expect(page.contains("| unique stories | 23 |"))
    #expect(page.contains("| outlets | 5 |"))
    let html = folder.read("r/report.html") ?? ""
    #expect(html.contains("<a href=\"#plugin-1\">unique stories</a></dt><dd>23</dd>"))
  }

  @Test func `every article of a story is in a table, which the manifest knows`() {
    _ = report("stories")
    let table = folder.read("r/files/stories-stories.csv") ?? ""
    let rows = table.split(whereSeparator: \.isNewline).map(String.init)
    #expect(rows.count == 21)
    #expect(rows.first?.contains("story,role,id,title,outlet,published,words,shared") == true)
    #expect(rows.dropFirst().filter { $0.contains("1,first,n0,") }.count == 1)
    #expect(rows.dropFirst().filter { $0.contains("1,copy,") }.count == 19)
    let manifest = Shell.run("cat r/manifest.sha256", in: folder).text
    #expect(manifest.contains("files/stories-stories.csv"))
  }

  @Test func `days without articles are gaps, and articles without a day are counted apart`() {
    let page = report("timeline")
    #expect(
      page.contains(
        "**41** articles were published on known days from 2026-03-11 to 2026-03-20. **1** article without a date"
      ))
    #expect(page.contains("no article of 5 of these 10 days"))
    #expect(!page.contains("Tone over time"))
    #expect(page.contains("2026-03-02"))
    let table = folder.read("r/files/timeline-timeline.csv") ?? ""
    #expect(table.contains("2026-03-15,0"))
  }

  @Test func `with tone and stories the timeline has them, with their numbers of articles`() {
    let page = report("timeline,sentiment,stories")
    #expect(page.contains("Tone over time"))
    #expect(page.contains("of articles"))
    let table = folder.read("r/files/timeline-timeline.csv") ?? ""
    // Ten articles a day; on two days all ten are the wire's.
    #expect(table.contains("2026-03-11,10,1,"))
    #expect(table.contains("2026-03-12,10,10,"))
    #expect(report("timeline,sentiment,stories", "-j", "3") == page)
  }
}
