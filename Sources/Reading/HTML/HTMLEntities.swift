/// Character references: `&amp;`, `&#8217;`, `&#x2019;`.
enum HTMLEntities {
  /// Adds text with its references resolved, as the HTML standard resolves them.
  /// - Returns: how many stood for no character.
  @discardableResult
  static func decode(_ text: Ink, into result: inout [UInt8]) -> Int {
    var rest = text
    var faults = 0
    while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
      result.append(contentsOf: rest[..<ampersand])
      rest = rest[ampersand...]
      if let (scalar, length) = reference(rest) {
        result.append(scalar: scalar)
        if scalar == 0xFFFD { faults += 1 }
        rest = rest.dropFirst(length)
      } else {
        result.append(UInt8(ascii: "&"))
        rest = rest.dropFirst()
      }
    }
    result.append(contentsOf: rest)
    return faults
  }

  /// What the reference that text begins with stands for, and its length in bytes.
  private static func reference(_ text: Ink) -> (UInt32, Int)? {
    text.dropFirst().first == UInt8(ascii: "#") ? numeric(text) : named(text)
  }

  private static func numeric(_ text: Ink) -> (UInt32, Int)? {
    var index = text.startIndex + 2
    let isHexadecimal = index < text.endIndex && text[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let start = index
    var code: UInt32 = 0
    while index < text.endIndex, let digit = digit(text[index], isHexadecimal) {
      code = min(code &* (isHexadecimal ? 16 : 10) &+ digit, 0x11_0000)
      index += 1
    }
    guard index > start else { return nil }
    if index < text.endIndex, text[index] == UInt8(ascii: ";") { index += 1 }
    return (scalar(code), index - text.startIndex)
  }

  private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
    if byte &- 0x30 < 10 { return UInt32(byte - 0x30) }
    let letter = (byte | 0x20) &- 0x61
    return isHexadecimal && letter < 6 ? UInt32(letter) + 10 : nil
  }

  /// Numbers of Windows-1252's punctuation mean that punctuation; numbers of no character mean U+FFFD.
  private static func scalar(_ code: UInt32) -> UInt32 {
    if 0x80..<0xA0 ~= code { return Windows1252.scalar(of: UInt8(code)) }
    return code == 0 || Unicode.Scalar(code) == nil ? 0xFFFD : code
  }

  private static func named(_ text: Ink) -> (UInt32, Int)? {
    let name = text.dropFirst().prefix(32).prefix { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
    guard !name.isEmpty else { return nil }
    if name.endIndex < text.endIndex, text[name.endIndex] == UInt8(ascii: ";"),
      let code = code(of: name)
    {
      return (code, name.count + 2)
    }
    // `&copy2026` and `&nbspa`: the longest name that may go without its semicolon.
    for length in stride(from: min(name.count, 6), through: 2, by: -1) {
      let start = name.prefix(length)
      if legacy.contains(start.string), let code = code(of: start) { return (code, length + 1) }
    }
    return nil
  }

  /// A binary search through the table, between its semicolons.
  private static func code(of name: Ink) -> UInt32? {
    names.withUTF8Buffer { table in
      var low = 0
      var high = table.count
      while low < high {
        let middle = (low + high) / 2
        var start = middle
        while start > low, table[start - 1] != UInt8(ascii: ";") { start -= 1 }
        var space = start
        while table[space] != UInt8(ascii: " ") { space += 1 }
        let entry = table[start..<space]
        if entry.elementsEqual(name) { return hexadecimal(table[(space + 1)...]) }
        if name.lexicographicallyPrecedes(entry) {
          high = start
        } else {
          low = (table[space...].firstIndex(of: UInt8(ascii: ";")) ?? high) + 1
        }
      }
      return nil
    }
  }

  private static func hexadecimal(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
    text.prefix { $0 != UInt8(ascii: ";") }.reduce(0) { $0 << 4 | (digit($1, true) ?? 0) }
  }
}
