/// What has changed from an earlier run to this one, field by field.
package struct ChangesPage {
  /// A number then and now; nil where no article had one.
  package struct Figure: Sendable {
    package var name: String
    package var then: Double?
    package var now: Double?

    package init(_ name: String, then: Double?, now: Double?) {
      self.name = name
      self.then = then
      self.now = now
    }

    var cells: [String] {
      let change = then.flatMap { then in now.map { $0 - then } }
      let sign = (change ?? 0) > 0 ? "+" : ""
      return [name, Self.shown(then), Self.shown(now), change.map { sign + Self.shown($0) } ?? "–"]
    }

    private static func shown(_ number: Double?) -> String {
      number.map { Figures.shown($0, minus: "−") } ?? "–"
    }
  }

  /// Names of a field that only one of the runs has, the most frequent first.
  package struct Names: Sendable {
    package var field: String
    package var new: [String]
    package var gone: [String]

    package init(field: String, new: [String], gone: [String]) {
      self.field = field
      self.new = new
      self.gone = gone
    }
  }

  private static let shownNames = 20

  private let earlier: String
  private let figures: [Figure]
  private let names: [Names]

  /// - Parameter earlier: what the earlier run is called.
  package init(since earlier: String, figures: [Figure], names: [Names]) {
    self.earlier = earlier
    self.figures = figures
    self.names = names
  }

  package var markdown: [UInt8] {
    var md = Markdown()
    md.heading(1, "What has changed")
    md.paragraph("Compared with \(earlier). Means are over the articles that have the field.")
    md.tableHead(["what", "then", "now", "change"]) { $0 > 0 }
    for figure in figures { md.row(figure.cells) }
    md.markup("\n")
    for names in names where !(names.new.isEmpty && names.gone.isEmpty) {
      md.heading(2, names.field)
      write("New", names.new, to: &md)
      write("Gone", names.gone, to: &md)
    }
    return md.take()
  }

  private func write(_ title: String, _ names: [String], to md: inout Markdown) {
    guard !names.isEmpty else { return }
    let more = names.count - Self.shownNames
    let shown = names.prefix(Self.shownNames).joined(separator: ", ")
    md.paragraph(
      "\(title), \(Figures.shown(names.count)): \(shown)\(more > 0 ? " and \(Figures.shown(more)) more" : "")"
    )
  }
}
