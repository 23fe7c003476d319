import Document

/// A list of terms that is a plugin by itself: what to look for, what it weighs, how it is tagged.
///
/// `RuleFiles` in the documentation of plugins specifies the two forms in which it is written.
struct RuleSheet: Sendable {
  var summary: String?
  var author: String?
  var license: String?
  var version: String?
  var languages: [String]?
  var categories: [String] = []
  /// Whether upper and lower case differ where a term does not say.
  var keepsCase = false
  var negation: Negation?
  var rules: [Rule] = []

  /// A term and what it means.
  struct Rule: Sendable {
    enum Form: Sendable {
      /// Words, perhaps with wildcards.
      case words
      /// Words that are compared by their stems.
      case stem
      case regex
    }

    var form: Form
    /// Without the marks of its form.
    var term: String
    /// As it is written.
    var written: String
    /// Nil: the sheet does not say, which is 1.
    var weight: Double?
    var tags: [String] = []
    var keepsCase: Bool
    /// 1-based, where the term stands.
    var line: Int
    /// 1-based, in characters; nil where it is not known.
    var column: Int?
  }

  /// Words before a term that turn it round.
  struct Negation: Sendable {
    var words: [String]
    /// How many words before the term they may stand, in its sentence.
    var before = 3
    /// Whether the weight of a negated term counts against; else the term does not count.
    var flips = false
  }

  /// What is wrong with a sheet, and where.
  struct Fault: Error, Hashable, Sendable {
    /// 1-based; nil where no line is at fault.
    var line: Int?
    var column: Int?
    var message: String
    var remedy: String?
  }

  var tags: [String] {
    var tags: [String] = []
    for rule in rules { for tag in rule.tags where !tags.contains(tag) { tags.append(tag) } }
    return tags.sorted()
  }

  var isWeighted: Bool { rules.contains { $0.weight != nil } }

  /// What negates in English, where a sheet does not say what does.
  static let negators = [
    "not", "no", "never", "neither", "nor", "none", "nobody", "nothing", "nowhere", "without",
    "cannot", "hardly", "*n't",
  ]
}

extension RuleSheet.Rule {
  /// - Parameter written: `may`, `it is said`, `alleg*`, `~accuse`, `/\d+ people/`.
  init(
    written: String, keepsCase: Bool, line: Int, column: Int?
  ) throws(RuleSheet.Fault) {
    self.written = written
    self.keepsCase = keepsCase
    self.line = line
    self.column = column
    if written.hasPrefix("/"), written.hasSuffix("/"), written.utf8.count > 2 {
      form = .regex
      term = String(written.dropFirst().dropLast())
    } else if written.hasPrefix("~") {
      form = .stem
      term = String(written.dropFirst())
    } else {
      form = .words
      term = written
    }
    guard !term.utf8.contains(where: { $0 < 0x20 }) else {
      throw RuleSheet.Fault(
        line: line, column: column, message: "a term with a tab or line break in it")
    }
  }

  /// Its tags as its marks have them.
  var joinedTags: String { tags.joined(separator: ",") }

  /// Takes a tag, which is a part of names of fields.
  mutating func add(tag: String) throws(RuleSheet.Fault) {
    let isName =
      tag.utf8.first.map { ($0 | 0x20) &- 0x61 < 26 } ?? false
      && tag.utf8.count <= 48
      && tag.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x5F }
    guard isName else {
      throw RuleSheet.Fault(
        line: line, column: column, message: "'\(tag)' is no tag",
        remedy: "letters, digits and '_', a letter first, at most 48")
    }
    if !tags.contains(tag) { tags.append(tag) }
  }
}
