// All commands, in the order in which help lists them.

extension Command {
  static let all = [
    run, report, read,
    runs, verify, diff, cache,
    sample, agree, train,
    plugins, check,
    test, new,
    install, remove, update,
    repl, profile,
    doc, types,
    doctor, worker, completions, man, help,
  ]

  static func named(_ name: String) -> Command? { all.first { $0.name == name } }

  private static let inputs = Operand(
    "INPUT…",
    doc:
      "files, folders with all they hold, patterns such as 'news/**/*.md', or - for standard input")

  static let run = Command(
    "run", summary: "Analyse articles with plugins and print what they find",
    discussion: [
      "Reads the inputs, runs the selected plugins on each article and prints their findings, in input "
        + "order, whatever the number of jobs. An input that cannot be read and a plugin that fails are "
        + "reported, and the run goes on.",
      "Inputs are plain text, Markdown, HTML, JSON, JSON Lines, CSV, SQLite, feeds, agency XML, mail, gzip, zstd, WARC, tar and ZIP, told "
        + "by content. In folders, hidden files and media "
        + "are left out; a file that is named itself is always read.",
      "With --run everything that is done is kept in a folder: what ran, what became of each input and "
        + "what was found. A run that was stopped, by whatever it was, goes on with --resume, "
        + "and its output is the same as if it had not been stopped. A name without "
        + "a slash stands for a folder below $XDG_STATE_HOME/copydesk/runs. Inputs and options need not be "
        + "said again with --resume.",
    ],
    operand: inputs,
    options: Option.running + [.watch, .explain, .trace, .timings, .findingsFormat, .output]
      + Option.screening + Option.keeping
      + Option.telling + Option.reading + Option.configuring,
    examples: [
      Example(
        line: "copydesk run -p sentiment,topics article.txt", doc: "Two plugins on one article"),
      Example(
        line: "copydesk run -p all --format csv -o findings.csv articles/",
        doc: "Everything on a folder, as a table"),
      Example(
        line: "copydesk run -p all --run nightly --resume -o findings.jsonl news/",
        doc: "A long run, begun or gone on with"),
      Example(
        line: "copydesk run --run nightly --resume", doc: "Go on with it, as it was begun"),
      Example(
        line: "curl -s https://example.org/feed.jsonl | copydesk run -p sources -",
        doc: "Articles from standard input"),
      Example(
        line: "copydesk run -p 'all and not briefing' -O topics.most=1 news/",
        doc: "All plugins but one, with an option of another"),
      Example(
        line: "copydesk run --explain sentiment.compound article.txt",
        doc: "The words that a score was made of"),
    ])

  static let report = Command(
    "report", summary: "Analyse articles and write a merged report",
    discussion: [
      "Runs the selected plugins like copydesk run, merges their findings over all articles and "
        + "writes report.html, report.md, findings.jsonl, findings.csv and manifest.sha256 into a "
        + "folder. The pages need no script and no network."
    ],
    operand: inputs,
    options: Option.running + [
      .trace, .reportFolder, .also, .reportTemplate, .pages, .pdf, .charts, .printing, .grouping,
    ]
      + Option.screening + Option.keeping + Option.telling + Option.reading + Option.configuring,
    examples: [
      Example(
        line: "copydesk report -p all articles/ -o report/", doc: "A report on a folder of articles"
      ),
      Example(
        line: "copydesk report -p all --template note.lua --pdf articles/",
        doc: "With a text of your own and a PDF beside it"),
      Example(
        line: "copydesk report -p sentiment --by publisher --since-run last-week articles/",
        doc: "One for each publisher, with what has changed"),
    ])

  static let read = Command(
    "read", summary: "Show how articles are read, without plugins",
    discussion: [
      "Prints the document model: the text, what is known about it and where that was found, and the "
        + "layers asked for. Offsets are UTF-8 bytes into the text."
    ],
    operand: inputs,
    options: [.layers, .articleFormat, .output] + Option.telling + Option.reading + [
      .config, .noConfig,
    ],
    examples: [
      Example(
        line: "copydesk read --format jsonl article.txt", doc: "One article as one line of JSON"),
      Example(
        line: "copydesk read --layers sentences,quotes news/",
        doc: "Sentences and quotes of a folder of articles"),
    ])

  private static let run1 = "a folder that a run is kept in, or the name of one"

  static let runs = Command(
    "runs", summary: "List the runs that are kept",
    discussion: [
      "Of each run: whether it is running, stopped or complete, when it began, how many outcomes and how "
        + "many with failures it has, and its plugins. Without operands, all runs that have a name."
    ],
    operand: Operand("RUN…", doc: run1, count: 0...Int.max, completion: .folders),
    examples: [Example(line: "copydesk runs", doc: "All runs that have a name")])

  static let verify = Command(
    "verify", summary: "Do articles of a kept run again and compare",
    discussion: [
      "Analyses a sample of the articles once more, in the folder in which the run began and without "
        + "the cache, and compares what is found with the run's findings. Exits with status 1 if "
        + "something differs."
    ],
    operand: Operand("RUN", doc: run1, count: 1...1, completion: .folders),
    options: [.sample, .all, .jobs],
    examples: [
      Example(line: "copydesk verify nightly", doc: "Some hundred articles"),
      Example(line: "copydesk verify --all nightly", doc: "Every article"),
    ])

  static let diff = Command(
    "diff", summary: "Show the articles of which two runs found something else",
    discussion: [
      "Compares plugin by plugin and field by field, for people who have changed a plugin. Exits with "
        + "status 1 if something differs."
    ],
    operand: Operand(
      "RUN RUN", doc: "two runs that are kept, or files of findings in JSON Lines", count: 2...2,
      completion: .folders),
    options: [.changeFormat],
    examples: [
      Example(line: "copydesk diff before after", doc: "What a change of a plugin has changed")
    ])

  static let cache = Command(
    "cache", summary: "Show what is kept from run to run, or remove it",
    discussion: [
      "What plugins find in an article is kept in $XDG_CACHE_HOME/copydesk, or where copydesk.toml says, and not looked for again where "
        + "neither the article nor the plugin nor its options have changed. status, which is also "
        + "what no word stands for, says where it is and how large; prune removes what was not used for "
        + "longest until the rest is within --cache-size; clear removes all of it."
    ],
    operand: Operand(
      "ACTION", doc: "status, prune or clear", count: 0...1,
      completion: .words(["status", "prune", "clear"])),
    options: [.cacheSize, .config, .noConfig],
    examples: [
      Example(line: "copydesk cache", doc: "Where the cache is and what it holds"),
      Example(line: "copydesk cache prune --cache-size 1GB", doc: "Make it smaller"),
    ])

  static let plugins = Command(
    "plugins", summary: "List the installed plugins, or show the help of some",
    discussion: [
      "Plugins are looked for in the folders of --plugin-path, in plugins beside copydesk.toml, in "
        + "those of $COPYDESK_PLUGIN_PATH, in $XDG_DATA_HOME/copydesk/plugins and among those that "
        + "come with Copydesk. Of two with one name the first found counts."
    ],
    operand: Operand(
      "PLUGIN…", doc: "names or paths of plugins", count: 0...Int.max, completion: .plugins),
    options: [.json] + Option.configuring,
    examples: [
      Example(line: "copydesk plugins", doc: "What is installed, and from where"),
      Example(line: "copydesk plugins sentiment", doc: "All about one plugin"),
    ])

  static let check = Command(
    "check", summary: "Say everything that is wrong with plugins, or looks wrong",
    discussion: [
      "Loads the plugins and sets them up, and reads their source without running it on articles: "
        + "misspelt names, layers that are not required, results that do not fit their fields, what is "
        + "declared and not used, and more. Each finding has a place, a code and a remedy; "
        + "the documentation's page Diagnostics explains the codes.",
      "A comment silences a code: -- copydesk: allow unused-option behind the line, on the line "
        + "before, or above all code for the whole file.",
      "Exits with status 4 if a plugin does not load, else with 1 if there are errors or, with "
        + "--strict, warnings.",
    ],
    operand: Operand(
      "PLUGIN…",
      doc: "plugin files, plugin folders, lists of rules, folders of plugins, or names of plugins",
      completion: .plugins),
    options: [.strict, .checkFormat] + Option.configuring,
    examples: [
      Example(line: "copydesk check my-plugin.lua", doc: "Check a plugin of your own"),
      Example(
        line: "copydesk check --strict --format sarif plugins/ > check.sarif",
        doc: "For a server that shows findings beside the code"),
    ])

  static let doc = Command(
    "doc", summary: "Show what plugins can use, a name at a time or all of it as pages",
    discussion: [
      "Shows the name, as it is written in a plugin: article.quotes, ctx:annotate, desk.stats, Plugin.fields. Where "
        + "no name is meant it looks for the words in all sentences of the reference. Each name has an "
        + "example with what it prints. With --format and --output it writes the whole as pages."
    ],
    operand: Operand(
      "NAME", doc: "a name of the plugin API, or words", count: 0...Int.max, completion: .nothing),
    options: [.pageFormat, .pageFolder],
    examples: [
      Example(line: "copydesk doc article.quotes", doc: "One name"),
      Example(line: "copydesk doc desk.json", doc: "All of a library"),
      Example(line: "copydesk doc standard deviation", doc: "Whatever tells of these words"),
      Example(line: "copydesk doc --format html -o api/", doc: "The whole as pages"),
    ])

  static let types = Command(
    "types", summary: "Write types of the plugin API for an editor",
    discussion: [
      "Prints the plugin API as annotations of the Lua language server, which many editors know. With "
        + "--output it writes them into a folder of plugins, below .copydesk/types, with .luarc.json, which "
        + "tells the server of them; a .luarc.json that is there already stays as it is."
    ],
    options: [.typesFolder],
    examples: [
      Example(line: "copydesk types -o plugins/", doc: "For a folder of plugins")
    ])

  static let doctor = Command(
    "doctor", summary: "Show how workers are locked down here, and what they are made of",
    discussion: [
      "Has workers attempt what they must not be able to do, and says which attempts fail, with the "
        + "versions of libraries and the known faults of the Lua at hand. Exits with status 1 if an "
        + "attempt succeeds, for then the kernel lacks a layer."
    ])

  static let worker = Command(
    "worker", summary: "Serve as a worker over standard input and output",
    discussion: [
      "Takes configuration and jobs as lines of JSON from standard input and answers on standard "
        + "output, as WorkerProtocol in the documentation specifies. copydesk run starts its workers "
        + "this way; so can a cluster's scheduler."
    ])

  static let completions = Command(
    "completions", summary: "Print the completions of a shell",
    discussion: [
      "For bash: copydesk completions bash > ~/.local/share/bash-completion/completions/copydesk. "
        + "For zsh: write to _copydesk in a folder of $fpath. "
        + "For fish: write to ~/.config/fish/completions/copydesk.fish."
    ],
    operand: Operand(
      "SHELL", doc: "bash, zsh or fish", count: 1...1, completion: .words(["bash", "zsh", "fish"])))

  static let man = Command(
    "man", summary: "Print the manual page",
    examples: [Example(line: "copydesk man | man -l -", doc: "Read it")])

  static let help = Command(
    "help", summary: "Show help, of a command if one is named",
    operand: Operand("COMMAND", doc: "a command", count: 0...1, completion: .commands))
}
