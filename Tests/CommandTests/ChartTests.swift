import Glibc
import Testing

/// Charts of reports as pictures, tables as files, and the report on standard output, by the real program.
@Suite struct ChartTests {
  let folder = Scratch(["a.txt": "Rain\n\nRain fell.\n", "b.txt": "Snow\n\nSnow fell.\n"])

  init() {
    folder.write(
      "desks.lua",
      """
      --- Reports.
      return {
        api = 1, name = "desks",
        fields = { n = { type = "integer", merge = "sum" } },
        analyze = function() return { n = 1 } end,
        report = function(report, summary)
          report:heading("Desks")
          local note = report:footnote("Of *all* stories.")
          report:bar("Stories by desk" .. note, { Local = 12, Sport = 5 }, { measure = "stories" })
          report:heatmap("By day", { Local = { Mon = 3, Tue = 9 }, Sport = { Mon = 5 } })
          report:download("desks.csv", { "desk", "n" }, { { "=Local", 12 } }, { title = "Desks" })
        end,
      }

      """)
  }

  private func report(_ options: String...) -> Program.Output {
    Program.run(["report", "-p", "./desks.lua", "a.txt", "b.txt", "-o", "r"] + options, in: folder)
  }

  @Test func `charts are pictures beside the report`() throws {
    let output = report("--charts", "svg")
    #expect(output.status == 0, "\(output.errors)")
    #expect(folder.names(in: "r/charts") == ["desks-1-stories-by-desk.svg", "desks-2-by-day.svg"])
    let picture = try #require(folder.read("r/charts/desks-1-stories-by-desk.svg"))
    #expect(picture.contains(">Stories by desk¹</text>") && picture.contains("<title>Local: 12"))
    #expect(folder.read("r/report.md")?.contains(" --charts svg ") == true)
    _ = report()
    let again = report("--charts", "svg")
    #expect(again.status == 0)
    #expect(folder.read("r/charts/desks-1-stories-by-desk.svg") == picture)
  }

  @Test(.enabled(if: access("/usr/bin/chromium", X_OK) == 0))
  func `Chromium draws them in pixels`() throws {
    let output = report("--charts", "png")
    #expect(output.status == 0, "\(output.errors)")
    #expect(folder.names(in: "r/charts").count == 4)
    #expect(
      Scratch.bytes("\(folder.path)/r/charts/desks-2-by-day.png")?.starts(with: [0x89, 0x50, 0x4E])
        == true)
  }

  @Test func `a table is a file that spreadsheets can open`() throws {
    _ = report()
    #expect(folder.read("r/files/desks-desks.csv") == "desk,n\r\n'=Local,12\r\n")
    let page = try #require(folder.read("r/report.html"))
    #expect(page.contains("<a href=\"files/desks-desks.csv\" download=\"desks.csv\"><bdi>Desks"))
    #expect(
      folder.read("r/report.md")?.contains("[Desks](<files/desks-desks.csv>) (CSV, 1 row)") == true)
  }

  @Test func `the report is printed as text`() {
    let output = report("--print", "text")
    #expect(output.status == 0)
    #expect(output.text.hasPrefix("Desks in 2 articles\n"))
    #expect(output.text.contains("    Local  12  ████████████████████████████████████████\n"))
    #expect(output.text.contains("    Local  ░3"))
    #expect(output.text.hasSuffix("  ¹ Of all stories.\n"))
    #expect(folder.read("r/report.html") != nil)
  }

  @Test func `the report is printed as JSON`() {
    let output = report("--print", "json")
    #expect(output.text.contains(#""blocks":[{"heading":"Desks","level":1}"#))
    #expect(output.text.contains(#"{"label":"Local","value":12.0}"#))
  }

  @Test func `what cannot be is refused`() {
    #expect(report("--charts", "gif").status == 2)
    #expect(report("--print", "pdf").status == 2)
  }

  @Test func `what an earlier report left is removed, but not what somebody has changed or added`()
  {
    _ = report("--charts", "svg", "--also", "csv-tables")
    folder.write("r/charts/desks-2-by-day.svg", "mine")
    folder.write("r/files/notes.txt", "mine, too")
    folder.write("outside.txt", "")
    let hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    let manifest = folder.read("r/manifest.sha256") ?? ""
    folder.write("r/manifest.sha256", manifest + "\(hash)  ../outside.txt\n")
    let plain = Program.run("report", "-p", "keywords", "a.txt", "-o", "r", in: folder)
    #expect(plain.status == 0, "\(plain.errors)")
    #expect(folder.names(in: "r/charts") == ["desks-2-by-day.svg"])
    #expect(folder.names(in: "r/files").contains("notes.txt"))
    #expect(!folder.names(in: "r/files").contains("desks-desks.csv"))
    #expect(!folder.names(in: "r").contains("tables"))
    #expect(folder.read("outside.txt") != nil)
    #expect(folder.read("r/manifest.sha256")?.contains("desks") == false)
  }
}
