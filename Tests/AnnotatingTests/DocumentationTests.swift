import Document
import Glibc
import Testing

@testable import Annotating

/// What the pages of `Annotating.docc` show is so.
@Suite struct DocumentationTests {
  @Test func `the example on the first page prints what the page says`() {
    var printed = ""
    func print(_ items: Any...) {
      printed += items.map { "\($0)" }.joined(separator: " ") + "\n"
    }
    // The example begins.
    var article = Article(
      id: "ferry", source: "ferry.txt",
      text: "Mr. Orr’s ferry cost $1.2 billion. It sails on Friday, he said.")
    article.metadata.published = Sourced("2026-03-09", from: "example")
    let annotator = Annotator()
    annotator.tellLanguage(of: &article)
    annotator.annotate(&article, with: [.sentences, .amounts, .dates])
    for sentence in article.layers.sentences ?? [] { print(article.text[sentence]) }
    for amount in article.layers.amounts?.notes ?? [] { print(amount.value, amount.unit) }
    for date in article.layers.dates?.notes ?? [] { print(date.iso) }
    // The example ends.
    let page = Self.lines(of: "Sources/Annotating/Annotating.docc/Annotating.md")
    #expect(page.contains("It prints\n\n```\n\(printed)```\n"))
    #expect(page.contains("```swift\n\(Self.exampleInThisFile)```\n"))
  }

  private static func lines(of path: String) -> String {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    guard let file = fopen("/\(root)/\(path)", "rb") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    return String(decoding: bytes[..<fread(&bytes, 1, bytes.count, file)], as: UTF8.self)
  }

  private static var exampleInThisFile: String {
    let file = lines(of: "Tests/AnnotatingTests/DocumentationTests.swift")
    let example = file.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { !$0.hasSuffix("// The example begins.") }.dropFirst()
      .prefix { !$0.hasSuffix("// The example ends.") }
    return example.map { $0.dropFirst(4) + "\n" }.joined()
  }
}
