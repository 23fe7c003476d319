/// A line of YAML, apart from its indentation.
struct YAMLLine {
  /// In the input, from 1.
  var number: Int
  var indent: Int
  var text: Substring

  init(_ line: Substring, number: Int) {
    text = line.drop { $0 == " " }
    indent = line.utf8.count - text.utf8.count
    self.number = number
  }

  /// Whether the line begins an item of a list.
  var isItem: Bool { text == "-" || text.hasPrefix("- ") }

  /// What stands behind an item's hyphen, as a line of its own.
  var item: YAMLLine {
    var line = self
    line.text = text.dropFirst().drop { $0 == " " }
    line.indent += text.utf8.count - line.text.utf8.count
    return line
  }

  /// The name and the rest of `name: value`.
  var entry: (String, Substring)? {
    guard let (name, rest) = quotedName ?? plainName, rest.hasPrefix(":") else { return nil }
    let value = rest.dropFirst()
    guard value.isEmpty || value.hasPrefix(" ") || value.hasPrefix("\t") else { return nil }
    return (name, value.drop { $0 == " " || $0 == "\t" })
  }

  private var quotedName: (String, Substring)? {
    guard let quote = text.first, quote == "\"" || quote == "'",
      let close = text.dropFirst().firstIndex(of: quote)
    else { return nil }
    return (String(text.dropFirst()[..<close]), text[text.index(after: close)...])
  }

  private var plainName: (String, Substring)? {
    let name = text.prefix { $0.isLetter || $0.isNumber || "_-. ".contains($0) }
    guard let first = name.first, first != "-", name.utf8.count <= 64 else { return nil }
    return (String(name), text[name.endIndex...])
  }
}
