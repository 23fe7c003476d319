import Document
import Scripting

/// What names and functions stand for; nil for what is not there.
protocol ExpressionValues {
  func value(of name: Expression.Name) -> Value?
  func value(of function: String, at name: Expression.Name) -> Value?
  /// Whether the case of letters in what a name stands for says nothing.
  func ignoresCase(_ name: Expression.Name) -> Bool
}

extension ExpressionValues {
  func value(of function: String, at name: Expression.Name) -> Value? { nil }
  func ignoresCase(_ name: Expression.Name) -> Bool { false }
}

extension Expression {
  /// Whether it holds.
  func holds(for values: some ExpressionValues) -> Bool {
    Self.holds(Self.value(of: root, values))
  }

  /// Whether it surely does not hold, by some of its names alone: `words > 99 and tone.mean < 0` fails for a short article whatever
  /// its tone is.
  func fails(for values: some ExpressionValues, knowing isKnown: (Name) -> Bool) -> Bool {
    Self.fails(root, values, isKnown)
  }

  private static func fails(
    _ node: Node, _ values: some ExpressionValues, _ isKnown: (Name) -> Bool
  ) -> Bool {
    switch node {
    case .and(let a, let b): fails(a, values, isKnown) || fails(b, values, isKnown)
    case .or(let a, let b): fails(a, values, isKnown) && fails(b, values, isKnown)
    default: names(in: node).allSatisfy { isKnown($0.name) } && !holds(value(of: node, values))
    }
  }

  private static func value(of node: Node, _ values: some ExpressionValues) -> Value? {
    switch node {
    case .literal(let value): value
    case .date(let date): .string(date)
    case .name(let name): values.value(of: name)
    case .call(let function, let name, _): values.value(of: function, at: name)
    case .not(let a): .bool(!holds(value(of: a, values)))
    case .and(let a, let b): .bool(holds(value(of: a, values)) && holds(value(of: b, values)))
    case .or(let a, let b): .bool(holds(value(of: a, values)) || holds(value(of: b, values)))
    case .compare(let comparison, let a, let b, _): .bool(compare(comparison, a, b, values))
    case .match(let a, let pattern): .bool(matches(value(of: a, values), pattern))
    case .calculate(let operation, let a, let b, _):
      calculated(operation, value(of: a, values)?.number, value(of: b, values)?.number)
    case .negate(let a): value(of: a, values)?.number.map { .number(-$0) }
    }
  }

  /// What stands alone holds where it is there, and is not false, zero or empty.
  private static func holds(_ value: Value?) -> Bool {
    switch value {
    case nil, .null?: false
    case .bool(let bool)?: bool
    case .integer(let integer)?: integer != 0
    case .number(let number)?: number != 0
    case .string(let string)?: !string.isEmpty
    case .list(let list)?: !list.isEmpty
    case .map(let fields)?: !fields.isEmpty
    }
  }

  private static func calculated(_ operation: Operation, _ a: Double?, _ b: Double?) -> Value? {
    guard let a, let b else { return nil }
    let number =
      switch operation {
      case .plus: a + b
      case .minus: a - b
      case .times: a * b
      case .over: a / b
      }
    return number.isFinite ? .number(number) : nil
  }

  // MARK: Comparisons

  private static func compare(
    _ comparison: Comparison, _ a: Node, _ b: Node, _ values: some ExpressionValues
  ) -> Bool {
    guard let left = value(of: a, values), let right = value(of: b, values) else { return false }
    let precision = precision(a) ?? precision(b)
    let fold = ignoresCase(a, values) || ignoresCase(b, values) ? folded : { $0 }
    return elements(of: left).contains { left in
      elements(of: right).contains { compare(comparison, fold(left), fold($0), precision) }
    }
  }

  private static func ignoresCase(_ node: Node, _ values: some ExpressionValues) -> Bool {
    if case .name(let name) = node { values.ignoresCase(name) } else { false }
  }

  private static func folded(_ value: Value) -> Value {
    value.string.map { .string(Spelling.folded($0)) } ?? value
  }

  /// Bytes of a date that count, where one is compared with.
  private static func precision(_ node: Node) -> Int? {
    if case .date(let date) = node { date.utf8.count } else { nil }
  }

  private static func compare(
    _ comparison: Comparison, _ a: Value, _ b: Value, _ precision: Int?
  ) -> Bool {
    if comparison == .contains {
      guard let a = words(a), let b = words(b) else { return false }
      return a.lowercased().contains(b.lowercased())
    }
    if let a = a.number, let b = b.number { return holds(comparison, a, b) }
    if let a = a.bool, let b = b.bool { return holds(comparison, a ? 1 : 0, b ? 1 : 0) }
    guard let a = a.string, let b = b.string else { return false }
    guard let precision else { return holds(comparison, Array(a.utf8), Array(b.utf8)) }
    // A date without a year, or less precise, is neither before nor after.
    guard a.utf8.count >= precision, b.utf8.count >= precision, !a.hasPrefix("-") else {
      return false
    }
    return holds(comparison, Array(a.utf8.prefix(precision)), Array(b.utf8.prefix(precision)))
  }

  private static func holds(_ comparison: Comparison, _ a: Double, _ b: Double) -> Bool {
    holds(comparison, isLess: a < b, isMore: a > b)
  }

  private static func holds(_ comparison: Comparison, _ a: [UInt8], _ b: [UInt8]) -> Bool {
    holds(
      comparison, isLess: a.lexicographicallyPrecedes(b), isMore: b.lexicographicallyPrecedes(a))
  }

  private static func holds(_ comparison: Comparison, isLess: Bool, isMore: Bool) -> Bool {
    switch comparison {
    case .equal: !isLess && !isMore
    case .notEqual: isLess || isMore
    case .less: isLess
    case .atMost: !isMore
    case .more: isMore
    case .atLeast: !isLess
    case .contains, .matches: false
    }
  }

  private static func matches(_ value: Value?, _ pattern: Pattern) -> Bool {
    guard let value else { return false }
    return elements(of: value).contains { words($0).map(pattern.matches) ?? false }
  }

  /// The elements of a list, or of a map its keys; of anything else itself. Elements that are maps stand for their names.
  private static func elements(of value: Value) -> [Value] {
    switch value {
    case .list(let list):
      list.map { $0["label"] ?? $0["name"] ?? $0["id"] ?? $0 }
    case .map(let fields): fields.names.map(Value.string)
    default: [value]
    }
  }

  private static func words(_ value: Value) -> String? {
    switch value {
    case .string(let string): string
    case .integer(let integer): String(integer)
    case .number(let number): number.description
    default: nil
    }
  }
}
