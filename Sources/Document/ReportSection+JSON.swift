// How a report's sections travel from the worker that made them.

extension ReportSection {
  public func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("plugin", plugin)
    json.key("blocks")
    json.list(blocks) { $0.write(to: &$1) }
    if let error {
      json.key("error")
      error.write(to: &json)
    }
    for (name, lines) in [("log", log), ("trace", trace)] where !lines.isEmpty {
      json.key(name)
      json.value(.list(lines.map(Value.string)))
    }
    json.endObject()
  }

  public init(json: Value) throws(SchemaFault) {
    self.init(plugin: try json.require("plugin").string(at: "plugin"))
    for block in json["blocks"]?.list ?? [] { blocks.append(try ReportBlock(json: block)) }
    if let fault = json["error"] { error = try PluginError(plugin: plugin, json: fault) }
    log = (json["log"]?.list ?? []).compactMap(\.string)
    trace = (json["trace"]?.list ?? []).compactMap(\.string)
  }
}

extension ReportBlock {
  public func write(to json: inout JSONWriter) {
    json.beginObject()
    switch self {
    case .heading(let words, let level):
      json.member("heading", words)
      json.member("level", level)
    case .text(let words): json.member("text", words)
    case .callout(let words): json.member("callout", words)
    case .overview(let words, let count):
      json.member("overview", words)
      json.member("count", count)
    case .footnote(let mark, let words):
      json.member("footnote", words)
      json.member("mark", mark)
    case .download(let file, let table):
      json.member("download", file)
      json.key("table")
      table.write(to: &json)
    case .table(let table):
      json.key("table")
      table.write(to: &json)
    case .bar(let chart):
      json.key("bar")
      chart.write(to: &json)
    case .line(let chart):
      json.key("line")
      chart.write(to: &json)
    case .network(let network):
      json.key("network")
      network.write(to: &json)
    case .map(let map):
      json.key("map")
      map.write(to: &json)
    case .histogram(let histogram):
      json.key("histogram")
      histogram.write(to: &json)
    case .heatmap(let map):
      json.key("heatmap")
      map.write(to: &json)
    case .series(let chart):
      json.key("series")
      chart.write(to: &json)
    case .kwic(let layer, let title, let limit):
      json.member("kwic", layer)
      json.member("title", title)
      json.member("limit", limit)
    case .passages(let title, let passages):
      json.key("passages")
      json.list(passages) { $0.write(to: &$1) }
      json.member("title", title)
    }
    json.endObject()
  }

  public init(json: Value) throws(SchemaFault) {
    guard let member = json.map?.entries.first else {
      throw SchemaFault(path: "blocks", expected: "a block")
    }
    switch member.name {
    case "heading":
      self = .heading(
        try member.value.string(at: "heading"), level: Int(json["level"]?.integer ?? 2))
    case "text": self = .text(try member.value.string(at: "text"))
    case "callout": self = .callout(try member.value.string(at: "callout"))
    case "overview":
      self = .overview(
        try member.value.string(at: "overview"), count: Int(json["count"]?.integer ?? 0))
    case "footnote":
      self = .footnote(
        mark: try json.require("mark").string(at: "mark"),
        try member.value.string(at: "footnote"))
    case "download":
      self = .download(
        file: try member.value.string(at: "download"), try Table(json: json.require("table")))
    case "table": self = .table(try Table(json: member.value))
    case "bar": self = .bar(try Chart(json: member.value))
    case "line": self = .line(try Chart(json: member.value))
    case "network": self = .network(try Network(json: member.value))
    case "map": self = .map(try PlaceMap(json: member.value))
    case "histogram": self = .histogram(try Histogram(json: member.value))
    case "heatmap": self = .heatmap(try HeatMap(json: member.value))
    case "series": self = .series(try SeriesChart(json: member.value))
    case "kwic":
      self = .kwic(
        layer: try member.value.string(at: "kwic"), title: json["title"]?.string ?? "",
        limit: Int(json["limit"]?.integer ?? 20))
    case "passages":
      var passages: [Passage] = []
      for item in try member.value.list(at: "passages") { passages.append(try Passage(json: item)) }
      self = .passages(title: json["title"]?.string ?? "", passages)
    default: throw SchemaFault(path: "blocks.\(member.name)", expected: "a kind of block")
    }
  }
}

extension Table {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("title", title)
    json.key("columns")
    json.list(columns) { $1.value($0) }
    json.key("rows")
    json.list(rows) { row, json in json.list(row) { $0.write(to: &$1) } }
    if !formats.isEmpty {
      json.key("formats")
      json.list(formats) { $1.value($0.rawValue) }
    }
    if !totals.isEmpty {
      json.key("totals")
      json.list(totals) { $1.value($0) }
    }
    json.endObject()
  }

  init(json: Value) throws(SchemaFault) {
    self.init(
      title: json["title"]?.string ?? "",
      columns: try json.require("columns").strings(at: "table.columns"), rows: [])
    for row in try json.require("rows").list(at: "table.rows") {
      var cells: [Cell] = []
      for cell in try row.list(at: "table.rows") { cells.append(try Cell(json: cell)) }
      rows.append(cells)
    }
    for word in try json["formats"]?.strings(at: "table.formats") ?? [] {
      guard let format = Format(rawValue: word) else {
        throw SchemaFault(path: "table.formats", expected: "a format")
      }
      formats.append(format)
    }
    totals = json["totals"]?.list ?? []
  }
}

extension Cell {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("value")
    json.value(value)
    target?.write(to: &json)
    json.endObject()
  }

  init(json: Value) throws(SchemaFault) {
    self.init(try json.require("value"), target: try Target(json: json))
  }
}

extension Target {
  /// Writes the members `article` and `range` into the object at hand.
  func write(to json: inout JSONWriter) {
    json.member("article", article)
    if let range {
      json.key("range")
      json.value(range)
    }
  }

  /// The target that an object names; nil where it names none.
  init?(json: Value) throws(SchemaFault) {
    guard let article = json["article"]?.string else { return nil }
    self.init(article: article, range: try json["range"]?.optionalRange(at: "range"))
  }
}

extension Chart {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("title", title)
    json.member("measure", measure)
    json.key("points")
    json.list(points) { $0.write(to: &$1) }
    json.endObject()
  }

  init(json: Value) throws(SchemaFault) {
    self.init(
      title: json["title"]?.string ?? "", measure: json["measure"]?.string ?? "", points: [])
    for point in try json.require("points").list(at: "chart.points") {
      points.append(try Point(json: point))
    }
  }
}

extension Point {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("label", label)
    json.key("value")
    if let value { json.value(value) } else { json.null() }
    json.targets(targets)
    json.endObject()
  }

  init(json: Value) throws(SchemaFault) {
    self.init(
      label: try json.require("label").string(at: "point.label"), value: json["value"]?.number,
      targets: try Targets(in: json))
  }
}

extension Passage {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("text", text)
    json.member("label", label)
    target.write(to: &json)
    json.endObject()
  }

  init(json: Value) throws(SchemaFault) {
    guard let target = try Target(json: json) else {
      throw SchemaFault(path: "passage.article", expected: "an article's id")
    }
    self.init(
      text: try json.require("text").string(at: "passage.text"), target: target,
      label: json["label"]?.string ?? "")
  }
}
