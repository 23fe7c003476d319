// Words put into markup so that they stay words.

extension String {
  /// With HTML's own characters written as references, for text and for attributes in quotation marks.
  var htmlEscaped: String {
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// With HTML's references read: numbers, and the names that news texts have.
  var htmlUnescaped: String {
    var text = ""
    var rest = self[...]
    while let mark = rest.firstIndex(of: "&") {
      text += rest[..<mark]
      rest = rest[mark...]
      let name = rest.dropFirst().prefix(10).prefix { $0 != ";" && $0 != "&" }
      let end = rest.index(rest.startIndex, offsetBy: name.count + 1)
      if end < rest.endIndex, rest[end] == ";", let meant = Self.reference(name) {
        text += meant
        rest = rest[rest.index(after: end)...]
      } else {
        text.append(rest.removeFirst())
      }
    }
    return text + rest
  }

  private static func reference(_ name: Substring) -> String? {
    guard name.hasPrefix("#") else { return names[name] }
    let digits = name.dropFirst()
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).flatMap { $0.value == 0 ? nil : String($0) }
  }

  private static let names: [Substring: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "–",
    "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "sbquo": "‚", "bdquo": "„", "laquo": "«", "raquo": "»", "bull": "•", "middot": "·",
    "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "sect": "§", "copy": "©", "reg": "®",
    "trade": "™", "deg": "°", "times": "×", "frac12": "½", "shy": "\u{AD}",
  ]

  /// With a backslash before what Markdown would read as markup. Line breaks become spaces, so that no line begins one.
  var markdownEscaped: String {
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "(", ")", "#", "+", "-", "!", "|",
        "~", "&":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      case "\n", "\r": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped.escapedNumber
  }

  /// A number at the front would begin a list: `1.` becomes `1\.`.
  private var escapedNumber: String {
    let digits = prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, dropFirst(digits.count).hasPrefix(".") else { return self }
    return digits + "\\" + dropFirst(digits.count)
  }
}
