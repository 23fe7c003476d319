import Learning
import Workbench

// `copydesk train`: a plugin of one's own from labelled articles.

extension Command {
  static let train = Command(
    "train", summary: "Make a plugin that labels articles as labelled ones are",
    discussion: [
      "Reads articles whose labels are known and writes a plugin, a folder, that tells those of others. "
        + "A record's member label or labels holds a word or a list of words; else its tags or section count. "
        + "Where some have several labels or none, the plugin may give several or none too.",
      "Prints how well labels are told of articles that were not trained on, by cross-validation. The same "
        + "articles give the same plugin.",
    ],
    operand: Operand(
      "topics INPUT…",
      doc: "topics, what is learned; then files, folders, patterns, or - for standard input",
      count: 2...Int.max),
    options: [.pluginFolder, .label, .labelledOnly, .folds, .leastArticles] + Option.telling
      + Option.reading + Option.configuring,
    examples: [
      Example(
        line: "copydesk train topics labelled.jsonl -o my-topics", doc: "Learn, and say how well"),
      Example(
        line: "copydesk run -p classify -O classify.model=@my-topics/model.tsv articles/",
        doc: "Tell the labels of others"),
      Example(line: "copydesk run -p ./my-topics articles/", doc: "The same, from the folder"),
    ])
}

extension Option {
  static let pluginFolder = Option(
    "output", short: "o", "FOLDER",
    doc: "the plugin to write; its name is the folder's (default my-topics)",
    completion: .folders)
  static let label = Option("label", "NAME", doc: "the member that holds the label or labels")
  static let labelledOnly = Option(
    "labelled-only",
    doc: "leave out articles without a label, which else have none where some have several")
  static let folds = Option("folds", "N", doc: "parts for cross-validation (default 5); 0: none")
  static let leastArticles = Option(
    "least", "N", doc: "learn labels that so many articles have, or more (default 5)")
}

extension Session {
  func train() throws -> Int32 {
    let settings = try Settings(arguments)
    var run = try settings.request(needsPlugins: false)
    guard let kind = run.inputs.first, kind == Array("topics".utf8) else {
      throw UsageError.badOperand(run.inputs.first ?? [], expected: "topics")
    }
    run.inputs.removeFirst()
    let folder = arguments.bytes(.pluginFolder) ?? Array("my-topics".utf8)
    var request = TrainingRequest(run: run, folder: folder)
    request.labelMember = try arguments.string(.label)
    request.leavesUnlabelledOut = arguments.has(.labelledOnly)
    request.folds = try number(.folds, in: 0...100) ?? request.folds
    request.leastArticles = try number(.leastArticles, in: 1...1_000_000) ?? request.leastArticles
    let narrator = try narrator()
    var training: Training?
    let result = try narrator.narrate {
      let (made, result) = try Workbench().train(request) { narrator.tell($0) }
      training = made
      return result
    }
    narrator.finish(result)
    guard let training else { return Self.status(of: result) }
    let printed = print(training.summary)
    return printed == ExitStatus.success ? Self.status(of: result) : printed
  }

  func number(_ option: Option, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let bytes = arguments.bytes(option) else { return nil }
    guard let number = Int(String(decoding: bytes, as: UTF8.self)), range.contains(number) else {
      throw .badValue(
        option, bytes, expected: "a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }
}

extension Training {
  fileprivate var summary: String {
    var words = "\(texts.count) articles, \(texts.labels.count) labels"
    if unlabelled > 0 { words += ", \(unlabelled) articles without one" }
    words += ".\n\n"
    if let figures { words += figures.markdown(texts) + "\n" }
    return words + "The plugin lies in \(folder); run it with -p \(shownPath).\n"
  }

  private var shownPath: String { folder.utf8.contains(UInt8(ascii: "/")) ? folder : "./" + folder }
}
