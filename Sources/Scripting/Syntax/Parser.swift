/// Reads Lua 5.4 into a tree. It never fails: what it cannot read becomes a fault, and it goes on at the next statement.
struct Parser {
  /// How deeply blocks and expressions may nest; Lua's own limit.
  static let maximumDepth = 200
  /// How many operators or calls may follow each other without brackets.
  static let maximumChain = 2000
  static let maximumFaults = 20

  private let tokens: [Token]
  private let text: UnsafeBufferPointer<UInt8>
  let comments: [Comment]
  private(set) var faults: [SyntaxFault]
  private var at = 0
  private var depth = 0
  /// Lines that have a fault already; what follows one on the same line tells nothing.
  private var faultyLines: Set<Int> = []
  /// Whether brackets or blocks do not fit so that nothing behind can be trusted.
  private var isLost = false
  /// A block that was closed by an `end` further left than the line that opens it: another `end` may be missing.
  private var suspect: Token?

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
  private var nextToken: Token { tokens[min(at + 1, tokens.count - 1)] }
  private var lastEnd: Int { at > 0 ? tokens[at - 1].bytes.upperBound : 0 }

  private mutating func advance() {
    if at < tokens.count - 1 { at += 1 }
  }

  private func isAt(_ symbol: Token.Symbol) -> Bool { token.kind == .symbol(symbol) }
  private func isAt(_ keyword: Token.Keyword) -> Bool { token.kind == .keyword(keyword) }

  private mutating func take(_ symbol: Token.Symbol) -> Bool {
    guard isAt(symbol) else { return false }
    advance()
    return true
  }

  private mutating func take(_ keyword: Token.Keyword) -> Bool {
    guard isAt(keyword) else { return false }
    advance()
    return true
  }

  private func words(_ token: Token) -> String {
    String(decoding: text[token.bytes], as: UTF8.self)
  }

  private func string(_ token: Token) -> String {
    LuaString.value(of: Array(text[token.bytes])[...])
  }

  /// A token as messages show it.
  private func shown(_ token: Token) -> String {
    switch token.kind {
    case .end: "the end of the file"
    case .string: "the string \(quoted(string(token)))"
    default: "'\(words(token))'"
    }
  }

  private mutating func fail(
    _ message: String, at bytes: Range<Int>? = nil, remedy: String? = nil
  ) {
    guard !isLost, faults.count < Self.maximumFaults, token.kind != .stray else { return }
    guard faultyLines.insert(token.line).inserted else { return }
    faults.append(SyntaxFault(message: message, remedy: remedy, bytes: bytes ?? token.bytes))
  }

  private mutating func expect(_ symbol: Token.Symbol, remedy: String? = nil) -> Bool {
    if take(symbol) { return true }
    fail("expected '\(symbol.rawValue)' before \(shown(token))", remedy: remedy)
    return false
  }

  private mutating func expect(_ keyword: Token.Keyword, remedy: String? = nil) -> Bool {
    if take(keyword) { return true }
    fail("expected '\(keyword.rawValue)' before \(shown(token))", remedy: remedy)
    return false
  }

  private mutating func name() -> Name? {
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
  private mutating func nested<Result>(_ body: (inout Parser) -> Result) -> Result? {
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
  private var endsBlock: Bool {
    switch token.kind {
    case .end, .keyword(.end), .keyword(.else), .keyword(.elseif), .keyword(.until): true
    default: false
    }
  }

  private mutating func block() -> Block {
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
  private mutating func recover(from start: Int) {
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
  private mutating func end(_ opener: Token) {
    if isAt(.end) {
      if suspect == nil, beginsLine(at), indent(token) < indent(opener) { suspect = opener }
      advance()
      return
    }
    missEnd(of: suspect ?? opener)
  }

  private mutating func missEnd(of opener: Token) {
    fail(
      "expected 'end' before \(shown(token)), to close '\(words(opener))' on line \(opener.line)",
      at: token.kind == .end || suspect != nil ? opener.bytes : token.bytes,
      remedy: suspect == nil ? nil : "an 'end' further left closes it, so its own may be missing")
    isLost = true
  }

  private func beginsLine(_ index: Int) -> Bool {
    index == 0 || tokens[index - 1].line < tokens[index].line
  }

  /// The white space before a token's line.
  private func indent(_ token: Token) -> Int {
    var start = token.bytes.lowerBound
    while start > 0, text[start - 1] != 0x0A { start -= 1 }
    return text[start...].prefix { $0 == 0x20 || $0 == 0x09 }.count
  }
}

// MARK: Statements

extension Parser {
  private mutating func statement() -> Statement {
    let start = token.bytes.lowerBound
    let kind = statementKind()
    return Statement(kind: kind, bytes: start..<max(start, lastEnd))
  }

  private mutating func statementKind() -> Statement.Kind {
    let opener = token
    switch token.kind {
    case .keyword(.local):
      advance()
      return local(opener)
    case .keyword(.function): return function()
    case .keyword(.if): return `if`()
    case .keyword(.while):
      advance()
      let condition = expression()
      guard expect(.do, remedy: remedyForCondition) else { return .broken }
      return .while(condition, body(opener))
    case .keyword(.do):
      advance()
      return .do(body(opener))
    case .keyword(.for):
      advance()
      return `for`(opener)
    case .keyword(.repeat): return `repeat`()
    case .keyword(.return): return `return`()
    case .keyword(.break):
      advance()
      return .break
    case .keyword(.goto):
      advance()
      return name().map(Statement.Kind.goto) ?? .broken
    case .symbol(.label):
      advance()
      guard let name = name(), expect(.label) else { return .broken }
      return .label(name)
    default: return expressionStatement()
    }
  }

  private var remedyForCondition: String? {
    isAt(.assign) ? "'=' assigns; '==' compares" : nil
  }

  /// A block up to its `end`.
  private mutating func body(_ opener: Token) -> Block {
    let block = block()
    end(opener)
    return block
  }

  private mutating func local(_ opener: Token) -> Statement.Kind {
    if take(.function) {
      guard let name = name() else { return .broken }
      return functionBody(opener, isMethod: false).map { .localFunction(name, $0) } ?? .broken
    }
    var names: [LocalName] = []
    repeat {
      guard let name = name() else { return .broken }
      var local = LocalName(name: name)
      if take(.less) {
        guard let attribute = self.name(), expect(.greater) else { return .broken }
        if attribute.text != "const", attribute.text != "close" {
          fail(
            "unknown attribute '\(attribute.text)'", at: attribute.bytes, remedy: "const or close")
        }
        local.attribute = attribute
      }
      names.append(local)
    } while take(.comma)
    return .local(names, take(.assign) ? expressions() : [])
  }

  private mutating func function() -> Statement.Kind {
    let opener = token
    advance()
    guard let first = name() else { return .broken }
    var target = Expression(.name(first.text), first.bytes)
    var isMethod = false
    while !isMethod, isAt(.dot) || isAt(.colon) {
      isMethod = isAt(.colon)
      advance()
      guard let name = name() else { return .broken }
      target = Expression(
        .member(target, name), target.bytes.lowerBound..<name.bytes.upperBound)
    }
    return functionBody(opener, isMethod: isMethod).map { .function(target, $0) } ?? .broken
  }

  private mutating func `if`() -> Statement.Kind {
    var opener = token
    let first = token
    var branches: [Branch] = []
    repeat {
      opener = token
      advance()
      let condition = expression()
      guard expect(.then, remedy: remedyForCondition) else {
        skipToThen(opener)
        guard take(.then) else { return .broken }
        branches.append(Branch(condition: condition, block: block()))
        continue
      }
      branches.append(Branch(condition: condition, block: block()))
    } while isAt(.elseif)
    var other: Block?
    if isAt(.else) {
      let word = token
      advance()
      if isAt(.if), token.line == word.line { noteElseIf(word) }
      other = block()
    }
    end(first)
    return .if(branches, other)
  }

  /// To the `then` on the line of an `if`, past what could not be read.
  private mutating func skipToThen(_ opener: Token) {
    let start = at
    while token.line == opener.line, !isAt(.then), token.kind != .end { advance() }
    if !isAt(.then) { at = start }
  }

  /// `else if` needs an `end` of its own, which who meant `elseif` does not write.
  private mutating func noteElseIf(_ word: Token) {
    if suspect == nil { suspect = token }
  }

  private mutating func `for`(_ opener: Token) -> Statement.Kind {
    guard let first = name() else { return .broken }
    if take(.assign) {
      let bounds = expressions()
      if bounds.count < 2 || bounds.count > 3 {
        fail("for counts from a number to a number", remedy: "write for i = 1, n do")
      }
      guard expect(.do) else { return .broken }
      return .count(first, bounds, body(opener))
    }
    var names = [first]
    while take(.comma) {
      guard let name = name() else { return .broken }
      names.append(name)
    }
    guard expect(.in, remedy: "write for i, item in ipairs(items) do") else { return .broken }
    let values = expressions()
    guard expect(.do) else { return .broken }
    return .each(names, values, body(opener))
  }

  private mutating func `repeat`() -> Statement.Kind {
    let opener = token
    advance()
    let block = block()
    guard take(.until) else {
      fail("expected 'until' before \(shown(token)), to close 'repeat' on line \(opener.line)")
      isLost = true
      return .broken
    }
    return .repeat(block, expression())
  }

  private mutating func `return`() -> Statement.Kind {
    advance()
    let values = endsBlock || isAt(.semicolon) ? [] : expressions()
    _ = take(.semicolon)
    if !endsBlock {
      fail(
        "'return' ends a block, and \(shown(token)) follows",
        remedy: "to leave early: do return end")
    }
    return .return(values)
  }

  private mutating func expressionStatement() -> Statement.Kind {
    if let suspect, isAt(.comma) || isAt(.closeBrace) || isAt(.closeParenthesis) {
      missEnd(of: suspect)
      return .broken
    }
    let first = suffixed()
    if case .broken = first.kind { return .broken }
    if isAt(.assign) || isAt(.comma) { return assignment(first) }
    switch first.kind {
    case .call, .method: return .call(first)
    default:
      fail(
        "\(statementWords(first)) does nothing by itself", at: first.bytes,
        remedy: remedy(forStatement: first))
      return .broken
    }
  }

  private func statementWords(_ expression: Expression) -> String {
    let words = String(decoding: text[expression.bytes].prefix(40), as: UTF8.self)
    return "'\(words)'"
  }

  /// What somebody may have meant who comes from another language.
  private func remedy(forStatement expression: Expression) -> String? {
    switch token.kind {
    case .symbol(.equal): "'==' compares; '=' assigns"
    case .symbol(.plus), .symbol(.minus), .symbol(.times), .symbol(.divide), .symbol(.concat):
      nextToken.kind == .symbol(.assign) || nextToken.kind == token.kind
        ? "write it out: x = x \(words(token)) …" : "assign it to a name or call it"
    case .name, .string:
      if case .name(let word) = expression.kind, let known = Self.foreignWords[word] {
        known
      } else {
        "assign to it with '=' or call it with ()"
      }
    default: "assign to it with '=' or call it with ()"
    }
  }

  private static let foreignWords = [
    "var": "write local", "let": "write local", "const": "write local name <const> = …",
    "def": "write function", "func": "write function", "fn": "write function",
    "elif": "write elseif", "elsif": "write elseif", "import": "write local x = require \"x\"",
    "continue": "Lua has no continue; use goto or an if", "switch": "use if and elseif",
    "try": "use pcall", "throw": "use error(…)",
  ]

  private mutating func assignment(_ first: Expression) -> Statement.Kind {
    var targets = [first]
    while take(.comma) { targets.append(suffixed()) }
    for target in targets {
      switch target.kind {
      case .name, .member, .index: break
      default: fail("nothing can be assigned to this", at: target.bytes)
      }
    }
    guard expect(.assign) else { return .broken }
    return .assignment(targets, expressions())
  }
}

// MARK: Expressions

extension Parser {
  private mutating func expressions() -> [Expression] {
    var list = [expression()]
    while take(.comma) { list.append(expression()) }
    return list
  }

  private mutating func expression(above limit: Int = 0) -> Expression {
    nested { parser in parser.operators(above: limit) } ?? broken()
  }

  private mutating func operators(above limit: Int) -> Expression {
    var left: Expression
    switch token.kind {
    case .keyword(.not), .symbol(.minus), .symbol(.length), .symbol(.tilde):
      let word = token
      advance()
      let operand = expression(above: Self.unaryPower)
      left = Expression(
        .unary(word.kind, operand), word.bytes.lowerBound..<operand.bytes.upperBound)
    default: left = simple()
    }
    var chain = 0
    while let (leftPower, rightPower) = Self.powers(token.kind), leftPower > limit {
      chain += 1
      guard chain <= Self.maximumChain else {
        fail("too many operators in a row")
        isLost = true
        return left
      }
      let word = token.kind
      advance()
      let right = expression(above: rightPower)
      left = Expression(
        .binary(left, word, right), left.bytes.lowerBound..<right.bytes.upperBound)
    }
    return left
  }

  private static let unaryPower = 12

  /// How strongly an operator holds what is left and right of it.
  private static func powers(_ kind: Token.Kind) -> (left: Int, right: Int)? {
    switch kind {
    case .keyword(.or): return (1, 1)
    case .keyword(.and): return (2, 2)
    case .symbol(let symbol):
      switch symbol {
      case .less, .greater, .lessOrEqual, .greaterOrEqual, .unequal, .equal: return (3, 3)
      case .bar: return (4, 4)
      case .tilde: return (5, 5)
      case .ampersand: return (6, 6)
      case .shiftLeft, .shiftRight: return (7, 7)
      case .concat: return (9, 8)
      case .plus, .minus: return (10, 10)
      case .times, .divide, .floorDivide, .modulo: return (11, 11)
      case .power: return (14, 13)
      default: return nil
      }
    default: return nil
    }
  }

  private mutating func broken() -> Expression { Expression(.broken, token.bytes) }

  private mutating func simple() -> Expression {
    let start = token
    let kind: Expression.Kind
    switch token.kind {
    case .number: kind = .number(LuaNumber(words(start)))
    case .string: kind = .string(string(start))
    case .keyword(.nil): kind = .nil
    case .keyword(.true): kind = .true
    case .keyword(.false): kind = .false
    case .symbol(.ellipsis): kind = .varargs
    case .symbol(.openBrace): return table()
    case .keyword(.function):
      advance()
      guard let body = functionBody(start, isMethod: false) else { return broken() }
      return Expression(.function(body), body.bytes)
    default: return suffixed()
    }
    advance()
    return Expression(kind, start.bytes)
  }

  private mutating func primary() -> Expression {
    let start = token
    switch token.kind {
    case .name:
      advance()
      return Expression(.name(words(start)), start.bytes)
    case .symbol(.openParenthesis):
      advance()
      let inner = expression()
      guard expect(.closeParenthesis) else { return broken() }
      return Expression(.parenthesis(inner), start.bytes.lowerBound..<lastEnd)
    default:
      fail("expected an expression before \(shown(token))")
      return broken()
    }
  }

  private mutating func suffixed() -> Expression {
    var value = primary()
    if case .broken = value.kind { return value }
    for _ in 0..<Self.maximumChain {
      let start = value.bytes.lowerBound
      switch token.kind {
      case .symbol(.dot):
        advance()
        guard let name = name() else { return broken() }
        value = Expression(.member(value, name), start..<lastEnd)
      case .symbol(.openBracket):
        advance()
        let key = expression()
        guard expect(.closeBracket) else { return broken() }
        value = Expression(.index(value, key), start..<lastEnd)
      case .symbol(.colon):
        advance()
        guard let name = name() else { return broken() }
        guard let arguments = arguments() else {
          fail(
            "expected '(' before \(shown(token))", remedy: "':' calls a method: x:\(name.text)(…)")
          return broken()
        }
        value = Expression(.method(value, name, arguments), start..<lastEnd)
      case .symbol(.openParenthesis), .symbol(.openBrace), .string:
        guard let arguments = arguments() else { return value }
        value = Expression(.call(value, arguments), start..<lastEnd)
      default: return value
      }
    }
    fail("too many calls in a row")
    isLost = true
    return value
  }

  private mutating func arguments() -> [Expression]? {
    switch token.kind {
    case .string:
      let literal = Expression(.string(string(token)), token.bytes)
      advance()
      return [literal]
    case .symbol(.openBrace): return [table()]
    case .symbol(.openParenthesis):
      advance()
      if take(.closeParenthesis) { return [] }
      let arguments = expressions()
      guard expect(.closeParenthesis, remedy: remedyForList) else {
        skipTo(.closeParenthesis)
        return arguments
      }
      return arguments
    default: return nil
    }
  }

  private var remedyForList: String? {
    switch token.kind {
    case .name, .string, .number, .symbol(.openBrace), .keyword(.function):
      "a comma may be missing before it"
    case .symbol(.assign): "'=' assigns; '==' compares"
    default: nil
    }
  }

  private mutating func table() -> Expression {
    let start = token
    advance()
    let items = tableItems(start)
    if !take(.closeBrace) {
      fail(
        "expected '}' before \(shown(token)), to close '{' on line \(start.line)",
        at: token.kind == .end ? start.bytes : token.bytes)
      isLost = true
    }
    return Expression(.table(items), start.bytes.lowerBound..<max(start.bytes.upperBound, lastEnd))
  }

  private mutating func tableItems(_ opener: Token) -> [TableItem] {
    var items: [TableItem] = []
    while !isAt(.closeBrace), token.kind != .end, !isLost {
      let start = at
      items.append(tableItem())
      if take(.comma) || take(.semicolon) || isAt(.closeBrace) { continue }
      fail(
        "expected '}' before \(shown(token)), to close '{' on line \(opener.line)",
        remedy: remedyForItem)
      recoverInTable(from: start)
    }
    return items
  }

  private var remedyForItem: String? {
    isAt(.colon) ? "keys are written name = value" : remedyForList
  }

  private mutating func tableItem() -> TableItem {
    if token.kind == .name, nextToken.kind == .symbol(.assign) {
      let name = Name(text: words(token), bytes: token.bytes)
      advance()
      advance()
      return TableItem(key: .name(name), value: expression())
    }
    if isAt(.openBracket) {
      advance()
      let key = expression()
      if expect(.closeBracket), expect(.assign) {
        return TableItem(key: .expression(key), value: expression())
      }
      return TableItem(key: .position, value: broken())
    }
    return TableItem(key: .position, value: expression())
  }

  /// To behind the next comma of a table, to a line that begins with `name =`, or to its `}`.
  private mutating func recoverInTable(from start: Int) {
    if at == start { advance() }
    var depth = 0
    while token.kind != .end {
      switch token.kind {
      case .symbol(.openBrace), .symbol(.openParenthesis), .symbol(.openBracket): depth += 1
      case .symbol(.closeBrace), .symbol(.closeParenthesis), .symbol(.closeBracket):
        if depth == 0 { return }
        depth -= 1
      case .symbol(.comma), .symbol(.semicolon):
        if depth == 0 {
          advance()
          return
        }
      case .name where depth == 0 && beginsLine(at) && nextToken.kind == .symbol(.assign): return
      default: break
      }
      advance()
    }
  }

  /// To behind a bracket on the same line, where there is one.
  private mutating func skipTo(_ symbol: Token.Symbol) {
    let start = at
    let line = token.line
    while token.line == line, !isAt(symbol), token.kind != .end { advance() }
    if !take(symbol) { at = start }
  }

  private mutating func functionBody(_ opener: Token, isMethod: Bool) -> FunctionBody? {
    guard expect(.openParenthesis) else { return nil }
    var parameters: [Name] = []
    var isVariadic = false
    if !isAt(.closeParenthesis) {
      repeat {
        if take(.ellipsis) {
          isVariadic = true
          break
        }
        guard let name = name() else { return nil }
        parameters.append(name)
      } while take(.comma)
    }
    guard expect(.closeParenthesis) else { return nil }
    let block = body(opener)
    return FunctionBody(
      parameters: parameters, isVariadic: isVariadic, isMethod: isMethod, block: block,
      bytes: opener.bytes.lowerBound..<max(opener.bytes.upperBound, lastEnd))
  }
}
