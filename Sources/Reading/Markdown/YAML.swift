import Document

/// Reads the YAML that people write above Markdown: maps and lists by indentation, `[a, b]`, `|` and `>`, scalars.
///
/// Anchors, aliases, tags and merge keys are faults, never expanded: with them YAML explodes and runs code.
struct YAML {
  struct Fault: Hashable {
    var line: Int
    var message: String
  }

  private static let maximumDepth = 16

  private let lines: [YAMLLine]
  private var next = 0
  private var faults: [Fault] = []

  /// The fields that lines give, and what could not be read; a field with a fault is left out.
  static func read(_ lines: [Substring], firstLine: Int) -> (Fields, [Fault]) {
    var yaml = YAML(lines, firstLine)
    let fields = yaml.map(indent: 0, depth: 0)
    while let line = yaml.peek() {
      yaml.fault("out of place", line)
      yaml.next += 1
    }
    return (fields, yaml.faults)
  }

  private init(_ lines: [Substring], _ firstLine: Int) {
    self.lines = lines.enumerated().map { YAMLLine($1, number: firstLine + $0) }
  }

  // MARK: Blocks

  private mutating func map(indent: Int, depth: Int) -> Fields {
    var fields = Fields()
    while let line = peek(), line.indent == indent, !line.isItem {
      next += 1
      if let (name, rest) = line.entry {
        if let value = value(rest, of: line, indent: indent, depth: depth + 1) {
          fields[name] = value
          continue
        }
      } else {
        fault("expected 'name: value'", line)
      }
      skipDeeper(than: indent)
    }
    return fields
  }

  private mutating func list(indent: Int, depth: Int) -> Value {
    var values: [Value] = []
    while let line = peek(), line.indent == indent, line.isItem {
      next += 1
      let inner = line.item
      if let (name, rest) = inner.entry {
        values.append(.map(mapInItem(inner, name, rest, depth)))
      } else if let value = value(inner.text, of: inner, indent: indent, depth: depth + 1) {
        values.append(value)
      }
    }
    return .list(values)
  }

  /// A map whose first entry stands behind an item's hyphen.
  private mutating func mapInItem(
    _ line: YAMLLine, _ name: String, _ rest: Substring, _ depth: Int
  ) -> Fields {
    var fields = Fields()
    fields[name] = value(rest, of: line, indent: line.indent, depth: depth + 1)
    for entry in map(indent: line.indent, depth: depth + 1).entries {
      fields[entry.name] = entry.value
    }
    return fields
  }

  /// The value behind a colon or a hyphen, on its line or below it.
  private mutating func value(
    _ text: Substring, of line: YAMLLine, indent: Int, depth: Int
  ) -> Value? {
    guard depth < Self.maximumDepth else { return fail("nested too deep", line) }
    guard let first = text.first, first != "#" else { return block(indent: indent, depth: depth) }
    switch first {
    case "|", ">": return blockScalar(isFolded: first == ">", indent)
    case "&", "*": return fail("anchors and aliases are not read", line)
    case "!": return fail("tags are not read", line)
    case "{": return fail("maps in braces are not read", line)
    case "[": return flowList(text, line, indent)
    default: return scalar(text + continuation(indent), line)
    }
  }

  /// What stands below `name:`, indented; a list may stand right below the name.
  private mutating func block(indent: Int, depth: Int) -> Value {
    guard let line = peek() else { return .null }
    if line.isItem, line.indent >= indent { return list(indent: line.indent, depth: depth) }
    guard line.indent > indent else { return .null }
    return .map(map(indent: line.indent, depth: depth))
  }

  /// Lines under `|`, kept as they are, or `>`, joined to paragraphs.
  private mutating func blockScalar(isFolded: Bool, _ indent: Int) -> Value {
    var rows: [String] = []
    var base: Int?
    while next < lines.count, case let line = lines[next], line.text.isEmpty || line.indent > indent
    {
      if !line.text.isEmpty, base == nil { base = line.indent }
      let extra = line.text.isEmpty ? 0 : max(0, line.indent - (base ?? 0))
      rows.append(String(repeating: " ", count: extra) + line.text)
      next += 1
    }
    while rows.last == "" { rows.removeLast() }
    guard isFolded else { return .string(rows.joined(separator: "\n")) }
    let paragraphs = rows.split(separator: "", omittingEmptySubsequences: true)
    return .string(paragraphs.map { $0.joined(separator: " ") }.joined(separator: "\n"))
  }

  /// Lines that only go on with a scalar: indented deeper, and no entries of their own.
  private mutating func continuation(_ indent: Int) -> String {
    var words = ""
    while next < lines.count, case let line = lines[next], line.indent > indent,
      !line.text.isEmpty, line.entry == nil, !line.isItem
    {
      words += " " + line.text
      next += 1
    }
    return words
  }

  // MARK: Lines

  private mutating func peek() -> YAMLLine? {
    while next < lines.count, lines[next].text.isEmpty || lines[next].text.hasPrefix("#") {
      next += 1
    }
    return next < lines.count ? lines[next] : nil
  }

  private mutating func skipDeeper(than indent: Int) {
    while let line = peek(), line.indent > indent || (line.isItem && line.indent >= indent) {
      next += 1
    }
  }

  private mutating func fault(_ message: String, _ line: YAMLLine) {
    faults.append(Fault(line: line.number, message: message))
  }

  private mutating func fail(_ message: String, _ line: YAMLLine) -> Value? {
    fault(message, line)
    return nil
  }

  // MARK: Scalars

  private mutating func flowList(_ text: Substring, _ line: YAMLLine, _ indent: Int) -> Value? {
    var whole = text.withoutComment
    while !whole.hasSuffix("]"), let below = peek(), below.indent > indent {
      whole += " " + below.text.withoutComment
      next += 1
    }
    guard whole.hasSuffix("]") else { return fail("a list without its ]", line) }
    var values: [Value] = []
    for part in whole.dropFirst().dropLast().splitOutsideQuotes(at: ",") {
      let item = part.trimmingSpace
      guard let first = item.first else { continue }
      guard !"[{&*!".contains(first) else {
        return fail("only plain values are read in a list in brackets", line)
      }
      guard let value = scalar(item[...], line) else { return nil }
      values.append(value)
    }
    return .list(values)
  }

  private mutating func scalar(_ text: Substring, _ line: YAMLLine) -> Value? {
    if text.hasPrefix("\"") || text.hasPrefix("'") {
      guard let string = YAMLQuoted.read(String(text)) else {
        return fail("a quoted value that never ends", line)
      }
      return .string(string)
    }
    let plain = text.withoutComment
    switch plain {
    case "~", "null", "Null", "NULL", "": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    default:
      // A leading zero is more than a number: a postal code, an issue.
      let isNumber = plain == "0" || !(plain.hasPrefix("0") || plain.hasPrefix("+"))
      if isNumber, let integer = Int64(plain) { return .integer(integer) }
      return .string(plain)
    }
  }
}
