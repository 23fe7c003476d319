import Document

/// Something that a run is asked for in another way than when it began.
package struct RunDifference: Hashable, Sendable {
  /// As people know it: an option of the command line, an option of a plugin, `inputs`.
  package var name: String
  package var then: String
  package var now: String
}

extension RunSettings {
  /// What is asked for in another way than earlier. Whoever goes on with a run cannot mean that.
  func differences(from earlier: RunSettings) -> [RunDifference] {
    var differences: [RunDifference] = []
    func compare(_ name: String, _ then: String, _ now: String) {
      if then != now { differences.append(RunDifference(name: name, then: then, now: now)) }
    }
    let (then, now) = (earlier.configuration, configuration)
    compare("inputs", Self.words(earlier.inputs), Self.words(inputs))
    // Another selection of the same plugins is none; other plugins of the same selection have come or gone by themselves.
    if Set(plugins.map(\.name)) != Set(earlier.plugins.map(\.name)) {
      compare("--plugins", then.plugins.selection, now.plugins.selection)
    }
    for name in Set(then.options.keys).union(now.options.keys).sorted() {
      let (old, new) = (then.options[name] ?? [:], now.options[name] ?? [:])
      for option in old.names + new.names.filter({ old[$0] == nil }) {
        let (old, new) = (old[option], new[option])
        compare(
          "\(name).\(option)", Self.words(old.map { ToldOptions.told($0) }),
          Self.words(new.map { ToldOptions.told($0) }))
      }
    }
    compare("--timeout", "\(then.limits.seconds) s", "\(now.limits.seconds) s")
    compare("--memory", "\(then.limits.memory) bytes", "\(now.limits.memory) bytes")
    compare("--max-input", "\(then.limits.inputBytes) bytes", "\(now.limits.inputBytes) bytes")
    compare("--encoding", then.encoding ?? "detect", now.encoding ?? "detect")
    compare("--map", Self.words(then.map), Self.words(now.map))
    compare("--fresh", Self.words(then.isFresh), Self.words(now.isFresh))
    compare("--timings", Self.words(then.hasTimings), Self.words(now.hasTimings))
    let articles = (then.wishes.contains(.article), now.wishes.contains(.article))
    compare("--format", Self.words(shows: articles.0), Self.words(shows: articles.1))
    return differences
  }

  private static func words(_ inputs: [[UInt8]]) -> String {
    inputs.map { Path($0).shown }.joined(separator: " ")
  }

  private static func words(_ value: Value?) -> String {
    guard let value else { return "its default" }
    return JSONWriter.text(value)
  }

  private static func words(_ map: [String: [String]]) -> String {
    map.isEmpty
      ? "none"
      : map.keys.sorted().map { "\($0)=\((map[$0] ?? []).joined(separator: ","))" }
        .joined(separator: " ")
  }

  private static func words(_ flag: Bool) -> String { flag ? "yes" : "no" }

  private static func words(shows articles: Bool) -> String {
    articles ? "one that shows articles" : "one that shows findings alone"
  }

  /// What has changed by itself since earlier: the program, Lua, plugins.
  func changes(since earlier: RunSettings) -> [String] {
    var changes: [String] = []
    if version != earlier.version || build != earlier.build {
      changes.append("another build of the program")
    }
    if lua != earlier.lua { changes.append(lua) }
    for plugin in plugins {
      guard let before = earlier.plugins.first(where: { $0.name == plugin.name }) else {
        changes.append("\(plugin.name) is new")
        continue
      }
      if plugin.hash != before.hash { changes.append("\(plugin.name) is another") }
    }
    for plugin in earlier.plugins where !plugins.contains(where: { $0.name == plugin.name }) {
      changes.append("\(plugin.name) is gone")
    }
    return changes
  }
}
