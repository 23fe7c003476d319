import Document
import Testing

@testable import Scripting

/// A plugin of one file, as tests write it.
func plugin(_ name: String = "trial", _ code: String) -> PluginPackage {
  PluginPackage(path: "\(name).lua", main: Array(code.utf8), isFolder: false) { _ in
    throw NoSuchFile()
  }
}

/// A plugin in a folder, with its files.
func folder(_ name: String = "trial", files: [String: String]) -> PluginPackage {
  PluginPackage(
    path: "plugins/\(name)", main: Array((files["plugin.lua"] ?? "").utf8), isFolder: true
  ) { path in
    guard let file = files[path] else { throw NoSuchFile() }
    return Array(file.utf8)
  }
}

struct NoSuchFile: Error {}

/// A plugin whose `analyze` has a body, with declarations in front.
func analyzing(_ body: String, name: String = "trial", _ declarations: String = "") -> PluginPackage
{
  plugin(
    name,
    """
    return {
      api = 1, name = "\(name)", \(declarations)
      analyze = function(article, ctx, state)
        \(body)
      end,
    }
    """)
}

/// What plugins find in an article, one for each.
func findings(
  _ packages: PluginPackage..., of article: Article = .harbour, options: [String: Fields] = [:]
) throws -> [PluginFindings] {
  try PluginHost(packages, options: options).analyze(article)
}

/// What one plugin finds.
func finding(
  _ package: PluginPackage, of article: Article = .harbour, options: [String: Fields] = [:]
) throws -> PluginFindings {
  let host = try PluginHost([package], options: options)
  return try #require(host.analyze(article).first)
}

/// What is wrong with plugins that do not load: `line: message; remedy`.
func problems(_ packages: PluginPackage..., options: [String: Fields] = [:]) -> [String] {
  PluginHost.check(packages, options: options).map(\.short)
}

extension PluginError {
  /// `line: message; remedy`, as far as they are known.
  var short: String {
    (line.map { "\($0): " } ?? "") + message + (remedy.map { "; \($0)" } ?? "")
  }
}
