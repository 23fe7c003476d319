// Statements, up to the expressions in them.

extension Parser {
  mutating func statement() -> Statement {
    let start = token.bytes.lowerBound
    let kind = statementKind()
    return Statement(kind: kind, bytes: start..<max(start, lastEnd))
  }

  mutating func statementKind() -> Statement.Kind {
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

  var remedyForCondition: String? {
    isAt(.assign) ? "'=' assigns; '==' compares" : nil
  }

  /// A block up to its `end`.
  mutating func body(_ opener: Token) -> Block {
    let block = block()
    end(opener)
    return block
  }

  mutating func local(_ opener: Token) -> Statement.Kind {
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

  mutating func function() -> Statement.Kind {
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

  mutating func `if`() -> Statement.Kind {
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
  mutating func skipToThen(_ opener: Token) {
    let start = at
    while token.line == opener.line, !isAt(.then), token.kind != .end { advance() }
    if !isAt(.then) { at = start }
  }

  /// `else if` needs an `end` of its own, which who meant `elseif` does not write.
  mutating func noteElseIf(_ word: Token) {
    if suspect == nil { suspect = token }
  }

  mutating func `for`(_ opener: Token) -> Statement.Kind {
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

  mutating func `repeat`() -> Statement.Kind {
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

  mutating func `return`() -> Statement.Kind {
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

  mutating func expressionStatement() -> Statement.Kind {
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

  func statementWords(_ expression: Expression) -> String {
    let words = String(decoding: text[expression.bytes].prefix(40), as: UTF8.self)
    return "'\(words)'"
  }

  /// What somebody may have meant who comes from another language.
  func remedy(forStatement expression: Expression) -> String? {
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

  static let foreignWords = [
    "var": "write local", "let": "write local", "const": "write local name <const> = …",
    "def": "write function", "func": "write function", "fn": "write function",
    "elif": "write elseif", "elsif": "write elseif", "import": "write local x = require \"x\"",
    "continue": "Lua has no continue; use goto or an if", "switch": "use if and elseif",
    "try": "use pcall", "throw": "use error(…)",
  ]

  mutating func assignment(_ first: Expression) -> Statement.Kind {
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
