import Document
import Workbench

extension Session {
  /// Says everything that is wrong with plugins, or looks wrong.
  func check() throws -> Int32 {
    let format = try arguments.string(.checkFormat) ?? CheckFormat.text.rawValue
    guard let format = CheckFormat(rawValue: format) else {
      throw UsageError.badChoice(
        .checkFormat, Array(format.utf8), among: CheckFormat.allCases.map(\.rawValue))
    }
    let library = try Settings(arguments).library
    let (names, paths) = try namedPlugins(of: library)
    let plugins = try Workbench().plugins(
      of: library, names: names, paths: paths, isThorough: true)
    let check = Check(plugins, isStrict: arguments.has(.strict))
    let printed: Int32 =
      switch format {
      case .text: tell(check)
      case .json: print(check.json)
      case .sarif: print(SARIF(check).text)
      case .junit: print(CheckSuites(check).text)
      }
    return printed == ExitStatus.success ? check.status : printed
  }

  private func tell(_ check: Check) -> Int32 {
    for plugin in check.plugins {
      for diagnostic in plugin.diagnostics
      where diagnostic.severity == .error || check.isStrict || !isQuiet {
        console.write(Message(diagnostic).rendered(for: console))
      }
    }
    guard !isQuiet else { return ExitStatus.success }
    return print(check.plugins.filter(check.isSound).map { check.line($0, output) }.joined())
  }
}

/// How findings of a check are written.
enum CheckFormat: String, CaseIterable {
  case text, json, sarif, junit
}

/// Plugins that were checked.
struct Check {
  let plugins: [InstalledPlugin]
  /// Whether warnings fail.
  let isStrict: Bool

  init(_ plugins: [InstalledPlugin], isStrict: Bool) {
    self.plugins = plugins
    self.isStrict = isStrict
  }

  var diagnostics: [Diagnostic] { plugins.flatMap(\.diagnostics) }

  var status: Int32 {
    if plugins.contains(where: { !$0.loads }) { return ExitStatus.plugin }
    return plugins.allSatisfy(isSound) ? ExitStatus.success : ExitStatus.failedTest
  }

  func isSound(_ plugin: InstalledPlugin) -> Bool {
    plugin.loads && !plugin.diagnostics.contains(where: fails)
  }

  func fails(_ diagnostic: Diagnostic) -> Bool { isStrict || diagnostic.severity == .error }

  /// `hedging.lua: ok, hedging 1.0.0, 2 warnings`
  func line(_ plugin: InstalledPlugin, _ output: Terminal) -> String {
    let name = plugin.description?.versionedName.tamed ?? plugin.name.tamed
    let warnings = plugin.diagnostics.count
    let more = warnings == 0 ? "" : ", \(Count.of(warnings, "warning", "warnings"))"
    return "\(plugin.path.tamed): \(output.styled("ok", .green)), \(name)\(more)\n"
  }

  /// One JSON document.
  var json: String {
    var json = JSONWriter()
    let plugins = plugins.map { plugin in
      Value.map([
        "name": .string(plugin.name), "path": .string(plugin.path), "loads": .bool(plugin.loads),
        "diagnostics": .list(plugin.diagnostics.map { .map($0.fields) }),
      ])
    }
    let errors = diagnostics.count { $0.severity == .error }
    json.value(
      Value.map([
        "schema": .string("copydesk/1"), "plugins": .list(plugins),
        "errors": .integer(Int64(errors)),
        "warnings": .integer(Int64(diagnostics.count - errors)),
      ]))
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

extension InstalledPlugin {
  var loads: Bool { errors.isEmpty && description != nil }
}
