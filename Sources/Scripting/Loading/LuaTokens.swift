/// A piece of Lua source.
struct LuaToken {
  enum Kind: Equatable {
    case name(LuaKeyword?)
    case symbol(UInt8)
    case string, number, comment
  }

  var kind: Kind
  /// Where it stands, without the quotes of a string.
  var bytes: Range<Int>
  /// The line it begins on, from 1, and the one it ends on.
  var line: Int
  var lastLine: Int
}

/// The words that open, close or shape blocks.
enum LuaKeyword: String, CaseIterable {
  case local, function, `return`, `do`, `if`, `while`, `for`, `repeat`, end, until

  /// Every name of a source is tried, so those that cannot be one are told by length and first letter.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard (2...8).contains(bytes.count), "lfrdiweu".utf8.contains(bytes[0]),
      let keyword = Self.allCases.first(where: { $0.rawValue.utf8.elementsEqual(bytes) })
    else { return nil }
    self = keyword
  }
}

/// The tokens of a source, comments apart.
struct LuaTokens {
  let source: [UInt8]
  private(set) var code: [LuaToken] = []
  private(set) var comments: [LuaToken] = []

  init(_ source: [UInt8]) {
    self.source = source
    code.reserveCapacity(source.count / 6)
    source.withUnsafeBufferPointer { buffer in
      var scanner = LuaScanner(buffer)
      while let token = scanner.next() {
        if token.kind == .comment { comments.append(token) } else { code.append(token) }
      }
    }
  }

  func words(_ token: LuaToken) -> String {
    String(decoding: source[token.bytes], as: UTF8.self)
  }

  /// The name at a place in the code; empty where there is none.
  func name(_ index: Int) -> String {
    guard index < code.count, case .name = code[index].kind else { return "" }
    return words(code[index])
  }

  func keyword(_ index: Int) -> LuaKeyword? {
    guard index < code.count, case .name(let keyword) = code[index].kind else { return nil }
    return keyword
  }

  func isSymbol(_ symbol: Unicode.Scalar, _ index: Int) -> Bool {
    index < code.count && code[index].kind == .symbol(UInt8(ascii: symbol))
  }

  /// The names that are required by literal strings: `require "words"`, `require("words")`.
  var requiredNames: [String] {
    let word = Array("require".utf8)
    return code.indices.compactMap { index in
      guard code[index].kind == .name(nil), code[index].bytes.count == word.count,
        source[code[index].bytes] == word[...]
      else { return nil }
      let next = isSymbol("(", index + 1) ? index + 2 : index + 1
      guard next < code.count, code[next].kind == .string else { return nil }
      return words(code[next])
    }
  }
}
