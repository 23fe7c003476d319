import Document

// What is to be noticed first: gates that the run did not pass, and what has changed.

extension HTMLReport {
  mutating func writeJudgement() {
    guard let judgement = report.judgement else { return }
    html.markup("<section id=\"judgement\" aria-labelledby=\"judgement-title\">\n")
    html.markup("<p class=\"kicker\">To be noticed</p>\n")
    html.element("h2", .init("id", "judgement-title"), text: judgement.title)
    html.write(judgement.gates, alarm: judgement.alarm)
    if let changes = judgement.changes { write(changes) }
    html.markup("</section>\n")
  }

  private mutating func write(_ changes: Changes) {
    html.element("p", text: changes.introduction)
    let plugins = report.plugins.map(\.description.name)
    html.writeFigures(of: changes) { plugin in
      plugins.firstIndex(of: plugin).map { "#plugin-\($0 + 1)" }
    }
    for names in changes.names where !names.isEmpty {
      let articles = names.new.map { $0.articles.map(reference) }
      html.write(names, in: articles)
    }
  }
}

extension HTML {
  /// A table of gates, with what they found.
  mutating func write(_ gates: [GateResult], alarm: String?) {
    guard !gates.isEmpty else { return }
    if let alarm {
      element("div", .init("class", "problem")) { box in
        box.element("p") { $0.element("b", text: alarm) }
      }
      markup("\n")
    }
    markup(
      "<div class=\"scroll\" role=\"group\" aria-label=\"Gates\" tabindex=\"0\"><table><thead><tr>")
    markup("<th>The run fails if</th><th>Outcome</th><th>Why</th></tr></thead><tbody>")
    for gate in gates {
      element("tr") { row in
        row.element("th", .init("scope", "row")) {
          $0.element("code", text: Printable.string(gate.condition))
        }
        row.element(
          "td", .init("class", gate.holds ? "verdict fails" : "verdict"), text: gate.verdict)
        row.element("td", text: gate.reason)
      }
    }
    markup("</tbody></table></div>\n")
  }

  /// Tables of figures then and now: of each plugin the first, and the others where they are asked for.
  /// - Parameter place: where more is said of a plugin.
  mutating func writeFigures(of changes: Changes, place: (String) -> String?) {
    let (first, rest) = changes.divided
    write(first, place)
    guard !rest.isEmpty else { return }
    markup("<details><summary>")
    text(Figures.count(rest.count, "more field"))
    markup("</summary>")
    write(rest, place)
    markup("</details>\n")
  }

  private mutating func write(_ figures: [Changes.Figure], _ place: (String) -> String?) {
    markup("<div class=\"scroll\" role=\"group\" aria-label=\"What has changed\" tabindex=\"0\">")
    markup("<table><thead><tr>")
    for (column, head) in Changes.head.enumerated() {
      element("th", .any("class", column > 0 ? "n" : ""), text: head)
    }
    markup("</tr></thead><tbody>")
    for figure in figures {
      element("tr") { row in
        row.element("th", .init("scope", "row")) {
          $0.link(to: figure.plugin.flatMap(place), figure.name)
        }
        for cell in figure.cells { row.element("td", .init("class", "n"), text: cell) }
      }
    }
    markup("</tbody></table></div>\n")
  }

  /// Names that are new, with the articles that have them where these are known, and those that are gone.
  mutating func write(_ names: Changes.Names, in articles: [[Reference]] = []) {
    element("h3", text: names.field)
    write("New", names.new.map(\.name)) { html, place in
      guard articles.indices.contains(place), !articles[place].isEmpty else { return }
      html.markup(" <span class=\"links\">in ")
      html.writeLinks(articles[place], of: names.new[place].articleCount)
      html.markup("</span>")
    }
    write("Gone", names.gone) { _, _ in }
  }

  private mutating func write(
    _ title: StaticString, _ names: [String], more: (inout HTML, Int) -> Void
  ) {
    guard !names.isEmpty else { return }
    markup("<p><b>")
    markup(title)
    markup("</b>, ")
    text("\(Figures.shown(names.count)): ")
    for (place, name) in names.prefix(Changes.shownNames).enumerated() {
      if place > 0 { markup("; ") }
      isolated(name)
      more(&self, place)
    }
    text(Changes.rest(of: names.count))
    markup("</p>\n")
  }
}
