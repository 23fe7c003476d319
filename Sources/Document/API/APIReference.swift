/// The plugin API as its reference tells it, made from the API's declarations.
package struct APIReference: Sendable {
  /// The version that it is of.
  package var version: Int
  /// In the order in which they are best read.
  package var sections: [APISection]
  /// The article that the examples are about.
  package var title: String
  package var text: String

  package init(version: Int, sections: [APISection], title: String, text: String) {
    self.version = version
    self.sections = sections
    self.title = title
    self.text = text
  }

  /// The sections by what they are made for, under the headings of an overview.
  package var groups: [(title: String, sections: [APISection])] {
    let kinds: [(String, APISection.Kind)] = [
      ("What a plugin is made of", .plugin), ("Objects", .object), ("Libraries", .library),
      ("Tables that functions take and give", .data),
    ]
    return kinds.map { title, kind in (title, sections.filter { $0.kind == kind }) }
  }
}

/// A table, a library or a kind of object, with all that can be asked of it.
package struct APISection: Sendable {
  /// As readers know it: `article`, `desk.json`, `Sentence`.
  package var name: String
  /// In types: `copydesk.Sentence`; that of a library is its global name.
  package var className: String
  package var doc: String
  /// The section whose entries it has too: a sentence all that a span has.
  package var parent: String?
  package var example: String?
  package var entries: [APIEntry]
  /// What it is made for: a plugin's table, an object that functions give, a library, or a table of data.
  package var kind: Kind

  package enum Kind: Sendable { case plugin, object, library, data }

  package init(
    _ name: String, className: String, doc: String, parent: String? = nil, example: String?,
    kind: Kind, entries: [APIEntry]
  ) {
    self.name = name
    self.className = className
    self.doc = doc
    self.parent = parent
    self.example = example
    self.kind = kind
    self.entries = entries
  }
}

/// One name of the API.
package struct APIEntry: Sendable {
  /// By which it is looked up: `article.quotes`, `desk.round`, `Plugin.fields`.
  package var path: String
  /// As it is written where it is used, with its type: `ctx:log(...: any)`, `article.quotes: copydesk.Quote[]`.
  package var usage: String
  /// In LuaCATS notation.
  package var type: String
  package var doc: String
  /// The version of the API that brought it.
  package var since: Int
  /// Lua, with what it prints behind `-->`; nil where the section's example shows it.
  package var example: String?

  package init(
    _ path: String, usage: String, type: String, doc: String, since: Int = 1,
    example: String? = nil
  ) {
    self.path = path
    self.usage = usage
    self.type = type
    self.doc = doc
    self.since = since
    self.example = example
  }

  /// Without its owner.
  package var name: String {
    path.lastIndex(of: ".").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
