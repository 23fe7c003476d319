internal import Document
internal import Lua

/// Which lines of plugins ran, in all hosts that it was given to.
package final class PluginCoverage {
  let coverage = Coverage()

  package init() {}

  /// What of a plugin's files ran: by file, as messages show it, and by each line that can run, how often it did.
  package func files(of package: PluginPackage) -> [(path: String, counts: [Int: Int])] {
    let source = PluginSource(package)
    return source.files.map { file in
      let ran = coverage[file.path]
      var counts: [Int: Int] = [:]
      for line in Interpreter.lines(of: file.bytes) { counts[line] = ran[line] ?? 0 }
      return (source.path(of: file.path), counts)
    }
  }
}
