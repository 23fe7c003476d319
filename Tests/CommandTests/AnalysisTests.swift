import Document
import Testing

/// What the bundled analyses find over several articles, by the real program.
@Suite struct AnalysisTests {
  let folder = Scratch([
    "1.txt": "Ada Fenwick met John Orr in Paris on Monday.\n\nFenwick flew home to London, Ontario.\n",
    "2.txt": "John Orr said in Paris that Ada Fenwick had won.\n\nThe court of France will decide.\n",
    "3.txt": "It rained in Lyon.\n",
  ])

  @Test func `entities are counted, joined and placed over a run, for any number of workers`() throws {
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

  private func report(_ plugin: String, _ options: String...) -> String {
    let arguments = ["report", "-p", plugin, "--no-cache", "-o", "out"] + options
    let output = Program.run(arguments + ["1.txt", "2.txt", "3.txt"], in: folder)
    #expect(output.status == 0, "\(output.errors)")
    return folder.read("out/report.md") ?? ""
  }
}
