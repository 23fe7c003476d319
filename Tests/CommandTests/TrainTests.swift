import Glibc
import Testing

/// `copydesk train`: a plugin from labelled articles.
@Suite struct TrainTests {
  private static func story(_ label: String, _ words: String, _ number: Int) -> String {
    #"{"id": "\#(label)\#(number)", "label": "\#(label)", "title": "\#(words) today", "#
      + #""text": "They spoke of \#(words) and of word\#(number) in the hall."}"#
  }

  let folder = Scratch([
    "labelled.jsonl": (0..<12).map {
      story("money", "rising rates", $0) + "\n" + story("sport", "a late goal", $0) + "\n"
    }.joined(),
    "other.jsonl": #"{"id": "a", "title": "", "text": "A late goal decided it.", "language": "en"}"#
      + "\n",
    "taken/notes.txt": "Mine.\n",
  ])

  private func train(_ arguments: String...) -> Program.Output {
    Program.run(["train", "topics", "--no-config", "--quiet"] + arguments, in: folder)
  }

  @Test func `what is learned is a plugin that labels other articles`() {
    let trained = train("labelled.jsonl", "-o", "desk-topics")
    #expect(trained.errors == "")
    #expect(trained.status == 0)
    #expect(trained.text.contains("In 5-fold cross-validation over 24 articles: accuracy 1.000"))
    #expect(trained.text.contains("| money | 12 | 1.000 | 1.000 | 1.000 |"))
    let checked = Program.run(["check", "desk-topics"], in: folder)
    #expect(checked.status == 0, "\(checked.text)")
    let found = Program.run(
      ["run", "-p", "./desk-topics", "--format", "jsonl", "--no-config", "other.jsonl"], in: folder)
    #expect(found.text.contains(#""label":"sport""#))
    #expect(found.text.contains(#""term":[{"range":["#))
  }

  @Test func `a training that is stopped leaves no plugin`() {
    let program = Program("train", "topics", "-", "-o", "desk-topics", in: folder)
    program.type(folder.read("labelled.jsonl") ?? "")
    #expect(eventually { Watched(pid: program.pid).catches(SIGINT) })
    program.send(SIGINT)
    // Its input does not end.
    #expect(eventually { !Watched(pid: program.pid).isAlive })
    #expect(program.finish().status == 130)
    #expect(folder.read("desk-topics/plugin.lua") == nil)
  }

  @Test func `articles without a label can be left out`() {
    let lines = (0..<12).flatMap { number in
      [
        Self.story("money", "rising rates", number)
          .replacing(#""label": "money""#, with: #""label": ["money", "oil"]"#),
        Self.story("sport", "a late goal", number),
        Self.story("none", "the weather", number)
          .replacing(#""label": "none""#, with: #""label": []"#),
      ]
    }
    let folder = Scratch(["some.jsonl": lines.joined(separator: "\n") + "\n"])
    func train(_ arguments: String...) -> String {
      Program.run(
        ["train", "topics", "--no-config", "--quiet", "some.jsonl"] + arguments, in: folder
      ).text
    }
    #expect(train().hasPrefix("36 articles, 3 labels, 12 articles without one."))
    #expect(train("--labelled-only").hasPrefix("24 articles, 3 labels, 12 articles without one."))
  }

  @Test func `the plugin classify runs the model, and finds the same`() {
    _ = train("labelled.jsonl", "-o", "desk-topics", "--folds", "0")
    func fields(_ arguments: String...) -> Substring? {
      let found = Program.run(
        ["run", "--format", "jsonl", "--no-config"] + arguments + ["other.jsonl"], in: folder)
      return found.text.firstRange(of: #""fields":"#).map { found.text[$0.upperBound...] }
    }
    let found = fields("-p", "classify", "-O", "classify.model=@desk-topics/model.tsv")
    #expect(found?.hasPrefix(#"{"label":"sport","labels":[{"label":"sport","score":"#) == true)
    #expect(found != nil && found == fields("-p", "./desk-topics"))
  }

  @Test func `without a model classify does not run`() {
    let output = Program.run("run", "-p", "classify", "--no-config", "other.jsonl", in: folder)
    #expect(
      output.errors
        == "error: classify: option 'model' is not set: the model that copydesk train wrote, such as "
        + "@my-topics/model.tsv; set it with --option classify.model=…, or in copydesk.toml\n")
    #expect(output.status == 4)
    let content = Program.run(
      "run", "-p", "content", "--format", "jsonl", "--no-config", "other.jsonl", in: folder)
    #expect(content.status == 0)
    #expect(content.text.contains(#""topics""#))
    #expect(!content.text.contains(#""classify""#))
  }

  @Test func `the same articles give the same plugin`() {
    _ = train("labelled.jsonl", "-o", "first", "--folds", "0")
    _ = train("labelled.jsonl", "-o", "second", "--folds", "0")
    for file in ["model.tsv", "classifying.lua"] {
      #expect(folder.read("first/\(file)") != nil)
      #expect(folder.read("first/\(file)") == folder.read("second/\(file)"))
    }
  }

  @Test(arguments: [
    (
      ["labelled.jsonl", "-o", "taken"],
      "error: taken holds something else; name a new folder with -o\n"
    ),
    (
      ["labelled.jsonl", "-o", "My-Topics"],
      "error: 'My-Topics' cannot name a plugin; take small letters, digits, _ and -\n"
    ),
    (
      ["labelled.jsonl", "-o", "x", "--label", "author"],
      "error: 0 labels with 5 articles or more; at least two are needed, in the member 'label' or the one that --label names\n"
    ),
  ])
  func `what cannot be done is said`(arguments: [String], message: String) {
    let output = Program.run(["train", "topics", "--no-config", "--quiet"] + arguments, in: folder)
    #expect(output.errors == message)
    #expect(output.status == 2)
  }
}
