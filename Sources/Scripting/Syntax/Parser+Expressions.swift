// Expressions: operators by their strength, calls, tables and functions.

extension Parser {
  mutating func expressions() -> [Expression] {
    var list = [expression()]
    while take(.comma) { list.append(expression()) }
    return list
  }

  mutating func expression(above limit: Int = 0) -> Expression {
    nested { parser in parser.operators(above: limit) } ?? broken()
  }

  mutating func operators(above limit: Int) -> Expression {
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

  static let unaryPower = 12

  /// How strongly an operator holds what is left and right of it.
  static func powers(_ kind: Token.Kind) -> (left: Int, right: Int)? {
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

  mutating func broken() -> Expression { Expression(.broken, token.bytes) }

  mutating func simple() -> Expression {
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

  mutating func primary() -> Expression {
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

  mutating func suffixed() -> Expression {
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

  mutating func arguments() -> [Expression]? {
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

  var remedyForList: String? {
    switch token.kind {
    case .name, .string, .number, .symbol(.openBrace), .keyword(.function):
      "a comma may be missing before it"
    case .symbol(.assign): "'=' assigns; '==' compares"
    default: nil
    }
  }

  /// To behind a bracket on the same line, where there is one.
  mutating func skipTo(_ symbol: Token.Symbol) {
    let start = at
    let line = token.line
    while token.line == line, !isAt(symbol), token.kind != .end { advance() }
    if !take(symbol) { at = start }
  }

  mutating func functionBody(_ opener: Token, isMethod: Bool) -> FunctionBody? {
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

// MARK: Tables

extension Parser {
  mutating func table() -> Expression {
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

  mutating func tableItems(_ opener: Token) -> [TableItem] {
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

  var remedyForItem: String? {
    isAt(.colon) ? "keys are written name = value" : remedyForList
  }

  mutating func tableItem() -> TableItem {
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
  mutating func recoverInTable(from start: Int) {
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
}
