import Glibc

/// `Name: value` lines up to an empty one, as mail has them, HTTP and WARC.
struct HeaderFields {
  /// The lines, without the empty one.
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  /// The longest header that anybody writes.
  static let maximumBytes = 256 << 10

  /// The number of bytes up to the empty line's end; nil if there is none.
  /// - Parameter start: bytes in which it does not end.
  static func length(in bytes: ArraySlice<UInt8>, from start: Int = 0) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return nil }
      var index = start
      while index < buffer.count, let found = memchr(base + index, 0x0A, buffer.count - index) {
        let line = base.distance(to: found.assumingMemoryBound(to: UInt8.self)) + 1
        if line < buffer.count, buffer[line] == 0x0A { return line + 1 }
        if line + 1 < buffer.count, buffer[line] == 0x0D, buffer[line + 1] == 0x0A {
          return line + 2
        }
        index = line
      }
      return nil
    }
  }

  /// The first field of a name, which is given in small letters; folded lines are joined.
  subscript(name: StaticString) -> String? {
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      while start < buffer.count {
        let end = Self.endOfField(from: start, buffer)
        if Self.isField(buffer[start..<end], named: name) {
          return Self.value(buffer[(start + name.utf8CodeUnitCount + 1)..<end])
        }
        start = end
      }
      return nil
    }
  }

  /// The first line, as HTTP and WARC have it.
  var firstLine: String {
    String(decoding: bytes.prefix { $0 != 0x0A && $0 != 0x0D }.prefix(1024), as: UTF8.self)
  }

  /// Where the next field begins: behind the line end that no space follows.
  private static func endOfField(from start: Int, _ buffer: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = buffer.baseAddress else { return buffer.count }
    var index = start
    while index < buffer.count, let found = memchr(base + index, 0x0A, buffer.count - index) {
      index = base.distance(to: found.assumingMemoryBound(to: UInt8.self)) + 1
      guard index < buffer.count, buffer[index] == 0x20 || buffer[index] == 0x09 else {
        return index
      }
    }
    return buffer.count
  }

  private static func isField(
    _ line: Slice<UnsafeBufferPointer<UInt8>>, named name: StaticString
  ) -> Bool {
    let count = name.utf8CodeUnitCount
    guard line.count > count, line[line.startIndex + count] == UInt8(ascii: ":") else {
      return false
    }
    for index in 0..<count {
      let byte = line[line.startIndex + index]
      let small = 0x41...0x5A ~= byte ? byte | 0x20 : byte
      guard small == name.utf8Start[index] else { return false }
    }
    return true
  }

  private static func value(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    let words = bytes.prefix(16 << 10).split { $0 == 0x0A || $0 == 0x0D }
    let lines = words.map { String(decoding: $0, as: UTF8.self).trimmingSpace }
    return lines.count == 1 ? lines[0] : lines.joined(separator: " ").trimmingSpace
  }
}

/// A value with parameters: `text/html; charset="utf-8"`.
struct HeaderValue {
  /// In small letters.
  let value: String
  private let parameters: [(name: String, value: String)]

  init(_ text: String) {
    var parts = Self.split(text)[...]
    value = (parts.popFirst() ?? "").lowercased()
    parameters = parts.compactMap { part in
      guard let equals = part.firstIndex(of: "=") else { return nil }
      let value = part[part.index(after: equals)...].trimmingSpace.filter { $0 != "\"" }
      return (part[..<equals].trimmingSpace.lowercased(), value)
    }
  }

  subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

  /// The parts between semicolons that are in no quotation marks.
  private static func split(_ text: String) -> [String] {
    var parts: [String] = [""]
    var isQuoted = false
    for character in text.unicodeScalars {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].unicodeScalars.append(character)
      }
    }
    return parts.map(\.trimmingSpace)
  }
}
