internal import Lua

extension PluginHost {
  /// The version of the API that plugins are written for.
  package static let apiVersion = 1

  /// The Lua that plugins run in: `Lua 5.4.6`.
  package static let luaRelease = Interpreter.release
}
