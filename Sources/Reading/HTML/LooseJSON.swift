import Document

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

  /// What can be told of an article whose JSON cannot be mended, such as one cut short: its plain members, and its authors.
  static func salvaged(_ script: [UInt8]) -> Value? {
    var fields: Fields = ["@type": "NewsArticle"]
    var isArticle = false
    var name = ""
    var parents: [String] = []
    var isName = true
    for token in tokens(of: script) {
      switch token {
      case .string(let string) where isName: name = string
      case .string(let string):
        if name == "@type", string.hasSuffix("Article") || string.hasSuffix("Posting") {
          isArticle = true
        }
        if members.contains(name), fields[name] == nil { fields[name] = .string(string) }
        if name == "name", let parent = parents.last, parent == "author" || parent == "publisher" {
          let before = fields[parent]?.list ?? []
          if before.count < 50 { fields[parent] = .list(before + [.string(string)]) }
        }
        isName = true
      case .colon: isName = false
      case .opening:
        parents.append(isName ? parents.last ?? "" : name)
        isName = true
      case .closing:
        _ = parents.popLast()
        isName = true
      case .other: isName = true
      }
    }
    return isArticle && fields.entries.count > 1 ? .map(fields) : nil
  }

  private static let members: Set<String> = [
    "headline", "alternativeHeadline", "datePublished", "dateModified", "dateCreated",
    "articleSection", "description", "inLanguage", "articleBody", "isAccessibleForFree",
  ]

  private enum Token {
    case string(String)
    case colon, opening, closing, other
  }

  private static func tokens(of script: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var index = 0
    while index < script.count {
      switch script[index] {
      case UInt8(ascii: "\""):
        let start = index
        index += 1
        while index < script.count, script[index] != UInt8(ascii: "\"") {
          index += script[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard index < script.count else { return tokens }
        let string = try? JSONParser.parse(script[start...index]).string
        tokens.append(.string(string ?? ""))
      case UInt8(ascii: ":"): tokens.append(.colon)
      case UInt8(ascii: "{"), UInt8(ascii: "["): tokens.append(.opening)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): tokens.append(.closing)
      case UInt8(ascii: ","): tokens.append(.other)
      default: break
      }
      index += 1
    }
    return tokens
  }
}
