// What is never reached, thrown away, or walked in the wrong way.

extension Inspection {
  func checkFlow(_ file: SourceFile) {
    checkBlock(file.chunk.block, file)
    for function in file.scopes.functions { checkBlock(function.block, file) }
    let compared = compared(in: file)
    for placed in file.scopes.expressions {
      checkSub(placed.part, compared, file)
      if !compared.contains(ObjectIdentifier(placed.part)) { checkCase(placed.part, file) }
    }
    for placed in file.scopes.statements {
      if case .call(let call) = placed.part.kind { checkIgnored(call, file) }
    }
  }

  /// What is compared with words of ASCII, for which bytes are characters.
  private func compared(in file: SourceFile) -> Set<ObjectIdentifier> {
    var compared: Set<ObjectIdentifier> = []
    for placed in file.scopes.expressions {
      guard case .binary(let left, let symbol, let right) = placed.part.kind,
        symbol == .symbol(.equal) || symbol == .symbol(.unequal)
      else { continue }
      for (side, other) in [(left, right), (right, left)] {
        if other.string?.utf8.allSatisfy({ $0 < 0x80 }) == true {
          compared.insert(ObjectIdentifier(side))
        }
      }
    }
    return compared
  }

  private func checkBlock(_ block: Block, _ file: SourceFile) {
    for (place, statement) in block.statements.enumerated() {
      for inner in statement.blocks { checkBlock(inner, file) }
      guard place + 1 < block.statements.count, statement.leaves(file) else { continue }
      let next = block.statements[place + 1]
      if case .label = next.kind { continue }
      add(
        .unreachable, file, next.bytes, "this is never reached",
        "line \(file.chunk.line(of: statement.bytes.lowerBound)) always leaves")
      return
    }
  }
}

extension Statement {
  /// The blocks that it has in the same function.
  fileprivate var blocks: [Block] {
    switch kind {
    case .do(let block), .while(_, let block), .repeat(let block, _), .count(_, _, let block),
      .each(_, _, let block):
      [block]
    case .if(let branches, let other): branches.map(\.block) + (other.map { [$0] } ?? [])
    default: []
    }
  }

  /// Whether nothing behind it in its block is reached.
  fileprivate func leaves(_ file: SourceFile) -> Bool {
    switch kind {
    case .return, .break, .goto: true
    case .call(let call):
      if case .call(let callee, _) = call.kind {
        callee.path == "error" && file.scopes.local(callee) == nil
      } else {
        false
      }
    case .do(let block): block.leaves(file)
    case .if(let branches, let other?):
      other.leaves(file) && branches.allSatisfy { $0.block.leaves(file) }
    default: false
    }
  }
}

extension Block {
  fileprivate func leaves(_ file: SourceFile) -> Bool {
    statements.last?.leaves(file) ?? false
  }
}

// MARK: Results and case

extension Inspection {
  private func checkIgnored(_ call: Expression, _ file: SourceFile) {
    guard let name = functionName(of: call) else { return }
    let isPure =
      name == "string.gsub"
      ? call.arguments.last?.string != nil : StandardLibrary.pure.contains(name)
    guard isPure else { return }
    add(
      .ignoredResult, file, call.bytes,
      "'\(call.calleeName ?? name)' changes nothing; its result is thrown away",
      "keep it: local x = …")
  }

  private func checkCase(_ call: Expression, _ file: SourceFile) {
    guard let name = functionName(of: call), name == "string.lower" || name == "string.upper" else {
      return
    }
    let text: Expression? =
      if case .method(let object, _, _) = call.kind { object } else { call.arguments.first }
    guard let text, typing.type(text) == .string, isFromAPI(text) else { return }
    let short = name.dropFirst("string.".count)
    add(
      .asciiCase, file, call.bytes, "'\(short)' leaves letters such as é and Ü as they are",
      "write desk.\(short)(\(text.path ?? "text"))")
  }

  /// `string.gsub` of `text:gsub(…)`, `desk.lower` of `desk.lower(…)`.
  func functionName(of call: Expression) -> String? {
    switch call.kind {
    case .method(let object, let name, _):
      return typing.type(object).present.isString ? "string.\(name.text)" : nil
    case .call(let callee, _):
      guard case .member(let object, let name) = callee.kind,
        case .library(let library) = typing.type(object)
      else { return nil }
      return "\(library).\(name.text)"
    default: return nil
    }
  }
}

extension Expression {
  var arguments: [Expression] {
    switch kind {
    case .call(_, let arguments), .method(_, _, let arguments): arguments
    default: []
    }
  }

  fileprivate var calleeName: String? {
    switch kind {
    case .call(let callee, _): callee.lastName
    case .method(_, let name, _): name.text
    default: nil
    }
  }
}

// MARK: Loops

extension Inspection {
  func checkLoops(_ file: SourceFile) {
    for placed in file.scopes.statements {
      switch placed.part.kind {
      case .each(_, let values, let block):
        checkIterator(values, file)
        checkOrder(values, block, placed, file)
      case .count(let name, let bounds, let block):
        for bound in bounds { checkBound(bound, file) }
        checkStart(name, bounds, block, file)
      default: break
      }
    }
  }

  private func checkIterator(_ values: [Expression], _ file: SourceFile) {
    guard let first = values.first else { return }
    let type = typing.type(first).present
    let walk: String
    switch type {
    case .list: walk = "for i, item in ipairs(\(first.path ?? "list")) do"
    case .shape, .map, .record: walk = "for key, value in pairs(\(first.path ?? "table")) do"
    case .string, .literal, .integer, .number, .boolean: walk = "ipairs(list) or pairs(table)"
    default: return
    }
    add(
      .notIterable, file, first.bytes, "\(type.withArticle) is no iterator", "walk it with: \(walk)"
    )
  }

  /// `for i = 1, list` counts to no number.
  private func checkBound(_ bound: Expression, _ file: SourceFile) {
    switch typing.type(bound) {
    case .list, .shape, .map, .record:
      add(
        .operandType, file, bound.bytes,
        "\(typing.type(bound).withArticle) is no number to count to",
        "count it: #\(bound.path ?? "list")")
    default: break
    }
  }

  /// `for i = 0, #list` reads `list[0]`.
  private func checkStart(
    _ name: Name, _ bounds: [Expression], _ block: Block, _ file: SourceFile
  ) {
    guard bounds.first?.number == .integer(0), bounds.count > 1,
      let counted = lengthOperand(bounds[1])?.path
    else { return }
    let isRead = file.scopes.expressions.contains { placed in
      guard case .index(let object, let key) = placed.part.kind, object.path == counted,
        case .name(name.text) = key.kind,
        file.scopes.local(key)?.name.bytes == name.bytes
      else { return false }
      return true
    }
    guard isRead else { return }
    add(
      .zeroIndex, file, bounds[0].bytes, "'\(counted)[0]' is read, and there is nothing",
      "lists begin at 1: for \(name.text) = 1, #\(counted) do")
  }

  private func lengthOperand(_ expression: Expression) -> Expression? {
    switch expression.kind {
    case .unary(.symbol(.length), let operand): operand
    case .binary(let left, .symbol(.minus), _): lengthOperand(left)
    default: nil
    }
  }

  /// `desk.each` fills a list that nothing sorts.
  private func checkOrder(
    _ values: [Expression], _ block: Block, _ loop: Scopes.Placed<Statement>, _ file: SourceFile
  ) {
    guard case .call(let callee, _)? = values.first?.kind, callee.path == "desk.each" else {
      return
    }
    for statement in block.statements {
      guard let list = statement.appendedList, !isSorted(list, file) else { continue }
      add(
        .unordered, file, statement.bytes,
        "'\(list)' is filled in another order in every run",
        "sort it, or walk with pairs")
    }
  }

  private func isSorted(_ list: String, _ file: SourceFile) -> Bool {
    file.scopes.expressions.contains { placed in
      guard case .call(let callee, let arguments) = placed.part.kind else { return false }
      return callee.path == "table.sort" && arguments.first?.path == list
    }
  }
}

extension Statement {
  /// The list to whose end it adds: `list[#list + 1] = x`, `table.insert(list, x)`.
  fileprivate var appendedList: String? {
    switch kind {
    case .assignment(let targets, _):
      guard case .index(let object, let key)? = targets.first?.kind,
        case .binary(let length, .symbol(.plus), _) = key.kind,
        case .unary(.symbol(.length), let list) = length.kind, list.path == object.path
      else { return nil }
      return object.path
    case .call(let call):
      guard case .call(let callee, let arguments) = call.kind, callee.path == "table.insert",
        arguments.count == 2
      else { return nil }
      return arguments[0].path
    default: return nil
    }
  }
}
