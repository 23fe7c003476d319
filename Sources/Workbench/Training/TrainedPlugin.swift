import Document
import Glibc
package import Learning

/// The plugin that training writes: a folder with the classifier as a word list, which the bundled plugin `classify` runs too, the rules
/// that apply it, and a card that says how it was made.
struct TrainedPlugin {
  let training: Training
  let classifier: LinearClassifier

  /// Small letters, digits, `_` and `-`, a letter first.
  static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return name.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D
    }
  }

  /// Makes the folder; one that holds something else than such a plugin is left alone.
  static func prepare(_ folder: Path) throws(WorkbenchError) {
    guard folder.withCString({ mkdir($0, 0o777) }) != 0 else { return }
    guard errno == EEXIST else { throw .output(path: folder.shown, errno: errno) }
    let isOurs = (try? FileStatus(of: folder.appending("model.tsv"))) != nil
    let isEmpty = folder.withCString { rmdir($0) } == 0
    if isEmpty { return try prepare(folder) }
    guard isOurs else {
      throw .training("\(folder.shown) holds something else; name a new folder with -o")
    }
  }

  /// What the folder shares with the bundled plugin `classify`, copied so that it works wherever it is handed on to.
  private static let shared = ["classifying.lua", "pages.lua"]

  func write(to folder: Path) throws(WorkbenchError) {
    var files = [
      "plugin.lua": Array(plugin.utf8), "README.md": Array(card.utf8),
      "model.tsv": Array(model.utf8),
    ]
    for name in Self.shared { files[name] = try Self.code(name) }
    for (name, contents) in files.sorted(by: { $0.key < $1.key }) {
      let file = try OutputFile(folder.appending(name).bytes)
      try file.write(contents[...])
      try file.complete()
    }
  }

  private static func code(_ name: String) throws(WorkbenchError) -> [UInt8] {
    guard let plugins = PluginLibrary.bundled(beside: Path("/proc/self/exe").resolved) else {
      throw .training("the bundled plugins are not there; install Copydesk with its 'share' folder")
    }
    let path = plugins.appending("classify").appending(name)
    do { return try PluginFiles.contents(of: path) } catch {
      throw .input(path: path.shown, errno: error.errno)
    }
  }

  private var model: String {
    """
    # Labels learned from \(training.texts.count) articles by copydesk train: terms, with what each says for each label.
    # copydesk run -p classify -O classify.model=@model.tsv …, or -p with this folder. README.md says how well it tells them.

    """ + classifier.wordList(of: training.texts)
  }

  private var plugin: String {
    """
    --- Labels as a machine has learned them from labelled stories; README.md says how well, and `copydesk plugins classify` how it works.
    local classifying = require "classifying"

    ---@type copydesk.Plugin
    return {
      api = 1,
      name = "\(training.name)",
      version = "1.0.0",
      summary = "Labels of stories, learned from labelled ones",
      categories = { "content" },
      layers = classifying.layers,
      fields = classifying.fields,
      judgements = classifying.judgements,
      options = classifying.options,
      resources = { model = "model.tsv" },
      setup = function(ctx) return classifying.read(ctx:lexicon("model", { overlaps = true })) end,
      analyze = classifying.analyze,
      report = require "pages",
    }

    """
  }

  private var card: String {
    var card =
      "# \(training.name)\n\nTells labels of articles, learned from \(training.texts.count) labelled ones by `copydesk train`: "
      + "support vector machines (liblinear), one for each label, over words and pairs of words. "
      + "The same articles give the same plugin.\n\n"
    if training.texts.isManyLabelled {
      card +=
        "From which score on a label is told was found in cross-validation within the articles learned from; "
        + "so it was in each part of the one below.\n\n"
    }
    card += training.figures?.markdown(training.texts) ?? "It was not validated.\n"
    return card
  }
}

extension Figures {
  /// What cross-validation found, and a table of the labels.
  package func markdown(_ texts: LabelledTexts) -> String {
    let all = micro()
    var words =
      "In \(folds)-fold cross-validation over \(self.texts) articles: accuracy \(Self.shown(accuracy)), "
      + "micro-F1 \(Self.shown(all.f1)), macro-F1 \(Self.shown(macroF1))"
    if labels.count > 10 {
      words += "; micro-F1 of the ten most frequent labels \(Self.shown(micro(first: 10).f1))"
    }
    words += ".\n\n| label | articles | precision | recall | F1 |\n|---|---:|---:|---:|---:|\n"
    for ((label, count), tally) in zip(zip(texts.labels, texts.labelCounts), labels) {
      words +=
        "| \(label) | \(count) | \(Self.shown(tally.precision)) | \(Self.shown(tally.recall)) "
      words += "| \(Self.shown(tally.f1)) |\n"
    }
    return words
  }

  /// Three digits: 0.975.
  package static func shown(_ share: Double) -> String {
    let thousandths = Int((share * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.utf8.count) + digits
  }
}
