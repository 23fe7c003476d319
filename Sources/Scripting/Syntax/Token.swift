/// A piece of Lua source.
struct Token {
  var kind: Kind
  /// Where it stands, quotes included.
  var bytes: Range<Int>
  /// The line on which it begins, from 1.
  var line: Int

  enum Kind: Equatable {
    case name, number, string
    case keyword(Keyword)
    case symbol(Symbol)
    /// A byte that Lua has no use for.
    case stray
    case end
  }

  /// The reserved words.
  enum Keyword: String, CaseIterable {
    case and, `break`, `do`, `else`, `elseif`, end, `false`, `for`, function, goto, `if`, `in`,
      local
    case `nil`, not, or, `repeat`, `return`, then, `true`, until, `while`
  }

  /// The symbols, the longer before those that they begin with.
  enum Symbol: String, CaseIterable {
    case ellipsis = "..."
    case concat = ".."
    case equal = "=="
    case unequal = "~="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case floorDivide = "//"
    case label = "::"
    case shiftLeft = "<<"
    case shiftRight = ">>"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case modulo = "%"
    case power = "^"
    case length = "#"
    case ampersand = "&"
    case tilde = "~"
    case bar = "|"
    case less = "<"
    case greater = ">"
    case assign = "="
    case openParenthesis = "("
    case closeParenthesis = ")"
    case openBrace = "{"
    case closeBrace = "}"
    case openBracket = "["
    case closeBracket = "]"
    case semicolon = ";"
    case colon = ":"
    case comma = ","
    case dot = "."
  }
}

/// A comment of a source.
struct Comment {
  /// Where it stands, its dashes included.
  var bytes: Range<Int>
  /// The line it begins on, from 1, and the one it ends on.
  var line: Int
  var lastLine: Int
}

/// Why a source is no Lua.
struct SyntaxFault: Hashable {
  var message: String
  var remedy: String?
  var bytes: Range<Int>
}
