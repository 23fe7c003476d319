package import Document

/// What the plugins of a run spent: merged over its articles, with the articles that took longest.
package struct RunProfile: Sendable {
  /// In the order in which they ran.
  package private(set) var plugins: [PluginProfile] = []
  package private(set) var articles = 0
  /// The articles that took longest, the slowest first; of one that came more than once, its longest time.
  package private(set) var slowest: [(source: String, seconds: Double)] = []
  private static let shownArticles = 10

  package init() {}

  package mutating func add(_ article: ArticleProfile) {
    articles += 1
    for plugin in article.plugins {
      if let place = plugins.firstIndex(where: { $0.plugin == plugin.plugin }) {
        plugins[place].merge(plugin)
      } else {
        plugins.append(plugin)
      }
    }
    rank(article.source, article.seconds)
  }

  private mutating func rank(_ source: String, _ seconds: Double) {
    if let known = slowest.firstIndex(where: { $0.source == source }) {
      guard slowest[known].seconds < seconds else { return }
      slowest.remove(at: known)
    }
    let place = slowest.firstIndex { $0.seconds < seconds } ?? slowest.count
    guard place < Self.shownArticles else { return }
    slowest.insert((source, seconds), at: place)
    if slowest.count > Self.shownArticles { slowest.removeLast() }
  }

  /// Seconds of all plugins.
  package var seconds: Double { plugins.reduce(0) { $0 + $1.seconds } }

  package func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("articles")
    json.value(articles)
    json.key("seconds")
    json.value(seconds)
    json.key("plugins")
    json.list(plugins) { $0.write(to: &$1) }
    json.key("slowest")
    json.list(slowest) { article, json in
      json.value(
        ["source": .string(article.source), "seconds": .number(article.seconds)] as Fields)
    }
    json.endObject()
    json.endLine()
  }

  /// Stacks in the form that flame graph tools read: `plugin;analyze;score 1234`, in microseconds.
  package var collapsedStacks: String {
    var lines: [String] = []
    for plugin in plugins {
      var stacks: [String: Double] = [:]
      for sample in plugin.samples where sample.seconds > 0 {
        let names = [plugin.plugin] + sample.frames.map(\.shown)
        let stack = names.map { name in
          Printable.string(String(name.map { $0 == ";" ? "," : $0 }))
        }.joined(separator: ";")
        stacks[stack, default: 0] += sample.seconds
      }
      lines += stacks.sorted { $0.key < $1.key }.map {
        "\($0.key) \(Int(($0.value * 1e6).rounded()))"
      }
    }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }
}

extension PluginProfile.Frame {
  /// The function, with its file where it is the plugin's own.
  var shown: String { file.isEmpty ? function : "\(function) (\(file))" }
}

extension RunProfile {
  /// For people, on a terminal.
  package func text(_ style: TextStyle) -> String { ProfilePage(self, style).text }

  /// For people, in a browser: a flame graph in one file.
  package var flameGraph: [UInt8] { FlameGraph(self).svg }
}
