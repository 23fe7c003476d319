import Document
import Workbench

/// Writes what became of plugins' specs, plugin by plugin, in one of the formats.
struct TestWriter {
  private let format: TestFormat
  private let text: TestText
  private var plugins: [TestedPlugin] = []
  private var number = 0

  init(_ format: TestFormat, terminal: Terminal, isQuiet: Bool) {
    self.format = format
    text = TestText(terminal, isQuiet: isQuiet)
  }

  /// Which lines of all plugins ran.
  var coverage: [FileCoverage] { plugins.flatMap(\.coverage) }

  var hasFailures: Bool { plugins.contains { !$0.hasPassed } }
  var isMissingPlugins: Bool { plugins.contains { !$0.errors.isEmpty } }

  /// Whether plugins were there to be tried, but nothing of them was wanted.
  var isEmpty: Bool {
    !plugins.isEmpty && plugins.allSatisfy { $0.cases.isEmpty && $0.errors.isEmpty }
  }
  /// Names of specs that were not wanted.
  var passedOver: [String] { plugins.flatMap(\.passedOver) }

  /// What is written as soon as a plugin has been tried.
  mutating func text(of plugin: TestedPlugin) -> String {
    plugins.append(plugin)
    switch format {
    case .text: return text.of(plugin)
    case .tap: return (number == 0 && plugins.count == 1 ? "TAP version 14\n" : "") + tap(plugin)
    case .json: return jsonLines(plugin)
    case .junit: return ""
    }
  }

  /// What is written when all have been tried.
  func end() -> String {
    switch format {
    case .text: text.summary(of: plugins)
    case .tap: "1..\(number)\n"
    case .json: ""
    case .junit: JUnit(plugins).text
    }
  }

  // MARK: TAP

  private mutating func tap(_ plugin: TestedPlugin) -> String {
    var text = ""
    for tested in plugin.cases {
      number += 1
      let place = [plugin.name, tested.place].compactMap { $0 }.joined(separator: ": ")
      // What follows a '#' would be an instruction.
      let name = "\(place): \(tested.name)".tamed.map { $0 == "#" ? "\\#" : "\($0)" }.joined()
      text += "\(tested.hasPassed ? "ok" : "not ok") \(number) - \(name)\n"
      guard !tested.hasPassed else { continue }
      // YAML takes strings of JSON.
      text += "  ---\n"
      if let error = tested.error { text += "  message: \(Self.quoted(error.message))\n" }
      for difference in tested.differences {
        text += "  \(Self.quoted(difference.place)):\n"
        text += "    expected: \(Self.quoted(difference.expected))\n"
        text += "    found: \(Self.quoted(difference.found))\n"
      }
      text += "  ...\n"
    }
    for error in plugin.errors {
      number += 1
      text += "not ok \(number) - \("\(plugin.name): \(error.message)".tamed)\n"
    }
    return text
  }

  private static func quoted(_ words: String) -> String {
    JSONWriter.text(.string(words))
  }

  // MARK: JSON Lines

  /// One object a case.
  private func jsonLines(_ plugin: TestedPlugin) -> String {
    var json = JSONWriter()
    for tested in plugin.cases {
      json.beginObject()
      json.key("plugin")
      json.value(plugin.name)
      if let file = tested.file {
        json.key("file")
        json.value(file)
      }
      if let line = tested.line {
        json.key("line")
        json.value(line)
      }
      json.key("name")
      json.value(tested.name)
      json.key("passed")
      json.value(tested.hasPassed)
      json.key("seconds")
      json.value(tested.seconds)
      json.key("differences")
      json.value(
        .list(
          tested.differences.map {
            [
              "place": .string($0.place), "expected": .string($0.expected),
              "found": .string($0.found),
            ]
          }))
      if let error = tested.error {
        json.key("error")
        error.write(to: &json)
      }
      json.endObject()
      json.endLine()
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

extension TestedCase {
  /// Where the spec stands: `tests/hedging.lua:12`.
  var place: String? {
    file.map { file in line.map { "\(file):\($0)" } ?? file }
  }
}
