package import Document

/// A readable summary for a terminal: of each article its title and origin, then what each plugin found.
package struct TextWriter: FindingsWriter {
  let style: TextStyle
  private var descriptions: [String: PluginDescription] = [:]
  private var isFirst = true

  package init(style: TextStyle = TextStyle()) {
    self.style = style
  }

  package var needs: FindingsNeeds { [.outcome, .annotations, .article] }

  package mutating func begin(_ plugins: [PluginDescription], to output: inout [UInt8]) {
    for plugin in plugins { descriptions[plugin.name] = plugin }
  }

  package mutating func write(_ entry: FindingsEntry, to output: inout [UInt8]) {
    if !isFirst { output.append(UInt8(ascii: "\n")) }
    isFirst = false
    var page = TextPage(style: style)
    switch entry.outcome {
    case .findings(let findings)?: write(findings, of: entry.article, to: &page)
    case .failed(let failure)?: page.verdict(failure, "cannot be read", .failure)
    case .skipped(let failure)?: page.verdict(failure, "skipped", .dim)
    case nil: break
    }
    output.append(contentsOf: page.text.utf8)
  }

  package func end(to output: inout [UInt8]) {}

  private func write(_ findings: Findings, of article: Article?, to page: inout TextPage) {
    let title = findings.title.isEmpty ? findings.id : findings.title
    page.paragraph(Printable.string(title), paint: .title)
    let origin = origin(of: findings, article, below: title)
    if !origin.isEmpty { page.paragraph(Printable.string(origin), paint: .dim) }
    for warning in findings.warnings {
      page.paragraph(Printable.string("warning: \(warning.message)"), paint: .warning)
    }
    for plugin in findings.plugins {
      page.line("")
      write(plugin, of: article, to: &page)
    }
  }

  /// Source, publisher, dateline, date, language and length, as far as known and not in the title above.
  private func origin(
    of findings: Findings, _ article: Article?, below title: String
  ) -> String {
    let about = findings.about
    let dateline = article?.metadata.dateline?.value
    var parts = findings.source == title ? [] : [findings.source]
    parts.append(about["publisher"]?.string ?? dateline?.agency ?? "")
    parts.append(dateline?.places.joined(separator: "/") ?? "")
    parts.append(about["published"]?.string.map(CalendarDate.shown) ?? "")
    parts.append(about["language"]?.string ?? "")
    if let words = about["words"]?.integer { parts.append(Figures.count(Int(words), "word")) }
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func write(_ plugin: PluginFindings, of article: Article?, to page: inout TextPage) {
    let name = style.painted(Printable.string(plugin.plugin), .plugin)
    if let error = plugin.error {
      page.line("  \(name)  " + style.painted("failed", .failure))
      let place = error.file.map { file in error.line.map { "\(file):\($0): " } ?? "\(file): " }
      let remedy = error.remedy.map { "; \($0)" } ?? ""
      let message = (place ?? "") + error.message + remedy
      page.paragraph(Printable.string(message), indent: 4, paint: .failure)
    } else if let reason = plugin.skipped {
      page.line("  \(name)  " + style.painted("skipped: \(Printable.string(reason))", .dim))
    } else {
      page.line("  \(name)")
      page.fields(plugin.fields, of: descriptions[plugin.plugin])
      for layer in plugin.annotations where !layer.annotations.isEmpty {
        page.annotations(layer, of: article)
      }
    }
  }
}

/// The lines of one article's summary.
struct TextPage {
  let style: TextStyle
  private(set) var text = ""

  init(style: TextStyle) {
    self.style = style
  }

  mutating func line(_ line: String) {
    // A bar of nothing leaves spaces behind.
    text += line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)]
    text += "\n"
  }

  /// Words wrapped to the width.
  mutating func paragraph(
    _ words: String, indent: Int = 0, paint: TextStyle.Paint = .plain
  ) {
    for line in DisplayWidth.wrapped(words, to: style.width - indent) {
      self.line(String(repeating: " ", count: indent) + style.painted(line, paint))
    }
  }
}
