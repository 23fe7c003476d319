import Document
import Testing

@testable import Scripting

/// The examples of the documentation run, as they are printed.
@Suite struct DocumentationTests {
  /// Files by their names, from code blocks that begin with a comment that names one.
  private func files(in page: String) throws -> [String: String] {
    let text = try #require(Golden("Sources/Scripting/Scripting.docc/\(page).md").read())
    var files: [String: String] = [:]
    for block in text.components(separatedBy: "```").enumerated() where block.offset % 2 == 1 {
      let lines = block.element.split(separator: "\n", omittingEmptySubsequences: false)
      guard lines.count > 2, lines[1].hasPrefix("-- ") else { continue }
      files[String(lines[1].dropFirst(3))] = lines.dropFirst(2).joined(separator: "\n")
    }
    return files
  }

  private var hedged: Article {
    let text: Text = "It is said that fees may rise by 2%. Nobody was asked by the port, it seems."
    var article = Article(id: "fees", source: "fees.txt", hash: "01", text: text)
    article.metadata.title = Sourced("Fees", from: "json")
    article.layers.sentences = text.ranges(
      of: "It is said that fees may rise by 2%.", "Nobody was asked by the port, it seems.")
    var amounts = Layer<Amount>()
    amounts.append(text.ranges(of: "2%")[0], Amount(kind: .percent, value: 2, unit: "%"))
    article.layers.amounts = amounts
    return article
  }

  @Test func `the first page's plugin finds figures`() throws {
    let files = try files(in: "Scripting")
    let found = try finding(plugin("figures", try #require(files["figures.lua"])), of: hedged)
    #expect(found.error == nil)
    #expect(found.fields == ["figures": 1])
    #expect(found.annotations.first?.annotations.first?.attributes == ["value": 2.0])
  }

  @Test func `the tutorial's plugins do what it says`() throws {
    let files = try files(in: "WritingAPlugin")
    let passive = plugin("passive", try #require(files["passive.lua"]))
    let hedges = folder(
      "hedges",
      files: [
        "plugin.lua": try #require(files["hedges/plugin.lua"]),
        "hedges.tsv": try #require(files["hedges/hedges.tsv"]),
      ])
    let firmest = plugin("firmest", try #require(files["firmest.lua"]))
    let host = try PluginHost([passive, firmest, hedges])
    #expect(host.descriptions[0].help.hasPrefix("How often a story says \"was told\""))
    let found = host.analyze(hedged)
    #expect(found.map(\.error) == [nil, nil, nil])
    #expect(found[0].fields == ["passives": 1, "share": 0.5])
    #expect(found[1].fields == ["hedging": 0.75])
    for title in 1...12 {
      var article = hedged
      article.id = "\(title)"
      let part = try #require(host.analyze(article)[2].aggregate)
      host.fold(plugin: "firmest", part: part)
    }
    let sections = host.report(summaries: [:], run: ["articles": 12])
    #expect(sections.map(\.error) == [nil])
    #expect(sections[0].blocks.count == 4)
    guard case .bar(let chart) = sections[0].blocks[2] else { throw NoSuchFile() }
    #expect(chart.points.count == 10)
    #expect(chart.points[0].targets.map(\.article) == ["1"])
  }
}

extension String {
  /// The parts between a separator, without Foundation.
  fileprivate func components(separatedBy separator: String) -> [String] {
    var parts: [String] = [""]
    var rest = self[...]
    while let character = rest.first {
      if rest.hasPrefix(separator) {
        parts.append("")
        rest = rest.dropFirst(separator.count)
      } else {
        parts[parts.count - 1].append(character)
        rest = rest.dropFirst()
      }
    }
    return parts
  }
}
