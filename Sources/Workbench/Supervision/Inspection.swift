import Document

/// Has a worker inspect plugins, one after the other; one that kills it spoils nothing for the next.
final class Inspection {
  private let executable: Path
  private let others: [CataloguedPlugin]
  private var worker: WorkerProcess?
  /// Setting up may take the limit for each plugin that is required; past this there is no hope.
  private static let patience = 60.0

  /// - Parameter others: plugins that those inspected may require.
  init(_ executable: Path, others: [CataloguedPlugin]) {
    self.executable = executable
    self.others = others
  }

  /// - Parameter isThorough: whether to look into the source for what looks wrong too.
  func inspect(
    _ plugin: CataloguedPlugin, isThorough: Bool = false
  ) throws(WorkbenchError) -> InspectedPlugin {
    let worker = try hire()
    worker.send(.inspect([plugin], others: others, isThorough: isThorough))
    while let reply = try worker.answer(within: Self.patience) {
      if case .inspected(let plugins) = reply, let inspected = plugins.first { return inspected }
    }
    return blame(plugin, for: worker)
  }

  private func hire() throws(WorkbenchError) -> WorkerProcess {
    if let worker { return worker }
    let hired = try WorkerProcess.started(executable)
    worker = hired
    return hired
  }

  private func blame(_ plugin: CataloguedPlugin, for worker: WorkerProcess) -> InspectedPlugin {
    let death = Death(status: worker.end(), wasLate: worker.wasLate, limits: RunLimits())
    self.worker = nil
    let error = PluginError(
      plugin: plugin.name, phase: "load", kind: death.kind, message: death.message,
      file: plugin.path.shown)
    return InspectedPlugin(description: nil, errors: [error])
  }
}
