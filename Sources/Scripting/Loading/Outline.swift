/// Where in its file the keys of a plugin's table stand, and the comment above it.
///
/// Errors point to the line of a key though Lua keeps none for data. It understands `return { … }` and
/// `local plugin = { … } … function plugin.analyze() … return plugin`; of anything else it knows nothing.
struct Outline {
  /// Places by path, such as `fields.rate.merge`.
  private let places: [String: Place]
  /// The line on which the table begins.
  let tableLine: Int?
  /// The doc comment above the table, without its dashes and annotations.
  let help: String

  /// Where a key stands.
  struct Place {
    var line: Int
    /// Its byte in the file.
    var position: Int
  }

  init(_ tokens: LuaTokens) {
    var reader = OutlineReader(tokens)
    reader.read()
    places = reader.places
    tableLine = reader.tableLine
    help = HelpComment.text(in: tokens, aboveLine: reader.tableLine)
  }

  /// The line of a key or, where it is not in the source, of the nearest that holds it.
  func line(of path: String) -> Int? {
    var path = path[...]
    while true {
      if let place = places[String(path)] { return place.line }
      guard let dot = path.lastIndex(of: ".") else { return tableLine }
      path = path[..<dot]
    }
  }

  /// Where a key stands among others; nil where it is not in the source.
  func position(of path: String) -> Int? { places[path]?.position }
}

/// Walks over the top level of a source.
private struct OutlineReader {
  /// Keys of larger tables, such as word lists, are not told apart.
  private static let maximumKeys = 300
  private static let maximumDepth = 4

  private let tokens: LuaTokens
  private var at = 0
  private(set) var places: [String: Outline.Place] = [:]
  private(set) var tableLine: Int?
  /// What is known of tables that locals name.
  private var locals: [String: Local] = [:]

  private struct Local {
    var line: Int
    var places: [String: Outline.Place] = [:]
  }

  init(_ tokens: LuaTokens) {
    self.tokens = tokens
  }

  private var isAtEnd: Bool { at >= tokens.code.count }

  private var place: Outline.Place {
    Outline.Place(line: tokens.code[at].line, position: tokens.code[at].bytes.lowerBound)
  }

  mutating func read() {
    while !isAtEnd {
      switch tokens.keyword(at) {
      case .local where tokens.isSymbol("=", at + 2) && tokens.isSymbol("{", at + 3): readLocal()
      case .function: readFunction()
      case .return: if readReturn() { return }
      case .do, .if, .while, .for, .repeat: skipBlock()
      case nil where tokens.isSymbol(".", at + 1): readAssignment()
      default: at += 1
      }
    }
  }

  private mutating func readLocal() {
    let name = tokens.name(at + 1)
    let line = tokens.code[at].line
    at += 3
    var local = Local(line: line)
    readTable("", into: &local.places)
    locals[name] = local
  }

  /// `function plugin.analyze(…)`, which is skipped to its end.
  private mutating func readFunction() {
    if tokens.isSymbol(".", at + 2) || tokens.isSymbol(":", at + 2) {
      let place = place
      locals[tokens.name(at + 1)]?.places[tokens.name(at + 3)] = place
    }
    skipBlock()
  }

  /// `plugin.fields = …`, with the keys of a table.
  private mutating func readAssignment() {
    let owner = tokens.name(at)
    let place = place
    at += 1
    guard locals[owner] != nil else { return }
    var path: [String] = []
    while tokens.isSymbol(".", at) {
      path.append(tokens.name(at + 1))
      at += 2
    }
    guard tokens.isSymbol("=", at) else { return }
    let full = path.joined(separator: ".")
    locals[owner]?.places[full] = place
    at += 1
    guard tokens.isSymbol("{", at) else { return }
    var places: [String: Outline.Place] = [:]
    readTable(full, into: &places)
    locals[owner]?.places.merge(places) { $1 }
  }

  /// Whether the table that is returned was found.
  private mutating func readReturn() -> Bool {
    let line = tokens.code[at].line
    at += 1
    if tokens.isSymbol("{", at) {
      tableLine = line
      var places: [String: Outline.Place] = [:]
      readTable("", into: &places)
      self.places = places
      return true
    }
    guard let local = locals[tokens.name(at)] else { return false }
    tableLine = local.line
    places = local.places
    return true
  }
}

// MARK: Tables and blocks

extension OutlineReader {
  /// Reads a table from its `{` to behind its `}`.
  private mutating func readTable(
    _ path: String, into places: inout [String: Outline.Place], depth: Int = 0
  ) {
    guard depth < Self.maximumDepth else { return skipBrackets() }
    at += 1
    var keys = 0
    var position = 0
    while !isAtEnd, !tokens.isSymbol("}", at) {
      keys += 1
      guard keys <= Self.maximumKeys else {
        skipValue()
        continue
      }
      let place = place
      let full = path + (path.isEmpty ? "" : ".") + readKey(&position)
      places[full] = place
      if tokens.isSymbol("{", at) { readTable(full, into: &places, depth: depth + 1) }
      skipValue()
    }
    at += 1
  }

  /// A key and its `=`; an element without a key goes by its position.
  private mutating func readKey(_ position: inout Int) -> String {
    if tokens.isSymbol("=", at + 1), !tokens.isSymbol("=", at + 2), !tokens.name(at).isEmpty {
      at += 2
      return tokens.name(at - 2)
    }
    if tokens.isSymbol("[", at), at + 3 < tokens.code.count, tokens.code[at + 1].kind == .string,
      tokens.isSymbol("]", at + 2)
    {
      at += 4
      return tokens.words(tokens.code[at - 3])
    }
    position += 1
    return "\(position)"
  }

  /// Skips to behind the next separator of the table that is being read, or to its `}`.
  private mutating func skipValue() {
    while !isAtEnd {
      switch tokens.code[at].kind {
      case .symbol(UInt8(ascii: ",")), .symbol(UInt8(ascii: ";")):
        at += 1
        return
      case .symbol(UInt8(ascii: "}")): return
      case .symbol(UInt8(ascii: "{")), .symbol(UInt8(ascii: "(")), .symbol(UInt8(ascii: "[")):
        skipBrackets()
      case .name(.function): skipBlock()
      default: at += 1
      }
    }
  }

  /// Skips from an opening bracket to behind the one that closes it.
  private mutating func skipBrackets() {
    var depth = 0
    repeat {
      switch tokens.code[at].kind {
      case .symbol(UInt8(ascii: "{")), .symbol(UInt8(ascii: "(")), .symbol(UInt8(ascii: "[")):
        depth += 1
      case .symbol(UInt8(ascii: "}")), .symbol(UInt8(ascii: ")")), .symbol(UInt8(ascii: "]")):
        depth -= 1
      default: break
      }
      at += 1
    } while depth > 0 && !isAtEnd
  }

  /// Skips from a word that opens a block to behind the one that ends it.
  private mutating func skipBlock() {
    var depth = 0
    repeat {
      switch tokens.keyword(at) {
      // `while` and `for` are counted by their `do`.
      case .function, .do, .if, .repeat: depth += 1
      case .end, .until: depth -= 1
      case .while,
        .for where depth == 0:
        skipToBody()
      default: break
      }
      at += 1
    } while depth > 0 && !isAtEnd
  }

  /// From `while` or `for` to the token before its `do`, which is counted next.
  private mutating func skipToBody() {
    at += 1
    while !isAtEnd, tokens.keyword(at) != .do {
      if tokens.keyword(at) == .function { skipBlock() } else { at += 1 }
    }
    skipBlock()
    at -= 1
  }
}
