import Document
import Workbench

extension Session {
  /// The operands that name plugins of the library, and those that are paths: a file or folder of the name comes first.
  func namedPlugins(
    of library: PluginLibrary
  ) throws -> (names: Set<String>, paths: [[UInt8]]) {
    var names: Set<String> = []
    var paths: [[UInt8]] = []
    let known = library.names
    for operand in arguments.operands {
      let name = FileName.shown(operand)
      if FileName.exists(operand) {
        paths.append(operand)
      } else if known.contains(name) {
        names.insert(name)
      } else if operand.contains(UInt8(ascii: "/")) || PluginFiles.isFileName(name) {
        // Loading it says that it is not there.
        paths.append(operand)
      } else {
        throw WorkbenchError.unknownPlugin(name, suggestions: Suggestions.like(name, among: known))
      }
    }
    return (names, paths)
  }
}
