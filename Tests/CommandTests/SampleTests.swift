import Testing

/// `copydesk sample`: what people code by hand.
@Suite struct SampleTests {
  /// Tells of each story whether it is of rain, how often, and marks the words.
  private static let plugin = """
    return {
      api = 1, name = "weather", version = "1.2.0", summary = "Rain",
      layers = { rain = "a word for rain" },
      fields = {
        kind = { type = "string", merge = "top", doc = "wet or dry" },
        kinds = { type = "list", merge = "top", doc = "all kinds" },
        wet = { type = "boolean", merge = "any", doc = "whether it rains" },
        count = { type = "integer", merge = "sum", doc = "words for rain" },
        words = { type = "map", merge = "top", doc = "the words" },
      },
      analyze = function(article, ctx)
        local count, from = 0, 1
        while true do
          local first, last = article.text:find("rain", from, true)
          if not first then break end
          count, from = count + 1, last + 1
          ctx:annotate("rain", { first = first, last = last }, { strength = count > 1 and "heavy" or "light" })
        end
        return { kind = count > 0 and "wet" or "dry", wet = count > 0, count = count,
          kinds = count > 1 and { { label = "wet" }, { label = "heavy" } } or {} }
      end,
    }
    """

  let folder: Scratch

  init() {
    let stories = (1...40).map { number in
      let text =
        number % 3 == 0
        ? "Some rain, then more rain fell." : number % 3 == 1 ? "A little rain." : "The sun shone."
      return
        #"{"id": "s\#(number)", "title": "Day \#(number)", "publisher": "\#(number < 31 ? "Gazette" : "Mirror")", "text": "\#(text)"}"#
    }
    folder = Scratch([
      "weather.lua": Self.plugin, "stories.jsonl": stories.joined(separator: "\n") + "\n",
      "reversed.jsonl": stories.reversed().joined(separator: "\n") + "\n",
    ])
  }

  private func sample(_ arguments: String...) -> Program.Output {
    Program.run(
      ["sample", "--no-config", "--quiet", "-p", "./weather.lua"] + arguments, in: folder)
  }

  private func units(_ key: String) -> [String] {
    (folder.read(key) ?? "").split(separator: "\n").dropFirst().map(String.init)
  }

  @Test func `coders get sheets without the plugin's answers, which are in the key`() {
    let drawn = sample("--field", "weather.kind", "-n", "10", "-o", "s", "stories.jsonl")
    #expect(
      drawn.text == """
        10 units of 40
        s/sheet.csv: for coders
        s/sheet.html: for coders
        s.key.jsonl: the plugin's answers; keep it from coders

        """)
    #expect(drawn.errors == "")
    #expect(drawn.status == 0)
    let sheet = folder.read("s/sheet.csv") ?? ""
    #expect(sheet.hasPrefix("\u{FEFF}unit,title,published,publisher,text,code,comment\r\n"))
    #expect(!sheet.contains("wet"))
    #expect(units("s.key.jsonl").count == 10)
    for unit in units("s.key.jsonl") {
      #expect(unit.hasPrefix(#"{"unit":"u"#))
      #expect(unit.contains(#""value":["wet"]"#) || unit.contains(#""value":["dry"]"#))
    }
    let head = (folder.read("s.key.jsonl") ?? "").split(separator: "\n").first ?? ""
    #expect(head.contains(#""plugin":"weather","version":"1.2.0","hash":""#))
    #expect(head.contains(#""labels":["dry","wet"]"#))
    #expect(
      head.contains("copydesk sample --plugins ./weather.lua --field weather.kind --number 10"))
    let page = folder.read("s/sheet.html") ?? ""
    #expect(page.contains("default-src &#39;none&#39;; style-src &#39;sha256-"))
    #expect(page.contains(#"value="dry""#))
    #expect(page.contains("none of these"))
  }

  @Test func `the same seed draws the same, whatever the number of jobs`() {
    _ = sample("--field", "weather.kind", "-n", "10", "-o", "a", "-j", "1", "stories.jsonl")
    _ = sample("--field", "weather.kind", "-n", "10", "-o", "b", "-j", "3", "stories.jsonl")
    _ = sample("--field", "weather.kind", "-n", "10", "-o", "c", "--seed", "2", "stories.jsonl")
    #expect(folder.read("a/sheet.html") == folder.read("b/sheet.html"))
    #expect(units("a.key.jsonl") == units("b.key.jsonl"))
    #expect(units("a.key.jsonl") != units("c.key.jsonl"))
  }

  @Test func `parts of the corpus are drawn from alike`() {
    let drawn = sample(
      "--field", "weather.kind", "-n", "24", "--by", "publisher", "-o", "s", "stories.jsonl")
    #expect(drawn.text.hasPrefix("24 units of 40: Gazette 14 of 30, Mirror 10 of 10\n"))
  }

  @Test func `numbers can be coded as labels in order`() {
    let drawn = sample(
      "--field", "weather.count", "--labels", "none; some; much", "--cuts", "1,2", "-o", "s",
      "stories.jsonl")
    #expect(drawn.status == 0)
    let head = folder.read("s.key.jsonl") ?? ""
    #expect(
      head.contains(
        #""labels":["none","some","much"],"ordered":true,"none":false,"cuts":[1.0,2.0]"#))
  }

  @Test func `marks are judged with what the plugin says of them, and their attributes blindly`() {
    let judged = sample("--marks", "weather.rain", "-o", "s", "stories.jsonl")
    #expect(judged.text.hasPrefix("40 units of 40\n"))
    #expect(
      folder.read("s/sheet.csv")?.contains("Some [[rain]], then more rain fell.\",strength light,,")
        == true)
    let coded = sample("--marks", "weather.rain.strength", "-o", "t", "stories.jsonl")
    #expect(coded.status == 0)
    #expect(folder.read("t/sheet.csv")?.contains("light") == false)
    #expect(folder.read("t.key.jsonl")?.contains(#""range":[5,9]"#) == true)
  }

  @Test func `a kept run lends its inputs and plugins`() {
    let run = Program.run(
      ["run", "--no-config", "--quiet", "-p", "./weather.lua", "--run", "./kept", "-o", "f.jsonl"]
        + ["stories.jsonl"], in: folder)
    #expect(run.status == 0)
    let drawn = Program.run(
      "sample", "--quiet", "--field", "weather.kind", "-n", "10", "--from-run", "./kept", "-o", "s",
      in: folder)
    #expect(drawn.status == 0)
    _ = sample("--field", "weather.kind", "-n", "10", "-o", "t", "stories.jsonl")
    #expect(units("s.key.jsonl") == units("t.key.jsonl"))
    folder.write("weather.lua", Self.plugin + "\n-- changed\n")
    let changed = Program.run(
      "sample", "--field", "weather.kind", "--from-run", "./kept", "-o", "u", in: folder)
    #expect(changed.errors.contains("warning: weather: has changed since the run\n"))
  }

  @Test func `a sheet that may be coded is not written over`() {
    _ = sample("--field", "weather.kind", "-n", "10", "-o", "s", "stories.jsonl")
    let same = sample("--field", "weather.kind", "-n", "10", "-o", "s", "stories.jsonl")
    #expect(same.status == 0)
    let other = sample("--field", "weather.kind", "-n", "11", "-o", "s", "stories.jsonl")
    #expect(
      other.errors
        == "error: s/sheet.csv: is there already, and is not this sample; name another folder with -o, or remove what you do not need\n"
    )
    #expect(other.status == 2)
    #expect(units("s.key.jsonl").count == 10)
  }

  @Test(arguments: [
    (
      [],
      "error: nothing to sample; name a field, --field topics.topic, or marks, --marks sources.speech"
    ),
    (["--field", "weather"], "error: --field: expected plugin.field, found 'weather'"),
    (
      ["--field", "weather.knd"],
      "error: --field: weather has no field 'knd'; did you mean 'kind'?"
    ),
    (
      ["--marks", "weather.rian"],
      "error: --marks: weather marks no layer 'rian'; did you mean 'rain'?"
    ),
    (
      ["--field", "weather.words"],
      "error: --field: weather.words is a map, which nobody can code; choose a field with labels, numbers or yes and no, or marks with --marks"
    ),
    (
      ["--field", "weather.kind", "--marks", "weather.rain"],
      "error: --field: cannot go with --marks"
    ),
    (
      ["--field", "weather.count", "--labels", "a; b", "--cuts", "2,1"],
      "error: --cuts: expected rising numbers, one fewer than labels, of which there are 2, found '2,1'"
    ),
    (
      ["--field", "weather.kind", "--labels", "a; a"],
      "error: --labels: expected two labels or more, each once, without ';' and other than - and ?, found 'a; a'"
    ),
    (
      ["--field", "weather.kind", "--where", "weather.count > 9"],
      "error: nothing to draw from: no article has weather.kind"
    ),
  ])
  func `what cannot be drawn is said`(arguments: [String], message: String) {
    let output = Program.run(
      ["sample", "--no-config", "--quiet", "-p", "./weather.lua", "-o", "s"] + arguments
        + ["stories.jsonl"], in: folder)
    #expect(output.errors == message + "\n")
    #expect(output.status == 2)
    #expect(!folder.names.contains("s"))
  }
}
