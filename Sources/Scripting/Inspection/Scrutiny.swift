internal import Document
internal import Lua

/// How closely a host looks at its plugins: not at all, as a rule, for then it costs nothing.
package struct Scrutiny: Sendable {
  /// Plugins, by name, whose calls into the host are written down.
  package var traced: Set<String>
  /// Whether time and memory are measured, by function and line.
  package var isProfiled: Bool

  package init(traced: Set<String> = [], isProfiled: Bool = false) {
    self.traced = traced
    self.isProfiled = isProfiled
  }

  /// Who watches a plugin's sandbox.
  func watch(over plugin: String) -> Watch? {
    if traced.contains(plugin) { return .trace(CallTrace()) }
    return isProfiled ? .profiler(Profiler()) : nil
  }
}

/// Who watches one sandbox.
enum Watch {
  case trace(CallTrace)
  case profiler(Profiler)

  var watcher: any CallWatcher {
    switch self {
    case .trace(let trace): trace
    case .profiler(let profiler): profiler
    }
  }

  /// Begins to watch; the API is not yet defined.
  func begin(_ session: Session) {
    switch self {
    case .trace(let trace): trace.session = session
    case .profiler(let profiler): profiler.begin(session)
    }
  }

  /// The calls into the host since it was last asked, where they are written down.
  func takeTrace() -> [String] {
    if case .trace(let trace) = self { trace.take() } else { [] }
  }

  /// Adds what was seen of the work on one article to what was found in it.
  func report(into findings: inout PluginFindings) {
    switch self {
    case .trace: findings.trace = takeTrace()
    case .profiler(let profiler):
      findings.profile = profiler.take(findings.plugin, seconds: findings.seconds)
    }
  }
}
