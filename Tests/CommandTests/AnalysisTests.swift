import Document
import Testing

/// What the bundled analyses find over several articles, by the real program.
@Suite struct AnalysisTests {
  let folder = Scratch([
    "1.txt":
      "Ada Fenwick met John Orr in Paris on Monday.\n\nFenwick flew home to London, Ontario.\n",
    "2.txt":
      "John Orr said in Paris that Ada Fenwick had won.\n\nThe court of France will decide.\n",
    "3.txt": "It rained in Lyon.\n",
  ])

  @Test func `entities are counted, joined and placed over a run, for any number of workers`()
    throws
  {
    let alone = report("entities", "-j", "1")
    #expect(alone == report("entities", "-j", "3"))
    #expect(alone.contains("The articles name **2** people, **0** organisations and **5** places"))
    #expect(alone.contains("| Ada Fenwick |"))
    #expect(alone.contains("Named together"))
    #expect(!alone.contains("[object"))
  }

  @Test func `a place leads to the words that name it and says how sure it is`() throws {
    let output = Program.run("run", "-p", "entities", "--no-cache", "1.txt", in: folder)
    let findings = try JSONParser.parse(output.bytes[...])["plugins"]?["entities"]
    let located = findings?["fields"]?["located"]?.list ?? []
    #expect(located.map { $0["name"]?.string } == ["Paris", "London", "Ontario"])
    #expect(located.map { $0["country"]?.string } == ["FR", "CA", "CA"])
    #expect(located.allSatisfy { ($0["confidence"]?.number ?? 0) > 0.5 })
    let marks = findings?["annotations"]?["place"]?.list ?? []
    #expect(marks.map { $0["latitude"]?.number } == [48.85, 42.98, 43.95])
  }

  @Test func `a table of people joins spellings and groups speakers, from a file`() throws {
    folder.write("people.csv", "\u{FEFF}speaker,name,role,group\nJohn Orr,J. Orr,judge,court\n")
    folder.write("copydesk.toml", "[options.sources]\npeople = { file = \"people.csv\" }\n")
    let spoken = ["run", "-p", "sources", "--no-cache", "--no-config", "2.txt"]
    let output = Program.run(spoken + ["-O", "sources.people=@people.csv"], in: folder)
    let ledger = try JSONParser.parse(output.bytes[...])["plugins"]?["sources"]?["fields"]?[
      "ledger"]
    #expect(ledger?.list?.first?["speaker"] == "J. Orr", "\(output.errors)")
    #expect(ledger?.list?.first?["group"] == "court")
    let configured = Program.run("run", "-p", "sources", "--no-cache", "2.txt", in: folder)
    #expect(configured.bytes == output.bytes)
    let missing = Program.run(spoken + ["-O", "sources.people=@none.csv"], in: folder)
    #expect(missing.status == 2)
    #expect(missing.errors.contains("none.csv: no such file or directory"), "\(missing.errors)")
    folder.write("copydesk.toml", "[options.sources]\npeople = { file = \"none.csv\" }\n")
    let unread = Program.run("run", "-p", "sources", "2.txt", in: folder)
    #expect(
      unread.errors.contains("copydesk.toml:2: options.sources.people: cannot read 'none.csv'"),
      "\(unread.errors)")
  }

  @Test func `parts of a run are compared, for any number of workers`() {
    let stories = (1...12).map { number in
      let isMirror = number % 2 == 0
      let text =
        isMirror
        ? "The keeper saved a penalty. A triumph."
        : "The storm hit the harbour, harbour crews and harbour boats. A disaster."
      return
        #"{"id": "s\#(number)", "publisher": "\#(isMirror ? "Mirror" : "Gazette")", "text": "\#(text) Number \#(number) came\#(number % 3 == 0 ? " badly" : "")."}"#
    }
    folder.write("parts.jsonl", stories.joined(separator: "\n") + "\n")
    func compared(_ arguments: String...) -> String {
      let output = Program.run(
        ["report", "-p", "compare,sentiment", "--no-config", "--no-cache", "-o", "r"] + arguments
          + ["-O", "compare.prior=10", "parts.jsonl"], in: folder)
      #expect(output.status == 0, "\(output.errors)")
      return folder.read("r/report.md") ?? ""
    }
    let alone = compared("-j", "1")
    #expect(alone == compared("-j", "3"))
    #expect(alone.contains("By publisher: **Gazette**, 6 articles with"))
    #expect(alone.contains("What marks Gazette"))
    // Its numbers lead to articles that have it.
    let harbour = alone.split(separator: "\n").first { $0.hasPrefix("| harbour |") }
    #expect(harbour?.contains("[18](#article-") == true, "\(harbour ?? "")")
    #expect(alone.contains("| sentiment.compound |"))
    #expect(!alone.contains("topics.topic"))
  }

  @Test func `outlets are compared by who speaks, and unnamed sources lead to their words`() {
    folder.write(
      "news.jsonl",
      """
      {"id": "a", "publisher": "Gazette", "text": "“We lost the boats,” said Ada Fenwick."}
      {"id": "b", "publisher": "Mirror", "text": "“It is over,” an official said. “It is not,” Fenwick claimed."}

      """)
    let output = Program.run("report", "-p", "sources", "-o", "out", "news.jsonl", in: folder)
    #expect(output.status == 0, "\(output.errors)")
    let page = folder.read("out/report.md") ?? ""
    #expect(page.contains("33 % (6–79) come from people without a name"))
    #expect(page.contains("| Mirror | 1 | 2 |"))
    #expect(page.contains("**official**"))
  }

  @Test func `tolls that cannot both be right are listed, for any number of workers`() {
    folder.write(
      "news.jsonl",
      """
      {"id": "a", "published": "2026-03-02", "text": "The fire in Harwich killed 18 people, police said."}
      {"id": "b", "published": "2026-03-02", "text": "In Harwich 24 people were killed by the fire."}

      """)
    let pages = ["1", "2"].map { jobs in
      _ = Program.run(
        "report", "-p", "figures", "--no-cache", "-j", jobs, "-o", "out", "news.jsonl", in: folder)
      return folder.read("out/report.md") ?? ""
    }
    #expect(pages[0] == pages[1])
    #expect(pages[0].contains("| dead | Harwich | 2026-03-02 |"))
    #expect(pages[0].contains("18 people") && pages[0].contains("24 people"))
  }

  @Test func `gdelt finds what the columns of the Knowledge Graph hold`() throws {
    folder.write(
      "quake.txt",
      """
      LIMA, March 3 — The earthquake killed 18 people in Peru, Zoë Orr of the Red Cross said.

      “We need $5 million,” she told reporters in Texas on 4 March 2026.

      """)
    let rows = ["gdelt", "sentiment,topics"].map { plugins in
      Program.run("run", "-p", plugins, "--format", "gkg", "quake.txt", in: folder).text
        .split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.map(\.count) == [27, 27])
    // Persons, organizations, dates, quotations, names and amounts are the host's in either.
    for column in [11, 12, 13, 14, 16, 22, 23, 24] { #expect(rows[0][column] == rows[1][column]) }
    let output = Program.run("run", "-p", "gdelt", "quake.txt", in: folder)
    let fields = try JSONParser.parse(output.bytes[...])["plugins"]?["gdelt"]?["fields"]
    func list(_ name: String) -> [Value] { fields?[name]?.list ?? [] }
    func joined(_ name: String, _ part: String) -> String {
      list(name).filter { $0["offset"] != nil }.map {
        "\($0[part]?.string ?? ""),\(Int($0["offset"]?.number ?? -1))"
      }
      .joined(separator: ";")
    }
    #expect(joined("persons", "name") == rows[0][12])
    #expect(joined("organizations", "name") == rows[0][14])
    #expect(joined("names", "name") == rows[0][23])
    #expect(joined("themes", "theme") == rows[0][8])
    let quotations = list("quotations").map {
      "\(Int($0["offset"]?.number ?? -1))|\(Int($0["length"]?.number ?? -1))|\($0["verb"]?.string ?? "")"
    }
    let written = rows[0][22].split(separator: "#").map {
      $0.split(separator: "|", omittingEmptySubsequences: false).prefix(3).joined(separator: "|")
    }
    #expect(quotations == written && !written.isEmpty)
    #expect(rows[0][5].hasPrefix("KILL#18#people#"))
    #expect(rows[0][9].contains("1#Peru#PE#PE#"))
    #expect(rows[0][10].contains("2#Texas#US#USTX##"))
    #expect(rows[0][15].split(separator: ",", omittingEmptySubsequences: false).count == 7)
  }

  private func report(_ plugin: String, _ options: String...) -> String {
    let arguments = ["report", "-p", plugin, "--no-cache", "-o", "out"] + options
    let output = Program.run(arguments + ["1.txt", "2.txt", "3.txt"], in: folder)
    #expect(output.status == 0, "\(output.errors)")
    return folder.read("out/report.md") ?? ""
  }
}
