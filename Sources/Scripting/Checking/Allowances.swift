internal import Document

/// Comments that allow something: `-- copydesk: allow unused-option`.
///
/// Behind code one allows it on its line; on a line of its own, on the next line of code; above all code, in the file.
struct Allowances {
  private struct Allowance {
    var rule: String
    /// Nil: the whole file.
    var line: Int?
    var bytes: Range<Int>
  }

  private let file: SourceFile
  private var allowances: [Allowance] = []
  private var unknown: [(name: String, bytes: Range<Int>)] = []

  private static let mark = "copydesk: allow "

  init(_ file: SourceFile) {
    self.file = file
    let starts = file.chunk.block.statements.first?.bytes.lowerBound ?? Int.max
    for comment in file.chunk.comments {
      read(comment, isOnTop: comment.bytes.upperBound <= starts)
    }
  }

  private mutating func read(_ comment: Comment, isOnTop: Bool) {
    let words = file.chunk.words(comment.bytes).drop { $0 == "-" || $0 == " " }
    guard words.hasPrefix(Self.mark) else { return }
    let codes = words.dropFirst(Self.mark.count).split { $0 == "," || $0 == " " || $0 == "\r" }
    for code in codes.map(String.init) {
      if Rule(rawValue: code)?.canBeAllowed == true {
        let line = isOnTop ? nil : line(allowedBy: comment)
        allowances.append(Allowance(rule: code, line: line, bytes: comment.bytes))
      } else {
        unknown.append((code, comment.bytes))
      }
    }
  }

  /// The comment's own line where code stands before it, else the next with code.
  private func line(allowedBy comment: Comment) -> Int {
    let column = file.chunk.position(of: comment.bytes.lowerBound).column
    let before = file.chunk.words(ofLine: comment.line).prefix(column - 1)
    guard before.allSatisfy(\.isWhitespace) else { return comment.line }
    var line = comment.lastLine + 1
    while !file.chunk.words(ofLine: line).isEmpty,
      file.chunk.words(ofLine: line).drop(while: \.isWhitespace).hasPrefix("--")
    {
      line += 1
    }
    return line
  }

  /// What is left of diagnostics, with what is wrong with the comments themselves.
  func filter(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var used: Set<Int> = []
    let left = diagnostics.filter { diagnostic in
      guard diagnostic.file == file.path else { return true }
      let index = allowances.firstIndex { allowance in
        allowance.rule == diagnostic.code
          && (allowance.line == nil || allowance.line == diagnostic.place?.line)
      }
      if let index { used.insert(index) }
      return index == nil
    }
    return left + ownDiagnostics(used)
  }

  private func ownDiagnostics(_ used: Set<Int>) -> [Diagnostic] {
    let unused = allowances.enumerated().filter { !used.contains($0.offset) }.map { _, allowance in
      diagnostic(.unusedAllow, allowance.bytes, "there is no \(allowance.rule) to allow here", nil)
    }
    let known = Rule.allCases.filter(\.canBeAllowed).map(\.rawValue)
    return unused
      + unknown.map { name, bytes in
        diagnostic(
          .unknownCode, bytes, "\(quoted(name)) is no code that can be allowed",
          Suggestions.question(Suggestions.like(name, among: known)))
      }
  }

  private func diagnostic(
    _ rule: Rule, _ bytes: Range<Int>, _ message: String, _ remedy: String?
  ) -> Diagnostic {
    Diagnostic(
      rule.severity, rule.rawValue, file: file.path, place: file.place(bytes), message,
      remedy: remedy)
  }
}
