import Testing

/// `plugins` and `check`.
@Suite struct PluginCommandTests {
  let folder = Scratch([
    "mine/tally.lua": """
    --- Tallies the words of a story.
    --- For trying things out.
    return {
      api = 1, name = "tally", version = "2.1.0", summary = "Tallies words", author = "Ada",
      license = "MIT", categories = { "test" },
      options = { least = { type = "integer", default = 3, min = 1, max = 9, doc = "shorter is nothing" } },
      fields = { words = { type = "integer", merge = "sum", doc = "how many" } },
      analyze = function(article, ctx)
        return { words = article.word_count >= ctx.options.least and article.word_count or 0 }
      end,
    }

    """
  ])

  @Test func `the list has a line for each plugin, with where it is from`() {
    let output = Program.run("plugins", "--plugin-path", "mine", in: folder)
    #expect(output.lines.first { $0.hasPrefix("tally ") }?.contains("--plugin-path") == true)
    #expect(output.lines.first { $0.hasPrefix("tally ") }?.hasSuffix("Tallies words") == true)
  }

  @Test(arguments: [
    ([:] as [String: String], "project"), (["COPYDESK_PLUGIN_PATH": "nowhere:mine"], "environment"),
    (["XDG_DATA_HOME": "HERE/data"], "user"),
  ])
  func `plugins are found at their places`(environment: [String: String], origin: String) {
    let tally = folder.read("mine/tally.lua") ?? ""
    if origin == "project" {
      folder.write("copydesk.toml", "")
      folder.write("plugins/tally.lua", tally)
    }
    folder.write("data/copydesk/plugins/tally.lua", tally)
    let output = Program.run(
      "plugins", in: folder,
      environment: environment.mapValues { $0 == "HERE/data" ? "\(folder.path)/data" : $0 })
    #expect(output.lines.first { $0.hasPrefix("tally ") }?.contains(" \(origin) ") == true)
  }

  @Test(arguments: ["tally", "mine/tally.lua"])
  func `the page of a plugin has its whole help`(name: String) {
    let output = Program.run("plugins", "--plugin-path", "mine", name, in: folder)
    #expect(output.status == 0)
    #expect(output.text.hasPrefix("tally 2.1.0: Tallies words\n\nTallies the words of a story.\n"))
    for part in [
      "words  how many (integer, merged by sum)",
      "least  shorter is nothing (integer, default 3, at least 1, at most 9)", "Ada", "MIT",
      "mine/tally.lua",
    ] { #expect(output.text.contains(part)) }
  }

  @Test func `a plugin that is not there is guessed`() {
    let output = Program.run("plugins", "--plugin-path", "mine", "taly", in: folder)
    #expect(output.errors == "error: no plugin or category 'taly'; did you mean 'tally'?\n")
    #expect(output.status == 2)
  }

  @Test func `check says everything that is wrong at once`() {
    folder.write(
      "bad.lua",
      """
      return {
        api = 1, name = "bad", version = 3, sumary = "typo", categories = { "test" },
        requires = { "tally", "sentense" },
        fields = { words = { type = "integr", merge = "sum", doc = "how many" } },
        analyze = function(article) return {} end,
      }

      """)
    folder.write("worse.lua", "return {\n  api = = 1\n}\n")
    let output = Program.run(
      "check", "bad.lua", "mine/tally.lua", "worse.lua", "none.lua", in: folder)
    #expect(output.status == 4)
    #expect(output.text == "mine/tally.lua: ok, tally 2.1.0\n")
    let errors = output.errors.split(separator: "\n")
    #expect(
      errors.contains {
        $0.hasPrefix("error: bad.lua:2: ") && $0.contains("sumary")
          && $0.contains("did you mean 'summary'?")
      })
    #expect(errors.contains { $0.hasPrefix("error: bad.lua:2: ") && $0.contains("version") })
    #expect(errors.contains { $0.hasPrefix("error: bad.lua:4: ") && $0.contains("integr") })
    #expect(
      errors.contains { $0.contains("requires[2]: there is no layer or plugin \"sentense\"") })
    #expect(!errors.contains { $0.contains("requires[1]") })
    #expect(errors.contains { $0.hasPrefix("error: worse.lua:2:9: ") })
    #expect(errors.contains { $0.hasPrefix("error: none.lua: no such file or directory") })
  }

  @Test func `check is content with a sound plugin`() {
    let output = Program.run("check", "mine", in: folder)
    #expect(output.text == "mine/tally.lua: ok, tally 2.1.0\n")
    #expect(output.errors == "")
    #expect(output.status == 0)
    #expect(Program.run("check", "-q", "mine", in: folder).text == "")
  }

  @Test func `plugins that are checked together may require each other`() {
    let follower = """
      return {
        api = 1, name = "follower", requires = { "tally" },
        analyze = function(article, ctx) return {} end,
      }

      """
    folder.write("follower.lua", follower)
    folder.write("mine/follower.lua", follower)
    let alone = Program.run("check", "follower.lua", in: folder)
    #expect(alone.errors.hasPrefix("error: follower.lua:2: requires[1]: there is no"))
    for paths in [["follower.lua", "mine/tally.lua"], ["mine"]] {
      let output = Program.run(["check"] + paths, in: folder)
      #expect(output.errors == "")
      #expect(output.text.contains("follower.lua: ok, follower\n"))
      #expect(output.status == 0)
    }
  }

  @Test func `a plugin that never ends loading harms only itself`() {
    folder.write("endless.lua", "while true do end\n")
    let output = Program.run("check", "endless.lua", "mine/tally.lua", in: folder)
    #expect(output.errors.hasPrefix("error: endless.lua:1: "))
    #expect(output.text == "mine/tally.lua: ok, tally 2.1.0\n")
    #expect(output.status == 4)
  }
}
