// How charts of many values travel from the worker that made them.

extension HeatMap {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("title", title)
    json.member("measure", measure)
    json.key("rows")
    json.list(rows) { $1.value($0) }
    json.key("columns")
    json.list(columns) { $1.value($0) }
    json.key("cells")
    json.list(cells) { cell, json in
      json.beginObject()
      json.member("row", cell.row)
      json.member("column", cell.column)
      json.amount("value", cell.value)
      json.targets(cell.targets)
      json.endObject()
    }
    json.endObject()
  }

  init(json: Value) throws(SchemaFault) {
    self.init(
      title: json["title"]?.string ?? "", measure: json["measure"]?.string ?? "",
      rows: try json.require("rows").strings(at: "heatmap.rows"),
      columns: try json.require("columns").strings(at: "heatmap.columns"), cells: [])
    for item in try json.require("cells").list(at: "heatmap.cells") {
      let cell = Cell(
        row: try item.place(named: "row", among: rows.count),
        column: try item.place(named: "column", among: columns.count),
        value: try item.number(named: "value"), targets: try Targets(in: item))
      cells.append(cell)
    }
  }
}

extension Histogram {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("title", title)
    json.member("measure", measure)
    json.member("unit", unit)
    json.key("bins")
    json.list(bins) { bin, json in
      json.beginObject()
      json.amount("from", bin.lower)
      json.amount("to", bin.upper)
      json.member("count", bin.count)
      json.targets(bin.targets)
      json.endObject()
    }
    json.endObject()
  }

  init(json: Value) throws(SchemaFault) {
    self.init(
      title: json["title"]?.string ?? "", measure: json["measure"]?.string ?? "",
      unit: json["unit"]?.string ?? "", bins: [])
    for item in try json.require("bins").list(at: "histogram.bins") {
      bins.append(
        Bin(
          lower: try item.number(named: "from"), upper: try item.number(named: "to"),
          count: Int(try item.number(named: "count")), targets: try Targets(in: item)))
    }
  }
}

extension SeriesChart {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("form", form.rawValue)
    json.member("title", title)
    json.member("measure", measure)
    json.key("series")
    json.list(series) { series, json in
      json.beginObject()
      json.member("name", series.name)
      json.key("points")
      json.list(series.points) { $0.write(to: &$1) }
      json.endObject()
    }
    json.endObject()
  }

  init(json: Value) throws(SchemaFault) {
    guard let form = Form(rawValue: try json.require("form").string(at: "series.form")) else {
      throw SchemaFault(path: "series.form", expected: "a form of chart")
    }
    self.init(
      form: form, title: json["title"]?.string ?? "", measure: json["measure"]?.string ?? "",
      series: [])
    for item in try json.require("series").list(at: "series") {
      var points: [Point] = []
      for point in try item.require("points").list(at: "series.points") {
        points.append(try Point(json: point))
      }
      series.append(
        Series(name: try item.require("name").string(at: "series.name"), points: points))
    }
  }
}
