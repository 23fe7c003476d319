/// Finds the list of articles inside an object by the object's beginning: as search services answer, `{"status": "ok", "articles": [{…}, …]}`, also
/// in objects within the object.
///
/// An object that has a text of its own before it comes to a list is an article, and has no such list.
struct JSONWrapper {
  /// Members that hold the articles, or an object that does.
  static let names = [
    "articles", "items", "results", "docs", "documents", "entries", "data", "response",
    "hits", "posts", "stories", "news",
  ]
  /// How many objects may be around the list.
  static let greatestDepth = 3

  private let bytes: ArraySlice<UInt8>
  private let map: FieldMap
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>, _ map: FieldMap) {
    self.bytes = bytes
    self.map = map
    index = bytes.startIndex + (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
  }

  /// What a member holds that may hold articles.
  private enum Content { case list, object }

  /// Where the elements of the list begin; nil where the beginning shows none.
  mutating func start() -> Int? {
    for _ in 0..<Self.greatestDepth {
      guard take("{"), let content = find() else { return nil }
      if content == .list { return index }
    }
    return nil
  }

  /// Goes through an object's members to the first that may hold articles: behind the bracket of a list, or before an object.
  private mutating func find() -> Content? {
    while let name = string(), take(":") {
      if Self.names.contains(name) {
        if peek("{") { return .object }
        if take("["), peek("{") { return .list }
      }
      // Feeds say their version, and have more to say than their items.
      if name == "version" || map.holdTexts([name]) { return nil }
      guard skipValue(), take(",") else { return nil }
    }
    return nil
  }

  // MARK: Scanning

  private mutating func skipSpace() {
    while index < bytes.endIndex, bytes[index] <= 0x20 { index += 1 }
  }

  private mutating func peek(_ byte: Unicode.Scalar) -> Bool {
    skipSpace()
    return index < bytes.endIndex && bytes[index] == UInt8(ascii: byte)
  }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard peek(byte) else { return false }
    index += 1
    return true
  }

  /// A member's name, as it is written.
  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    let start = index
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index < bytes.endIndex else { return nil }
    defer { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// Passes over a value; false where it does not end in the bytes.
  private mutating func skipValue() -> Bool {
    var depth = 0
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        guard string() != nil else { return false }
        continue
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        guard depth > 0 else { return true }
        depth -= 1
      case UInt8(ascii: ",") where depth == 0: return true
      default: break
      }
      index += 1
    }
    return false
  }
}
