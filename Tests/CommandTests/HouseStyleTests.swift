import Testing

/// `[report]` of `copydesk.toml`: name, title, logo and colours of reports.
@Suite struct HouseStyleTests {
  let folder = Scratch([
    "plain.lua": """
    return {
      api = 1, name = "plain", version = "1.0.0", summary = "Counts", author = "A",
      license = "MIT", categories = { "test" },
      fields = { n = { type = "integer", merge = "sum", doc = "articles" } },
      analyze = function() return { n = 1 } end,
    }
    """,
    "a.txt": "Harbour closed\n\nA storm came.\n",
  ])

  /// The header of a PNG of so many pixels, which is all that is read of it.
  private static func png(_ width: UInt8, _ height: UInt8) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 0, width, 0, 0, 0, height, 8, 2, 0, 0, 0, 0, 0, 0, 0]
  }

  private func report(_ more: String...) -> Program.Output {
    Program.run(["report", "-p", "./plain.lua", "a.txt", "-o", "r"] + more, in: folder)
  }

  @Test func `a house has its name, title, logo and colours on every page`() {
    folder.write(Array("art/logo.png".utf8), Self.png(160, 80))
    folder.write(
      "copydesk.toml",
      """
      [report]
      name = "Harbour <Monitor>"
      title = "The week"
      logo = "art/logo.png"
      colors = { accent = "#8a1538", bars = "#b5533c" }

      """)
    #expect(report().status == 0)
    let page = folder.read("r/report.html") ?? ""
    #expect(page.contains("<h1>The week</h1>"))
    #expect(page.contains("<title>The week · Harbour &lt;Monitor&gt;</title>"))
    #expect(page.contains("class=\"standfirst\">Plain in 1 article. 3 words"))
    #expect(
      page.contains("alt=\"Harbour &lt;Monitor&gt;\" width=\"80\" height=\"40\">")
        && page.contains("<img src=\"data:image/png;base64,iVBORw0KGgo"))
    #expect(page.contains("img-src data:; "))
    #expect(page.contains(":root{--bar:#b5533c}@media screen{:root{--accent:#8a1538}"))
    #expect(folder.read("r/report.md")?.hasPrefix("# The week\n") == true)
    #expect(report("--by", "day").status == 0)
    #expect(folder.read("r/index.html")?.contains("<h1>The week</h1>") == true)
  }

  @Test func `without a house nothing of a picture is allowed`() {
    #expect(report().status == 0)
    let page = folder.read("r/report.html") ?? ""
    #expect(page.contains("<b>Copydesk</b>") && !page.contains("img-src"))
  }

  @Test(arguments: [
    ("nam = \"A\"", "2: report.nam: unknown key; did you mean 'name'?"),
    ("title = \"\"", "2: report.title: expected one line of at most 200 bytes, found \"\""),
    ("colors.accent = \"red\"", "2: report.colors.accent: expected a colour such as \"#0b5c8c\""),
    (
      "colors.accent = \"#f0c040\"",
      "2: report.colors.accent: #f0c040 has a contrast of 1.56 to 1 with the page, "
        + "and WCAG AA asks for 4.5; take a darker one"
    ),
    (
      "colors.dark_bars = \"#101018\"",
      "2: report.colors.dark_bars: #101018 has a contrast of 1.03 to 1 with the page, "
        + "and WCAG AA asks for 3.0; take a lighter one"
    ),
    ("colors.acent = \"#000\"", "2: report.colors.acent: unknown key; did you mean 'accent'?"),
    ("logo = \"none.png\"", "2: report.logo: "),
    ("logo = \"a.txt\"", "2: report.logo: "),
  ])
  func `its faults name file, line and key`(text: String, message: String) {
    folder.write("copydesk.toml", "[report]\n\(text)\n")
    let output = report()
    #expect(output.errors.hasPrefix("error: \(folder.path)/copydesk.toml:\(message)"))
    #expect(output.status == 2 && !folder.names(in: ".").contains("r"))
  }

  @Test func `a picture is PNG, JPEG or SVG, and small`() {
    folder.write("copydesk.toml", "[report]\nlogo = \"logo\"\n")
    folder.write("logo", "<svg onload=\"alert(1)\"/>")
    #expect(
      report().errors.contains("logo: the file is neither PNG, JPEG nor SVG; export the picture"))
    let svg = "<!-- A -->\n<svg xmlns=\"http://www.w3.org/2000/svg\""
    for (rest, message) in [
      ("/>", "the picture has no size; give its <svg> a width and a height, or a viewBox"),
      (" viewBox='0 0 4 1'><script/></svg>", "has '<script' in it, which pages do not follow"),
    ] {
      folder.write("logo", svg + rest)
      #expect(report().errors.contains(message))
    }
    folder.write("logo", "<?xml version=\"1.0\"?>\n\(svg) width='100%' viewBox='0,0 40 10'/>")
    #expect(report().status == 0)
    #expect(folder.read("r/report.html")?.contains("width=\"160\" height=\"40\"") == true)
    #expect(folder.read("r/report.html")?.contains("<img src=\"data:image/svg+xml;base64,") == true)
    folder.write(Array("logo".utf8), Self.png(10, 10) + [UInt8](repeating: 0, count: 300_000))
    #expect(report().errors.contains("make it smaller than 256 KB"))
    let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 20, 0, 60, 3]
    folder.write(Array("logo".utf8), jpeg)
    #expect(report().status == 0)
    #expect(folder.read("r/report.html")?.contains("width=\"120\" height=\"40\"") == true)
    // Who writes no report is not asked for a picture.
    folder.write("copydesk.toml", "[report]\nlogo = \"gone\"\n")
    #expect(Program.run("run", "-p", "./plain.lua", "a.txt", in: folder).status == 0)
  }
}
