// The commands for people who write plugins and want to see what these do.

extension Command {
  static let repl = Command(
    "repl", summary: "Try Lua on an article, line by line",
    discussion: [
      "Runs each line as in a plugin's analyze, within the same limits, and shows its values: article, ctx and desk "
        + "are there, with all layers of the article. describe(value) tells what something of the host's can do. "
        + "The tabulator key completes names; an error ends nothing.",
      "Lines that begin with a colon are for the console: :article and :load put another article or a plugin on the table, "
        + ":run runs it, :time, :layers, :doc, :help, :quit. Where standard input is no terminal its lines are "
        + "run as they come, for scripts.",
    ],
    operand: Operand("ARTICLE", doc: "a file; of many articles the first counts", count: 0...1),
    options: [.plugins, .option, .timeout, .memory, .map, .encoding] + Option.configuring,
    examples: [
      Example(line: "copydesk repl article.txt", doc: "Look at an article"),
      Example(
        line: "echo '#article.quotes' | copydesk repl article.txt", doc: "One answer, for a script"),
    ])

  static let profile = Command(
    "profile", summary: "Measure where plugins spend their time and memory",
    discussion: [
      "Analyses the inputs and samples the plugins every millisecond: time by function and by line, memory, "
        + "calls into the host with their time, and the articles that took longest. What is measured is "
        + "the plugins' own work, not reading and finding layers.",
      "As svg it is a flame graph in one file, to be opened in a browser; as collapsed, a line a stack with its "
        + "microseconds, which flame graph tools read.",
    ],
    operand: Operand(
      "INPUT…",
      doc:
        "files, folders with all they hold, patterns such as 'news/**/*.md', or - for standard input"
    ),
    options: [.plugins, .option, .timeout, .memory, .fresh, .repeats, .profileFormat, .output]
      + Option.telling + Option.reading + Option.configuring,
    examples: [
      Example(line: "copydesk profile -p my-plugin.lua articles/", doc: "Where the time goes"),
      Example(
        line: "copydesk profile -p my-plugin.lua --repeat 20 -o flame.svg articles/",
        doc: "A flame graph, of a few articles analysed again and again"),
    ])
}
