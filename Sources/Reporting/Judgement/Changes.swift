/// What has changed from an earlier run to this one, field by field.
package struct Changes: Sendable {
  /// A number then and now; nil where no article had one.
  package struct Figure: Sendable {
    package var name: String
    /// The plugin whose field it is of.
    package var plugin: String?
    package var then: Double?
    package var now: Double?

    package init(_ name: String, of plugin: String? = nil, then: Double?, now: Double?) {
      self.name = name
      self.plugin = plugin
      self.then = then
      self.now = now
    }

    /// What it was, is, and how far that is apart.
    var cells: [String] {
      let change = then.flatMap { then in now.map { $0 - then } }
      let sign = (change ?? 0) > 0 ? "+" : ""
      return [Self.shown(then), Self.shown(now), change.map { sign + Self.shown($0) } ?? "–"]
    }

    private static func shown(_ number: Double?) -> String {
      number.map { Figures.shown($0, digits: 4, minus: "−") } ?? "–"
    }
  }

  /// Names of a field that only one of the runs has, the most frequent first.
  package struct Names: Sendable {
    package var field: String
    /// With the articles of this run that have them.
    package var new: [Count]
    package var gone: [String]

    package init(field: String, new: [Count], gone: [String]) {
      self.field = field
      self.new = new
      self.gone = gone
    }

    var isEmpty: Bool { new.isEmpty && gone.isEmpty }
  }

  /// Names that a list shows.
  static let shownNames = 20

  /// What is said of names that a list leaves out.
  static func rest(of count: Int) -> String {
    let more = count - shownNames
    return more > 0 ? " and \(Figures.count(more, "more", "more"))" : ""
  }

  /// What the earlier run is called.
  let earlier: String
  let figures: [Figure]
  package var names: [Names]

  package init(since earlier: String, figures: [Figure], names: [Names]) {
    self.earlier = earlier
    self.figures = figures
    self.names = names
  }

  static let head = ["What", "Then", "Now", "Change"]

  /// Counts, and of each plugin the first figure; then all others.
  var divided: (first: [Figure], rest: [Figure]) {
    var plugins: Set<String> = []
    var (first, rest): ([Figure], [Figure]) = ([], [])
    for figure in figures {
      let isFirst = figure.plugin.map { plugins.insert($0).inserted } ?? true
      if isFirst { first.append(figure) } else { rest.append(figure) }
    }
    return (first, rest)
  }

  var introduction: String {
    "Compared with \(Printable.string(earlier)). Means are over the articles that have the field."
  }

  /// A page of its own, without links.
  package var markdown: [UInt8] {
    var md = Markdown()
    md.heading(1, "What has changed")
    md.paragraph(introduction)
    md.tableHead(Self.head) { $0 > 0 }
    for figure in figures { md.row([figure.name] + figure.cells) }
    md.markup("\n")
    for names in names where !names.isEmpty {
      md.heading(2, names.field)
      write("New", names.new.map(\.name), to: &md)
      write("Gone", names.gone, to: &md)
    }
    return md.take()
  }

  private func write(_ title: String, _ names: [String], to md: inout Markdown) {
    guard !names.isEmpty else { return }
    let shown = names.prefix(Self.shownNames).joined(separator: ", ")
    md.paragraph("\(title), \(Figures.shown(names.count)): \(shown)\(Self.rest(of: names.count))")
  }
}
