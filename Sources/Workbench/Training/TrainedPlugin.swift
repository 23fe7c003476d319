import Document
import Glibc
package import Learning

/// The plugin that training writes: a folder with the classifier as a word list, its labels, the rules that apply it, a spec and a
/// card that says how it was made.
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

  func write(to folder: Path) throws(WorkbenchError) {
    let files = [
      "plugin.lua": plugin, "labels.lua": labels, "README.md": card,
      "model.tsv": "# Terms with what they say for each label; README.md tells where it is from.\n"
        + classifier.wordList(of: training.texts),
    ]
    for (name, contents) in files.sorted(by: { $0.key < $1.key }) {
      let file = try OutputFile(folder.appending(name).bytes)
      try file.write(Array(contents.utf8)[...])
      try file.complete()
    }
  }

  private var labels: String {
    let rows = zip(training.texts.labels, classifier.constants).map { label, constant in
      "  { name = \(Self.quoted(label)), constant = \(constant) },\n"
    }
    return
      "-- The labels, the most frequent first, with their constants: columns label1, label2 and so on of model.tsv.\n"
      + "return {\n" + rows.joined() + "}\n"
  }

  private var plugin: String {
    ClassifierScript.text(name: training.name, isManyLabelled: training.texts.isManyLabelled)
  }

  private var card: String {
    var card =
      "# \(training.name)\n\nTells labels of articles, learned from \(training.texts.count) labelled ones by `copydesk train`: "
      + "support vector machines (liblinear), one for each label, over words and pairs of words. "
      + "The same articles give the same plugin.\n\n"
    card += training.figures?.markdown(training.texts) ?? "It was not validated.\n"
    return card
  }

  private static func quoted(_ label: String) -> String {
    var quoted = "\""
    for scalar in label.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20: quoted += "\\u{\(String(scalar.value, radix: 16))}"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
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
