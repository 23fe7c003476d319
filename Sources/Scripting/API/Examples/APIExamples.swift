/// The examples of the reference: a few lines of Lua for each name, with what they print.
///
/// They stand in texts of their own, by owner, so that they can be read and written as Lua. `--# desk.round` begins the
/// example of a name. What a line prints stands behind `-->`; of an expression, its value. A test runs them all.
enum APIExamples {
  /// By the paths of names and tables: `desk.round`, `article.quotes`, `Plugin`.
  static let all: [String: String] = {
    var examples: [String: String] = [:]
    for text in texts {
      for example in split(text) { examples[example.path] = example.code }
    }
    return examples
  }()

  static let texts = [
    plugin, values, article, spans, context, report, marks, desk, library, lexicon, grammars,
    tables,
  ]

  /// The examples of a text, in order.
  static func split(_ text: String) -> [(path: String, code: String)] {
    var examples: [(path: String, lines: [Substring])] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("--# ") {
        examples.append((String(line.dropFirst(4)), []))
      } else if !examples.isEmpty {
        examples[examples.count - 1].lines.append(line)
      }
    }
    return examples.map { path, lines in
      (path, lines.joined(separator: "\n").trimmed)
    }
  }

  /// The headline of the article that the examples are about.
  static let title = "Port of Ulm reopens after flood"

  /// Its text.
  static let text = """
    The German port of Ulm reopened on 4 March 2025, two weeks after the flood.

    “We slept well for the first time,” said harbour master Ada Brandt. Fees may fall by 2% in April, \
    she added.

    Repairs cost €3.5 million, the city council said. Nobody was hurt.
    """
}
