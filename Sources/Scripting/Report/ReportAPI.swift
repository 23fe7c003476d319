internal import Document
internal import Lua

// `report`: the blocks of which a plugin's section is made.

extension Session {
  var reportOwner: APIOwner {
    APIOwner(
      .report,
      doc: """
        A section of the run's report. Blocks appear in the order of the calls. Where a table has \
        `article`, an article's id, the block leads there; `first` and `last` say where in its text.
        """,
      members: [
        APIMember(
          "heading", type: "fun(words: string, level?: 1 | 2 | 3 | 4 | 5)",
          doc:
            "A heading. The first is the section's own, level 1; later ones are level 2, and 3 to 5 "
            + "are inside the one before them.",
          access: .method(heading)),
        APIMember(
          "text", type: "fun(markdown: string)",
          doc: "A paragraph, with Markdown's emphasis, code and links.",
          access: .method(text)),
        APIMember(
          "callout", type: "fun(markdown: string)", doc: "A paragraph that stands out.",
          access: .method(callout)),
        APIMember(
          "overview", type: "fun(words: string, count: integer)",
          doc:
            "A count for the overview at the beginning of the whole report, beside that of the articles read: what is "
            + "counted, \"unique stories\", and how many.", access: .method(overview)),
        APIMember(
          "table",
          type: "fun(title: string, columns: string[], rows: any[][] | table[], options?: "
            + "{ sort?: string, formats?: table<string, string>, "
            + "totals?: boolean | table<string, string> })",
          doc:
            "A table. A row is a list of cells or a table by the columns' names; a cell is a value "
            + "or `{value = …, article = id}`. `sort` names a column, `-` before it for the largest "
            + "first. `formats` by column are `integer`, `fixed1` to `fixed3`, `percent` and `percent1` "
            + "of shares, `signed`, `date`; `totals` by column `sum`, `mean`, `min`, `max`, or `true` "
            + "for sums of all numbers.", access: .method(table)),
        APIMember(
          "download",
          type: "fun(file: string, columns: string[], rows: any[][] | table[], options?: "
            + "{ title?: string, sort?: string })",
          doc:
            "A table as a file beside the report, `files/NAME.csv`, with a line that leads to it.",
          access: .method(download)),
        APIMember(
          "footnote", type: "fun(markdown: string): string",
          doc: "A note at the end of the section. Gives the mark to put where it belongs: `¹`.",
          access: .method(footnote)),
        APIMember(
          "bar",
          type: "fun(title: string, points: copydesk.Point[] | table<string, number>, "
            + "options?: { measure?: string, limit?: integer })",
          doc: "Bars. Points are `{name = …, value = …}`, pairs `{name, value}`, what `top` and "
            + "`histogram` merge to, or numbers by name, which are sorted, the largest first.",
          access: .method(bar)),
        APIMember(
          "line",
          type: "fun(title: string, points: copydesk.Point[] | table<string, number> | "
            + "copydesk.Series[] | table<string, table<string, number>>, "
            + "options?: { measure?: string })",
          doc: "A line over dates. Points are `{date = \"2025-04-22\", value = …}`, one without a "
            + "value being a gap, or numbers by date; a date missing from the days, weeks or months "
            + "of a line is a gap too. Of `{name = …, points = …}`, or points by name, there is a "
            + "line each.", access: .method(line)),
        APIMember(
          "kwic", type: "fun(layer: string, options?: { title?: string, limit?: integer })",
          doc: "Key words in context: the run's annotations of one of the plugin's layers, or of a "
            + "required plugin's `\"plugin.layer\"`.", access: .method(kwic)),
        APIMember(
          "passages",
          type: "fun(title: string, passages: copydesk.Passage[])",
          doc: "Passages of articles, each with a link to its place.", access: .method(passages)),
      ] + chartMembers)
  }

  private func heading(_ call: Call) throws(Fault) -> Int {
    try begin(call)
    let level = call[3].isNil ? (draft.hasHeading ? 2 : 1) : try call.integer(3)
    guard (1...5).contains(level) else { throw Fault(argument: 3, expected: "level from 1 to 5") }
    try draft.add(.heading(try call.string(2), level: level))
    return 0
  }

  private func text(_ call: Call) throws(Fault) -> Int {
    try begin(call)
    try draft.add(.text(try call.string(2)))
    return 0
  }

  private func callout(_ call: Call) throws(Fault) -> Int {
    try begin(call)
    try draft.add(.callout(try call.string(2)))
    return 0
  }

  private func overview(_ call: Call) throws(Fault) -> Int {
    try begin(call)
    try draft.add(.overview(try call.string(2), count: try call.integer(3)))
    return 0
  }

  private func table(_ call: Call) throws(Fault) -> Int {
    try begin(call)
    let title = try call.string(2)
    let reader = ReportReader("report:table")
    let columns = try reader.strings(try value(call, 3, "columns"), named: "columns")
    let options = try options(call, 5, ["sort", "formats", "totals"], reader)
    try draft.add(
      .table(try reader.table(title, columns, try value(call, 4, "rows"), options)))
    return 0
  }

  private func download(_ call: Call) throws(Fault) -> Int {
    try begin(call)
    let file = try call.string(2)
    let reader = ReportReader("report:download")
    let stem = file.hasSuffix(".csv") ? String(file.dropLast(4)) : file
    let isPlain = stem.utf8.allSatisfy { byte in
      (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "-_".utf8.contains(byte)
    }
    guard isPlain, (1...80).contains(stem.utf8.count) else {
      throw reader.fault(
        "file: expected letters, digits, '-' and '_', such as \"pairs.csv\", got \"\(file)\"")
    }
    guard !draft.downloads.contains(stem) else {
      throw reader.fault("file: there is a \"\(stem).csv\" already")
    }
    let columns = try reader.strings(try value(call, 3, "columns"), named: "columns")
    let options = try options(call, 5, ["title", "sort"], reader)
    let rows = try value(call, 4, "rows")
    let table = try reader.table(try options.string("title") ?? "", columns, rows, options)
    try draft.add(.download(file: "\(stem).csv", table))
    return 0
  }

  private func footnote(_ call: Call) throws(Fault) -> Int {
    try begin(call)
    let words = try call.string(2)
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let mark = String(
      String(draft.footnotes + 1).compactMap { $0.wholeNumberValue.map { digits[$0] } })
    try draft.add(.footnote(mark: mark, words))
    call.push(mark)
    return 1
  }

  private func bar(_ call: Call) throws(Fault) -> Int {
    try begin(call)
    var chart = try chart(call, "report:bar", byName: { $0.value ?? 0 > $1.value ?? 0 })
    if let limit = try integerOption("limit", of: call, 4) {
      chart.points = Array(chart.points.prefix(max(0, limit)))
    }
    try refuseOptions(of: call, 4, but: ["measure", "limit"])
    try draft.add(.bar(chart))
    return 0
  }

  private func line(_ call: Call) throws(Fault) -> Int {
    try begin(call)
    let reader = ReportReader("report:line")
    let points = try value(call, 3, "points")
    guard !reader.isSeries(points) else { return try series(call, .lines, reader) }
    let chart = try chart(call, "report:line", byName: { _, _ in false })
    try refuseOptions(of: call, 4, but: ["measure"])
    try draft.add(.line(chart))
    return 0
  }

  /// - Parameter byName: the order of points that come without one; ties are in the order of their names.
  private func chart(
    _ call: Call, _ caller: String, byName precedes: (Point, Point) -> Bool
  ) throws(Fault) -> Chart {
    let title = try call.string(2)
    let points = try ReportReader(caller).points(try value(call, 3, "points"), by: precedes)
    let measure = try wordOption("measure", of: call, 4) ?? ""
    return Chart(title: title, measure: measure, points: points)
  }

  private func kwic(_ call: Call) throws(Fault) -> Int {
    try begin(call)
    let layer = try reportedLayer(try call.string(2))
    let title = try wordOption("title", of: call, 3) ?? ""
    let limit = try integerOption("limit", of: call, 3) ?? 20
    try refuseOptions(of: call, 3, but: ["title", "limit"])
    guard (1...1000).contains(limit) else {
      throw Fault("'limit': expected 1 to 1000, got \(limit)")
    }
    try draft.add(.kwic(layer: layer, title: title, limit: limit))
    return 0
  }

  private func passages(_ call: Call) throws(Fault) -> Int {
    try begin(call)
    let title = try call.string(2)
    let passages = try ReportReader("report:passages").passages(try value(call, 3, "passages"))
    try draft.add(.passages(title: title, passages))
    return 0
  }
}

// MARK: Arguments

extension Session {
  /// What one block may hold.
  private static let blockLimits = ConversionLimits(depth: 6, nodes: 100_000, bytes: 2 << 20)

  func begin(_ call: Call) throws(Fault) {
    _ = try call.object(1, of: kinds[.report])
    guard phase == .report else { throw Fault("the report is written in report only") }
  }

  func value(_ call: Call, _ argument: Int, _ name: String) throws(Fault) -> Value {
    let table = try call.table(argument)
    do throws(ConversionFault) {
      return try table.value(named: name, limits: Self.blockLimits)
    } catch {
      throw Fault("\(error.path): \(error.problem)")
    }
  }

  /// The full name of a layer that the plugin may report on.
  private func reportedLayer(_ name: String) throws(Fault) -> String {
    guard let plugin else { throw Fault("the report is written in report only") }
    let own = plugin.description.layers.map(\.name)
    if own.contains(name) { return "\(plugin.name).\(name)" }
    if plugin.foreignLayers.contains(name)
      || own.contains(where: { "\(plugin.name).\($0)" == name })
    {
      return name
    }
    let question = Suggestions.question(
      Suggestions.like(name, among: own + plugin.foreignLayers.sorted()))
    throw Fault(
      "there is no layer \"\(name)\" to report on; "
        + (question ?? "declare it in layers, or require the plugin that writes it"))
  }
}
