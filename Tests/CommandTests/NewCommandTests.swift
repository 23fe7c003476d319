import Testing

/// `copydesk new`, and plugins that are lists of rules.
@Suite struct NewCommandTests {
  @Test(arguments: ["score", "tags", "report", "lexicon"])
  func `a new plugin is sound, does what its specs say, and runs`(template: String) {
    let folder = Scratch([
      "story.txt": "Storm closes port\n\nThe flood came at night, it is said.\n"
    ])
    let made = Program.run("new", "--template", template, "first", in: folder)
    #expect(made.errors == "")
    #expect(made.lines.first == "first/plugin.lua: written")
    #expect(
      made.text.hasSuffix(
        """
        next:
          copydesk check first
          copydesk test first
          copydesk run -p ./first story.txt

        """))
    #expect(Program.run("check", "first", in: folder).text == "first: ok, first 0.1.0\n")
    let test = Program.run("test", "first", in: folder)
    #expect(test.text.hasPrefix("first: ok, "), "\(test.text)")
    let run = Program.run("run", "-p", "./first", "--format", "jsonl", "story.txt", in: folder)
    #expect(run.text.contains("\"error\":null"), "\(run.text)")
    let report = Program.run("report", "-p", "./first", "story.txt", in: folder)
    #expect(report.status == 0, "\(report.errors)")
  }

  @Test func `nothing that is there is written over`() {
    let folder = Scratch(["first/notes.txt": "mine"])
    let output = Program.run("new", "first", in: folder)
    #expect(output.errors == "error: first: is there already; choose another name\n")
    #expect(output.status == 2)
    let name = Program.run("new", "First Try", in: folder)
    #expect(name.errors.hasPrefix("error: 'First Try' is no name for a plugin; lower-case letters"))
    let kind = Program.run("new", "--template", "lexicn", "a", in: folder)
    #expect(kind.errors.contains("did you mean 'lexicon'?"))
  }

  // MARK: Rules

  private static let sheet = """
    # Words that hedge, of my own.
    # summary: How far stories hedge
    # negation: 3
    term\tweight\ttags\tcase
    may\t0.5\tweak,modal
    May\t1\tmonth\tkeep
    it is said\t1\tstrong
    alleg*\t0.9\tstrong
    ~accuse them\t0.4\tweak
    /\\d+ sources?/\t0.2\tstrong

    """

  private static let specs = """
    [[spec]]
    name = "terms of all forms"
    title = "[term tags=strong:It is said]"
    text = "He [term weight=0.5 tags=\\"weak,modal\\":may] go. They are not [negated:alleged] thieves. She was [term:accusing them] in [term:May], [term:3 sources] said."
    fields = { count = 5, score = 3.1, weak_count = 2, strong_count = 2, month_score = 1 }

    [[spec]]
    name = "a text without terms"
    text = "Rates fell."
    fields = { count = 0, rate = 0 }
    marks.term = []

    """

  @Test func `a list of rules is a plugin`() {
    let folder = Scratch([
      "hedges.tsv": Self.sheet, "hedges.test.toml": Self.specs,
      "story.txt": "It is said that rates may fall. They may.\n",
    ])
    let test = Program.run("test", "hedges.tsv", in: folder)
    #expect(test.text.hasPrefix("hedges.tsv: ok, 2 specs and 2 laws"), "\(test.text)")
    #expect(Program.run("check", "hedges.tsv", in: folder).text == "hedges.tsv: ok, hedges\n")
    let run = Program.run("run", "-p", "hedges.tsv", "--format", "jsonl", "story.txt", in: folder)
    #expect(
      run.text.contains(
        "\"hedges\":{\"fields\":{\"count\":3,\"rate\":333.3333333333333,\"score\":2.0,"),
      "\(run.text)")
    let page = Program.run("plugins", "./hedges.tsv", in: folder)
    #expect(page.text.hasPrefix("hedges: How far stories hedge\n"))
    let report = Program.run("report", "-p", "hedges.tsv", "story.txt", in: folder)
    #expect(report.status == 0, "\(report.errors)")
    #expect(folder.read("report/report.md")?.contains("Most frequent terms") == true)
    #expect(
      Program.run("plugins", "--plugin-path", ".", in: folder).text.contains(
        "How far stories hedge"))
  }

  @Test func `rules can be written in TOML`() {
    let folder = Scratch([
      "mood.toml": """
      summary = "Good and bad words"
      negation = { before = 2, effect = "flip" }

      [terms]
      good = 2
      bad = -1.5

      [[rule]]
      terms = ["very nice", "*ful"]
      tags = "praise"

      """,
      "mood_test.toml": """
      [[spec]]
      name = "negated words count against"
      text = "It was not [negated weight=-2:good], but [term tags=praise:wonderful], if [term:bad]."
      fields = { score = -2.5, count = 3, praise_score = 1 }

      """,
    ])
    let test = Program.run("test", "mood.toml", in: folder)
    #expect(test.text.hasPrefix("mood.toml: ok, 1 spec and 2 laws"), "\(test.text)")
  }

  @Test(arguments: [
    (
      "a.tsv", "# languge: en\nmay\n",
      "1: column 3: there is no setting 'languge'; did you mean 'language'"
    ),
    (
      "a.tsv", "term\twieght\nmay\t1\n",
      "1: column 6: there is no column 'wieght'; did you mean 'weight'?"
    ),
    (
      "a.tsv", "term\tweight\nmay\tx\n",
      "2: column 5: expected a number, found 'x'; name the columns"
    ),
    ("a.tsv", "may\t1\tx\ty\n", "1: column 9: one cell too many; name its column"),
    (
      "a.tsv", "may\t1\nmay\t2\n",
      "2: column 1: 'may' stands on line 1 already; keep one of the two"
    ),
    ("a.tsv", "may\n:)\n", "2: column 1: ':)' has no word in it"),
    ("a.tsv", "may\n/a(b/\n", "2: column 5: in the expression: missing closing parenthesis"),
    ("a.tsv", "may\t1\t2x\n", "1: column 7: '2x' is no tag; letters, digits"),
    ("a.tsv", "# just words\n", "there is no term in it; write a term a line"),
    ("a.toml", "[terms]\nmay = \"x\"\n", "2: terms.may: expected a weight, got string"),
    (
      "a.toml", "[terms]\nmay = \"0.5\"\n",
      "2: terms.may: expected a weight, got string; leave the quotation marks out"
    ),
    (
      "a.toml", "[[rule]]\nterm = \"a\"\n\n[[rule]]\nterm = \"b\"\nweight = \"x\"\n",
      "6: weight: expected a number, got string"
    ),
    (
      "a.toml", "[[rule]]\nterm = \"a\"\n[[rule]]\ntrem = \"b\"\n",
      "4: there is no 'trem' of a rule; did you mean 'term'"
    ),
    ("a.toml", "[[rule]]\nterm = \"/x(/\"\n", "2: column 12: in the expression:"),
    (
      "a.toml", "sumary = \"x\"\n[terms]\na = 1\n",
      "1: there is no setting 'sumary'; did you mean 'summary'?"
    ),
    ("a.toml", "x\n", "1: expected '=' after the key"),
  ])
  func `what is wrong with rules is told with line, column and remedy`(
    name: String, sheet: String, message: String
  ) {
    let output = Program.run("check", name, in: Scratch([name: sheet]))
    let place = message.first?.isNumber == true ? "\(name):" : "\(name): "
    #expect(output.errors.contains("error: \(place)\(message)"), "\(output.errors)")
    #expect(output.status == 4)
  }

  @Test func `a plugin can be made of rules`() {
    let folder = Scratch(["words.tsv": Self.sheet])
    let made = Program.run("new", "hedging", "--from", "words.tsv", in: folder)
    #expect(made.lines.first == "hedging/plugin.lua: written", "\(made.errors)")
    #expect(Program.run("check", "hedging", in: folder).text == "hedging: ok, hedging\n")
    let test = Program.run("test", "hedging", in: folder)
    #expect(test.text.hasPrefix("hedging: ok, 1 spec and 2 laws"), "\(test.text)")
    let bad = Program.run("new", "other", "--from", "nothing.tsv", in: folder)
    #expect(bad.errors == "error: nothing.tsv: no such file or directory\n")
  }
}
