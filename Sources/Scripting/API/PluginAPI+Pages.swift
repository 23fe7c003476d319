internal import Document

/// A page of the reference: its file's name and what is in it.
package struct APIPage {
  package var name: String
  package var text: String
}

extension PluginAPI {
  /// The reference as pages in Markdown, a section each, and `index.md`, which leads to them.
  package static var markdownPages: [APIPage] {
    let reference = sections
    let lists = reference.groups.map { title, sections in
      "## \(title)\n\n"
        + sections.map { "- [\($0.name)](\(file($0)).md): \($0.doc)" }.joined(separator: "\n")
    }
    let index =
      ["# Plugin API \(version)", introduction, markdown(exampleOf: reference)] + lists + [lua]
    return [APIPage(name: "index.md", text: index.joined(separator: "\n\n") + "\n")]
      + reference.sections.map { section in
        APIPage(name: "\(file(section)).md", text: markdown(section).dropFirst() + "\n")
      }
  }

  /// What stands around a page's content: takes its title, what it leads to, and the content.
  package typealias Frame = (
    _ title: String, _ ways: [(address: String, words: String)], _ body: String
  ) -> String

  /// The same in HTML; the pages need nothing but each other.
  package static func htmlPages(in frame: @escaping Frame) -> [APIPage] {
    let reference = sections
    let page = HTMLPage(reference, frame)
    return [APIPage(name: "index.html", text: page.index)]
      + reference.sections.map { APIPage(name: "\(file($0)).html", text: page.section($0)) }
  }

  /// The name of a section's file, without its ending.
  static func file(_ section: APISection) -> String { section.name.lowercased() }
}

/// Writes pages of the reference in HTML.
private struct HTMLPage {
  private let reference: APIReference
  private let frame: PluginAPI.Frame
  /// Files of the classes that types name.
  private let files: [String: String]

  init(_ reference: APIReference, _ frame: @escaping PluginAPI.Frame) {
    self.reference = reference
    self.frame = frame
    files = Dictionary(
      reference.sections.map { ($0.className, "\(PluginAPI.file($0)).html") }
    ) { first, _ in first }
  }

  var index: String {
    let lists = reference.groups.map { title, sections in
      let list = sections.map { section in
        "<dt><a href=\"\(PluginAPI.file(section)).html\">\(section.name.htmlEscaped)</a></dt>"
          + "<dd>\(inline(section.doc))</dd>\n"
      }
      return "<h2>\(title.htmlEscaped)</h2>\n<dl>\n\(list.joined())</dl>\n"
    }
    let article = reference.text.split(separator: "\n").map { "<p>\(String($0).htmlEscaped)</p>" }
    return frame(
      "Plugin API \(reference.version)", [],
      paragraphs(PluginAPI.introduction) + "<p>Examples about an article are about this one:</p>\n"
        + "<blockquote><h3>\(reference.title.htmlEscaped)</h3>\(article.joined())</blockquote>\n"
        + lists.joined() + paragraphs(PluginAPI.lua))
  }

  func section(_ section: APISection) -> String {
    var body = "<p>\(inline(PluginAPI.introduction(of: section)))</p>\n" + code(section.example)
    for entry in section.entries {
      body += "<h2 id=\"\(entry.name.htmlEscaped)\">\(entry.path.htmlEscaped)</h2>\n"
      body += "<p class=\"usage\"><code>\(usage(entry.usage))</code></p>\n"
      let since = entry.since > 1 ? " Since API \(entry.since)." : ""
      body += "<p>\(inline(entry.doc + since))</p>\n" + code(entry.example)
    }
    let ways = section.entries.map { (address: "#\($0.name)", words: $0.name) }
    return frame(section.name, [("index.html", "Plugin API")] + ways, body)
  }

  /// Paragraphs of Markdown with headings, of which there is little here.
  private func paragraphs(_ markdown: String) -> String {
    var html = ""
    var paragraph: [String] = []
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines + [Substring()] {
      if !line.isEmpty, !line.hasPrefix("## ") {
        paragraph.append(String(line))
      } else if !paragraph.isEmpty {
        html += "<p>\(inline(paragraph.joined(separator: " ")))</p>\n"
        paragraph = []
      }
      if line.hasPrefix("## ") { html += "<h2>\(String(line.dropFirst(3)).htmlEscaped)</h2>\n" }
    }
    return html
  }

  /// A sentence, its code between backticks.
  private func inline(_ words: String) -> String {
    var html = ""
    for (index, part) in words.split(separator: "`", omittingEmptySubsequences: false).enumerated()
    {
      html += index % 2 == 0 ? String(part).htmlEscaped : "<code>\(usage(String(part)))</code>"
    }
    return html
  }

  /// Code in which the classes of types lead to their pages.
  private func usage(_ code: String) -> String {
    var html = ""
    var rest = code.htmlEscaped[...]
    while let start = rest.firstIndex(of: "c") {
      html += rest[..<start]
      rest = rest[start...]
      let name = rest.prefix { $0.isLetter || $0 == "." }
      if let file = files[String(name)] {
        html += "<a href=\"\(file)\">\(name)</a>"
        rest = rest.dropFirst(name.count)
      } else {
        html.append(rest.removeFirst())
      }
    }
    return html + rest
  }

  private func code(_ example: String?) -> String {
    example.map { "<pre><code>\($0.htmlEscaped)</code></pre>\n" } ?? ""
  }
}
