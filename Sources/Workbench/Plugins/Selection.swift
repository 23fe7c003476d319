/// Which plugins to run, as users write it: `sentiment,quotes`, `all`, `(style or quotes) and not slow`.
///
/// Words are names of plugins, categories, or paths of plugin files; a name comes before a category that is spelt alike.
/// `not` binds tighter than `and`, `and` tighter than `or`; a comma is an `or` that binds least.
struct Selection: Hashable, Sendable {
  indirect enum Expression: Hashable, Sendable {
    case word(String)
    case not(Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
  }

  /// What is wrong with a selection, at a byte offset.
  struct Fault: Error, Hashable {
    var offset: Int
    var message: String
  }

  /// The word that stands for all plugins that are installed or named.
  static let everything = "all"

  /// Nil for the empty selection, which selects nothing.
  let expression: Expression?

  init(_ text: String) throws(Fault) {
    var parser = SelectionParser(text)
    expression = try parser.selection()
  }

  /// All words, in the order written.
  var words: [String] {
    var words: [String] = []
    func collect(_ expression: Expression) {
      switch expression {
      case .word(let word): if !words.contains(word) { words.append(word) }
      case .not(let operand): collect(operand)
      case .and(let a, let b), .or(let a, let b):
        collect(a)
        collect(b)
      }
    }
    if let expression { collect(expression) }
    return words
  }

  /// The words that are paths: with a slash, ending as files of plugins do, or the folder at hand and the one above.
  var paths: [String] { words.filter(Self.isPath) }

  static func isPath(_ word: String) -> Bool {
    word.utf8.contains(UInt8(ascii: "/")) || PluginFiles.isFileName(word)
      || [".", ".."].contains(word)
  }

  /// Whether a plugin is chosen, given what each word says of it.
  func selects(_ holds: (String) -> Bool) -> Bool {
    func value(_ expression: Expression) -> Bool {
      switch expression {
      case .word(let word): holds(word)
      case .not(let operand): !value(operand)
      case .and(let a, let b): value(a) && value(b)
      case .or(let a, let b): value(a) || value(b)
      }
    }
    return expression.map(value) ?? false
  }
}

/// Reads a selection from left to right.
private struct SelectionParser {
  private enum Token: Hashable {
    case word(String)
    case open, close, comma, and, or, not, end
  }

  private static let maximumDepth = 100

  private var tokens: [(token: Token, offset: Int)] = []
  private var position = 0
  private var fault: Selection.Fault?

  init(_ text: String) {
    scan(Array(text.utf8))
  }

  mutating func selection() throws(Selection.Fault) -> Selection.Expression? {
    if let fault { throw fault }
    guard current != .end else { return nil }
    let expression = try list(depth: 0)
    guard current == .end else {
      throw unexpected(current == .close ? "a ')' without its '('" : "expected 'and', 'or' or ','")
    }
    return expression
  }

  private mutating func list(depth: Int) throws(Selection.Fault) -> Selection.Expression {
    var result = try alternatives(depth)
    while take(.comma) {
      // A comma at the end, as lists of names grow one.
      if current == .end || current == .close { break }
      result = .or(result, try alternatives(depth))
    }
    return result
  }

  private mutating func alternatives(_ depth: Int) throws(Selection.Fault) -> Selection.Expression {
    var result = try conjunction(depth)
    while take(.or) { result = .or(result, try conjunction(depth)) }
    return result
  }

  private mutating func conjunction(_ depth: Int) throws(Selection.Fault) -> Selection.Expression {
    var result = try operand(depth)
    while take(.and) { result = .and(result, try operand(depth)) }
    return result
  }

  private mutating func operand(_ depth: Int) throws(Selection.Fault) -> Selection.Expression {
    guard depth < Self.maximumDepth else { throw unexpected("nested too deeply") }
    if take(.not) { return .not(try operand(depth + 1)) }
    if take(.open) {
      let inner = try list(depth: depth + 1)
      guard take(.close) else { throw unexpected("expected ')'") }
      return inner
    }
    if case .word(let word) = current {
      position += 1
      return .word(word)
    }
    throw unexpected("expected a plugin or category")
  }

  private var current: Token { tokens[position].token }

  private mutating func take(_ token: Token) -> Bool {
    guard current == token else { return false }
    position += 1
    return true
  }

  private func unexpected(_ message: String) -> Selection.Fault {
    Selection.Fault(offset: tokens[position].offset, message: message)
  }

  private mutating func scan(_ text: [UInt8]) {
    var at = 0
    while at < text.count {
      switch text[at] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"): at += 1
      case UInt8(ascii: "("): add(.open, &at)
      case UInt8(ascii: ")"): add(.close, &at)
      case UInt8(ascii: ","): add(.comma, &at)
      case UInt8(ascii: "\""), UInt8(ascii: "'"): scanQuoted(text, &at)
      default: scanWord(text, &at)
      }
    }
    tokens.append((.end, text.count))
  }

  private mutating func add(_ token: Token, _ at: inout Int) {
    tokens.append((token, at))
    at += 1
  }

  private mutating func scanQuoted(_ text: [UInt8], _ at: inout Int) {
    let rest = text[(at + 1)...]
    guard let end = rest.firstIndex(of: text[at]) else {
      fault = fault ?? Selection.Fault(offset: at, message: "a quotation mark without its pair")
      at = text.count
      return
    }
    tokens.append((.word(String(decoding: rest[..<end], as: UTF8.self)), at))
    at = end + 1
  }

  private mutating func scanWord(_ text: [UInt8], _ at: inout Int) {
    let end = text[at...].firstIndex { " \t\n(),".utf8.contains($0) } ?? text.count
    let word = String(decoding: text[at..<end], as: UTF8.self)
    let token: Token =
      switch word {
      case "and": .and
      case "or": .or
      case "not": .not
      default: .word(word)
      }
    tokens.append((token, at))
    at = end
  }
}
