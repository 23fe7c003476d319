internal import Document
internal import Lua

/// Values as people who write plugins want to see them: in a line, bounded, running nothing of the script's.
struct ValueText {
  let session: Session
  /// The most bytes of a string or a span's words.
  var stringBytes = 60
  /// The most entries of a table.
  var entries = 8
  /// How many tables may stand in one another.
  var depth = 3

  /// The value as a script would write it, or what the host calls it.
  func line(_ value: Slot) -> String { line(value, depth: 0) }

  private func line(_ value: Slot, depth: Int) -> String {
    switch value.type {
    case .absent, .null: "nil"
    case .boolean: "\(value.bool ?? false)"
    case .integer: "\(value.integer ?? 0)"
    case .number: "\(value.number ?? 0)"
    case .string: quoted(value.unsafeBytes)
    case .table: depth < self.depth ? table(value, depth: depth + 1) : "{…}"
    case .function:
      value.definition.map { "function at \($0.chunk):\($0.line)" } ?? "function of the host"
    case .object: object(value)
    case .thread: "coroutine"
    }
  }

  // MARK: Strings

  private func quoted(_ bytes: UnsafeBufferPointer<UInt8>?) -> String {
    quoted(String(decoding: bytes.map { Array($0.prefix(4 * stringBytes)) } ?? [], as: UTF8.self))
  }

  func quoted(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      guard shown.utf8.count < stringBytes else {
        shown += "…"
        break
      }
      switch scalar {
      case "\"": shown += "\\\""
      case "\\": shown += "\\\\"
      case "\n": shown += "\\n"
      case "\t": shown += "\\t"
      case "\r": shown += "\\r"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return "\"\(shown)\""
  }

  // MARK: Tables

  private func table(_ table: Slot, depth: Int) -> String {
    let count = table.count
    var parts: [String] = []
    var all = 0
    table.forEachEntryInOrder { key, value in
      all += 1
      guard parts.count < entries else { return }
      let shown = line(value, depth: depth)
      let isElement = key.integer.map { $0 >= 1 && $0 <= count } ?? false
      parts.append(isElement ? shown : "\(self.key(key, depth: depth)) = \(shown)")
    }
    if all > parts.count { parts.append("… \(all - parts.count) more") }
    return "{" + parts.joined(separator: ", ") + "}"
  }

  private func key(_ key: Slot, depth: Int) -> String {
    guard let name = key.string, !name.isEmpty, name.utf8.count <= stringBytes,
      name.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x5F }),
      let first = name.utf8.first, first &- 0x30 >= 10
    else { return "[\(line(key, depth: depth))]" }
    return name
  }

  // MARK: Objects

  private func object(_ value: Slot) -> String {
    guard let object = value.object else { return value.typeName }
    let isStale = object.generation != 0 && object.generation != session.generation
    if isStale { return "\(value.typeName) of an earlier article" }
    if session.kinds.spans.contains(object) { return span(object, value.typeName) }
    if object.isOf(session.kinds[.article]) {
      return "article \(quoted(session.galley.article.id))"
    }
    guard object.isOf(session.kinds[.sequence]) else { return plain(value.typeName) }
    return "\(object.third) \(session.galley.items(ofLayer: object.first, object.third))"
  }

  /// An object of which there is one; of a plugin's options also what they are.
  private func plain(_ kind: String) -> String {
    guard kind == "options" else { return kind }
    let shown = session.optionValues.entries.map { "\($0.name) = \($0.value.shown)" }
    return "options {\(shown.joined(separator: ", "))}"
  }

  /// Its range as Lua counts, and its words.
  private func span(_ object: Object, _ kind: String) -> String {
    let span = object.span
    let place = span.place == .title ? " of the title" : ""
    return "\(kind) \(object.first)–\(object.second)\(place) \(quoted(words(of: span)))"
  }

  func words(of span: TextSpan) -> String {
    let bytes = session.galley.bytes(of: span.place)
    let range = span.range.offsets.clamped(to: bytes.indices)
    return String(decoding: bytes[range].prefix(4 * stringBytes), as: UTF8.self)
  }
}

extension Galley {
  /// What the items of a layer are called: `sentences`, `marks of hedging.hedge`.
  fileprivate func items(ofLayer number: Int, _ count: Int) -> String {
    guard layers.indices.contains(number), let layer = layers[number] else { return "items" }
    if !layer.plugin.isEmpty { return "marks of \(layer.plugin).\(layer.name)" }
    let name = LayerKind.allCases.first { $0.index == number }?.rawValue ?? "items"
    return count == 1 && name.hasSuffix("s") ? layer.kind.name : name
  }
}
