// The commands for people who write plugins and want to see what these do.

extension Command {
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
