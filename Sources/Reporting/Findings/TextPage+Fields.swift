import Document

// How a plugin's fields are laid out: names in a column, values beside them, bars where a scale is known.

extension TextPage {
  private static let shownElements = 8
  private static let nameColumns = 24

  private var barColumns: Int { min(20, style.width / 4) }

  mutating func fields(_ fields: Fields, of plugin: PluginDescription?) {
    let width = min(
      min(Self.nameColumns, style.width / 4),
      fields.entries.map { DisplayWidth.of($0.name) }.max() ?? 0)
    for entry in fields.entries {
      let name = DisplayWidth.cut(Printable.string(entry.name), to: width)
      let label = "    " + DisplayWidth.padded(name, to: width) + "  "
      let scale = plugin?.fields.first { $0.name == entry.name }?.scale
      field(entry.value, label: label, indent: width + 6, scale: scale)
    }
  }

  private mutating func field(
    _ value: Value, label: String, indent: Int, scale: ClosedRange<Double>?
  ) {
    switch value {
    case .number, .integer: number(value, label: label, scale: scale)
    case .list(let elements) where elements.contains { $0.map != nil }:
      records(elements, label: label, indent: indent)
    case .map(let fields) where !fields.isEmpty:
      records(
        fields.entries.map { ["name": .string($0.name), "value": $0.value] }, label: label,
        indent: indent)
    default: words(inline(value), label: label, indent: indent)
    }
  }

  private mutating func number(_ value: Value, label: String, scale: ClosedRange<Double>?) {
    let figure = DisplayWidth.paddedLeft(inline(value), to: 9)
    guard let scale, let number = value.number else { return line(label + figure) }
    line(label + figure + "  " + style.bar(number, on: scale, columns: barColumns))
  }

  private mutating func words(_ words: String, label: String, indent: Int) {
    var prefix = label
    for part in DisplayWidth.wrapped(words, to: max(16, style.width - indent)) {
      line(prefix + part)
      prefix = String(repeating: " ", count: indent)
    }
  }

  // MARK: Lists of things with a number

  private mutating func records(_ elements: [Value], label: String, indent: Int) {
    let records = elements.prefix(Self.shownElements).map(TextRecord.init)
    let figures = records.compactMap(\.figure)
    let scale = min(0, figures.min() ?? 0)...max(figures.max() ?? 0, figures.isEmpty ? 1 : 1e-9)
    let room = max(4, style.width - indent - 9 - 2 - barColumns)
    let width = min(room, records.map { DisplayWidth.of($0.name) }.max() ?? 0)
    var prefix = label
    for record in records {
      let name = DisplayWidth.cut(record.name, to: figures.isEmpty ? style.width - indent : width)
      line(prefix + row(name, record, width: width, scale: scale, isBare: figures.isEmpty))
      prefix = String(repeating: " ", count: indent)
    }
    let more = elements.count - records.count
    if more > 0 { line(prefix + style.painted("… \(Figures.shown(more)) more", .dim)) }
  }

  private func row(
    _ name: String, _ record: TextRecord, width: Int, scale: ClosedRange<Double>, isBare: Bool
  ) -> String {
    guard !isBare, let figure = record.figure else { return name }
    let number = DisplayWidth.paddedLeft(Figures.shown(figure), to: 9)
    let bar = style.bar(figure, on: scale, columns: barColumns)
    return DisplayWidth.padded(name, to: width) + number + (bar.isEmpty ? "" : "  " + bar)
  }

  /// A value in one line.
  func inline(_ value: Value) -> String {
    switch value {
    case .null: return "–"
    case .bool(let bool): return bool ? "yes" : "no"
    case .integer(let integer): return Figures.shown(Int(integer))
    case .number(let number): return Figures.shown(number)
    case .string(let string): return Printable.string(string)
    case .list(let elements):
      let shown = elements.prefix(3 * Self.shownElements).map(inline).joined(separator: ", ")
      let more = elements.count - 3 * Self.shownElements
      return more > 0 ? shown + ", … \(Figures.shown(more)) more" : shown.isEmpty ? "–" : shown
    case .map(let fields) where fields.isEmpty: return "–"
    case .map(let fields):
      return fields.entries.map { "\(Printable.string($0.name)) \(inline($0.value))" }
        .joined(separator: ", ")
    }
  }
}

/// An element of a list, such as `{id, label, score}`: what names it and what measures it.
private struct TextRecord {
  var name: String
  var figure: Double?

  init(_ value: Value) {
    guard let fields = value.map else {
      name = Printable.string(value.string ?? "")
      figure = value.number
      return
    }
    let named = ["label", "name", "text", "title", "id"].lazy.compactMap { fields[$0]?.string }
    let first = fields.entries.lazy.compactMap(\.value.string)
    name = Printable.string(named.first ?? first.first ?? "")
    figure = fields.entries.lazy.compactMap(\.value.number).first
  }
}
