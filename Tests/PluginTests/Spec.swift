import Document
import Lua

@testable import Scripting

/// What a plugin is expected to find in a small article, as a file in its folder `tests` says.
struct Spec: Sendable {
  /// The plugin's folder or file, and the file of specs, both from the project's folder.
  var plugin: String
  var file: String
  var name: String
  var article: Article
  var options: Fields
  /// Fields with the values they must have; numbers to four decimals.
  var fields: Fields
  /// Fields that there must not be.
  var missing: [String]
  /// By layer, all marks in order: words alone, or with some of their attributes.
  var marks: Fields
  /// Why the plugin must leave the article alone.
  var skipped: String?
  /// Words of the error that it must end with.
  var error: String?

  /// Where to look for it.
  var place: String { "\(file): \(name)" }

  /// The keys that a spec may have.
  private static let keys: Set<String> = [
    "name", "text", "title", "language", "metadata", "options", "fields", "missing", "marks",
    "skipped", "error",
  ]

  init(_ value: Value, plugin: String, file: String) throws(SpecFault) {
    guard let spec = value.asMap, let name = spec["name"]?.string else {
      throw SpecFault("\(file): a spec is a table with a name")
    }
    let unknown = spec.names.filter { !Self.keys.contains($0) }
    guard unknown.isEmpty else {
      throw SpecFault("\(file): \(name): there is no key \(unknown.joined(separator: ", "))")
    }
    self.plugin = plugin
    self.file = file
    self.name = name
    article = Self.article(spec)
    options = spec["options"]?.asMap ?? [:]
    fields = spec["fields"]?.asMap ?? [:]
    missing = spec["missing"]?.list?.compactMap(\.string) ?? []
    marks = spec["marks"]?.asMap ?? [:]
    skipped = spec["skipped"]?.string
    error = spec["error"]?.string
  }

  private static func article(_ spec: Fields) -> Article {
    var article = Article(
      id: "spec", source: "spec", hash: "00", text: Text(spec["text"]?.string ?? ""))
    let known = spec["metadata"]?.asMap ?? [:]
    func sourced(_ value: String?) -> Sourced<String>? { value.map { Sourced($0, from: "spec") } }
    article.metadata.title = sourced(spec["title"]?.string)
    article.metadata.language = sourced(spec["language"]?.string ?? "en")
    article.metadata.published = sourced(known["published"]?.string)
    article.metadata.publisher = sourced(known["publisher"]?.string)
    article.metadata.section = sourced(known["section"]?.string)
    article.metadata.url = sourced(known["url"]?.string)
    if let authors = known["authors"]?.list?.compactMap(\.string) {
      article.metadata.authors = Sourced(authors, from: "spec")
    }
    return article
  }
}

/// Why specs cannot be read.
struct SpecFault: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}
