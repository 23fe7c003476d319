/// The name of a file as the kernel knows it: bytes, which need not be UTF-8.
package struct Path: Hashable, Sendable {
  var bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  init(_ string: String) {
    bytes = Array(string.utf8)
  }

  /// As messages and findings show it: bytes that are no UTF-8 as `\xff`.
  var shown: String {
    if let name = String(validating: bytes, as: UTF8.self) { return name }
    var shown = ""
    var rest = bytes[...]
    while !rest.isEmpty {
      let length = Self.characterLength(at: rest.startIndex, of: bytes)
      if let character = String(validating: rest.prefix(length), as: UTF8.self) {
        shown += character
        rest = rest.dropFirst(length)
      } else {
        let digits = String(rest.removeFirst(), radix: 16)
        shown += "\\x" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return shown
  }

  /// The last name, without slashes; empty for the root.
  var lastName: ArraySlice<UInt8> {
    let trimmed = bytes[..<(bytes.lastIndex { $0 != UInt8(ascii: "/") }.map { $0 + 1 } ?? 0)]
    return trimmed[(trimmed.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]
  }

  /// The folder that holds it; `.` for a bare name.
  var folder: Path {
    let name = lastName
    guard name.startIndex > 0 else { return Path(name.isEmpty ? "/" : ".") }
    var end = name.startIndex
    while end > 1, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
    return Path(Array(bytes[..<end]))
  }

  /// Without slashes at its end; the root stays.
  var trimmed: Path {
    var end = bytes.count
    while end > 1, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
    return Path(Array(bytes[..<end]))
  }

  /// The last name without its last extension, unless that is all there is.
  var stem: ArraySlice<UInt8> {
    let name = lastName
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return name
    }
    return name[..<dot]
  }

  /// What follows the last dot of the last name, in lower case; empty without one.
  var fileExtension: [UInt8] {
    let name = lastName
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return [] }
    return name[(dot + 1)...].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// A name inside this folder. `.` is left out, so that `a.txt` stays `a.txt`.
  func appending(_ name: some Collection<UInt8>) -> Path {
    if bytes.count == 1, bytes[0] == UInt8(ascii: ".") { return Path(Array(name)) }
    var joined: [UInt8] = []
    joined.reserveCapacity(bytes.count + 1 + name.count)
    joined.append(contentsOf: bytes)
    if bytes.last != UInt8(ascii: "/") { joined.append(UInt8(ascii: "/")) }
    joined.append(contentsOf: name)
    return Path(joined)
  }

  func appending(_ name: String) -> Path { appending(Array(name.utf8)) }

  /// The name of a file, given as bytes, as messages show it.
  package static func shown(_ name: [UInt8]) -> String { Path(name).shown }

  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes + [0]).withUnsafeBytes { body($0.assumingMemoryBound(to: CChar.self).baseAddress!) }
  }

  /// How many bytes the character at an offset claims to have.
  static func characterLength(at offset: Int, of bytes: [UInt8]) -> Int {
    switch bytes[offset] {
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0...: 4
    default: 1
    }
  }
}
