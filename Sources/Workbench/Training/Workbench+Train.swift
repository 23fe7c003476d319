import CProcess
import Document
import Glibc
import Learning
import Scripting

extension Workbench {
  /// Learns the labels of articles and writes a plugin that tells those of others.
  /// - Parameter events: what happens while the articles are read.
  /// - Returns: what was made, nil where the work was stopped, and what became of the inputs.
  package func train(
    _ request: TrainingRequest, events: @escaping Events
  ) throws(WorkbenchError) -> (Training?, RunResult) {
    let folder = Path(request.folder)
    let name = String(decoding: folder.lastName, as: UTF8.self)
    guard TrainedPlugin.isName(name) else {
      throw .training("'\(name)' cannot name a plugin; take small letters, digits, _ and -")
    }
    try TrainedPlugin.prepare(folder)
    let stop = try StopSignal()
    var reader = LabelReader(
      member: request.labelMember, wantsLabelled: request.leavesUnlabelledOut)
    var result = try read(
      request.run, layers: [],
      to: { bytes throws(WorkbenchError) in reader.read(bytes) }, events: events)
    guard result.interruption == nil else { return (nil, result) }
    var texts = reader.texts
    texts.keepLabels(ofAtLeast: request.leastArticles)
    guard texts.labels.count > 1 else {
      throw .training(
        "\(texts.labels.count) labels with \(request.leastArticles) articles or more; "
          + "at least two are needed, in the member 'label' or the one that --label names")
    }
    var settings = request.settings
    settings.isStopped = { copydesk_stop_signal() != 0 }
    let classifier = LinearClassifier.trained(
      texts, rows: Array(0..<texts.count), settings: settings)
    var training = Training(
      name: name, folder: folder.shown, texts: texts, unlabelled: reader.unlabelled)
    if request.folds > 1 {
      training.figures = LinearClassifier.validate(
        texts, folds: request.folds, settings: settings)
    }
    result.interruption = stop.caught
    guard result.interruption == nil else { return (nil, result) }
    try TrainedPlugin(training: training, classifier: classifier).write(to: folder)
    return (training, result)
  }
}
