import Document
import Workbench

/// What a check found as build servers read tests: the XML of JUnit, one suite a plugin, one case a finding.
struct CheckSuites {
  private let check: Check

  init(_ check: Check) {
    self.check = check
  }

  var text: String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<testsuites name=\"copydesk check\" \(counts(check.plugins))>\n"
      + check.plugins.map(suite).joined() + "</testsuites>\n"
  }

  private func suite(_ plugin: InstalledPlugin) -> String {
    let name = plugin.name.xmlEscaped
    let cases =
      plugin.diagnostics.isEmpty
      ? "    <testcase name=\"nothing is wrong\" classname=\"\(name)\"/>\n"
      : plugin.diagnostics.map { element($0, of: name) }.joined()
    return
      "  <testsuite name=\"\(name)\" file=\"\(plugin.path.xmlEscaped)\" \(counts([plugin]))>\n\(cases)  </testsuite>\n"
  }

  private func element(_ diagnostic: Diagnostic, of plugin: String) -> String {
    let message = Message(diagnostic)
    let place = message.place.joined(separator: ": ").xmlEscaped
    let words = message.rendered(for: Terminal(1, color: .never)).xmlEscaped
    let start = "    <testcase name=\"\(place)\" classname=\"\(plugin)\""
    let body =
      check.fails(diagnostic)
      ? "<failure message=\"\(diagnostic.message.xmlEscaped)\" type=\"\(diagnostic.code)\">\(words)</failure>"
      : "<system-out>\(words)</system-out>"
    return "\(start)>\n      \(body)\n    </testcase>\n"
  }

  private func counts(_ plugins: [InstalledPlugin]) -> String {
    let tests = plugins.reduce(0) { $0 + max(1, $1.diagnostics.count) }
    let failures = plugins.reduce(0) { $0 + $1.diagnostics.count(where: check.fails) }
    return "tests=\"\(tests)\" failures=\"\(failures)\" errors=\"0\""
  }
}
