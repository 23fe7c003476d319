import Document
import Reading

/// A piece of the corpus for one worker, or the part of it that is left after a worker died.
struct Job: Sendable {
  var piece: Int
  var items: [PieceItem]
  /// The outcomes asked for, counted from 0 in the piece; earlier ones have arrived before, later ones are not wanted yet.
  var first = 0
  /// One past the last outcome asked for; nil: to the end of the piece.
  var end: Int?
  var bans: [Ban] = []
  /// Whether one of its articles is to be analysed once more in fresh states.
  var isRechecked = false
}

/// A pair of outcome and plugin that has cost two workers their lives and is not tried again.
struct Ban: Hashable, Sendable {
  /// The item of the piece, from 0.
  var item: Int
  var outcome: Int
  /// The plugin in the run's order; nil: reading the article or finding its layers.
  var plugin: Int?
  var kind: PluginError.Kind
  var message: String
}

extension Job {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("piece")
    json.value(piece)
    json.key("first")
    json.value(first)
    if let end {
      json.key("end")
      json.value(end)
    }
    if isRechecked {
      json.key("recheck")
      json.value(true)
    }
    if !bans.isEmpty {
      json.key("bans")
      json.beginArray()
      for ban in bans { ban.write(to: &json) }
      json.endArray()
    }
    json.key("items")
    json.beginArray()
    for item in items { item.write(to: &json) }
    json.endArray()
    json.endObject()
  }

  init(json: Value) throws(ProtocolFault) {
    piece = try json.integer("piece")
    first = Int(json["first"]?.integer ?? 0)
    end = json["end"]?.integer.map { Int($0) }
    isRechecked = json["recheck"]?.bool ?? false
    items = []
    for item in json["items"]?.list ?? [] { items.append(try PieceItem(json: item)) }
    for ban in json["bans"]?.list ?? [] { bans.append(try Ban(json: ban)) }
  }
}

extension Ban {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("item")
    json.value(item)
    json.key("outcome")
    json.value(outcome)
    if let plugin {
      json.key("plugin")
      json.value(plugin)
    }
    json.key("kind")
    json.value(kind.rawValue)
    json.key("message")
    json.value(message)
    json.endObject()
  }

  init(json: Value) throws(ProtocolFault) {
    item = try json.integer("item")
    outcome = try json.integer("outcome")
    plugin = json["plugin"]?.integer.map { Int($0) }
    kind = PluginError.Kind(rawValue: try json.string("kind")) ?? .crash
    message = try json.string("message")
  }
}

extension PieceItem {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    switch self {
    case .verdict(let verdict):
      json.key("verdict")
      verdict.outcome.write(to: &json)
    case .file(let file): file.write(to: &json)
    case .records(let file, let range, let stretch):
      file.write(to: &json)
      json.key("range")
      json.value(.list([.integer(Int64(range.lowerBound)), .integer(Int64(range.upperBound))]))
      stretch.write(to: &json)
    case .part(let file, let range):
      file.write(to: &json)
      json.key("part")
      json.value(.list([.integer(Int64(range.lowerBound)), .integer(Int64(range.upperBound))]))
    }
    json.endObject()
  }

  init(json: Value) throws(ProtocolFault) {
    if let verdict = json["verdict"] {
      self = .verdict(try Verdict(json: verdict))
      return
    }
    let file = try InputFile(json: json)
    if let range = try Self.range(json["range"]) {
      self = .records(file, range, try Stretch(json: json))
    } else if let part = try Self.range(json["part"]) {
      self = .part(file, part)
    } else {
      self = .file(file)
    }
  }

  private static func range(_ json: Value?) throws(ProtocolFault) -> Range<Int>? {
    guard let ends = json?.list?.compactMap(\.integer) else { return nil }
    guard ends.count == 2, 0 <= ends[0], ends[0] <= ends[1] else {
      throw ProtocolFault("expected a range")
    }
    return Int(ends[0])..<Int(ends[1])
  }
}

extension InputFile {
  fileprivate func write(to json: inout JSONWriter) {
    switch origin {
    case .path(let path):
      json.key("path")
      path.write(to: &json)
    case .standardInput:
      json.key("standard_input")
      json.value(true)
    }
    json.key("bytes")
    json.value(bytes)
    if let stamp {
      json.key("stamp")
      json.beginArray()
      json.value(Int(stamp.modified))
      json.value(Int(stamp.changed))
      json.endArray()
    }
    if isLink {
      json.key("link")
      json.value(true)
    }
    if let table {
      json.key("sqlite_table")
      json.value(table)
    }
  }

  fileprivate init(json: Value) throws(ProtocolFault) {
    origin =
      json["standard_input"]?.bool == true
      ? .standardInput : .path(try Path(json: try json.member("path")))
    bytes = Int(json["bytes"]?.integer ?? 0)
    isLink = json["link"]?.bool ?? false
    table = json["sqlite_table"]?.string
    if let times = json["stamp"]?.list?.compactMap(\.integer), times.count == 2 {
      stamp = FileStatus.Stamp(modified: times[0], changed: times[1])
    }
  }
}

extension Stretch {
  fileprivate func write(to json: inout JSONWriter) {
    json.key("line")
    json.value(firstLine)
    if isConfined {
      json.key("confined")
      json.value(true)
    }
    if isLast {
      json.key("last")
      json.value(true)
    }
    if followsNothing {
      json.key("first")
      json.value(true)
    }
    switch layout {
    case .lines: break
    case .list(let body, let isWrapped):
      json.key(isWrapped ? "wrapped_list" : "list")
      json.value(body)
    case .table(let table):
      json.key("table")
      json.value(
        [
          "columns": .list(table.columns.map(Value.string)),
          "delimiter": .integer(Int64(table.dialect.delimiter)),
          "line_end": .integer(Int64(table.dialect.lineEnd)),
          "skips_spaces": .bool(table.dialect.skipsSpaces),
          "backslashes": .bool(table.dialect.hasBackslashes),
        ] as Value)
    }
  }

  fileprivate init(json: Value) throws(ProtocolFault) {
    let line = try json.integer("line")
    let isConfined = json["confined"]?.bool ?? false
    let isLast = json["last"]?.bool ?? false
    let followsNothing = json["first"]?.bool ?? false
    guard let table = json["table"] else {
      let list = json["list"] ?? json["wrapped_list"]
      let isWrapped = json["wrapped_list"] != nil
      let layout =
        list?.integer.map { RecordLayout.list(body: Int($0), isWrapped: isWrapped) } ?? .lines
      self.init(
        layout, firstLine: line, isConfined: isConfined, isLast: isLast,
        followsNothing: followsNothing)
      return
    }
    guard let delimiter = UInt8(exactly: try table.integer("delimiter")),
      let lineEnd = UInt8(exactly: table["line_end"]?.integer ?? 10)
    else { throw ProtocolFault("expected a byte") }
    let dialect = TableDialect(
      delimiter: delimiter, lineEnd: lineEnd,
      skipsSpaces: table["skips_spaces"]?.bool ?? false,
      hasBackslashes: table["backslashes"]?.bool ?? false)
    let columns = table["columns"]?.list?.compactMap(\.string) ?? []
    let layout = RecordLayout.table(TableLayout(dialect: dialect, columns: columns))
    self.init(
      layout, firstLine: line, isConfined: isConfined, isLast: isLast,
      followsNothing: followsNothing)
  }
}

extension Verdict {
  fileprivate init(json: Value) throws(ProtocolFault) {
    switch try? Outcome(json: json) {
    case .failed(let failure): self.init(failure: failure, isSkip: false)
    case .skipped(let failure): self.init(failure: failure, isSkip: true)
    default: throw ProtocolFault("expected a verdict")
    }
  }
}
