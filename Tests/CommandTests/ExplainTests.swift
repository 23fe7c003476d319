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
          + #""explanations":[{"field":"tone.sum","value":-4,"passages":[{"range":[0,30],"#
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
