internal import Lua

extension PluginAPI {
  /// Why plugins do without a name that other programs in Lua have, and what to do instead.
  package typealias Absence = (reason: String, remedy: String?)

  /// - Parameter library: nil for a global.
  package static func absence(of name: String, in library: String?) -> Absence? {
    guard let words = Interpreter.reasonForAbsence(of: name, in: library) else { return nil }
    let parts = words.split(separator: ";", maxSplits: 1).map { String($0).trimmed }
    return (parts[0], parts.count > 1 ? parts[1] : nil)
  }

  /// The same of a name with its library, `os.clock`; where all of the library is missing, of that.
  package static func absence(of path: String) -> Absence? {
    let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
    guard let first = parts.first else { return nil }
    return absence(of: parts.last ?? first, in: parts.count > 1 ? first : nil)
      ?? absence(of: first, in: nil)
  }
}
