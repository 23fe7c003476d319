import Document
import Workbench

// The commands that show the plugin API to those who write plugins.

extension Session {
  /// Shows a name of the API, looks for words in it, or writes the whole of it as pages.
  func showReference() throws -> Int32 {
    let format = try arguments.string(.pageFormat)
    let folder = arguments.bytes(.pageFolder)
    if format != nil || folder != nil { return try writeReference(format, folder) }
    let page = ReferencePage(Workbench.reference, output)
    guard !arguments.operands.isEmpty else { return print(page.overview) }
    let words = arguments.operands.map(FileName.shown).joined(separator: " ")
    switch Workbench.reference.find(words) {
    case .section(let section): return print(page.text(of: section))
    case .entry(let entry, let section): return print(page.text(of: entry, in: section))
    case .entries(let entries): return print(page.list(entries))
    case .nothing(let suggestions): return fail(Self.nothing(of: words, suggestions))
    }
  }

  private static func nothing(of words: String, _ suggestions: [String]) -> Message {
    if let absence = Workbench.absence(of: words) {
      return Message(
        .error, "plugins have no '\(words.tamed)': \(absence.reason)", remedy: absence.remedy)
    }
    return Message(
      .error, "nothing in the plugin API is called or tells of '\(words)'",
      remedy: Suggestions.question(suggestions) ?? "copydesk doc lists all of it")
  }

  private func writeReference(_ word: String?, _ folder: [UInt8]?) throws -> Int32 {
    let formats = Workbench.PageFormat.allCases.map(\.rawValue)
    guard let format = Workbench.PageFormat(rawValue: word ?? "html") else {
      throw UsageError.badChoice(.pageFormat, Array((word ?? "").utf8), among: formats)
    }
    if let operand = arguments.operands.first {
      throw UsageError.unwantedOperand(operand, arguments.command)
    }
    guard let folder else { throw UsageError.missingCompanion(.pageFormat, .pageFolder) }
    try Workbench().writeReference(as: format, into: folder)
    return ExitStatus.success
  }

  /// Prints the type stubs of the API, or writes them into a folder of plugins with an editor's settings.
  func writeTypes() throws -> Int32 {
    guard let folder = arguments.bytes(.typesFolder) else { return print(Workbench.stubs) }
    for file in try Workbench().writeTypes(into: folder) where !file.isWritten {
      console.write(
        Message(
          .note, at: [file.name], "left as it is",
          remedy: "add \"\(Workbench.typesFolder)\" to its workspace.library"
        ).rendered(for: console))
    }
    return ExitStatus.success
  }
}

/// The plugin API as a terminal shows it.
struct ReferencePage {
  private let reference: APIReference
  private let terminal: Terminal

  init(_ reference: APIReference, _ terminal: Terminal) {
    self.reference = reference
    self.terminal = terminal
  }

  /// All tables and kinds of objects.
  var overview: String {
    let lists = reference.groups.map { title, sections in
      terminal.styled(title, .bold) + "\n" + rows(sections.map { ($0.name, $0.doc) })
    }
    return lists.joined(separator: "\n")
      + "\ncopydesk doc NAME shows one, copydesk doc NAME.MEMBER more.\n"
  }

  func text(of section: APISection) -> String {
    var text = terminal.styled(section.name, .bold) + "\n\n" + wrapped(section.doc)
    text += section.parent.map { "It has all that \($0) has.\n" } ?? ""
    text += code(section.example)
    guard !section.entries.isEmpty else { return text }
    return text + "\n" + section.entries.map { usage($0) + wrapped($0.doc, indent: 4) }.joined()
  }

  func text(of entry: APIEntry, in section: APISection) -> String {
    let example = entry.example ?? section.example
    let quotes = example.map { $0.contains("article") } ?? false
    return usage(entry) + "\n" + wrapped(entry.doc) + code(example)
      + (quotes ? "\n" + terminal.styled("the article", .bold) + "\n" + article : "")
      + "\n" + terminal.styled("since API \(entry.since)", .faint) + "\n"
  }

  func list(_ entries: [APIEntry]) -> String {
    entries.map { usage($0) + wrapped($0.doc, indent: 4) }.joined()
  }

  private var article: String {
    wrapped(reference.title, indent: 2)
      + reference.text.split(separator: "\n").map { wrapped(String($0), indent: 2) }.joined()
  }

  private func usage(_ entry: APIEntry) -> String {
    let name = entry.usage.prefix { !"(: ".contains($0) || $0 == ":" }
    let rest = entry.usage.dropFirst(name.count)
    return terminal.styled(String(name), .cyan) + rest + "\n"
  }

  private func code(_ example: String?) -> String {
    guard let example else { return "" }
    return "\n"
      + example.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        guard let mark = line.firstRange(of: "-->") else { return "  \(line)\n" }
        return
          "  \(line[..<mark.lowerBound])\(terminal.styled(String(line[mark.lowerBound...]), .green))\n"
      }.joined()
  }

  private func rows(_ rows: [(name: String, doc: String)]) -> String {
    let width = rows.map(\.name.count).max() ?? 0
    return rows.map { name, doc in
      let pad = String(repeating: " ", count: width - name.count)
      let first = doc.firstRange(of: ". ").map { doc[..<$0.lowerBound] + "." } ?? doc[...]
      return "  \(terminal.styled(name, .cyan))\(pad)  \(first)\n"
    }.joined()
  }

  /// A sentence in lines of a terminal.
  private func wrapped(_ words: String, indent: Int = 0) -> String {
    let room = min(max(terminal.width, 40), 100) - indent
    var lines: [String] = []
    for word in words.split(separator: " ") {
      if let last = lines.last, last.count + word.count < room {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { String(repeating: " ", count: indent) + $0 + "\n" }.joined()
  }
}
