import Document
import Testing

@testable import Reporting

@Suite struct TextReportTests {
  private func text(_ more: String = "", width: Int = 80, hasColor: Bool = false) -> String {
    TextReport(Sample.report(more), style: TextStyle(width: width, hasColor: hasColor)).text
  }

  @Test func `the report is one text`() {
    Golden.expect(Array(text().utf8), in: "report.txt")
  }

  @Test(arguments: [40, 60, 80, 120])
  func `no line of a chart or table is wider than the terminal`(width: Int) {
    for line in text(width: width).split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
    }
  }

  @Test(arguments: Sample.hostile)
  func `nothing reaches the terminal that it would obey`(words: String) {
    let text = text(words)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F })
    #expect(!text.contains("\u{202E}") && !text.contains("\u{9B}"))
  }

  @Test func `colour changes nothing but the colour`() {
    var plain = ""
    var isCommand = false
    for scalar in text(hasColor: true).unicodeScalars {
      if scalar == "\u{1B}" { isCommand = true }
      if !isCommand { plain.unicodeScalars.append(scalar) }
      if scalar == "m" { isCommand = false }
    }
    // What is marked is in brackets where there is no colour.
    func bare(_ text: String) -> String { text.filter { !"[] \n".contains($0) } }
    #expect(bare(plain) == bare(text()))
  }
}

@Suite struct ChartFileTests {
  @Test func `every chart is a picture of its own, with a name of its own`() {
    let files = ChartFile.all(of: Sample.report())
    #expect(files.count == 10)
    #expect(Set(files.map(\.name)).count == 10)
    #expect(files[0].name == "desks-1-desks")
    #expect(files.allSatisfy { $0.width == 1520 && $0.height > 300 })
  }

  @Test func `pictures need nothing else`() {
    for file in ChartFile.all(of: Sample.report()) {
      let svg = String(decoding: file.svg, as: UTF8.self)
      #expect(svg.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns="))
      #expect(!svg.contains("var(") && !svg.contains("@media") && !svg.contains("url("))
      var open: [String] = []
      for tag in Tags(svg).tags where tag.name != "?xml" {
        #expect(tag.value("href") == nil)
        if tag.isEnd { #expect(open.popLast() == tag.name) } else { open.append(tag.name) }
      }
      #expect(open.isEmpty)
    }
  }

  @Test(arguments: Sample.hostile)
  func `words stay words, whatever they are`(words: String) {
    let plain = ChartFile.all(of: Sample.report("x"))
    for (file, other) in zip(ChartFile.all(of: Sample.report(words)), plain) {
      let tags = Tags(String(decoding: file.svg, as: UTF8.self))
      let wanted = Tags(String(decoding: other.svg, as: UTF8.self))
      #expect(tags.difference(from: wanted) == nil)
      let isPlain = file.name.utf8.allSatisfy {
        $0 == UInt8(ascii: "-") || $0 &- 0x30 < 10 || $0 &- 0x61 < 26
      }
      #expect(isPlain)
    }
  }

  @Test(arguments: [
    (0.125, Table.Format.percent1, "12.5 %"), (0.125, .percent, "13 %"),
    (1234.5, .integer, "1,235"),
    (-0.004, .fixed2, "0.00"), (2, .fixed1, "2.0"), (0.5, .signed, "+0.5"), (-0.5, .signed, "−0.5"),
    (0, .signed, "0"), (1e20, .fixed2, "1e+20"),
  ])
  func `numbers are shown as their column says`(
    number: Double, format: Table.Format, shown: String
  ) {
    let table = Table(columns: ["n"], rows: [], formats: [format])
    #expect(table.shown(.number(number), column: 0) == shown)
  }
}
