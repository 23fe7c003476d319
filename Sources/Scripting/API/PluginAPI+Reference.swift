// The reference of the plugin API, an article of the documentation.

extension PluginAPI {
  /// The reference in Markdown.
  package static var reference: String {
    let owners = owners
    var parts = [introduction]
    parts += APIShape.plugin.map(section)
    parts += owners.map { section($0, span: owners.first { $0.className == "copydesk.Span" }) }
    parts += APIShape.values.map(section)
    parts.append(lua)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static let introduction = """
    # Plugin API 1

    Every name that a plugin can use.

    ## Overview

    This page is made from the declarations that also bind the functions and write the type stubs for \
    editors, so it cannot be out of date. Types are in the notation of the Lua language server: `string?` \
    may be nil, `string[]` is a list. Functions whose owner is an object are called with a colon, as in \
    `ctx:annotate(…)`; those of `desk` with a dot. Positions count bytes from 1 and include the last, as \
    in `string.sub`.
    """

  private static let lua = """
    ## Lua

    Plugins are written in Lua 5.4 with these differences. `pairs` and `next` walk the keys in order; \
    `desk.each` does not, and is faster. `math.random` draws the same for the same article. `print` writes \
    to the plugin's log. `require` finds modules in the plugin's own folder, `require "words.english"` \
    being `words/english.lua`; they are named literally or required at the top of the plugin. `os` has \
    `date`, `time` and `difftime` for given times and no clock. There is no `io`, `debug`, `package`, \
    `load`, `dofile`, `loadfile` or `collectgarbage` but for `"count"`. A global that is not defined is an \
    error, and so is setting one.
    """

  private static func section(_ shape: APIShape) -> String {
    let head = "## \(shape.name)\n\n\(shape.doc) In types `copydesk.\(shape.name)`."
    let fields = shape.fields.map { field in
      item(field.name + (field.isRequired ? "" : "?"), ": " + field.type, field.doc)
    }
    return ([head, ""] + fields).joined(separator: "\n")
  }

  private static func section(_ owner: APIOwner, span: APIOwner?) -> String {
    let inherited = owner.isSpan ? span?.members.map(\.name) ?? [] : []
    let members = owner.members.filter { !inherited.contains($0.name) }.map { member in
      item(call(member, of: owner), signature(member), member.doc + since(member))
    }
    let unnamed = unnamedItems(of: owner)
    var lines = ["## \(title(of: owner))", "", introduction(of: owner)]
    if !(members + unnamed).isEmpty { lines.append("") }
    return (lines + members + unnamed).joined(separator: "\n")
  }

  private static func title(of owner: APIOwner) -> String {
    switch owner.form {
    case .library: owner.name
    case .object, .table: String(owner.className.dropFirst("copydesk.".count))
    }
  }

  private static func introduction(of owner: APIOwner) -> String {
    guard case .library = owner.form else {
      let span = owner.isSpan ? " It has all that a span has." : ""
      return "\(owner.doc)\(span) In types `\(owner.className)`."
    }
    return owner.doc
  }

  private static func unnamedItems(of owner: APIOwner) -> [String] {
    var items: [String] = []
    if let element = owner.element { items.append("- `[i]`: `\(element.type)?`.") }
    if let call = owner.call { items.append("- `()`: `\(call.type)`.") }
    return items
  }

  /// How a member is written where it is used.
  private static func call(_ member: APIMember, of owner: APIOwner) -> String {
    switch owner.form {
    case .library: "\(owner.name).\(member.name)"
    case .object(.ctx): member.isFunction ? "ctx:\(member.name)" : "ctx.\(member.name)"
    case .object(.article): member.isFunction ? "article:\(member.name)" : "article.\(member.name)"
    case .object(.report): "report:\(member.name)"
    case .object, .table: member.isFunction ? ":\(member.name)" : member.name
    }
  }

  private static func signature(_ member: APIMember) -> String {
    member.isFunction ? String(member.type.dropFirst("fun".count)) : ": " + member.type
  }

  private static func since(_ member: APIMember) -> String {
    member.since > 1 ? " Since API \(member.since)." : ""
  }

  private static func item(_ name: String, _ type: String, _ doc: String) -> String {
    let words = doc.split(separator: "\n").map { String($0).trimmed }.joined(separator: " ")
    return "- `\(name)\(type)`: \(words)"
  }
}
