// What a Lua source says, each part with the bytes where it stands.

/// A name where it is written.
struct Name {
  var text: String
  var bytes: Range<Int>
}

/// A piece of Lua that has a value.
final class Expression {
  let kind: Kind
  let bytes: Range<Int>

  init(_ kind: Kind, _ bytes: Range<Int>) {
    self.kind = kind
    self.bytes = bytes
  }

  enum Kind {
    case `nil`, `true`, `false`, varargs
    /// Nil where the numeral is none.
    case number(LuaNumber?)
    case string(String)
    case name(String)
    case function(FunctionBody)
    case table([TableItem])
    /// `object.name`
    case member(Expression, Name)
    /// `object[key]`
    case index(Expression, Expression)
    case call(Expression, [Expression])
    /// `object:name(…)`
    case method(Expression, Name, [Expression])
    case unary(Token.Kind, Expression)
    case binary(Expression, Token.Kind, Expression)
    case parenthesis(Expression)
    /// What could not be read.
    case broken
  }
}

/// A field of a table constructor.
struct TableItem {
  enum Key {
    case position
    case name(Name)
    case expression(Expression)
  }

  var key: Key
  var value: Expression
}

/// The parameters and the block of a function.
final class FunctionBody {
  /// `self` is not among those of a method.
  let parameters: [Name]
  let isVariadic: Bool
  /// Written `function object:name(…)`.
  let isMethod: Bool
  let block: Block
  /// From `function` to `end`.
  let bytes: Range<Int>

  init(
    parameters: [Name], isVariadic: Bool, isMethod: Bool, block: Block, bytes: Range<Int>
  ) {
    self.parameters = parameters
    self.isVariadic = isVariadic
    self.isMethod = isMethod
    self.block = block
    self.bytes = bytes
  }
}

/// Statements that share a scope.
struct Block {
  var statements: [Statement]
}

/// One of `if`'s and `elseif`'s conditions with its block.
struct Branch {
  var condition: Expression
  var block: Block
}

struct Statement {
  enum Kind {
    case local([LocalName], [Expression])
    case localFunction(Name, FunctionBody)
    /// `function path.to.name(…)`, the path as the expression that is assigned to.
    case function(Expression, FunctionBody)
    case assignment([Expression], [Expression])
    case call(Expression)
    case `do`(Block)
    case `while`(Expression, Block)
    case `repeat`(Block, Expression)
    case `if`([Branch], Block?)
    case count(Name, [Expression], Block)
    case each([Name], [Expression], Block)
    case `return`([Expression])
    case `break`
    case goto(Name)
    case label(Name)
    /// What could not be read.
    case broken
  }

  var kind: Kind
  var bytes: Range<Int>
}

/// A name that `local` brings, with its attribute: `const` or `close`.
struct LocalName {
  var name: Name
  var attribute: Name?
}

/// A whole source: its tree, its comments, and what is wrong with it.
struct Chunk {
  let source: [UInt8]
  let block: Block
  let comments: [Comment]
  let faults: [SyntaxFault]
  /// The first bytes of its lines.
  private let lineStarts: [Int]

  init(_ source: [UInt8]) {
    self.source = source
    var parser = source.withUnsafeBufferPointer { Parser($0) }
    block = parser.parse()
    comments = parser.comments
    faults = parser.faults
    lineStarts = [0] + source.indices.lazy.filter { source[$0] == 0x0A }.map { $0 + 1 }
  }

  /// Line and column of a byte, both from 1; columns count characters.
  func position(of byte: Int) -> (line: Int, column: Int) {
    let line = line(of: byte)
    let before = source[lineStarts[line - 1]..<min(byte, source.count)]
    return (line, String(decoding: before, as: UTF8.self).unicodeScalars.count + 1)
  }

  func line(of byte: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= byte { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The words of a line, without its end.
  func words(ofLine line: Int) -> String {
    guard lineStarts.indices.contains(line - 1) else { return "" }
    let end = line < lineStarts.count ? lineStarts[line] - 1 : source.count
    let words = source[lineStarts[line - 1]..<max(lineStarts[line - 1], end)]
    return String(decoding: words.last == 0x0D ? words.dropLast() : words, as: UTF8.self)
  }

  func words(_ bytes: Range<Int>) -> String {
    String(decoding: source[bytes.clamped(to: 0..<source.count)], as: UTF8.self)
  }
}

extension Expression {
  /// The value of a string literal; nil for any other expression.
  var string: String? {
    switch kind {
    case .string(let string): string
    case .parenthesis(let inner): inner.string
    default: nil
    }
  }

  /// The value of a numeral, a minus before it heeded; nil for any other expression.
  var number: LuaNumber? {
    switch kind {
    case .number(let number): return number
    case .parenthesis(let inner): return inner.number
    case .unary(.symbol(.minus), let inner):
      switch inner.number {
      case .integer(let integer)?: return .integer(0 &- integer)
      case .float(let float)?: return .float(-float)
      case nil: return nil
      }
    default: return nil
    }
  }
}
