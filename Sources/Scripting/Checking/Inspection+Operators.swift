internal import Document

// Operators whose operands they cannot work on, and comparisons that come out the same always.

extension Inspection {
  func checkOperand(_ symbol: Token.Kind, _ operand: Expression, _ file: SourceFile) {
    let type = typing.type(operand)
    switch symbol {
    case .symbol(.length):
      checkPresence(of: operand, file)
      if type.isNumber || type == .boolean || type.isFunction {
        add(.operandType, file, operand.bytes, "\(type.withArticle) has no length", nil)
      }
    case .symbol(.minus): checkArithmetic([operand], "-", file)
    default: break
    }
  }

  func checkOperator(
    _ left: Expression, _ symbol: Token.Kind, _ right: Expression, _ whole: Expression,
    _ file: SourceFile
  ) {
    guard case .symbol(let operation) = symbol else { return }
    switch operation {
    case .concat:
      for operand in [left, right] { checkConcat(operand, file) }
    case .plus, .minus, .times, .divide, .floorDivide, .modulo, .power:
      checkArithmetic([left, right], operation.rawValue, file)
    case .less, .greater, .lessOrEqual, .greaterOrEqual:
      checkOrder(left, right, whole, file)
      checkByteCount(left, right, whole, file)
    case .equal, .unequal:
      checkEquality(left, right, operation, whole, file)
      checkByteCount(left, right, whole, file)
    default: break
    }
  }

  private func checkConcat(_ operand: Expression, _ file: SourceFile) {
    checkPresence(of: operand, file)
    let type = typing.type(operand).present
    switch type {
    case .boolean: addOperand(operand, type, "joined to a string", "write tostring(…)", file)
    case .list(let item):
      let isText = item.isString
      addOperand(
        operand, type, "joined to a string",
        isText ? "write table.concat(\(operand.path ?? "list"), \", \")" : nil, file)
    case .object where typing.member("text", of: type).type == .string:
      addOperand(
        operand, type, "joined to a string", "its words are \(operand.path ?? "x").text", file)
    case .object(let name) where typing.vocabulary.owners[name] != nil:
      addOperand(operand, type, "joined to a string", nil, file)
    case .shape, .closure, .signature, .function, .map, .record:
      addOperand(operand, type, "joined to a string", nil, file)
    default: break
    }
  }

  private func checkArithmetic(_ operands: [Expression], _ symbol: String, _ file: SourceFile) {
    for operand in operands { checkPresence(of: operand, file) }
    guard !operands.contains(where: { typing.hasOperators($0) }) else { return }
    for operand in operands { checkNumber(operand, symbol, file) }
  }

  private func checkNumber(_ operand: Expression, _ symbol: String, _ file: SourceFile) {
    let type = typing.type(operand).present
    switch type {
    case .literal(let word) where LuaNumber(word) == nil:
      addOperand(
        operand, type, "reckoned with", symbol == "+" ? "strings are joined with '..'" : nil, file)
    case .boolean, .closure, .signature, .function, .shape, .map, .record:
      addOperand(operand, type, "reckoned with", nil, file)
    case .list:
      addOperand(
        operand, type, "reckoned with", "how many there are is #\(operand.path ?? "list")", file)
    case .object(let name) where Vocabulary.isSpan(name):
      addOperand(operand, type, "reckoned with", nil, file)
    default: break
    }
  }

  private func addOperand(
    _ operand: Expression, _ type: ValueType, _ what: String, _ remedy: String?, _ file: SourceFile
  ) {
    add(.operandType, file, operand.bytes, "\(type.withArticle) cannot be \(what)", remedy)
  }

  private func checkOrder(
    _ left: Expression, _ right: Expression, _ whole: Expression, _ file: SourceFile
  ) {
    for operand in [left, right] { checkPresence(of: operand, file) }
    let (a, b) = (typing.type(left).present, typing.type(right).present)
    if (a.isNumber && b.isString) || (a.isString && b.isNumber) {
      add(
        .operandType, file, whole.bytes,
        "\(a.withArticle) and \(b.withArticle) have no order", "write tonumber(…)")
    }
    for (operand, type) in [(left, a), (right, b)] {
      if case .list = type {
        addOperand(
          operand, type, "compared by size", "how many there are is #\(operand.path ?? "list")",
          file)
      }
    }
  }
}

// MARK: Equality

extension Inspection {
  private func checkEquality(
    _ left: Expression, _ right: Expression, _ symbol: Token.Symbol, _ whole: Expression,
    _ file: SourceFile
  ) {
    let (a, b) = (typing.type(left), typing.type(right))
    guard a != .any, b != .any, a != .nil, b != .nil else { return }
    let always = symbol == .equal ? "never equal" : "never equal, so '~=' always holds"
    if case .literal(let word) = b, let known = Self.words(of: a) {
      checkWord(word, right, among: known, left, always, file)
    } else if case .literal(let word) = a, let known = Self.words(of: b) {
      checkWord(word, left, among: known, right, always, file)
    } else if let kinds = Self.kinds(of: a), let others = Self.kinds(of: b),
      kinds.isDisjoint(with: others)
    {
      add(
        .neverEqual, file, whole.bytes,
        "\(a.present.withArticle) and \(b.present.withArticle) are \(always)",
        remedy(forComparing: left, a, right, b))
    }
  }

  private func checkWord(
    _ word: String, _ place: Expression, among known: [String], _ other: Expression,
    _ always: String, _ file: SourceFile
  ) {
    guard !known.contains(word), known.count > 1 || isFromAPI(other) else { return }
    add(
      .neverEqual, file, place.bytes,
      "'\(other.path ?? "it")' and \"\(word)\" are \(always)",
      Suggestions.question(Suggestions.like(word, among: known))
        ?? "it is one of \(known.map { "\"\($0)\"" }.joined(separator: ", "))")
  }

  /// The kinds of Lua values that a type may be; nil where that is not known.
  private static func kinds(of type: ValueType) -> Set<String>? {
    var kinds: Set<String> = []
    for part in type.parts {
      guard let name = part.luaName else { return nil }
      kinds.insert(name)
    }
    return kinds
  }

  private func remedy(
    forComparing left: Expression, _ a: ValueType, _ right: Expression, _ b: ValueType
  ) -> String? {
    for (expression, type, other) in [(left, a, b), (right, b, a)] {
      guard other.present.isString, case .object = type.present else { continue }
      if typing.member("text", of: type.present).type == .string {
        return "its words are \(expression.path ?? "x").text"
      }
    }
    if a.isNumber || b.isNumber { return "write tonumber(…) or tostring(…)" }
    return nil
  }
}

// MARK: Bytes and characters

extension Inspection {
  /// `#token.text > 6` counts bytes where letters are meant. Nothing, one and two are asked of bytes by right.
  private func checkByteCount(
    _ left: Expression, _ right: Expression, _ whole: Expression, _ file: SourceFile
  ) {
    for (side, other) in [(left, right), (right, left)] {
      guard case .unary(.symbol(.length), let operand) = side.kind,
        typing.type(operand) == .string, isFromAPI(operand),
        case .integer(let count)? = other.number, count > 2, count < 100
      else { continue }
      add(
        .bytes, file, side.bytes, "'#' counts bytes, not characters",
        "write utf8.len(\(operand.path ?? "text"))")
    }
  }

  /// `text:sub(1, 80)` may end within a character.
  func checkSub(_ call: Expression, _ compared: Set<ObjectIdentifier>, _ file: SourceFile) {
    guard case .method(let object, let name, let arguments) = call.kind, name.text == "sub",
      typing.type(object) == .string, isFromAPI(object),
      !compared.contains(ObjectIdentifier(call))
    else { return }
    let numbers = arguments.map(\.number)
    let isCut = numbers.enumerated().contains { place, number in
      switch number {
      case .integer(let byte)?: place == 0 ? byte != 1 : byte != -1
      default: false
      }
    }
    guard isCut else { return }
    add(
      .bytes, file, call.bytes, "'sub' counts bytes, and may cut a character in two",
      "find the byte of a character: utf8.offset(text, 81) - 1")
  }
}

extension ValueType {
  fileprivate var isFunction: Bool {
    switch self {
    case .function, .signature, .closure: true
    default: false
    }
  }
}
