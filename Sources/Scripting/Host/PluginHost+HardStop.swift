internal import Lua

extension PluginHost {
  /// Has the process leave with a status when a plugin is stuck in a library function that no limit can stop, `grace`
  /// seconds of work after its deadline. For workers, whose supervisor lays the blame.
  package static func setHardStop(grace: Double, status: Int32) {
    Interpreter.setHardStop(grace: grace, status: status)
  }
}
