/// Reads Lua 5.4 into a tree. It never fails: what it cannot read becomes a fault, and it goes on at the next statement.
struct Parser {
  /// How deeply blocks and expressions may nest; Lua's own limit.
  static let maximumDepth = 200
  /// How many operators or calls may follow each other without brackets.
  static let maximumChain = 2000
  static let maximumFaults = 20

  let tokens: [Token]
  let text: UnsafeBufferPointer<UInt8>
  let comments: [Comment]
  private(set) var faults: [SyntaxFault]
  var at = 0
  var depth = 0
  /// Lines that have a fault already; what follows one on the same line tells nothing.
  var faultyLines: Set<Int> = []
  /// Whether brackets or blocks do not fit so that nothing behind can be trusted.
  var isLost = false
  /// A block that was closed by an `end` further left than the line that opens it: another `end` may be missing.
  var suspect: Token?

  /// - Parameter source: valid while the parser is used.
  init(_ source: UnsafeBufferPointer<UInt8>) {
    var lexer = Lexer(source)
    var tokens: [Token] = []
    tokens.reserveCapacity(source.count / 6)
    while true {
      let token = lexer.next()
      tokens.append(token)
      if token.kind == .end { break }
    }
    self.tokens = tokens
    text = source
    comments = lexer.comments
    faults = Array(lexer.faults.prefix(Self.maximumFaults))
  }

  mutating func parse() -> Block {
    if text.first == 0x1B {
      faults = [
        SyntaxFault(
          message: "the file is compiled Lua", remedy: "plugins are Lua source", bytes: 0..<1)
      ]
      return Block(statements: [])
    }
    var block = block()
    while token.kind != .end, !isLost {
      // A block ended that was never begun.
      fail("\(shown(token)) closes nothing", remedy: "an 'end' too many above?")
      isLost = true
      block.statements.append(Statement(kind: .broken, bytes: token.bytes))
    }
    faults.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
    return block
  }
}

// MARK: Tokens

extension Parser {
  var token: Token { tokens[at] }
  var nextToken: Token { tokens[min(at + 1, tokens.count - 1)] }
  var lastEnd: Int { at > 0 ? tokens[at - 1].bytes.upperBound : 0 }

  mutating func advance() {
    if at < tokens.count - 1 { at += 1 }
  }

  func isAt(_ symbol: Token.Symbol) -> Bool { token.kind == .symbol(symbol) }
  func isAt(_ keyword: Token.Keyword) -> Bool { token.kind == .keyword(keyword) }

  mutating func take(_ symbol: Token.Symbol) -> Bool {
    guard isAt(symbol) else { return false }
    advance()
    return true
  }

  mutating func take(_ keyword: Token.Keyword) -> Bool {
    guard isAt(keyword) else { return false }
    advance()
    return true
  }

  func words(_ token: Token) -> String {
    String(decoding: text[token.bytes], as: UTF8.self)
  }

  func string(_ token: Token) -> String {
    LuaString.value(of: Array(text[token.bytes])[...])
  }

  /// A token as messages show it.
  func shown(_ token: Token) -> String {
    switch token.kind {
    case .end: "the end of the file"
    case .string: "the string \(quoted(string(token)))"
    default: "'\(words(token))'"
    }
  }

  mutating func fail(
    _ message: String, at bytes: Range<Int>? = nil, remedy: String? = nil
  ) {
    guard !isLost, faults.count < Self.maximumFaults, token.kind != .stray else { return }
    guard faultyLines.insert(token.line).inserted else { return }
    faults.append(SyntaxFault(message: message, remedy: remedy, bytes: bytes ?? token.bytes))
  }

  mutating func expect(_ symbol: Token.Symbol, remedy: String? = nil) -> Bool {
    if take(symbol) { return true }
    fail("expected '\(symbol.rawValue)' before \(shown(token))", remedy: remedy)
    return false
  }

  mutating func expect(_ keyword: Token.Keyword, remedy: String? = nil) -> Bool {
    if take(keyword) { return true }
    fail("expected '\(keyword.rawValue)' before \(shown(token))", remedy: remedy)
    return false
  }

  mutating func name() -> Name? {
    guard token.kind == .name else {
      let isReserved = if case .keyword = token.kind { true } else { false }
      fail(
        "expected a name before \(shown(token))",
        remedy: isReserved ? "'\(words(token))' is a word of Lua; choose another name" : nil)
      return nil
    }
    let name = Name(text: words(token), bytes: token.bytes)
    advance()
    return name
  }

  /// Runs a part that nests; nil past the depth that Lua can read.
  mutating func nested<Result>(_ body: (inout Parser) -> Result) -> Result? {
    guard depth < Self.maximumDepth, !isLost else {
      fail("nested too deeply", remedy: "Lua reads \(Self.maximumDepth) levels")
      isLost = true
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }
}

// MARK: Blocks

extension Parser {
  var endsBlock: Bool {
    switch token.kind {
    case .end, .keyword(.end), .keyword(.else), .keyword(.elseif), .keyword(.until): true
    default: false
    }
  }

  mutating func block() -> Block {
    nested { parser in
      var block = Block(statements: [])
      while !parser.endsBlock, !parser.isLost {
        if parser.take(.semicolon) { continue }
        let start = parser.at
        let statement = parser.statement()
        block.statements.append(statement)
        if case .broken = statement.kind { parser.recover(from: start) }
      }
      return block
    } ?? Block(statements: [])
  }

  /// Goes on at the next line that begins like a statement, or at what ends the block.
  mutating func recover(from start: Int) {
    if at == start { advance() }
    while token.kind != .end {
      let beginsLine = at > 0 && tokens[at - 1].line < token.line
      switch token.kind {
      case .keyword(.end) where beginsLine, .keyword(.else) where beginsLine,
        .keyword(.elseif) where beginsLine, .keyword(.until) where beginsLine:
        return
      case .keyword(.local), .keyword(.function), .keyword(.if), .keyword(.for), .keyword(.while),
        .keyword(.repeat), .keyword(.return), .keyword(.do), .keyword(.goto), .keyword(.break):
        if beginsLine { return }
      case .name where beginsLine: return
      default: break
      }
      advance()
    }
  }

  /// Takes the `end` of a block.
  mutating func end(_ opener: Token) {
    if isAt(.end) {
      if suspect == nil, beginsLine(at), indent(token) < indent(opener) { suspect = opener }
      advance()
      return
    }
    missEnd(of: suspect ?? opener)
  }

  mutating func missEnd(of opener: Token) {
    fail(
      "expected 'end' before \(shown(token)), to close '\(words(opener))' on line \(opener.line)",
      at: token.kind == .end || suspect != nil ? opener.bytes : token.bytes,
      remedy: suspect == nil ? nil : "an 'end' further left closes it, so its own may be missing")
    isLost = true
  }

  func beginsLine(_ index: Int) -> Bool {
    index == 0 || tokens[index - 1].line < tokens[index].line
  }

  /// The white space before a token's line.
  func indent(_ token: Token) -> Int {
    var start = token.bytes.lowerBound
    while start > 0, text[start - 1] != 0x0A { start -= 1 }
    return text[start...].prefix { $0 == 0x20 || $0 == 0x09 }.count
  }
}
