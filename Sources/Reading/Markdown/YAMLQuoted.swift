/// Values in quotation marks, as YAML escapes them.
enum YAMLQuoted {
  /// The value of a text that begins with `"` or `'`; nil if it does not end with the same.
  static func read(_ text: String) -> String? {
    text.hasPrefix("'") ? single(text) : double(text)
  }

  private static func single(_ text: String) -> String? {
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars.dropFirst()
    while let scalar = rest.popFirst() {
      if scalar == "'" {
        guard rest.first == "'" else { return Substring(rest).isEnd ? String(result) : nil }
        rest.removeFirst()
      }
      result.append(scalar)
    }
    return nil
  }

  private static func double(_ text: String) -> String? {
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars.dropFirst()
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"": return Substring(rest).isEnd ? String(result) : nil
      case "\\":
        guard let escaped = escape(&rest) else { return nil }
        result.append(escaped)
      default: result.append(scalar)
      }
    }
    return nil
  }

  private static func escape(_ rest: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
    guard let letter = rest.popFirst() else { return nil }
    switch letter {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "0": return "\0"
    case "_", "N", "L", "P", " ": return " "
    case "x": return hexadecimal(2, &rest)
    case "u": return hexadecimal(4, &rest)
    case "U": return hexadecimal(8, &rest)
    default: return letter
    }
  }

  private static func hexadecimal(
    _ count: Int, _ rest: inout Substring.UnicodeScalarView
  ) -> Unicode.Scalar? {
    let digits = String(String.UnicodeScalarView(rest.prefix(count)))
    guard digits.utf8.count == count, let code = UInt32(digits, radix: 16) else { return nil }
    rest.removeFirst(count)
    return Unicode.Scalar(code)
  }
}

extension Substring {
  /// Whether nothing but a comment follows.
  fileprivate var isEnd: Bool {
    let rest = drop { $0 == " " || $0 == "\t" }
    return rest.isEmpty || rest.hasPrefix("#")
  }
}

extension StringProtocol {
  var trimmingSpace: String {
    String(String(self).trimmingEnd.drop { $0 == " " || $0 == "\t" })
  }

  /// Without ` # …` at the end.
  var withoutComment: String {
    var previous: Character = "x"
    for index in indices {
      if self[index] == "#", previous == " " || previous == "\t" {
        return self[..<index].trimmingSpace
      }
      previous = self[index]
    }
    return trimmingSpace
  }

  /// The parts between separators that stand in no quotation marks.
  func splitOutsideQuotes(at separator: Character) -> [String] {
    var parts: [String] = []
    var part = ""
    var quote: Character?
    for character in self {
      if character == separator, quote == nil {
        parts.append(part)
        part = ""
        continue
      }
      if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'", part.trimmingSpace.isEmpty {
        quote = character
      }
      part.append(character)
    }
    return parts + [part]
  }
}
