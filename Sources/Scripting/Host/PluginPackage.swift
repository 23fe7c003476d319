package import Document

/// The files of one plugin, as whoever looks after files found them.
package struct PluginPackage: Sendable {
  /// The file or folder, as messages show it.
  package var path: String
  /// The bytes of `name.lua`, or of `name/plugin.lua`.
  package var main: [UInt8]
  package var isFolder: Bool
  /// What it is to be called where its file does not say: of a list of rules, which is no Lua.
  package var name: String?
  /// Reads another file of the plugin's own folder by its relative path; modules and resources come through it.
  package var read: @Sendable (String) throws -> [UInt8]

  package init(
    path: String, main: [UInt8], isFolder: Bool, name: String? = nil,
    read: @escaping @Sendable (String) throws -> [UInt8]
  ) {
    self.path = path
    self.main = main
    self.isFolder = isFolder
    self.name = name
    self.read = read
  }
}

/// What one plugin may use up for one article.
package struct Limits: Hashable, Sendable {
  /// Wall-clock seconds.
  package var seconds: Double
  /// Bytes of the script's own memory.
  package var memory: Int

  package init(seconds: Double = 5, memory: Int = 64 << 20) {
    self.seconds = seconds
    self.memory = memory
  }

  /// What `aggregate.finish` and `report` have at the end of a run, whose articles they see all at once: for every ten thousand as
  /// many seconds as for one article.
  package func secondsAtEnd(of articles: Int) -> Double {
    seconds * max(1, Double(articles) / 10_000)
  }
}

/// Why plugins cannot run: everything that is wrong with them, at once.
package struct PluginLoadFailure: Error, Sendable {
  package var problems: [PluginError]

  package init(problems: [PluginError]) {
    self.problems = problems
  }
}
