import Document
import Workbench

// `copydesk new`: a plugin to begin with.

extension Command {
  static let new = Command(
    "new", summary: "Make a plugin to begin with",
    discussion: [
      "Writes a folder with a plugin that runs at once, its specs, and a comment at each place to change. "
        + "score, the default, gives each article a number, tags says what it is about, report "
        + "writes a section of the report, lexicon counts words of a list.",
      "With --from the plugin is made of a list of rules, in TSV or TOML; copydesk run -p words.tsv "
        + "runs such a list without making anything.",
    ],
    operand: Operand(
      "NAME", doc: "the plugin's name, or the folder to make with that name at its end",
      count: 1...1, completion: .nothing),
    options: [.template, .from],
    examples: [
      Example(line: "copydesk new wordiness", doc: "A plugin in the folder wordiness"),
      Example(
        line: "copydesk new --template report plugins/people", doc: "One that writes a section"),
      Example(line: "copydesk new hedges --from words.tsv", doc: "One from a list of words"),
    ])
}

extension Option {
  static let template = Option(
    "template", "KIND", doc: "what to begin with: score (the default), tags, report or lexicon",
    completion: .words(PluginTemplate.allCases.map(\.rawValue)))
  static let from = Option(
    "from", "FILE", doc: "make the plugin of a list of rules, in TSV or TOML", completion: .files)
}

extension Session {
  func new() throws -> Int32 {
    let plugin: NewPlugin
    let files: [String]
    do {
      plugin = try NewPlugin(at: arguments.operands[0], from: start())
      files = try plugin.write()
    } catch let refusal as NewPlugin.Refusal { return fail(Message(refusal)) }
    var text = isQuiet ? "" : files.map { "\($0.tamed): written\n" }.joined()
    if !isQuiet {
      text += "next:\n"
      text += "  copydesk check \(plugin.path.tamed)\n  copydesk test \(plugin.path.tamed)\n"
      text += "  copydesk run -p \(plugin.selection.tamed) story.txt\n"
    }
    return print(text)
  }

  private func start() throws -> NewPlugin.Start {
    if let file = arguments.bytes(.from) {
      if arguments.has(.template) { throw UsageError.conflict(.from, .template) }
      return .rules(file)
    }
    guard let word = try arguments.string(.template) else { return .template(.score) }
    guard let template = PluginTemplate(rawValue: word) else {
      throw UsageError.badChoice(
        .template, Array(word.utf8), among: PluginTemplate.allCases.map(\.rawValue))
    }
    return .template(template)
  }
}

extension Message {
  init(_ refusal: NewPlugin.Refusal) {
    switch refusal {
    case .name(let name, let rule):
      self.init(.error, "'\(name)' is no name for a plugin", remedy: rule)
    case .exists(let path):
      self.init(.error, at: [path], "is there already", remedy: "choose another name")
    }
  }
}
