import Document

/// A profile for a terminal: the plugins, then of each its functions, its lines and its calls into the host.
struct ProfilePage {
  private static let shownRows = 12

  private let profile: RunProfile
  private var page: TextPage

  init(_ profile: RunProfile, _ style: TextStyle) {
    self.profile = profile
    page = TextPage(style: style)
    write()
  }

  var text: String { page.text }

  private mutating func write() {
    let articles = Figures.count(profile.articles, "article")
    heading("\(articles), \(Self.time(profile.seconds)) in plugins")
    table(
      ["plugin", "time", "share", "an article", "peak memory", "allocated"],
      profile.plugins.map { plugin in
        let each = plugin.seconds / Double(max(1, plugin.articles))
        return [
          plugin.plugin, Self.time(plugin.seconds), share(plugin.seconds, of: profile.seconds),
          Self.time(each), Self.size(plugin.memoryPeak),
          Self.size(plugin.samples.reduce(0) { $0 + $1.bytes }),
        ]
      })
    for plugin in profile.plugins { write(plugin) }
    guard profile.articles > 1 else { return }
    page.line("")
    heading("slowest articles")
    table(["article", "time"], profile.slowest.map { [$0.source, Self.time($0.seconds)] })
  }

  private mutating func write(_ plugin: PluginProfile) {
    let places = ProfilePlaces(plugin)
    page.line("")
    heading(plugin.plugin)
    guard places.seconds > 0 else {
      return page.line("  too fast for a sample; name more articles, or --repeat 100")
    }
    table(
      ["function", "self", "total", "allocated"],
      places.functions.prefix(Self.shownRows).map {
        [
          $0.name, share($0.own, of: places.seconds), share($0.total, of: places.seconds),
          Self.size($0.bytes),
        ]
      })
    page.line("")
    table(
      ["line", "self", "allocated"],
      places.lines.prefix(Self.shownRows).map {
        [$0.name, share($0.own, of: places.seconds), Self.size($0.bytes)]
      })
    guard !plugin.calls.isEmpty else { return }
    page.line("")
    table(
      ["calls into the host", "calls", "time", "each"],
      plugin.calls.sorted { ($1.seconds, $0.function) < ($0.seconds, $1.function) }
        .prefix(Self.shownRows).map {
          [
            $0.function, Figures.shown($0.count), Self.time($0.seconds),
            Self.time($0.seconds / Double(max(1, $0.count))),
          ]
        })
  }

  // MARK: Words

  private mutating func heading(_ words: String) {
    page.line(page.style.painted(Printable.string(words), .plugin))
  }

  /// Columns, all but the first to the right.
  private mutating func table(_ headings: [String], _ rows: [[String]]) {
    let rows = rows.map { $0.map { Printable.string($0) } }
    let widths = headings.indices.map { column in
      ([headings] + rows).map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    let first = min(
      widths[0], max(16, page.style.width - 2 - widths.dropFirst().reduce(0) { $0 + $1 + 2 }))
    func line(_ cells: [String]) -> String {
      let name = DisplayWidth.padded(DisplayWidth.cut(cells[0], to: first), to: first)
      let rest = zip(cells, widths).dropFirst().map { "  " + DisplayWidth.paddedLeft($0, to: $1) }
      return "  " + name + rest.joined()
    }
    page.line(page.style.painted(line(headings), .dim))
    for row in rows { page.line(line(row)) }
  }

  private func share(_ part: Double, of whole: Double) -> String {
    whole > 0 ? Figures.shown(100 * part / whole, digits: 1) + " %" : "–"
  }

  static func time(_ seconds: Double) -> String {
    switch seconds {
    case 1...: Figures.shown(seconds, digits: 2) + " s"
    case 1e-3..<1: Figures.shown(seconds * 1e3, digits: 2) + " ms"
    default: Figures.shown(seconds * 1e6, digits: 2) + " µs"
    }
  }

  static func size(_ bytes: Int) -> String {
    switch bytes {
    case (1 << 20)...: Figures.shown(Double(bytes) / Double(1 << 20), digits: 1) + " MB"
    case 1024...: Figures.shown(Double(bytes) / 1024, digits: 1) + " kB"
    default: "\(bytes) B"
    }
  }
}

/// Where a plugin was found, by function and by line.
struct ProfilePlaces {
  struct Place {
    var name: String
    /// Seconds in the place itself, and in what it called too.
    var own = 0.0
    var total = 0.0
    var bytes = 0
  }

  private(set) var functions: [Place] = []
  /// Of the plugin's own code, with what each line called of the host.
  private(set) var lines: [Place] = []
  private(set) var seconds = 0.0

  init(_ plugin: PluginProfile) {
    var functions: [String: Place] = [:]
    var lines: [String: Place] = [:]
    for sample in plugin.samples {
      seconds += sample.seconds
      for name in Set(sample.frames.dropFirst().map(\.shown)) {
        functions[name, default: Place(name: name)].total += sample.seconds
      }
      if let leaf = sample.frames.last?.shown {
        functions[leaf, default: Place(name: leaf)].own += sample.seconds
        functions[leaf, default: Place(name: leaf)].bytes += sample.bytes
      }
      if let line = sample.frames.last(where: { $0.line > 0 }) {
        let name = "\(line.file):\(line.line)"
        lines[name, default: Place(name: name)].own += sample.seconds
        lines[name, default: Place(name: name)].bytes += sample.bytes
      }
    }
    self.functions = functions.values.sorted {
      ($1.own, $1.total, $0.name) < ($0.own, $0.total, $1.name)
    }
    self.lines = lines.values.sorted { ($1.own, $0.name) < ($0.own, $1.name) }
  }
}
