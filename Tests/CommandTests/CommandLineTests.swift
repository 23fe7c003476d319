import Glibc
import Testing
import Workbench

@testable import copydesk

@Suite struct CommandLineTests {
  let folder = Scratch()
  private static let formats = FindingsFormat.allCases.map(\.rawValue)

  @Test func `the version goes to standard output`() {
    let output = Program.run("--version", in: folder)
    #expect(output.text == "copydesk \(Version.number)\n")
    #expect(output.status == 0)
    #expect(output.errors == "")
  }

  @Test(arguments: Command.all.map(\.name))
  func `each command shows its options, however it is asked for help`(name: String) throws {
    let command = try #require(Command.named(name))
    let help = Program.run(name, "--help", in: folder)
    #expect(help.status == 0)
    #expect(help.errors == "")
    #expect(help.text == Program.run("help", name, in: folder).text)
    #expect(help.text == Program.run(name, "-h", in: folder).text)
    #expect(help.text.contains(command.synopsis))
    for option in command.options { #expect(help.text.contains("--\(option.name)")) }
    #expect(help.lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `the overview and the manual name every command`() {
    let overview = Program.run("help", in: folder)
    let manual = Program.run("man", in: folder)
    for command in Command.all {
      #expect(overview.text.contains("  \(command.name) "))
      #expect(manual.text.contains(".SS copydesk \(command.name) "))
      for option in command.options {
        let name = option.name.split(separator: "-").joined(separator: "\\-")
        #expect(manual.text.contains("\\-\\-\(name)"))
      }
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions know every command and option`(shell: String) {
    let script = Program.run("completions", shell, in: folder)
    #expect(script.status == 0)
    for command in Command.all {
      #expect(script.text.contains(command.name))
      for option in command.options { #expect(script.text.contains(option.name)) }
    }
  }

  @Test func `bash takes its completions and completes from them`() {
    folder.write("copydesk.bash", Program.run("completions", "bash", in: folder).text)
    folder.write(
      "try.bash",
      """
      . ./copydesk.bash
      COMP_WORDS=(copydesk run --format "") COMP_CWORD=3; _copydesk; echo "${COMPREPLY[@]}"
      COMP_WORDS=(copydesk re) COMP_CWORD=1; _copydesk; echo "${COMPREPLY[@]}"
      COMP_WORDS=(copydesk read --lay) COMP_CWORD=2; _copydesk; echo "${COMPREPLY[@]}"

      """)
    let shell = Shell.run(". ./try.bash", in: folder)
    #expect(
      shell.text == "\(Self.formats.joined(separator: " "))\nreport read remove repl\n--layers\n")
  }

  @Test(arguments: [
    ([], "error: no command; copydesk help lists them\n"),
    (["rnu"], "error: unknown command 'rnu'; did you mean 'run'?\n"),
    (["xyzzy"], "error: unknown command 'xyzzy'; copydesk help lists them\n"),
    (
      ["run", "--plugin", "all", "-"],
      "error: unknown option '--plugin'; did you mean '--plugins'?\n"
    ),
    (["run", "-x"], "error: unknown option '-x'; copydesk run --help lists them\n"),
    (["run", "--plugins"], "error: --plugins: expected SELECTION\n"),
    (["run", "--fresh=yes", "-"], "error: --fresh: takes no value\n"),
    (
      ["run", "-"],
      "error: no plugins selected; -p all runs all of them, copydesk plugins lists them\n"
    ),
    (
      ["run", "-p", "all"],
      "error: expected INPUT…; name files, folders with all they hold, patterns such as 'news/**/*.md', "
        + "or - for standard input\n"
    ),
    (
      ["run", "-p", "all", "-j", "0", "-"],
      "error: --jobs: expected a number from 1 to 1024, found '0'\n"
    ),
    (
      ["run", "-p", "all", "--timeout", "soon", "-"],
      "error: --timeout: expected seconds from 0.001 to 86400, found 'soon'\n"
    ),
    (
      ["run", "-p", "all", "--memory", "much", "-"],
      "error: --memory: expected a size such as 64MB, found 'much'\n"
    ),
    (
      ["run", "-p", "all", "--memory", "100KB", "-"],
      "error: --memory: expected 1MB or more, found '100KB'\n"
    ),
    (
      ["read", "--encoding", "morse", "-"],
      "error: --encoding: expected an encoding such as utf-8, utf-16, windows-1252 or iso-8859-1, "
        + "found 'morse'\n"
    ),
    (
      ["run", "-p", "all", "--plugin-path", "nowhere", "-"],
      "error: --plugin-path: expected a folder, found 'nowhere'\n"
    ),
    (
      ["run", "-p", "all", "--format", "xml", "-"],
      "error: --format: expected \(Choices.words(formats)), found 'xml'\n"
    ),
    (
      ["run", "-p", "all", "-O", "a=1", "-"],
      "error: --option: expected plugin.name=value, found 'a=1'\n"
    ),
    (
      ["read", "--layers", "sentenses", "-"],
      "error: --layers: expected paragraphs, sentences, tokens, quoted, quotes, entities, amounts, dates, "
        + "links or scopes, found 'sentenses'; did you mean 'sentences'?\n"
    ),
    (
      ["run", "-p", "(a or", "-"],
      "error: --plugins: expected a plugin or category\n  (a or\n       ^\n"
    ),
    (
      ["run", "-p", "nobody", "-"],
      "error: no plugin or category 'nobody'; copydesk plugins lists them\n"
    ),
    (
      ["read", "--color", "red", "-"],
      "error: --color: expected auto, always or never, found 'red'\n"
    ),
    (
      ["read", "--config", "a", "--no-config", "-"], "error: --config: cannot go with --no-config\n"
    ),
    (["completions", "csh"], "error: expected bash, zsh or fish, found 'csh'\n"),
    (["completions"], "error: expected SHELL; name bash, zsh or fish\n"),
    (["man", "run"], "error: unexpected 'run'; usage: copydesk man [OPTION…]\n"),
    (["help", "rnu"], "error: unknown command 'rnu'; did you mean 'run'?\n"),
  ])
  func `wrong usage is told on standard error with status 2`(arguments: [String], message: String) {
    let output = Program.run(arguments, in: folder)
    #expect(output.errors == message)
    #expect(output.text == "")
    #expect(output.status == 2)
  }

  @Test func `a file in the place of a command is recognised`() {
    folder.write("story.txt", "Rain fell.\n")
    let output = Program.run("story.txt", in: folder)
    #expect(
      output.errors
        == "error: unknown command 'story.txt'; to analyse a file: copydesk run -p all story.txt\n")
    #expect(output.status == 2)
  }

  @Test(arguments: [
    (["NO_COLOR": "1"], [], false), (["CLICOLOR_FORCE": "1"], [], true),
    (["CLICOLOR_FORCE": "0"], [], false), (["NO_COLOR": "1"], ["--color", "always"], true),
    (["CLICOLOR_FORCE": "1"], ["--color=never"], false), ([:], [], false),
  ])
  func `colour follows the command line, then the environment`(
    environment: [String: String], options: [String], isColored: Bool
  ) {
    let output = Program.run(
      ["read", "missing.txt"] + options, in: folder, environment: environment)
    #expect(output.errors.contains("\u{1B}[") == isColored)
    #expect(output.status == 3)
  }

  @Test func `options may follow operands, and two dashes end them`() {
    folder.write("-p", "Rain fell.\n")
    let output = Program.run("read", "--format", "jsonl", "--", "-p", in: folder)
    #expect(output.status == 0)
    #expect(output.text.contains(#""source":"-p""#))
  }
}

/// Commands of a shell, for what users do around Copydesk.
enum Shell {
  static func run(_ script: String, in folder: Scratch) -> Program.Output {
    folder.write("shell.sh", script)
    return Program([Array("shell.sh".utf8)], executable: "/bin/bash", in: folder).finish()
  }
}
