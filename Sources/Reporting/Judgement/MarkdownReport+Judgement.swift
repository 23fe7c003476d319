import Document

extension MarkdownReport {
  /// What is to be noticed first: gates that the run did not pass, and what has changed.
  mutating func writeJudgement(_ judgement: Judgement) {
    md.heading(2, judgement.title)
    md.write(judgement.gates, alarm: judgement.alarm)
    guard let changes = judgement.changes else { return }
    md.paragraph(changes.introduction)
    md.write(changes.figures)
    for names in changes.names where !names.isEmpty { write(names) }
  }

  private mutating func write(_ names: Changes.Names) {
    md.heading(3, names.field)
    if !names.new.isEmpty {
      md.text("New, \(Figures.shown(names.new.count)): ")
      for (place, name) in names.new.prefix(Changes.shownNames).enumerated() {
        if place > 0 { md.text("; ") }
        md.text(name.name)
        guard !name.articles.isEmpty else { continue }
        md.text(" in ")
        writeLinks(name.articles, of: name.articleCount)
      }
      md.text(Changes.rest(of: names.new.count))
      md.markup("\n\n")
    }
    guard !names.gone.isEmpty else { return }
    let shown = names.gone.prefix(Changes.shownNames).joined(separator: "; ")
    md.paragraph(
      "Gone, \(Figures.shown(names.gone.count)): \(shown)\(Changes.rest(of: names.gone.count))")
  }
}

extension Markdown {
  /// A table of gates, with what they found.
  mutating func write(_ gates: [GateResult], alarm: String?) {
    guard !gates.isEmpty else { return }
    if let alarm { paragraph(alarm) }
    tableHead("The run fails if", "Outcome", "Why")
    for gate in gates { row([Printable.string(gate.condition), gate.verdict, gate.reason]) }
    markup("\n")
  }

  /// A table of figures then and now.
  mutating func write(_ figures: [Changes.Figure]) {
    tableHead(Changes.head) { $0 > 0 }
    for figure in figures { row([figure.name] + figure.cells) }
    markup("\n")
  }
}
