import Document
import Workbench

// The command that shows plugins.

extension Session {
  func listPlugins() throws -> Int32 {
    let settings = try Settings(arguments)
    guard arguments.operands.isEmpty else { return try showPlugins(settings.library) }
    let plugins = try Workbench().plugins(of: settings.library)
    if plugins.isEmpty {
      let places = settings.library.places.map { FileName.shown($0.folder) }
      console.write(
        Message(.note, "no plugins found", details: places.map { "looked in \($0)" })
          .rendered(for: console))
    }
    let list = PluginList(plugins, output)
    let printed = print(arguments.has(.json) ? list.jsonLines : list.text)
    return plugins.contains { !$0.errors.isEmpty } && printed == ExitStatus.success
      ? ExitStatus.plugin : printed
  }

  private func showPlugins(_ library: PluginLibrary) throws -> Int32 {
    var text = ""
    var status = ExitStatus.success
    for operand in arguments.operands {
      let name = FileName.shown(operand)
      let isPath = operand.contains(UInt8(ascii: "/")) || PluginFiles.isFileName(name)
      let plugins =
        try isPath
        ? Workbench().plugins(of: library, paths: [operand])
        : Workbench().plugins(of: library, names: [name])
      guard !plugins.isEmpty else { throw try unknownPlugin(name, library) }
      for plugin in plugins {
        if !text.isEmpty { text += "\n" }
        if let description = plugin.description {
          text += PluginPage(plugin, description, output).text
        }
        if !plugin.errors.isEmpty { status = ExitStatus.plugin }
        tell(plugin.errors)
      }
    }
    let printed = print(text)
    return printed == ExitStatus.success ? status : printed
  }

  private func unknownPlugin(_ name: String, _ library: PluginLibrary) throws -> WorkbenchError {
    let names = try Workbench().plugins(of: library).map(\.name)
    return .unknownPlugin(name, suggestions: Suggestions.like(name, among: names))
  }

  private func tell(_ errors: [PluginError]) {
    for error in errors { console.write(Message(error).rendered(for: console)) }
  }
}

/// The list of installed plugins: one line each, with where they come from.
struct PluginList {
  private let plugins: [InstalledPlugin]
  private let terminal: Terminal

  init(_ plugins: [InstalledPlugin], _ terminal: Terminal) {
    self.plugins = plugins
    self.terminal = terminal
  }

  var text: String {
    let names = plugins.map(\.name.tamed)
    let width = names.map(\.count).max() ?? 0
    let origins = plugins.map { "\($0.origin.map(Self.words) ?? $0.path.tamed)" }
    let originWidth = origins.map(\.count).max() ?? 0
    var text = ""
    for (index, plugin) in plugins.enumerated() {
      let name = names[index] + String(repeating: " ", count: width - names[index].count)
      let pad = String(repeating: " ", count: originWidth - origins[index].count)
      let summary =
        plugin.description?.summary.tamed ?? "does not load; copydesk check \(plugin.path.tamed)"
      text +=
        "\(terminal.styled(name, .bold))  \(terminal.styled(origins[index], .faint))\(pad)  \(summary)\n"
    }
    return text
  }

  /// One object a plugin: its name, path and origin, what it declares, and what is wrong with it.
  var jsonLines: String {
    var json = JSONWriter()
    for plugin in plugins {
      json.beginObject()
      json.key("name")
      json.value(plugin.name)
      json.key("path")
      json.value(plugin.path)
      if let origin = plugin.origin {
        json.key("origin")
        json.value(Self.words(origin))
      }
      if let description = plugin.description {
        json.key("plugin")
        description.write(to: &json)
      }
      json.key("errors")
      json.beginArray()
      for error in plugin.errors { error.write(to: &json) }
      json.endArray()
      json.endObject()
      json.endLine()
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// How a plugin came to be found.
  static func words(_ origin: PluginLibrary.Place.Origin) -> String {
    switch origin {
    case .option: "--plugin-path"
    case .configuration: "project"
    case .environment: "environment"
    case .user: "user"
    case .bundled: "bundled"
    }
  }
}
