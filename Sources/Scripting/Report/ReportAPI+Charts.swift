internal import Document
internal import Lua

// `report`: charts of more than one quantity.

extension Session {
  var chartMembers: [APIMember] {
    [
      APIMember(
        "network",
        type: "fun(title: string, ties: copydesk.Tie[] | any[][], "
          + "options?: { measure?: string, nodes?: copydesk.Node[] | string[], limit?: integer })",
        doc: "Things and their ties, laid out so that what is tied is near. Ties are "
          + "`{from = …, to = …, weight = …}` or `{from, to, weight}`; the `limit` weightiest things "
          + "are drawn, 40 unless told, and all are in the data beside them.",
        access: .method(network)),
      APIMember(
        "map",
        type: "fun(title: string, places: copydesk.MapPlace[], options?: { measure?: string })",
        doc: "Places on a map of the world, or of the part that they are in; the area of a mark is "
          + "its value.", access: .method(map)),
      APIMember(
        "histogram",
        type: "fun(title: string, values: number[] | copydesk.Quantity[] | copydesk.Bin[], "
          + "options?: { measure?: string, unit?: string, bins?: integer })",
        doc: "How numbers are distributed. Values are numbers, or `{value = …, article = id}`, and "
          + "are put into about `bins` bins of one round width, or are bins already, as `histogram` "
          + "merges to. `unit` is what is counted: `\"articles\"`.", access: .method(histogram)),
      APIMember(
        "heatmap",
        type: "fun(title: string, cells: copydesk.Cell[] | any[][] | "
          + "table<string, table<string, number>>, "
          + "options?: { measure?: string, rows?: string[], columns?: string[] })",
        doc: "A quantity by two things, as shades. Cells are `{row = …, column = …, value = …}`, "
          + "`{row, column, value}`, or numbers by row and column; `rows` and `columns` say the order, "
          + "which is else that of the cells.", access: .method(heatmap)),
      APIMember(
        "multiples",
        type: "fun(title: string, series: copydesk.Series[] | "
          + "table<string, table<string, number>>, options?: { measure?: string })",
        doc: "A small plot for each series, all to one scale: `{name = …, points = …}`, or points "
          + "by name, with points as for `line`.", access: .method(multiples)),
      APIMember(
        "stack",
        type: "fun(title: string, bars: copydesk.Stack[] | table<string, table<string, number>>, "
          + "options?: { measure?: string, parts?: string[], share?: boolean })",
        doc:
          "Bars of parts: `{name = …, parts = { … = … }}`, or parts by name. Parts below zero go to "
          + "the left. `parts` says their order; with `share` all bars are equally long.",
        access: .method(stack)),
    ]
  }

  private func network(_ call: Call) throws(Fault) -> Int {
    try begin(call)
    let title = try call.string(2)
    let reader = ReportReader("report:network")
    let options = try options(call, 4, ["measure", "nodes", "limit"], reader)
    try draft.add(.network(try reader.network(title, try value(call, 3, "ties"), options)))
    return 0
  }

  private func map(_ call: Call) throws(Fault) -> Int {
    try begin(call)
    let title = try call.string(2)
    let reader = ReportReader("report:map")
    let options = try options(call, 4, ["measure"], reader)
    let places = try reader.places(try value(call, 3, "places"))
    try draft.add(
      .map(PlaceMap(title: title, measure: try options.string("measure") ?? "", places: places)))
    return 0
  }

  private func histogram(_ call: Call) throws(Fault) -> Int {
    try begin(call)
    let title = try call.string(2)
    let reader = ReportReader("report:histogram")
    let options = try options(call, 4, ["measure", "unit", "bins"], reader)
    let values = try value(call, 3, "values")
    try draft.add(.histogram(try reader.histogram(title, values, options)))
    return 0
  }

  private func heatmap(_ call: Call) throws(Fault) -> Int {
    try begin(call)
    let title = try call.string(2)
    let reader = ReportReader("report:heatmap")
    let options = try options(call, 4, ["measure", "rows", "columns"], reader)
    try draft.add(.heatmap(try reader.heatMap(title, try value(call, 3, "cells"), options)))
    return 0
  }

  private func multiples(_ call: Call) throws(Fault) -> Int {
    try begin(call)
    return try series(call, .multiples, ReportReader("report:multiples"))
  }

  /// A chart of the series that are the call's second argument.
  func series(
    _ call: Call, _ form: SeriesChart.Form, _ reader: ReportReader
  ) throws(Fault) -> Int {
    let title = try call.string(2)
    let options = try options(call, 4, ["measure"], reader)
    let series = try reader.series(try value(call, 3, "series"))
    try draft.add(
      .series(
        SeriesChart(
          form: form, title: title, measure: try options.string("measure") ?? "", series: series)))
    return 0
  }

  private func stack(_ call: Call) throws(Fault) -> Int {
    try begin(call)
    let title = try call.string(2)
    let reader = ReportReader("report:stack")
    let options = try options(call, 4, ["measure", "parts", "share"], reader)
    let series = try reader.parts(try value(call, 3, "bars"), options)
    try draft.add(
      .series(
        SeriesChart(
          form: try options.flag("share") ? .shares : .stack, title: title,
          measure: try options.string("measure") ?? "", series: series)))
    return 0
  }

  /// The table of options of a block; empty where none is given.
  func options(
    _ call: Call, _ argument: Int, _ known: [String], _ reader: ReportReader
  ) throws(Fault) -> ReportRecord {
    let options = call[argument].isNil ? Value.list([]) : try value(call, argument, "options")
    return try ReportRecord(options, "options", known: known, reader)
  }
}
