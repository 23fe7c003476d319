import Document

/// Reads what page templates make of JSON: raw line ends, quotation marks and apostrophes in strings, single quotation marks around
/// them, comments around it, commas before brackets, several values one after another.
enum LooseJSON {
  /// The values of a script; of those that cannot be mended what `salvaged` tells.
  static func values(_ script: ArraySlice<UInt8>) -> [Value] {
    let mended = mended(content(of: script))
    guard let pieces = pieces(of: mended) else { return [salvaged(mended)].compactMap(\.self) }
    return pieces.compactMap { piece in
      (try? JSONParser.parse(piece)) ?? salvaged(Array(piece))
    }
  }

  /// What begins with the first bracket, without the end of `<![CDATA[ ]]>`.
  private static func content(of script: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var script = script
    let start = script.prefix(48)
    if let bang = start.firstIndex(of: UInt8(ascii: "!")),
      start[bang...].starts(with: "![CDATA[".utf8)
    {
      script = script[(bang + 8)...]
      if let end = script.lastIndex(of: UInt8(ascii: ">")) { script = script[..<end].dropLast(2) }
    }
    return script.drop { $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "[") }
  }

  /// The values that a script consists of, the last perhaps cut short; nil where words stand outside them.
  private static func pieces(of script: [UInt8]) -> [ArraySlice<UInt8>]? {
    var pieces: [ArraySlice<UInt8>] = []
    var depth = 0
    var start = 0
    var index = 0
    while index < script.count, pieces.count < maximumPieces {
      switch script[index] {
      case UInt8(ascii: "\""):
        guard depth > 0 else { return nil }
        index = endOfString(script, from: index)
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if depth == 0 { start = index }
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 1 { pieces.append(script[start...index]) }
        depth = max(0, depth - 1)
      default: break
      }
      index += 1
    }
    if depth > 0 { pieces.append(script[start...]) }
    return pieces
  }

  private static let maximumPieces = 100

  /// The index of the mark that ends a string, or the end.
  private static func endOfString(_ script: [UInt8], from start: Int) -> Int {
    var index = start + 1
    while index < script.count, script[index] != UInt8(ascii: "\"") {
      index += script[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index, script.count)
  }

  // MARK: Mending

  private static func mended(_ script: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(script.count)
    var index = script.startIndex
    while index < script.endIndex {
      switch script[index] {
      case UInt8(ascii: "\""):
        index = copyString(script, from: index, to: &result)
        continue
      case UInt8(ascii: "'") where isBeforeString(result):
        index = copyString(script, from: index, to: &result)
        continue
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        dropComma(&result)
        result.append(script[index])
      case UInt8(ascii: ";"): break
      default: result.append(script[index])
      }
      index += 1
    }
    return result
  }

  /// Copies a string with the marks around it that JSON knows.
  /// - Returns: the index behind it.
  private static func copyString(
    _ script: ArraySlice<UInt8>, from start: Int, to result: inout [UInt8]
  ) -> Int {
    let mark = script[start]
    result.append(UInt8(ascii: "\""))
    var index = start + 1
    while index < script.endIndex {
      let byte = script[index]
      index += 1
      if byte == UInt8(ascii: "\\"), index < script.endIndex {
        if script[index] != UInt8(ascii: "'") { result.append(byte) }
        result.append(script[index])
        index += 1
      } else if byte == mark, isEndOfString(script[index...]) {
        result.append(UInt8(ascii: "\""))
        return index
      } else {
        if byte == UInt8(ascii: "\"") { result.append(UInt8(ascii: "\\")) }
        result.append(byte < 0x20 ? 0x20 : byte)
      }
    }
    return index
  }

  /// Whether a quotation mark before some characters ends a string, rather than being one of its own that was not escaped.
  private static func isEndOfString(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let next = rest.first(where: { $0 > 0x20 }) else { return true }
    return ":,}]\"';".utf8.contains(next)
  }

  /// Whether a string may begin behind some characters, so that an apostrophe there is a quotation mark.
  private static func isBeforeString(_ result: [UInt8]) -> Bool {
    result.last { $0 > 0x20 }.map { "{[,:".utf8.contains($0) } ?? false
  }

  private static func dropComma(_ result: inout [UInt8]) {
    var index = result.count - 1
    while index >= 0, result[index] <= 0x20 { index -= 1 }
    if index >= 0, result[index] == UInt8(ascii: ",") { result[index] = 0x20 }
  }

  // MARK: Salvage

  /// What can be told of an article whose JSON cannot be mended, such as one cut short: its plain members, its authors and publisher.
  private static func salvaged(_ script: [UInt8]) -> Value? {
    var salvage = Salvage()
    for token in tokens(of: script) { salvage.read(token) }
    return salvage.article
  }

  fileprivate enum Token {
    case string(String)
    case opening(isList: Bool)
    case colon, comma, closing
  }

  private static func tokens(of script: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var index = 0
    while index < script.count {
      switch script[index] {
      case UInt8(ascii: "\""):
        let start = index
        index = endOfString(script, from: start)
        guard index < script.count else { return tokens }
        let string = try? JSONParser.parse(script[start...index]).string
        tokens.append(.string(string ?? ""))
      case UInt8(ascii: ":"): tokens.append(.colon)
      case UInt8(ascii: "{"): tokens.append(.opening(isList: false))
      case UInt8(ascii: "["): tokens.append(.opening(isList: true))
      case UInt8(ascii: "}"), UInt8(ascii: "]"): tokens.append(.closing)
      case UInt8(ascii: ","): tokens.append(.comma)
      default: break
      }
      index += 1
    }
    return tokens
  }
}

/// Gathers an article's members from the tokens of JSON, however its brackets close.
private struct Salvage {
  private var fields: Fields = ["@type": "NewsArticle"]
  private var isArticle = false
  private var name = ""
  private var parents: [(name: String, isList: Bool)] = []
  /// Whether a string that comes next is a member's name.
  private var expectsName = true

  /// What was found, if it is an article of which anything was.
  var article: Value? { isArticle && fields.entries.count > 1 ? .map(fields) : nil }

  mutating func read(_ token: LooseJSON.Token) {
    switch token {
    case .string(let string) where expectsName: name = string
    case .string(let string):
      note(string)
      beginMember()
    case .colon: expectsName = false
    case .comma: beginMember()
    case .opening(let isList):
      parents.append((expectsName ? parents.last?.name ?? "" : name, isList))
      beginMember()
    case .closing:
      _ = parents.popLast()
      beginMember()
    }
  }

  /// Elements of a list have the name of the list.
  private mutating func beginMember() {
    expectsName = parents.last?.isList != true
    if !expectsName { name = parents.last?.name ?? "" }
  }

  private mutating func note(_ string: String) {
    if name == "@type", SchemaOrg.isArticle(string) { isArticle = true }
    if Self.members.contains(name), fields[name] == nil { fields[name] = .string(string) }
    let owner = name == "name" ? parents.last?.name ?? "" : name
    guard Self.parties.contains(owner) else { return }
    let before = fields[owner]?.list ?? []
    if before.count < 50 { fields[owner] = .list(before + [.string(string)]) }
  }

  private static let parties: Set<String> = ["author", "publisher"]
  private static let members: Set<String> = [
    "headline", "alternativeHeadline", "datePublished", "dateModified", "dateCreated",
    "articleSection", "description", "inLanguage", "articleBody", "isAccessibleForFree",
  ]
}
