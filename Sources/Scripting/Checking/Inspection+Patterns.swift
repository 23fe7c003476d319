internal import Document

// Lua's patterns and regular expressions that are written out.

extension Inspection {
  /// A pattern in a call such as `text:find("[a-z")`, or an expression in `desk.regex("(")`.
  func checkPattern(_ call: Expression, _ file: SourceFile) {
    guard let name = functionName(of: call) else { return }
    if name == "desk.regex", let pattern = call.arguments.first, let words = pattern.string {
      checkFlags(call.arguments.dropFirst().first, file)
      return checkRegex(words, pattern, file)
    }
    if name == "string.format" { return checkFormat(call, file) }
    guard ["string.find", "string.match", "string.gmatch", "string.gsub"].contains(name) else {
      return
    }
    let place = if case .method = call.kind { 0 } else { 1 }
    guard place < call.arguments.count, let words = call.arguments[place].string else { return }
    let isPlain = name == "string.find" && call.arguments.count > place + 2
    if !isPlain { checkPattern(words, call.arguments[place], file) }
  }

  /// `("%d of %d"):format(n)` lacks a value.
  private func checkFormat(_ call: Expression, _ file: SourceFile) {
    let format: Expression?
    var values = call.arguments
    if case .method(let object, _, _) = call.kind {
      format = object
    } else {
      format = values.isEmpty ? nil : values.removeFirst()
    }
    guard let words = format?.string, let count = values.exactCount else { return }
    let wanted = LuaPattern.directives(in: words)
    guard count < wanted else { return }
    add(
      .missingArgument, file, call.bytes,
      "the format has \(wanted) directive\(wanted == 1 ? "" : "s"), and 'format' is given \(Self.values(count))",
      "each % takes a value; a plain % is written %%")
  }

  private func checkPattern(_ words: String, _ pattern: Expression, _ file: SourceFile) {
    if let (message, remedy) = LuaPattern.fault(words) {
      add(.pattern, file, pattern.bytes, message, remedy)
    } else if let escape = LuaPattern.regexEscape(words) {
      add(
        .regexEscape, file, pattern.bytes,
        "'\\\(escape)' is a backslash and a letter to Lua's patterns",
        "write %\(escape), or use desk.regex")
    }
  }

  private static func values(_ count: Int) -> String {
    count == 0 ? "none" : "\(count) value\(count == 1 ? "" : "s")"
  }

  private func checkFlags(_ flags: Expression?, _ file: SourceFile) {
    guard let flags, let words = flags.string,
      let stray = words.first(where: { !"imsx".contains($0) })
    else { return }
    add(
      .pattern, file, flags.bytes, "there is no flag '\(stray)'; there are i, m, s and x",
      stray == "g" ? "expression:all(text) finds every place, replace replaces all" : nil)
  }

  private func checkRegex(_ words: String, _ pattern: Expression, _ file: SourceFile) {
    let fault = Array(words.utf8).withUnsafeBufferPointer { bytes -> RegexFault? in
      do throws(RegexFault) {
        _ = try Regex(bytes, Regex.Options())
        return nil
      } catch {
        return error
      }
    }
    guard case .pattern(let message, let offset)? = fault else { return }
    add(
      .pattern, file, pattern.bytes, "wrong pattern at byte \(offset + 1): \(message)",
      message.contains(words: "missing closing parenthesis") ? Mistake.openBracket : nil)
  }
}

/// What can be said of a pattern of Lua's by looking at it.
enum LuaPattern {
  /// The letters of classes, which regular expressions write behind a backslash.
  static let classes: Set<Character> = ["w", "d", "s", "W", "D", "S"]

  /// The letter of a class that is written as in a regular expression: `w` of `\w`.
  static func regexEscape(_ pattern: String) -> Character? {
    var isEscaped = false
    for letter in pattern {
      if isEscaped, classes.contains(letter) { return letter }
      isEscaped = letter == "\\"
    }
    return nil
  }

  /// How many values a format takes.
  static func directives(in format: String) -> Int {
    var count = 0
    var isDirective = false
    for byte in format.utf8 where byte == UInt8(ascii: "%") || isDirective {
      if isDirective, byte == UInt8(ascii: "%") { count -= 1 }
      if !isDirective { count += 1 }
      isDirective.toggle()
    }
    return count
  }

  /// Why Lua cannot use it, with the remedy.
  static func fault(_ pattern: String) -> (message: String, remedy: String)? {
    var rest = Array(pattern.utf8)[...]
    var open = 0
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let next = rest.popFirst() else {
          return ("malformed pattern (ends with '%')", "a plain % is written %%")
        }
        if next == UInt8(ascii: "b") { rest = rest.dropFirst(2) }
      case UInt8(ascii: "["):
        guard skipSet(&rest) else {
          return ("malformed pattern (missing ']')", "a plain [ is written %[")
        }
      case UInt8(ascii: "("): open += 1
      case UInt8(ascii: ")"):
        open -= 1
        if open < 0 { return ("invalid pattern capture", "a plain ) is written %)") }
      default: break
      }
    }
    return open > 0 ? ("unfinished capture", "a plain ( is written %(") : nil
  }

  /// To behind the `]` of a set; false where there is none.
  private static func skipSet(_ rest: inout ArraySlice<UInt8>) -> Bool {
    if rest.first == UInt8(ascii: "^") { rest.removeFirst() }
    var isFirst = true
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "]"), !isFirst { return true }
      if byte == UInt8(ascii: "%") { _ = rest.popFirst() }
      isFirst = false
    }
    return false
  }
}
