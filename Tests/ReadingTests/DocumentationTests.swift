import Document
import Testing

@testable import Reading

/// What the pages of `Reading.docc` show is so.
struct DocumentationTests {
  @Test func `the example on the first page prints what the page says`() throws {
    var printed = ""
    func print(_ title: String, _ agency: String) { printed = "\(title) \(agency)" }
    // The example begins.
    let page = """
      Ferry Landing Opens in Eastwick

      EASTWICK, March 9, 2026 (Northwire) — The landing floats.
      """
    Reader().read(Array(page.utf8), source: "landing.txt") { result in
      guard case .success(let article) = result else { return }
      let metadata = article.metadata
      print(metadata.title?.value ?? "?", metadata.dateline?.value.agency ?? "?")
    }
    // The example ends.
    let text = Self.page("Reading")
    #expect(text.contains("It prints `\(printed)`."))
    let shown = text.split(separator: "```swift\n").last?.split(separator: "```").first ?? ""
    #expect(shown == Self.exampleInThisFile)
  }

  @Test func `the page of formats lists the names that are read`() {
    let rows = Self.page("Formats").split(separator: "\n").filter { $0.hasPrefix("| ") }
    // A dateline is called by no other name.
    for field in ArticleField.allCases where field != .dateline {
      let row = rows.first { $0.hasPrefix("| `\(field.rawValue)` |") } ?? ""
      let cell = row.split(separator: "|").dropFirst().first ?? ""
      let listed = cell.split(separator: ":")[0].split(separator: ",").map {
        $0.lowercased().filter { $0.isLetter || $0.isNumber }
      }
      #expect(listed == field.names.map { $0.filter { $0.isLetter || $0.isNumber } }, "\(field)")
    }
  }

  private static func page(_ name: String) -> String {
    let path = "\(Files.repository)/Sources/Reading/Reading.docc/\(name).md"
    return String(decoding: Files.bytes(path), as: UTF8.self)
  }

  private static var exampleInThisFile: String {
    let file = String(decoding: Files.bytes(#filePath), as: UTF8.self)
    let lines = file.split(separator: "\n", omittingEmptySubsequences: false)
    let example = lines.drop { !$0.hasSuffix("// The example begins.") }.dropFirst()
      .prefix { !$0.hasSuffix("// The example ends.") }
    return example.map { $0.dropFirst(4) + "\n" }.joined()
  }
}
