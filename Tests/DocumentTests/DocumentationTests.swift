import Document
import Glibc
import Testing

/// What the page of `Document.docc` shows is so.
struct DocumentationTests {
  @Test func `the example prints what the page says`() {
    var printed = ""
    func print(_ line: String) { printed += line }
    // The example begins.
    var article = Article(id: "ferry", source: "ferry.txt", text: "Rain. “Enough,” said Orr.")
    article.metadata.title = Sourced("Ferry stays in port", from: "text:headline")
    var quotes = Layer<Quote>()
    quotes.append(
      TextRange(6, 19), Quote(kind: .direct, speaker: TextRange(25, 28), why: "said NAME"))
    article.layers.quotes = quotes
    for (range, quote) in zip(quotes.ranges, quotes.notes) {
      let speaker = quote.speaker.map { article.text[$0] } ?? "somebody"
      print("\(speaker): \(article.text[range])")
    }
    // The example ends.
    let page = Self.text(of: Self.repository + "/Sources/Document/Document.docc/Document.md")
    #expect(page.contains("It prints `\(printed)`."))
    #expect(page.split(separator: "```swift\n").last?.hasPrefix(Self.example + "```") == true)
  }

  private static let repository = String(
    #filePath.dropLast("/Tests/DocumentTests/DocumentationTests.swift".count))

  /// The example as it stands above, moved to the margin.
  private static var example: String {
    let lines = text(of: #filePath).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { !$0.hasSuffix("// The example begins.") }.dropFirst()
      .prefix { !$0.hasSuffix("// The example ends.") }
      .map { $0.dropFirst(4) + "\n" }.joined()
  }

  private static func text(of path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 64 << 10)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
