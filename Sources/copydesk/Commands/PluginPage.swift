import Document
import Workbench

/// All that a plugin says of itself, for reading on a terminal.
struct PluginPage {
  private let plugin: InstalledPlugin
  private let description: PluginDescription
  private let terminal: Terminal

  init(_ plugin: InstalledPlugin, _ description: PluginDescription, _ terminal: Terminal) {
    self.plugin = plugin
    self.description = description
    self.terminal = terminal
  }

  var text: String {
    var text = terminal.styled(description.name.tamed, .bold)
    text += description.versionedName.dropFirst(description.name.count).description.tamed
    text += (description.summary.isEmpty ? "" : ": \(description.summary.tamed)") + "\n"
    if !description.help.isEmpty {
      let lines = description.help.split(separator: "\n", omittingEmptySubsequences: false)
      text += "\n" + lines.map { "\(String($0).tamed)\n" }.joined()
    }
    text += section("Fields", description.fields.map(field))
    text += section("Layers", description.layers.map { ($0.name, $0.doc) })
    text += section("Options", description.options.map(option))
    text += section("About", about)
    return text
  }

  private func field(_ field: FieldDescription) -> (String, String) {
    (field.name, "\(field.doc) (\(field.type.rawValue), merged by \(field.merge.rawValue))")
  }

  private func option(_ option: OptionDescription) -> (String, String) {
    let standard = option.isRequired ? "must be set" : "default \(Self.shown(option.defaultValue))"
    var notes = ["\(option.type.rawValue), \(standard)"]
    if let minimum = option.minimum { notes.append("at least \(Self.shown(minimum))") }
    if let maximum = option.maximum { notes.append("at most \(Self.shown(maximum))") }
    if let choices = option.choices {
      notes.append("one of \(choices.map(Self.shown).joined(separator: ", "))")
    }
    return (option.name, "\(option.doc) (\(notes.joined(separator: ", ")))")
  }

  private var about: [(String, String)] {
    var about: [(String, String)] = []
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { about.append((name, value)) }
    }
    add("categories", description.categories.joined(separator: ", "))
    add("languages", description.languages?.joined(separator: ", ") ?? "any")
    add("judgements", description.judgements.joined(separator: ", "))
    add("requires", description.requires.joined(separator: ", "))
    add("author", description.author)
    add("license", description.license)
    add("from", plugin.origin.map(PluginList.words))
    add("file", plugin.path)
    add("hash", String(description.hash.prefix(16)))
    return about
  }

  private func section(_ title: String, _ rows: [(name: String, doc: String)]) -> String {
    guard !rows.isEmpty else { return "" }
    let width = rows.map(\.name.tamed.count).max() ?? 0
    var text = "\n\(terminal.styled(title, .bold))\n"
    for row in rows {
      let pad = String(repeating: " ", count: width - row.name.tamed.count)
      text += "  \(terminal.styled(row.name.tamed, .cyan))\(pad)  \(row.doc.tamed)\n"
    }
    return text
  }

  private static func shown(_ number: Double) -> String {
    Int(exactly: number).map { "\($0)" } ?? "\(number)"
  }

  private static func shown(_ value: Value) -> String {
    if case .string(let string) = value { return string }
    return JSONWriter.text(value)
  }
}
