internal import Document

/// A mistake that authors are known to make, by the words in which Lua or the host complains of it.
struct Mistake: Sendable {
  /// What its message contains, all of it.
  private let signs: [String]
  /// What the line at fault contains.
  private let code: String
  private let remedy: @Sendable (String) -> String?

  private init(
    _ signs: String..., code: String = "", remedy: @escaping @Sendable (String) -> String?
  ) {
    self.signs = signs
    self.code = code
    self.remedy = remedy
  }

  private init(_ signs: String..., code: String = "", remedy: String) {
    self.signs = signs
    self.code = code
    self.remedy = { _ in remedy }
  }

  /// What to do about a message, where that is known.
  static func remedy(for message: String, in line: String) -> String? {
    let made = (calls + values + spans + texts + others).lazy.filter { mistake in
      mistake.signs.allSatisfy { message.contains(words: $0) }
        && (mistake.code.isEmpty || line.contains(words: mistake.code))
    }
    return made.compactMap { $0.remedy(message) }.first
  }

  /// The first name in single quotes.
  private static func quotedName(in message: String) -> String? {
    let parts = message.split(separator: "'", omittingEmptySubsequences: false)
    return parts.count > 2 ? String(parts[1]) : nil
  }

  /// The name that Lua gives last, as in `(field 'dateline')`.
  private static func lastName(in message: String) -> String? {
    let parts = message.split(separator: "'", omittingEmptySubsequences: false)
    return parts.count > 2 ? String(parts[parts.count - 2]) : nil
  }
}

// MARK: Calls

extension Mistake {
  private static let calls = [
    Mistake(
      "attempt to call a sequence value", "behind 'in'",
      remedy: "walk it with: for i, item in ipairs(items) do"),
    Mistake(
      "attempt to call a table value", "behind 'in'",
      remedy: "walk it with ipairs(list) or pairs(table)"),
    Mistake(
      "attempt to call a nil value", "behind 'in'",
      remedy: "walk a list with ipairs(list), another table with pairs(table)"),
    Mistake("attempt to call a nil value (method '", remedy: unknownMethod),
    Mistake("attempt to call a string value", remedy: "it is a value: leave the brackets out"),
    Mistake("attempt to call a number value", remedy: "it is a value: leave the brackets out"),
    Mistake("bad argument #1 to '", "got no value", remedy: colon),
    Mistake("calling '", "on bad self", remedy: colon),
    Mistake(
      "a span's table needs integers", code: "desk:",
      remedy: "functions of desk are called with a dot: desk.lower(…)"),
    Mistake(" has no '", remedy: missingMember),
  ]

  private static func colon(_ message: String) -> String? {
    quotedName(in: message).map { "call it with a colon, as in value:\($0)()" }
  }

  private static func unknownMethod(_ message: String) -> String? {
    lastName(in: message).map { "there is no function of this name: look for how '\($0)' is spelt" }
  }

  /// What an object lacks that another has, or that other languages have.
  private static func missingMember(_ message: String) -> String? {
    guard let owner = message.split(separator: " ").first.map(String.init),
      let name = quotedName(in: message), !message.contains(words: "': ")
    else { return nil }
    if owner == "string" { return ForeignNames.remedy(forMethod: name) }
    if let meant = ForeignNames.remedy(forMember: name, of: owner) { return meant }
    if let other = ForeignNames.owner(of: name, insteadOf: owner) {
      return "\(other) has it; the order is analyze = function(article, ctx, state)"
    }
    let isKnown = owner.hasPrefix("desk") || KindName.allCases.contains { $0.name == owner }
    return isKnown
      ? "copydesk doc \(owner) shows what it has" : StandardLibrary.list(of: owner)
  }
}

// MARK: Values

extension Mistake {
  private static let values = [
    Mistake("attempt to index a nil value (field '", remedy: optionalField),
    Mistake("attempt to concatenate a nil value (field '", remedy: optionalField),
    Mistake(
      "attempt to index a nil value (an element)",
      remedy: "there is nothing at this place; a list goes from 1 to #list"),
    Mistake("attempt to index a nil value (field '") { message in
      lastName(in: message).map {
        "nothing has set '\($0)': set it first, or ask: if t.\($0) then … end"
      }
    },
    Mistake(
      "attempt to index a nil value (local 'state')",
      remedy: "the state is what setup returns: setup = function(ctx) return { … } end"),
    Mistake("attempt to index a nil value (") { message in
      lastName(in: message).map { "'\($0)' is nil here; ask first: if \($0) then … end" }
    },
    Mistake(
      "attempt to index a nil value",
      remedy: "what is called here gave nil; keep it first: local x = …; if x then … end"),
    Mistake(
      "attempt to index a boolean value", remedy: "a module must end with: return its table"),
    Mistake(
      "attempt to concatenate a nil value",
      remedy: "write (value or \"\"), or ask first whether it is there"),
    Mistake(
      "attempt to concatenate a table value", remedy: "join the list: table.concat(list, \", \")"),
    Mistake("attempt to concatenate a boolean value", remedy: "write tostring(value)"),
    Mistake("attempt to concatenate a sequence value", remedy: "take the texts of its items"),
    Mistake("attempt to concatenate a", remedy: "its words are value.text"),
    Mistake(
      "has no field of type number", remedy: "it has no elements; read its fields by name"),
    Mistake("attempt to get length of a nil", remedy: "ask first whether it is there"),
    Mistake("attempt to get length of a", remedy: "the length of its text is #value.text"),
    Mistake("attempt to ", "a 'string' with a '", remedy: joining),
    Mistake("attempt to ", "' with a 'string'", remedy: joining),
    Mistake("attempt to compare", "with nil", remedy: "guard it: (value or 0)"),
    Mistake("attempt to compare nil", remedy: "guard it: (value or 0)"),
    Mistake(
      "attempt to compare two table values",
      remedy: "say what comes first: table.sort(list, function(a, b) return a.n < b.n end)"),
    Mistake(
      "attempt to compare", "string", "number",
      remedy: "make both the same: tonumber(…) or tostring(…)"),
    Mistake("attempt to compare", remedy: "compare numbers, or words: value.text"),
    Mistake("attempt to perform arithmetic on a nil value", remedy: "guard it: (value or 0)"),
    Mistake("attempt to perform arithmetic on a sequence", remedy: "count it: #items"),
    Mistake("attempt to perform arithmetic on a table", remedy: "count a list: #list"),
    Mistake("attempt to perform arithmetic on a", remedy: arithmetic),
    Mistake("bad 'for' limit", "got sequence", remedy: "count it: for i = 1, #items do"),
    Mistake("bad 'for' limit", "got table", remedy: "count it: for i = 1, #list do"),
    Mistake("bad 'for' ", "got nil", remedy: "guard it: (value or 0)"),
  ]

  private static let joining = "words are joined with '..'; a number in words is tonumber(text)"

  /// For objects of the host, which are no numbers.
  private static func arithmetic(_ message: String) -> String? {
    let isObject = KindName.allCases.contains { message.contains(words: " \($0.name) value") }
    return isObject ? "reckon with a number of it, such as #value.text" : nil
  }

  /// For pieces of metadata that an article need not have.
  private static func optionalField(_ message: String) -> String? {
    guard let name = lastName(in: message), optionalNames.contains(name) else { return nil }
    return "not every article has it: if x.\(name) then … end"
  }

  private static let optionalNames: Set<String> = [
    "subtitle", "kicker", "byline", "dateline", "published", "modified", "publisher", "section",
    "url", "language", "agency", "speaker", "speaker_name", "role", "cue", "stance",
  ]
}

// MARK: Spans and results

extension Mistake {
  private static let spans = [
    Mistake(
      "(expected span, got",
      remedy: "give it a sentence, a hit or another span, or { first = 1, last = 3 }"),
    Mistake("a span's table needs integers", remedy: "write { first = 1, last = 3 }"),
    Mistake(
      "is not inside the", remedy: "positions are bytes of the text, from 1 to #article.text"),
    Mistake("ends before it begins", remedy: "exchange the two"),
    Mistake(
      "would cut a character",
      remedy: "a letter such as é has two bytes; utf8.offset finds where characters begin"),
    Mistake(
      "is from an earlier article",
      remedy: "an article's spans are gone with it; keep their texts or numbers"),
    Mistake("ctx:annotate works in analyze only", remedy: "mark spans in analyze"),
    Mistake("ctx:summary works in report only", remedy: "in analyze: ctx:results(\"plugin\")"),
    Mistake("ctx:results works where", remedy: "in report: ctx:summary(\"plugin\")"),
    Mistake(
      "attributes.", "expected a value, got",
      remedy: "attributes hold strings, numbers, truth values, and lists and tables of them"),
    Mistake(
      "value", "expected a value, got function",
      remedy: "JSON holds strings, numbers, truth values, and lists and tables of them"),
    Mistake(
      "this ", " cannot be changed", remedy: "keep what you find in a local, and return it"),
    Mistake("cannot be set: libraries are read-only", remedy: "keep it in a local"),
  ]
}

// MARK: Strings and patterns

extension Mistake {
  private static let texts = [
    Mistake("malformed pattern (missing ']')", remedy: "a plain [ is written %["),
    Mistake("malformed pattern (ends with '%')", remedy: "a plain % is written %%"),
    Mistake("unfinished capture", remedy: "a plain ( is written %("),
    Mistake("invalid pattern capture", remedy: "a plain ) is written %)"),
    Mistake(
      "invalid capture index",
      remedy: "%1 is the first group in brackets, %0 all of it; a plain % is written %%"),
    Mistake(
      "invalid use of '%' in replacement", remedy: "a plain % is written %%"),
    Mistake(
      "to 'format' (number has no integer", remedy: "%d takes whole numbers; %.1f or %g take any"),
    Mistake("to 'format' (number expected, got nil)", remedy: "guard it: (value or 0)"),
    Mistake(
      "to 'format' (number expected, got string)",
      remedy: "%d and %f take numbers, %s takes anything; a plain % is written %%"),
    Mistake(
      "to 'format' (no value)", remedy: "each % takes a value; a plain % is written %%"),
    Mistake(
      "invalid conversion '", "to 'format'",
      remedy: "%d, %.2f, %s and %q are some; a plain % is written %%"),
    Mistake(
      "in table for 'concat'",
      remedy: "table.concat joins strings and numbers; join what is within first"),
    Mistake("(expected table, got ", remedy: "write a list or a table: { … }"),
    Mistake(
      "no JSON at byte", "expected a name",
      remedy: "JSON writes names as \"words\", not 'words' or words"),
    Mistake("wrong pattern at byte", "missing closing parenthesis", remedy: openBracket),
    Mistake(
      "there is no flag 'g'", remedy: "expression:all(text) finds every place, replace replaces all"
    ),
  ]

  /// What to do about an expression with a bracket too many or one too few.
  static let openBracket = "a plain ( is written \\("

  private static let others = [
    Mistake(": scripts have no clock", remedy: StandardLibrary.clockRemedy),
    Mistake(
      "the weight of \"", "is no number", remedy: "a list of words is { \"may\", might = 0.5 }"),
    Mistake(
      "stack overflow",
      remedy: "a function calls itself, and nothing ends that: return before the call"),
    Mistake(
      "the error object is a table",
      remedy: "give error a string, or a table with a string 'message'"),
    Mistake("the error object is nil", remedy: "give error a message"),
    Mistake(
      "attempt to load a binary chunk",
      remedy: "plugins are Lua source; compiled Lua is not loaded"),
    Mistake("'}' expected", "near", remedy: "a comma may be missing before it"),
    Mistake("modules require each other", remedy: "put what both need into a third"),
    Mistake(
      "invalid order function for sorting",
      remedy: "it must say that a comes before b or b before a, never both: use < and not <="),
  ]
}
