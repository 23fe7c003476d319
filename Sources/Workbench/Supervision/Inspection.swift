import Document

/// Has a worker inspect plugins, one after the other; one that kills it spoils nothing for the next.
struct Inspection {
  private let respondent: Respondent
  private let others: [CataloguedPlugin]
  /// Setting up may take the limit for each plugin that is required; past this there is no hope.
  private static let patience = 60.0

  /// - Parameter others: plugins that those inspected may require.
  init(_ executable: Path, others: [CataloguedPlugin]) {
    respondent = Respondent(executable)
    self.others = others
  }

  /// - Parameter isThorough: whether to look into the source for what looks wrong too.
  func inspect(
    _ plugin: CataloguedPlugin, isThorough: Bool = false
  ) throws(WorkbenchError) -> InspectedPlugin {
    let command = Command.inspect([plugin], others: others, isThorough: isThorough)
    let inspected = try respondent.ask(command, within: Self.patience) { reply in
      if case .inspected(let plugins) = reply { plugins.first } else { nil }
    }
    return inspected
      ?? InspectedPlugin(
        description: nil, errors: [PluginError(respondent.death, of: plugin, phase: "load")])
  }
}

extension PluginError {
  /// That a plugin has killed the worker that looked at it.
  init(_ death: Death?, of plugin: CataloguedPlugin, phase: String) {
    self.init(
      plugin: plugin.name, phase: phase, kind: death?.kind ?? .crash,
      message: death?.message ?? "its worker is gone", file: plugin.path.shown)
  }
}
