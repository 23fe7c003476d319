import Document
import Testing

@testable import Reporting

/// Profiles merged and drawn.
@Suite struct ProfileTests {
  private func sample(_ names: String..., line: Int, seconds: Double) -> PluginProfile.Sample {
    let frames = names.map { PluginProfile.Frame(function: $0, file: "p.lua", line: line) }
    return PluginProfile.Sample(
      frames: [PluginProfile.Frame(function: "analyze")] + frames, seconds: seconds, bytes: 10)
  }

  private func profile(_ samples: PluginProfile.Sample...) -> RunProfile {
    var run = RunProfile()
    for (index, sample) in samples.enumerated() {
      let plugin = PluginProfile(
        plugin: "p", articles: 1, seconds: sample.seconds, samples: [sample],
        calls: [PluginProfile.Call(function: "desk.fold", count: 2, seconds: 0.001)])
      run.add(ArticleProfile(source: "\(index).txt", plugins: [plugin]))
    }
    return run
  }

  @Test func `the same place and the same call are one over all articles`() {
    let run = profile(
      sample("score", line: 3, seconds: 1), sample("score", line: 3, seconds: 2),
      sample("score", line: 4, seconds: 4))
    #expect(run.plugins.count == 1)
    #expect(run.plugins[0].samples.map(\.seconds) == [3, 4])
    #expect(run.plugins[0].calls == [.init(function: "desk.fold", count: 6, seconds: 0.003)])
    #expect(run.collapsedStacks == "p;analyze;score (p.lua) 7000000\n")
    #expect(run.slowest.map(\.source) == ["2.txt", "1.txt", "0.txt"])
  }

  @Test func `names cannot break out of the picture, nor out of their line`() {
    let name = "<b>\"&;\u{1B}\n"
    let run = profile(sample(name, line: 1, seconds: 1))
    let svg = String(decoding: run.flameGraph, as: UTF8.self)
    #expect(svg.contains("&lt;b&gt;"))
    #expect(!svg.contains("<b>"))
    #expect(!svg.contains("\u{1B}"))
    #expect(run.collapsedStacks.split(separator: "\n").count == 1)
    #expect(!run.text(TextStyle()).contains("\u{1B}"))
  }

  @Test func `profiles are read back as they were written`() throws {
    let article = ArticleProfile(
      source: "a.txt", plugins: profile(sample("score", line: 3, seconds: 0.25)).plugins)
    var json = JSONWriter()
    article.write(to: &json)
    let read = try ArticleProfile(json: JSONParser.parse(json.bytes[...]))
    #expect(read.source == article.source)
    #expect(read.plugins == article.plugins)
  }
}
