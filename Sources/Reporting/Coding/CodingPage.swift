/// The sheet as a page of its own: texts to read and controls to code them with. Its script keeps codes while the page is open, and in
/// the browser's storage where that may be used, and saves them as CSV; without it everything is there to read.
package struct CodingPage {
  private let sheet: CodingSheet
  private let frame: PageFrame
  private var html = HTML()

  package init(_ sheet: CodingSheet, house: House = House()) {
    self.sheet = sheet
    frame = PageFrame(house, stylesheet: Stylesheet.coding, script: CodingScript.js)
  }

  package var bytes: [UInt8] {
    var page = self
    page.write()
    return page.html.take()
  }

  private mutating func write() {
    let book = sheet.codebook
    frame.begin("Coding \(book.field)", label: "Coding sheet", in: &html)
    html.element("h1", text: book.question)
    html.element(
      "p", .init("class", "standfirst"),
      text: "\(Figures.count(sheet.units.count, "unit")) drawn at random. "
        + "Read each and choose what is right for it, alone and in any order.")
    frame.beginContent(in: &html)
    html.open(
      "section",
      [
        .init("class", "sheet"), .init("data-sample", sheet.id), .init("data-field", book.field),
        .init("data-answer", book.answer.rawValue), .init("aria-label", "Units"),
      ])
    writeGuidance()
    for (index, unit) in sheet.units.enumerated() { write(unit, number: index + 1) }
    html.markup("</section>\n</main>\n<footer>Made by <code>copydesk sample</code>. ")
    html.markup(
      "<code>copydesk agree</code> reads what this page saves, and <code>sheet.csv</code> ")
    html.markup("with its column <code>code</code> filled in.</footer>\n")
    frame.end(in: &html)
  }

  private mutating func writeGuidance() {
    html.markup("<details class=\"guidance\"><summary>What may be coded</summary>")
    html.element("p", text: "The code is \(sheet.codebook.rule).")
    html.markup("<p class=\"keys\" hidden></p></details>\n")
  }

  private mutating func write(_ unit: CodingSheet.Unit, number: Int) {
    html.open(
      "article",
      [
        .init("class", "unit"), .init("id", "unit-\(unit.id)"), .init("data-unit", unit.id),
        .init("tabindex", "-1"), .init("aria-labelledby", "title-\(unit.id)"),
      ])
    html.element("p", .init("class", "over"), text: "\(number) of \(sheet.units.count)")
    html.element(
      "h2", .init("class", "headline"), .init("id", "title-\(unit.id)"), .init("dir", "auto"),
      text: unit.title.isEmpty ? "Without a title" : unit.title)
    let credit = [unit.publisher, CalendarDate.shown(unit.published)].filter { !$0.isEmpty }
    if !credit.isEmpty {
      html.element("p", .init("class", "credit"), text: credit.joined(separator: " · "))
    }
    html.open(
      "div",
      [.init("class", "text"), .init("dir", "auto")]
        + (unit.language.isEmpty || unit.language == "und" ? [] : [.init("lang", unit.language)]))
    for paragraph in unit.paragraphs {
      html.element("p") { line in
        for stretch in paragraph {
          guard stretch.isMarked else {
            line.text(stretch.words)
            continue
          }
          line.element("mark", .init("class", "k1"), text: stretch.words)
        }
      }
    }
    html.markup("</div>\n")
    writeCodes(of: unit)
    html.markup("</article>\n")
  }

  private mutating func writeCodes(of unit: CodingSheet.Unit) {
    html.markup("<fieldset class=\"codes\">")
    html.element("legend", text: sheet.codebook.question)
    if !unit.finding.isEmpty {
      html.element("p", .init("class", "finding")) { line in
        line.text("The plugin says: ")
        line.isolated(unit.finding)
      }
    }
    switch sheet.codebook.answer {
    case .number:
      html.element("label") { label in
        label.text("Number ")
        label.void(
          "input", .init("type", "text"), .init("inputmode", "decimal"), .init("class", "code"),
          .init("autocomplete", "off"))
      }
    case .one, .many:
      for label in sheet.codebook.labels { writeChoice(label, label, of: unit) }
      if sheet.codebook.allowsNone { writeChoice(Codebook.none, "none of these", of: unit) }
      writeChoice(Codebook.unsure, "cannot tell", of: unit)
    }
    html.element("label", .init("class", "comment")) { label in
      label.text("Comment ")
      label.void("input", .init("type", "text"), .init("autocomplete", "off"))
    }
    html.markup("</fieldset>\n")
  }

  private mutating func writeChoice(_ code: String, _ words: String, of unit: CodingSheet.Unit) {
    let isMany = sheet.codebook.answer == .many
    html.element("label") { label in
      label.void(
        "input", .init("type", isMany ? "checkbox" : "radio"), .init("class", "code"),
        .init("name", "code-\(unit.id)"), .init("value", code))
      label.text(" ")
      label.isolated(words)
    }
  }
}

extension Stylesheet {
  /// The look of coding sheets, after that of all pages.
  static let coding = """
    .sheet{margin-top:1rem}
    .unit{border-top:2px solid var(--ink);padding:.9rem 0 .4rem;margin:2.6rem 0 0;scroll-margin-top:4.2rem}
    .unit:focus{outline:0}
    .unit:focus-within{border-top-color:var(--accent);border-top-width:4px}
    .unit .text{max-width:44rem}
    .codes{border:1px solid var(--rule);margin:1.2rem 0 0;padding:.7rem 1rem .9rem;display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;max-width:52rem}
    .codes legend{font-weight:600;padding:0 .5rem 0 0}
    .codes input[type=radio],.codes input[type=checkbox]{accent-color:var(--accent);margin:0 .15rem 0 0;vertical-align:-1px}
    .codes input[type=text]{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:3px;padding:.2rem .45rem}
    .codes label{cursor:pointer}
    .finding{flex-basis:100%;max-width:none;margin:0}
    .comment{flex-basis:100%;color:var(--soft);font-size:.9rem}
    .comment input{width:min(100%,24rem)}
    .unit.coded .codes{border-color:var(--accent)}
    kbd{font:.82em var(--mono);border:1px solid var(--soft);border-radius:3px;padding:0 .3em;color:var(--soft)}
    .desk{position:sticky;top:0;z-index:1;background:var(--paper);border-bottom:1px solid var(--ink);padding:.55rem 0;display:flex;
    flex-wrap:wrap;gap:.5rem 1.2rem;align-items:baseline;font-size:.9rem}
    .desk input{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:3px;padding:.25rem .5rem;width:11rem}
    .desk button{font:inherit;color:var(--accent);background:none;border:1px solid var(--soft);border-radius:3px;padding:.3rem .8rem;cursor:pointer}
    .desk output{margin-left:auto;font-variant-numeric:tabular-nums;color:var(--soft)}
    @media print{.desk{display:none}.unit{break-inside:avoid}}

    """
}
