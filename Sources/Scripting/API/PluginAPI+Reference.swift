internal import Document

// The reference of the plugin API in Markdown.

extension PluginAPI {
  /// All of it, an article of the documentation.
  package static var reference: String {
    let sections = sections
    let parts =
      ["# Plugin API \(version)", "Every name that a plugin can use."]
      + [introduction, markdown(exampleOf: sections)] + sections.sections.map { markdown($0) }
      + [lua]
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// What every reader needs to know first.
  static let introduction = """
    ## Overview

    This page is made from the declarations that also bind the functions and write the type stubs for \
    editors, so it cannot be out of date. `copydesk doc` shows it in the terminal, a name at a time. Types are in the \
    notation of the Lua language server: `string?` may be nil, `string[]` is a list. Functions whose owner is an \
    object are called with a colon, as in `ctx:annotate(…)`; those of `desk` with a dot. Positions count bytes from 1 \
    and include the last, as in `string.sub`.

    Behind `-->` stands what a line prints, or an expression's value; a test runs them all.
    """

  static let lua = """
    ## Lua

    Plugins are written in Lua 5.4 with these differences. `pairs` and `next` walk the keys in order; \
    `desk.each` does not, and is faster. `math.random` draws the same for the same article. `print` writes \
    to the plugin's log. `require` finds modules in the plugin's own folder, `require "words.english"` \
    being `words/english.lua`; they are named literally or required at the top of the plugin. `os` has \
    `date`, `time` and `difftime` for given times and no clock. There is no `io`, `debug`, `package`, \
    `load`, `dofile`, `loadfile` or `collectgarbage` but for `"count"`. A global that is not defined is an \
    error, and so is setting one.
    """

  /// The article that examples are about.
  static func markdown(exampleOf reference: APIReference) -> String {
    let lines = reference.text.split(separator: "\n", omittingEmptySubsequences: false)
    let quoted = (["**\(reference.title)**", ""] + lines.map(String.init)).map { "> \($0)" }
    return "Examples about an article are about this one:\n\n"
      + quoted.map(\.trimmed).joined(separator: "\n")
  }

  static func markdown(_ section: APISection) -> String {
    let parts =
      ["## \(section.name)", introduction(of: section)] + [code(section.example)].compactMap(\.self)
      + section.entries.flatMap { markdown($0, isData: section.isData) }
    return parts.joined(separator: "\n\n")
  }

  /// What a section is, in a sentence or two.
  static func introduction(of section: APISection) -> String {
    guard section.kind != .library else { return section.doc }
    let span = section.parent == nil ? "" : " It has all that a span has."
    return "\(section.doc)\(span) In types `\(section.className)`."
  }

  private static func markdown(_ entry: APIEntry, isData: Bool) -> [String] {
    let since = entry.since > 1 ? " Since API \(entry.since)." : ""
    if isData { return ["- `\(entry.usage)`: \(entry.doc)\(since)"] }
    return ["### \(entry.path)", "`\(entry.usage)`", entry.doc + since]
      + [code(entry.example)].compactMap(\.self)
  }

  private static func code(_ example: String?) -> String? {
    example.map { "```lua\n\($0)\n```" }
  }
}

extension APISection {
  /// Whether its entries are the members of a table, which are read together.
  var isData: Bool { kind == .plugin || kind == .data }
}
