package import Document

// An index of groups on standard output: for people, and as data.

extension GroupIndex {
  /// As wide as the style says.
  package func text(in style: TextStyle) -> String {
    var page = TextPage(style: style)
    page.paragraph(Printable.string(title), paint: .title)
    page.paragraph(Printable.string(standfirst), paint: .dim)
    page.line("")
    let numeric = (entries.first?.facts.indices.filter { entries[0].facts[$0].isNumeric } ?? [])
      .map { $0 + 2 }
    page.rows(headings, numeric: Set([1] + numeric), entries.map { [$0.name] + cells($0) })
    return page.text
  }

  package var data: Value {
    var fields: Fields = [
      "title": .string(title), "grouping": .string(grouping),
      "articles": .integer(Int64(result.articles - result.leftOut)),
      "left_out": .integer(Int64(result.leftOut)), "failures": .integer(Int64(result.failures)),
      "skips": .integer(Int64(result.skips)),
      "inputs": .list(result.inputs.map(Value.string)),
      "reports": .list(
        entries.map { entry in
          [
            "name": .string(entry.name), "address": .string("\(entry.folder)/report.html"),
            "articles": .integer(Int64(entry.articles)),
            "facts": .map(Fields(entry.facts.map { .init($0.name, $0.value) })),
          ]
        }),
    ]
    if let judgement { judgement.add(to: &fields) }
    return .map(fields)
  }
}
