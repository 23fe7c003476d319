package import Document

extension PluginHost {
  /// Everything that is wrong with a plugin, and what looks wrong, by place.
  /// - Parameter errors: what is known to keep it from loading.
  package static func inspect(_ package: PluginPackage, errors: [PluginError]) -> [Diagnostic] {
    let inspection = Inspection(PluginSource(package))
    let found = inspection.inspect()
    let others = errors.compactMap { error in
      found.contains { $0.tells(error) } ? nil : inspection.diagnostic(error)
    }
    return inspection.sorted(found + others)
  }

  /// The meaning of every code.
  package static var rules: [DiagnosticRule] { Rule.allCases.map(\.description) }
}

extension Diagnostic {
  /// Whether it says what loading the plugin ran into too.
  fileprivate func tells(_ error: PluginError) -> Bool {
    guard severity == .error else { return false }
    let isCode = error.phase == "load" && error.kind != .load || error.phase == "setup"
    // Lua names the first fault of a file that is no Lua, in other words.
    if code == Rule.syntax.rawValue { return isCode }
    // A circle begins anywhere.
    if code == Rule.moduleCycle.rawValue, error.message.contains(words: "require each other") {
      return true
    }
    return isCode && file == error.file && place?.line == error.line
  }
}

extension Inspection {
  /// What loading ran into, as a diagnostic.
  fileprivate func diagnostic(_ error: PluginError) -> Diagnostic {
    let rule: Rule =
      switch (error.phase, error.kind) {
      case ("load", .load): .declaration
      case ("load", _): .load
      default: .setup
      }
    let file = files.first { $0.path == error.file }
    return Diagnostic(
      rule.severity, rule.rawValue, file: error.file ?? main.path,
      place: error.line.map { line in
        Diagnostic.Place(
          line: line, words: file?.chunk.words(ofLine: line) ?? error.sourceLine ?? "")
      },
      error.message, remedy: error.remedy, traceback: error.traceback)
  }
}
