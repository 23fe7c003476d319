import Document
import Testing

/// `run --explain`: from a number to the words that made it.
@Suite struct ExplainTests {
  let folder = Scratch([
    "a.txt":
      "Fine harbour\n\nRain fell on the fine harbour. Nobody came. It was a grim, grim day.\n",
    "plugins/tone.lua": """
    --- Counts for tests.
    return {
      api = 1, name = "tone", version = "1.0.0", summary = "Counts for tests", author = "A",
      license = "MIT", categories = {}, requires = { "sentences" },
      layers = { word = "a word", tally = "a sentence", grim = "the word grim" },
      fields = {
        sum = { type = "integer", merge = "sum", doc = "weights" },
        grim = { type = "integer", merge = "sum", doc = "how grim" },
      },
      analyze = function(article, ctx)
        local weights = { fine = 2, grim = -3 }
        local sum, grim = 0, 0
        for _, sentence in ipairs(article.sentences) do
          local own = 0
          for first, word in sentence.text:gmatch("()(%a+)") do
            if weights[word] then
              local span = { first = sentence.first + first - 1, last = sentence.first + first + #word - 2 }
              ctx:annotate("word", span, { weight = weights[word] })
              if word == "grim" then grim = grim + 1; ctx:annotate("grim", span) end
              own = own + weights[word]
            end
          end
          if own ~= 0 then ctx:annotate("tally", sentence, { sum = own }) end
          sum = sum + own
        end
        return { sum = sum, grim = grim }
      end,
    }

    """,
  ])

  private func explain(_ arguments: String...) -> Program.Output {
    Program.run(["run", "--plugin-path", "plugins"] + arguments, in: folder)
  }

  @Test func `a field is told sentence by sentence, with words and weights`() {
    let output = explain("--explain", "tone.sum", "--format", "text", "a.txt")
    #expect(output.errors == "")
    #expect(output.status == 0)
    #expect(
      output.text == """
        Fine harbour
        a.txt

          tone.sum = -4
            7 marks, weight adds up to -4, sum adds up to -4
            0–30  tally  sum 2
              Rain fell on the [fine] harbour.
                “fine”  word  weight 2
            44–68  tally  sum -6
              It was a [grim], [grim] day.
                “grim”  word  weight -3
                “grim”  grim
                “grim”  word  weight -3
                “grim”  grim

        """)
  }

  @Test func `for programs it is one object a line, with ranges`() {
    let output = explain("--explain", "tone.sum", "a.txt", "missing.txt")
    #expect(output.status == 3)
    #expect(output.lines.count == 2)
    #expect(
      output.lines.first?.hasPrefix(
        #"{"schema":"copydesk/1","id":"a.txt","source":"a.txt","title":"Fine harbour","#
          + #""explanations":[{"field":"tone.sum","value":-4,"totals":{"weight":-4,"sum":-4},"passages":[{"range":[0,30],"#
          + #""text":"Rain fell on the fine harbour.","marks":[{"layer":"tally","range":[0,30],"#)
        == true)
    #expect(
      output.lines.first?.contains(
        #"{"layer":"word","range":[17,21],"text":"fine","attributes":{"weight":2}}"#) == true)
    #expect(output.lines.last?.contains(#""error":{"code":"#) == true)
  }

  @Test func `a layer of the field's name alone explains it`() {
    let output = explain("--explain", "tone.grim", "--format", "text", "a.txt")
    #expect(output.text.contains("tone.grim = 2\n"))
    #expect(output.text.contains("“grim”  grim\n"))
    #expect(!output.text.contains("weight"))
  }

  @Test func `a field is made of the marks that its plugin says`() throws {
    folder.write(
      "plugins/parts.lua",
      """
      return {
        api = 1, name = "parts", layers = { word = "a word", whole = "the text" },
        fields = {
          all = { type = "integer", from = { "word", "whole" } },
          title = { type = "integer", from = { word = { place = "title" } } },
          loud = { type = "integer", from = { word = { loud = true } } },
          soft = { type = "integer", from = { word = { place = "text", loud = false } } },
          either = { type = "integer", from = { word = { kind = { "b", "c" } } } },
          bare = { type = "integer", from = {} },
        },
        analyze = function(article, ctx)
          local function mark(first, last, place, attributes)
            ctx:annotate("word", { first = first, last = last, place = place }, attributes)
          end
          mark(1, 4, "title", { weight = 0.1, kind = "a" })
          mark(1, 4, "text", { weight = 0.2, loud = true, kind = "b" })
          mark(6, 9, "text", { weight = 0.4, kind = "c" })
          ctx:annotate("whole", { first = 1, last = #article.text })
          return { all = 4, title = 1, loud = 1, soft = 1, either = 2, bare = 0 }
        end,
      }
      """)
    func marks(_ field: String) throws -> (words: [String], totals: Value?) {
      let output = explain("--explain", "parts.\(field)", "a.txt")
      #expect(output.errors == "")
      let told = try JSONParser.parse(output.bytes[...])["explanations"]?.list?.first
      let marks = (told?["passages"]?.list ?? []).flatMap { $0["marks"]?.list ?? [] }
      return (marks.compactMap { $0["text"]?.string }.map { String($0.prefix(9)) }, told?["totals"])
    }
    #expect(try marks("all").words == ["Fine", "Rain fell", "Rain", "fell"])
    #expect(try marks("title").words == ["Fine"])
    #expect(try marks("loud").words == ["Rain"])
    #expect(try marks("soft").words == ["fell"])
    #expect(try marks("either").words == ["Rain", "fell"])
    #expect(try marks("either").totals == ["weight": 0.6])
    #expect(try marks("bare").words == [])
  }

  @Test func `what a field cannot be made of is an error of the plugin`() {
    folder.write(
      "plugins/parts.lua",
      """
      return {
        api = 1, name = "parts", layers = { word = "a word" },
        fields = {
          a = { type = "integer", from = "wrod" },
          b = { type = "integer", from = 3 },
          c = { type = "integer", from = { word = { place = "lead" } } },
          d = { type = "integer", from = { word = true } },
          e = { type = "integer", from = "tone.word" },
        },
        analyze = function(article) return {} end,
      }
      """)
    let output = Program.run("check", "plugins/parts.lua", in: folder)
    for words in [
      ":4: fields.a.from: the layer \"wrod\" is not declared; did you mean 'word'?",
      ":5: fields.b.from: expected a layer, got integer; write from = \"word\"",
      ":6: fields.c.from: a mark's place is \"text\" or \"title\"; choose one, or leave it out",
      ":7: fields.d.from.word: expected a table, got boolean; what the layer's marks say",
      ":8: fields.e.from: the layer \"tone.word\" is of a plugin that is not required; add it to requires",
    ] {
      #expect(output.errors.contains(words), "\(output.errors)")
    }
    #expect(output.status == 4)
  }

  @Test func `the fields of bundled plugins lead to the marks of their part`() throws {
    folder.write("c.txt", "Great success\n\nIt was a disaster. “We are happy,” said Ada Roe.\n")
    func words(_ field: String) throws -> [String] {
      let output = Program.run("run", "--explain", field, "c.txt", in: folder)
      let told = try JSONParser.parse(output.bytes[...])["explanations"]?.list?.first
      let marks = (told?["passages"]?.list ?? []).flatMap { $0["marks"]?.list ?? [] }
      return marks.compactMap { $0["layer"] == "word" ? $0["text"]?.string : nil }
    }
    #expect(try words("sentiment.headline_compound").contains("success"))
    #expect(!(try words("sentiment.headline_compound")).contains("disaster"))
    #expect(try words("sentiment.quoted_compound") == ["happy"])
    #expect(!(try words("sentiment.unquoted_compound")).contains("happy"))
    #expect(!(try words("sentiment.compound")).contains("success"))
  }

  @Test(arguments: [
    ("gdelt.positive", ["sentiment.word"]), ("gdelt.locations", ["entities.place"]),
    ("briefing.lowest", ["sentiment.sentence"]), ("sources.speakers", ["speech"]),
    ("sources.unknown", []), ("topics.topic", ["term"]), ("entities.people", ["person"]),
    ("figures.money", ["figure"]), ("readability.lix", []), ("style.headline", []),
  ])
  func `a field is made of what its plugin or a required one has marked`(
    field: String, layers: [String]
  ) throws {
    folder.write(
      "c.txt",
      "Court jails banker in Paris\n\nIt was a good day for the court in Paris, said Ada Roe. It cost $3 million.\n"
    )
    let output = Program.run("run", "--explain", field, "c.txt", in: folder)
    let told = try JSONParser.parse(output.bytes[...])["explanations"]?.list?.first
    let marks = (told?["passages"]?.list ?? []).flatMap { $0["marks"]?.list ?? [] }
    #expect(Set(marks.compactMap { $0["layer"]?.string }) == Set(layers), "\(output.text)")
  }

  @Test func `a misspelt field is guessed, and what cannot go with it is refused`() {
    let misspelt = explain("--explain", "tone.som", "a.txt")
    #expect(
      misspelt.errors
        == "error: --explain: no field 'tone.som' in this run; did you mean 'tone.sum'?\n")
    #expect(misspelt.status == 2)
    let plain = explain("--explain", "tone", "a.txt")
    #expect(plain.errors == "error: --explain: expected plugin.field, found 'tone'\n")
    let kept = explain("--explain", "tone.sum", "--run", "r", "a.txt")
    #expect(kept.errors == "error: --explain: cannot go with --run\n")
    let table = explain("--explain", "tone.sum", "--format", "csv", "a.txt")
    #expect(table.errors.hasPrefix("error: --format: expected text, json or jsonl, found 'csv'"))
  }

  @Test(arguments: [
    ("mood.score", "2", "3 marks, weight adds up to 2"),
    ("mood.glad_score", "3", "2 marks, weight adds up to 3"),
    ("firm.score", "3", "2 marks, weight adds up to 3"),
  ])
  func `the marks of a list of rules add up to its scores`(
    field: String, value: String, sum: String
  ) {
    let terms = "term\tweight\ttags\nfine\t4\tglad\nnice\t1\tglad,small\ndull\t-1\tgrim\n"
    folder.write("mood.tsv", "# negation: 3\n# effect: flip\n" + terms)
    folder.write("firm.tsv", "# negation: 3\n" + terms)
    folder.write("b.txt", "A fine day. It was not nice. Dull.\n")
    let list = "\(field.split(separator: ".")[0]).tsv"
    let output = explain("-p", list, "--explain", field, "--format", "text", "b.txt")
    #expect(output.text.contains("\n  \(field) = \(value)\n    \(sum)\n"), "\(output.text)")
  }

  @Test func `what was found before is explained from the cache`() {
    folder.write("b.txt", "A fine day.\n")
    let environment = ["XDG_CACHE_HOME": "\(folder.path)/cache"]
    let arguments = [
      "run", "--plugin-path", "plugins", "--explain", "tone.sum", "a.txt", "b.txt",
    ]
    let first = Program.run(arguments, in: folder, environment: environment)
    let second = Program.run(arguments, in: folder, environment: environment)
    #expect(first.lines.count == 2)
    #expect(first.bytes == second.bytes)
  }
}
