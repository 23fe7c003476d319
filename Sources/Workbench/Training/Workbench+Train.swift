import Document
import Glibc
import Learning
import Scripting

extension Workbench {
  /// Learns the labels of articles and writes a plugin that tells those of others.
  /// - Parameter events: what happens while the articles are read.
  /// - Returns: what was made, and what became of the inputs.
  package func train(
    _ request: TrainingRequest, events: @escaping Events
  ) throws(WorkbenchError) -> (Training, RunResult) {
    let folder = Path(request.folder)
    let name = String(decoding: folder.lastName, as: UTF8.self)
    guard TrainedPlugin.isName(name) else {
      throw .training("'\(name)' cannot name a plugin; take small letters, digits, _ and -")
    }
    try TrainedPlugin.prepare(folder)
    var reader = LabelReader(
      member: request.labelMember, wantsLabelled: request.leavesUnlabelledOut)
    let result = try read(
      request.run, layers: [],
      to: { bytes throws(WorkbenchError) in reader.read(bytes) }, events: events)
    var texts = reader.texts
    texts.keepLabels(ofAtLeast: request.leastArticles)
    guard texts.labels.count > 1 else {
      throw .training(
        "\(texts.labels.count) labels with \(request.leastArticles) articles or more; "
          + "at least two are needed, in the member 'label' or the one that --label names")
    }
    let classifier = LinearClassifier.trained(
      texts, rows: Array(0..<texts.count), settings: request.settings)
    var training = Training(
      name: name, folder: folder.shown, texts: texts, unlabelled: reader.unlabelled)
    if request.folds > 1 {
      training.figures = LinearClassifier.validate(
        texts, folds: request.folds, settings: request.settings)
    }
    try TrainedPlugin(training: training, classifier: classifier).write(to: folder)
    return (training, result)
  }
}
