import Document
import Scripting

/// Reads an expression: `or` binds least, then `and`, `not`, comparisons, sums, products.
struct ExpressionParser {
  private static let maximumDepth = 100

  private let tokens: [(token: ExpressionToken, offset: Int)]
  private var position = 0

  init(_ text: String) throws(Expression.Fault) {
    tokens = try ExpressionScanner.tokens(of: text)
  }

  mutating func expression() throws(Expression.Fault) -> Expression.Node {
    let node = try alternatives(depth: 0)
    guard current == .end else {
      throw fault(current == .close ? "a ')' without its '('" : "expected 'and' or 'or'")
    }
    return node
  }

  private mutating func alternatives(depth: Int) throws(Expression.Fault) -> Expression.Node {
    var node = try conjunction(depth)
    while take(.or) { node = .or(node, try conjunction(depth)) }
    return node
  }

  private mutating func conjunction(_ depth: Int) throws(Expression.Fault) -> Expression.Node {
    var node = try negation(depth)
    while take(.and) { node = .and(node, try negation(depth)) }
    return node
  }

  private mutating func negation(_ depth: Int) throws(Expression.Fault) -> Expression.Node {
    guard depth < Self.maximumDepth else { throw fault("nested too deeply") }
    return take(.not) ? .not(try negation(depth + 1)) : try comparison(depth)
  }

  private mutating func comparison(_ depth: Int) throws(Expression.Fault) -> Expression.Node {
    let node = try sum(depth)
    guard case .comparison(let comparison) = current else { return node }
    let offset = self.offset
    position += 1
    let (place, other) = (self.offset, try sum(depth))
    if case .comparison = current {
      throw fault("one comparison after the other", remedy: "join them with 'and'")
    }
    guard comparison == .matches else { return .compare(comparison, node, other, offset: offset) }
    guard case .literal(.string(let pattern)) = other else {
      throw Expression.Fault(place, "expected a pattern in quotation marks")
    }
    do { return .match(node, try Pattern(pattern)) } catch {
      throw Expression.Fault(place + 1 + error.offset, "no regular expression: \(error.message)")
    }
  }

  private mutating func sum(_ depth: Int) throws(Expression.Fault) -> Expression.Node {
    var node = try product(depth)
    while let (operation, offset) = take(["+", "-"]) {
      node = .calculate(operation, node, try product(depth), offset: offset)
    }
    return node
  }

  private mutating func product(_ depth: Int) throws(Expression.Fault) -> Expression.Node {
    var node = try operand(depth)
    while let (operation, offset) = take(["*", "/"]) {
      node = .calculate(operation, node, try operand(depth), offset: offset)
    }
    return node
  }

  private mutating func operand(_ depth: Int) throws(Expression.Fault) -> Expression.Node {
    guard depth < Self.maximumDepth else { throw fault("nested too deeply") }
    if take(["-"]) != nil { return .negate(try operand(depth + 1)) }
    let offset = self.offset
    if take(.open) {
      let node = try alternatives(depth: depth + 1)
      guard take(.close) else { throw fault("expected ')'") }
      return node
    }
    switch current {
    case .number(let value):
      position += 1
      return .literal(value)
    case .text(let text):
      position += 1
      return .literal(.string(text))
    case .date(let date):
      position += 1
      return .date(date)
    case .name(let parts):
      position += 1
      guard !parts.contains("") else {
        throw Expression.Fault(offset, "a name with a dot too many")
      }
      return try call(parts, offset) ?? .name(Expression.Name(parts: parts, offset: offset))
    default: throw fault("expected a name, a number or a text in quotation marks")
    }
  }

  /// `change(…)`, where a name is followed by a parenthesis.
  private mutating func call(
    _ parts: [String], _ offset: Int
  ) throws(Expression.Fault) -> Expression.Node? {
    guard parts.count == 1, take(.open) else { return nil }
    guard case .name(let argument) = current, !argument.contains("") else {
      throw fault("expected a name")
    }
    let name = Expression.Name(parts: argument, offset: self.offset)
    position += 1
    guard take(.close) else { throw fault("expected ')'") }
    return .call(parts[0], name, offset: offset)
  }

  private var current: ExpressionToken { tokens[position].token }
  private var offset: Int { tokens[position].offset }

  private mutating func take(_ token: ExpressionToken) -> Bool {
    guard current == token else { return false }
    position += 1
    return true
  }

  private mutating func take(_ operations: [Character]) -> (Expression.Operation, Int)? {
    guard case .operation(let character) = current, operations.contains(character),
      let operation = Expression.Operation(rawValue: character)
    else { return nil }
    let offset = self.offset
    position += 1
    return (operation, offset)
  }

  private func fault(_ message: String, remedy: String? = nil) -> Expression.Fault {
    Expression.Fault(offset, message, remedy: remedy)
  }
}
