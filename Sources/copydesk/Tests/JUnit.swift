import Document
import Workbench

/// Results of tests as build servers read them: the XML of JUnit, one suite a plugin.
///
/// It keeps to the schema of Jenkins, the strictest at hand, in which cases have no place of their own: the words of a failure begin
/// with it.
struct JUnit {
  private let plugins: [TestedPlugin]

  init(_ plugins: [TestedPlugin]) {
    self.plugins = plugins
  }

  var text: String {
    let cases = plugins.flatMap(\.cases)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<testsuites name=\"copydesk test\" \(Self.counts(cases, plugins.count { !$0.errors.isEmpty }))>\n"
      + plugins.map(suite).joined() + "</testsuites>\n"
  }

  private func suite(_ plugin: TestedPlugin) -> String {
    let cases = plugin.cases.map { element($0, plugin) }
    let errors = plugin.errors.map { error in
      "    <testcase name=\"the plugin loads\" classname=\"\(plugin.name.xmlEscaped)\">\n"
        + "      <error message=\"\(error.message.xmlEscaped)\"/>\n    </testcase>\n"
    }
    return "  <testsuite name=\"\(plugin.name.xmlEscaped)\" file=\"\(plugin.path.xmlEscaped)\" "
      + "\(Self.counts(plugin.cases, errors.count))>\n"
      + (cases + errors).joined() + "  </testsuite>\n"
  }

  private func element(_ tested: TestedCase, _ plugin: TestedPlugin) -> String {
    var start = "    <testcase name=\"\(tested.name.xmlEscaped)\""
    start += " classname=\"\(plugin.name.xmlEscaped)\" time=\"\(Self.seconds(tested.seconds))\""
    guard !tested.hasPassed else { return start + "/>\n" }
    var words = tested.place.map { "\($0):\n" } ?? ""
    words += tested.error.map { Message($0).rendered(for: Terminal(1, color: .never)) } ?? ""
    for difference in tested.differences {
      words += TextDifference(difference).text(for: Terminal(1, color: .never))
    }
    let message =
      tested.error?.message ?? tested.differences.map(\.place).joined(separator: ", ")
    return start + ">\n      <failure message=\"\(message.xmlEscaped)\">"
      + "\(words.xmlEscaped)</failure>\n    </testcase>\n"
  }

  private static func counts(_ cases: [TestedCase], _ errors: Int) -> String {
    let failures = cases.count { !$0.hasPassed }
    let time = seconds(cases.reduce(0) { $0 + $1.seconds })
    return
      "tests=\"\(cases.count + errors)\" failures=\"\(failures)\" errors=\"\(errors)\" time=\"\(time)\""
  }

  /// To the microsecond, without an exponent.
  private static func seconds(_ seconds: Double) -> String {
    let microseconds = Int((seconds * 1e6).rounded())
    let digits = "\(microseconds % 1_000_000)"
    return "\(microseconds / 1_000_000)." + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
