import Document

/// The JSON-LD of a page: what its scripts say of the article in schema.org's terms.
struct LinkedData {
  /// The object that describes the article; of several the one that says most.
  private(set) var article: Fields?
  /// All objects by their `@id`, for others refer to them so.
  private var objects: [String: Fields] = [:]

  private static let maximumDepth = 6

  init(_ scripts: [ArraySlice<UInt8>]) {
    var found: [Fields] = []
    for script in scripts.prefix(20) {
      guard let value = Self.parse(script) else { continue }
      collect(value, depth: 0, into: &found)
    }
    article = found.max { $0.entries.count < $1.entries.count }
  }

  private static func parse(_ script: ArraySlice<UInt8>) -> Value? {
    guard script.count < 2 << 20 else { return nil }
    if let value = try? JSONParser.parse(script) { return value }
    return try? JSONParser.parse(LooseJSON.mended(script))
  }

  private mutating func collect(_ value: Value, depth: Int, into found: inout [Fields]) {
    guard depth < Self.maximumDepth else { return }
    switch value {
    case .list(let values):
      for value in values { collect(value, depth: depth + 1, into: &found) }
    case .map(let fields):
      if let id = fields["@id"]?.string, objects[id] == nil || fields.entries.count > 2 {
        objects[id] = fields
      }
      if Self.isArticle(fields) { found.append(fields) }
      for name in [
        "@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "author", "publisher",
      ] {
        if let inner = fields[name], inner.string == nil {
          collect(inner, depth: depth + 1, into: &found)
        }
      }
    default: break
    }
  }

  private static func isArticle(_ fields: Fields) -> Bool {
    let types = fields["@type"].map { FieldText.strings($0) ?? [] } ?? []
    return types.contains { type in
      type.hasSuffix("Article") || type.hasSuffix("BlogPosting") || type == "Report"
        || type == "LiveBlogPosting" || type.hasSuffix("Posting")
    }
  }

  /// A member's text: a string, or the name of the object that it is or refers to.
  func string(_ name: String) -> String? {
    article?[name].flatMap(string)
  }

  /// A member's texts, where it is a list or not.
  func strings(_ name: String) -> [String] {
    switch article?[name] {
    case .list(let values)?: values.compactMap(string)
    case let value?: string(value).map { [$0] } ?? []
    case nil: []
    }
  }

  private func string(_ value: Value) -> String? {
    switch value {
    case .string(let string): return HTMLText.plain(string)
    case .list(let values): return values.first.flatMap(string)
    case .map(let fields):
      if let name = fields["name"].flatMap(FieldText.string) { return HTMLText.plain(name) }
      guard let id = fields["@id"]?.string, let object = objects[id], object["name"] != nil else {
        return fields["@value"]?.string
      }
      return object["name"].flatMap(FieldText.string).map(HTMLText.plain)
    default: return nil
    }
  }
}

/// Mends what page templates do to JSON: raw line ends in strings, comments around it, commas before brackets.
enum LooseJSON {
  static func mended(_ script: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(script.count)
    var isInString = false
    var isEscaped = false
    for byte in unwrapped(script) {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        result.append(byte < 0x20 ? 0x20 : byte)
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "]"), UInt8(ascii: "}"): dropComma(&result)
      case UInt8(ascii: ";"): continue
      default: break
      }
      result.append(byte)
    }
    return result
  }

  /// What is between the first bracket and the last, those of `<![CDATA[ ]]>` apart.
  private static func unwrapped(_ script: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var script = script
    let start = script.prefix(48)
    if let bang = start.firstIndex(of: UInt8(ascii: "!")),
      start[bang...].starts(with: "![CDATA[".utf8)
    {
      script = script[(bang + 8)...]
      if let end = script.lastIndex(of: UInt8(ascii: ">")) { script = script[..<end].dropLast(2) }
    }
    guard let first = script.firstIndex(where: { $0 == 0x7B || $0 == 0x5B }),
      let last = script.lastIndex(where: { $0 == 0x7D || $0 == 0x5D }), first < last
    else { return [] }
    return script[first...last]
  }

  private static func dropComma(_ result: inout [UInt8]) {
    var index = result.count - 1
    while index >= 0, result[index] <= 0x20 { index -= 1 }
    if index >= 0, result[index] == UInt8(ascii: ",") { result[index] = 0x20 }
  }
}

/// Text that may hold character references and tags.
enum HTMLText {
  /// The words alone, white space collapsed, in form C.
  static func plain(_ string: String) -> String {
    guard string.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 < 0x20 || $0 >= 0x80 })
    else {
      return string.utf8.first == 0x20 || string.utf8.last == 0x20 || string.contains("  ")
        ? Array(string.utf8).collapsedString : string
    }
    var string = string
    let words = string.withUTF8 { bytes -> [UInt8] in
      guard bytes.contains(0x3C) else {
        var decoded: [UInt8] = []
        HTMLEntities.decode(bytes[...], into: &decoded)
        return decoded
      }
      return Array(HTMLParser.parse(bytes).words(in: 0).utf8)
    }
    return clean(words)
  }

  static func clean(_ words: [UInt8]) -> String {
    let clean = words.withUnsafeBufferPointer { CleanText($0, isVerbatim: false) }
    return clean.utf8.collapsedString
  }
}
