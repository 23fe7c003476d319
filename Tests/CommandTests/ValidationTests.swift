import Testing

/// `copydesk agree --record`, and what reports say then.
@Suite struct ValidationTests {
  /// Tells of each story whether it is of rain.
  private static let plugin = """
    return {
      api = 1, name = "weather", version = "1.2.0", summary = "Rain",
      fields = { kind = { type = "string", merge = "top", doc = "wet or dry" } },
      judgements = { "kind" },
      options = { word = { type = "string", default = "rain", doc = "what makes wet" } },
      analyze = function(article, ctx)
        return { kind = article.text:find(ctx.options.word, 1, true) and "wet" or "dry" }
      end,
    }
    """
  private static let counter = """
    return {
      api = 1, name = "length",
      fields = { words = { type = "integer", merge = "sum", doc = "words" } },
      analyze = function(article) return { words = article.word_count } end,
    }
    """

  let folder: Scratch

  init() {
    let stories = (1...20).map { number in
      #"{"id": "s\#(number)", "title": "Day \#(number)", "text": "\#(number % 2 == 0 ? "Some rain" : "The sun") today."}"#
    }
    folder = Scratch([
      "weather.lua": Self.plugin, "length.lua": Self.counter,
      "stories.jsonl": stories.joined(separator: "\n") + "\n",
    ])
  }

  /// Draws all stories and has a coder find one of them otherwise than the plugin.
  private func code() {
    let drawn = Program.run(
      "sample", "--quiet", "--field", "weather.kind", "-p", "./weather.lua", "-o", "s",
      "stories.jsonl", in: folder)
    #expect(drawn.status == 0)
    let units = (folder.read("s.key.jsonl") ?? "").split(separator: "\n").dropFirst()
    var sheet = "unit,code\n"
    for (place, unit) in units.enumerated() {
      let id = unit.split(separator: "\"")[3]
      let isWet = unit.contains("wet") != (place == 0)
      sheet += "\(id),\(isWet ? "wet" : "dry")\n"
    }
    folder.write("ada.csv", sheet)
  }

  private func record() -> Program.Output {
    Program.run("agree", "--record", "-k", "s.key.jsonl", "ada.csv", in: folder)
  }

  private func report(_ arguments: String...) -> String {
    let told = Program.run(
      ["report", "--quiet", "-p", "./weather.lua,./length.lua", "-o", "r"] + arguments
        + ["stories.jsonl"], in: folder)
    #expect(told.status == 0, "\(told.errors)")
    return folder.read("r/report.md") ?? ""
  }

  @Test func `until somebody validates a judgement the report says that nobody has`() {
    let report = report()
    #expect(report.contains("\nNot validated.\n"))
    #expect(report.split(separator: "Not validated.").count == 2)
    #expect(report.contains("The judgements of weather were not validated by hand."))
  }

  @Test func `reports tell how well a plugin was validated, for as long as it is the same`() {
    code()
    let recorded = record()
    #expect(recorded.errors == "weather.validation.json: recorded\n")
    #expect(recorded.status == 0)
    let line = "Kind validated on n=20, macro-F1 0.95 (0.83–1.00)."
    let first = report()
    #expect(first.contains("\n\(line)\n"))
    #expect(
      first.contains(
        "A sample coded by hand validates weather (kind validated on n=20, macro-F1 0.95 (0.83–1.00))."
      ))
    #expect(folder.read("r/report.html")?.contains(#"<p class="links">\#(line)</p>"#) == true)
    #expect(
      report("-O", "weather.word=sun").contains(
        "Kind validated with other options, on n=20, macro-F1 0.95"))
    folder.write("weather.lua", Self.plugin.replacing("1.2.0", with: "1.3.0"))
    #expect(
      report().contains("Kind validated on an earlier version (1.2.0), on n=20, macro-F1 0.95"))
  }

  @Test func `records lie where copydesk.toml says`() {
    folder.write("copydesk.toml", "[validation]\nfolder = \"checked\"\n")
    code()
    #expect(record().errors.hasSuffix("/checked/weather.validation.json: recorded\n"))
    #expect(folder.names(in: "checked") == ["weather.validation.json"])
    #expect(report().contains("Kind validated on n=20"))
    folder.write("copydesk.toml", "[validation]\nfile = \"checked\"\n")
    let wrong = Program.run("report", "-p", "./weather.lua", "stories.jsonl", in: folder)
    #expect(wrong.errors.contains("copydesk.toml:2: validation.file: unknown key"))
  }

  @Test func `a record that cannot be read is said before the run begins`() {
    folder.write("weather.validation.json", "{}")
    let told = Program.run("report", "-p", "./weather.lua", "-o", "r", "stories.jsonl", in: folder)
    #expect(
      told.errors.hasSuffix(
        "error: weather.validation.json: expected validations of weather, by the schema copydesk-validation/1; remove it, and record again with copydesk agree --record\n"
      ))
    #expect(told.status == 2)
  }

  @Test func `a judgement is a field or a layer of the plugin`() {
    folder.write("weather.lua", Self.plugin.replacing("{ \"kind\" }", with: "{ \"knid\" }"))
    let told = Program.run("check", "weather.lua", in: folder)
    #expect(told.errors.contains("\"knid\" is neither a field nor a layer of the plugin"))
    #expect(told.status == 4)
  }
}
