import Document
import Testing

@testable import Reporting

/// The example on the documentation's first page is code that runs.
@Suite struct ExampleTests {
  @Test func `the example writes a table`() {
    var printed = ""
    func print(_ words: String) { printed = words }
    // The example begins.
    let found = PluginFindings(plugin: "tone", fields: ["compound": -0.5, "note": "=1+1"])
    let findings = Findings(id: "a", source: "a.txt", title: "Storm", hash: "", plugins: [found])
    let compound = FieldDescription(name: "compound", type: .number, merge: .mean, doc: "−1…1")
    let note = FieldDescription(name: "note", type: .string, merge: .none, doc: "to the editor")
    let tone = PluginDescription(name: "tone", fields: [compound, note])
    var (writer, output) = (CSVWriter(), [UInt8]())
    writer.begin([tone], to: &output)
    writer.write(FindingsEntry(line: [], outcome: .findings(findings)), to: &output)
    writer.end(to: &output)
    print(String(decoding: output, as: UTF8.self))  // … ok,-0.5,'=1+1
    // The example ends.
    #expect(printed.hasSuffix("ok,-0.5,'=1+1\r\n"))
  }

  @Test func `the page shows what runs`() {
    let page = Golden.lines(of: "../../Sources/Reporting/Reporting.docc/Reporting.md")
    let test = Golden.lines(of: "../ReportingTests/ExampleTests.swift")
    let shown = page.drop { $0 != "```swift" }.dropFirst().prefix { $0 != "```" }
    let run = test.drop { !$0.hasSuffix("// The example begins.") }.dropFirst()
      .prefix { !$0.hasSuffix("// The example ends.") }
    #expect(Array(shown) == run.map { String($0.dropFirst(4)) })
    #expect(shown.count == 10)
  }
}
