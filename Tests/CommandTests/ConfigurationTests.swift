import Testing

/// `copydesk.toml`, and how the command line comes before it.
@Suite struct ConfigurationTests {
  let folder = Scratch([
    "a.txt": "Rain fell.\n",
    "plugins/said.lua": """
    --- Says its option.
    return {
      api = 1, name = "said", version = "1.0.0", summary = "Says its option", author = "A",
      license = "MIT", categories = { "test" },
      options = { word = { type = "string", default = "nothing", doc = "a word" } },
      fields = { word = { type = "string", merge = "none", doc = "the option" } },
      analyze = function(article, ctx) return { word = ctx.options.word } end,
    }

    """,
  ])

  private func run(_ arguments: String...) -> Program.Output {
    Program.run(["run"] + arguments, in: folder)
  }

  @Test func `the nearest file above gives plugins, options and format`() {
    folder.write(
      "copydesk.toml",
      """
      plugins = ["said"]
      format = "csv"
      [options.said]
      word = "configured"

      """)
    let output = run("a.txt")
    #expect(output.errors == "")
    #expect(output.lines.first?.hasPrefix("id,source,") == true)
    #expect(output.lines.last?.contains("configured") == true)
    let below = Shell.run("mkdir -p x/y && cd x/y && '\(Program.path)' run ../../a.txt", in: folder)
    #expect(below.text.contains("configured"))
  }

  @Test func `the command line comes first`() {
    folder.write("copydesk.toml", "plugins = \"nobody\"\n[options.said]\nword = \"configured\"\n")
    let output = run("-p", "said", "-O", "said.word=spoken", "--format", "jsonl", "a.txt")
    #expect(output.text.contains(#""word":"spoken""#))
    #expect(run("a.txt").status == 2)
  }

  @Test func `another file can be named, or none read`() {
    folder.write("copydesk.toml", "plugins = nonsense\n")
    folder.write("other.toml", "plugins = \"said\"\n")
    #expect(run("--config", "other.toml", "a.txt").text.contains(#""word":"nothing""#))
    #expect(
      run("--no-config", "--plugin-path", "plugins", "-p", "said", "a.txt").text
        .contains(#""word":"nothing""#))
    let missing = run("--config", "missing.toml", "a.txt")
    #expect(missing.errors == "error: missing.toml: no such file or directory\n")
    #expect(missing.status == 2)
  }

  @Test(arguments: [
    ("plugin = \"all\"", "1: plugin: unknown key; did you mean 'plugins'?"),
    ("# one\n\njobs = 0", "3: jobs: expected a number from 1 to 1024, found 0"),
    ("format = \"xml\"", "1: format: unknown format 'xml'; one of text, json, jsonl, csv"),
    ("[limits]\nsecond = 1", "2: limits.second: unknown key; did you mean 'seconds'?"),
    (
      "[limits]\nmemory = \"much\"",
      "2: limits.memory: expected a size such as \"64 MB\", found \"much\""
    ),
    ("plugins = \"said", "1: plugins: "),
    ("[options]\nsaid = 3", "2: options.said: expected a table, found 3"),
    ("jobs = 1\njobs = 2", "2: jobs: defined twice"),
    (
      "encoding = \"morse\"",
      "1: encoding: expected an encoding such as utf-8, utf-16, windows-1252 or iso-8859-1, "
        + "found \"morse\""
    ),
    ("[limits]\nmemory = 1", "2: limits.memory: expected \"1 MB\" or more, found 1"),
    (
      "[options.said]\nword = 3",
      "2: options.said.word: option 'word': expected a string, got 3"
    ),
    (
      "[options.said]\nwort = \"a\"",
      "2: options.said.wort: unknown option \"wort\"; did you mean 'word'?"
    ),
    ("[options.sayd]\nword = \"a\"", "1: options.sayd: no plugin 'sayd'; did you mean 'said'?"),
  ])
  func `its faults name file, line and key`(text: String, message: String) {
    folder.write("copydesk.toml", text + "\n")
    let output = run("-p", "said", "a.txt")
    #expect(output.errors.hasPrefix("error: \(folder.path)/copydesk.toml:\(message)"))
    #expect(output.status == 2)
  }

  @Test(arguments: [
    ("sayd", "no plugin or category 'sayd'; did you mean 'said'?"),
    ("said and", "expected a plugin or category in 'said and'"),
  ])
  func `a selection that it makes is its fault`(selection: String, message: String) {
    folder.write("copydesk.toml", "jobs = 1\nplugins = \"\(selection)\"\n")
    let output = run("a.txt")
    #expect(output.errors == "error: \(folder.path)/copydesk.toml:2: plugins: \(message)\n")
    #expect(output.status == 2)
  }

  @Test func `an option that the command line sets is not its fault`() {
    folder.write("copydesk.toml", "[options.said]\nword = \"configured\"\n")
    let output = run("-p", "said", "-O", "said.word=3", "a.txt")
    #expect(output.errors == "error: said: option 'word': expected a string, got 3\n")
    #expect(output.status == 4)
  }
}
