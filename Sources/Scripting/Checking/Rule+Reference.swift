internal import Document

extension Rule {
  /// The reference of codes in Markdown, an article of the documentation.
  static var reference: String {
    let groups: [(title: String, rules: [Rule])] = [
      ("Loading", [.syntax, .load, .declaration, .setup]),
      ("Names", between(.unknownGlobal, .hiddenLocal)),
      ("Declarations", between(.undeclaredLayer, .unusedRequirement)),
      ("Modules", between(.missingModule, .lateModule)),
      ("Calls and operators", between(.missingArgument, .pattern)),
      ("Pitfalls", between(.unreachable, .wordList)),
      ("Comments", between(.unknownCode, .unusedAllow)),
    ]
    let sections = groups.map { group in
      "## \(group.title)\n\n" + group.rules.map(\.section).joined(separator: "\n\n")
    }
    return ([introduction] + sections).joined(separator: "\n\n") + "\n"
  }

  private static func between(_ first: Rule, _ last: Rule) -> [Rule] {
    let all = allCases
    guard let start = all.firstIndex(of: first), let end = all.firstIndex(of: last) else {
      return []
    }
    return Array(all[start...end])
  }

  private static let introduction = """
    # Diagnostics

    What `copydesk check` finds, by its codes.

    ## Overview

    This page is made from the table that also names the codes. Errors fail when the code is run, or keep the plugin from \
    loading; warnings are what looks wrong. What `check` tells is evident from the source and from the declaration of \
    the API; where a value could be anything it says nothing.

    A comment allows what it names: behind code on that line, on a line of its own on the next line of code, and above \
    all code in the whole file. What keeps a plugin from loading cannot be allowed, and `check` shows it without its code.

    ```lua
    local spare = 1 -- copydesk: allow unused-local
    ```
    """

  private var section: String {
    let (rule, mark) = (description, severity == .error ? "An error" : "A warning")
    return "### \(rule.code)\n\n\(mark): \(rule.summary). \(rule.help)\n\n"
      + "```lua\n\(rule.example)\n```"
  }
}
