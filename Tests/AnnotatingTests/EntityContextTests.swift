import Document
import Testing

@testable import Annotating

/// What the words around a name tell of it.
@Suite struct EntityContextTests {
  /// Calls `body` with the words of a text of one sentence.
  private func withWords<T>(of string: String, _ body: (WordColumns) -> T) -> T {
    let text = Text(string)
    return text.utf8.withUnsafeBufferPointer { bytes in
      var manuscript = Manuscript(bytes, Article(id: "", source: "", text: text))
      return body(manuscript.words)
    }
  }

  /// The noun that says what the name is which begins a text.
  private func noun(_ string: String) -> String? {
    let text = Text(string)
    return withWords(of: string) { words in
      let end = words.shapes.firstIndex { !$0.isCapitalized } ?? words.count
      return EntityComplements(words, .shared).noun(after: 0..<end, in: 0..<words.count)
        .map { text[words.ranges[$0]] }
    }
  }

  @Test(arguments: [
    ("Marlow is a small village in Kent.", "village"),
    ("Marlow (also Great Marlow) is a village.", "village"),
    ("Marlow, the finance minister, resigned.", "minister"),
    ("University of Marlow was a private college that closed.", "college"),
    ("Marlow were an indie pop group from Leeds.", "group"),
    ("Marlow is a pro-government newspaper.", "newspaper"),
    ("Marlow is in Kent.", nil),
    ("Marlow resigned.", nil),
    ("Marlow, who is a minister, resigned.", nil),
    ("Marlow (also", nil),
  ])
  func `a noun says what a name is`(text: String, expected: String?) {
    #expect(noun(text) == expected)
  }

  @Test(arguments: [
    ("members of al-Sadr movements", "al-Sadr"), ("he met el-Baz", "el-Baz"),
    ("et al - Sadr said", "Sadr"), ("a pro-Sadr crowd", "Sadr"),
  ])
  func `a name may begin with the Arabic article`(text: String, expected: String) {
    let island = withWords(of: text) { words -> TextRange? in
      EntityIslands(words).next(from: 0, in: 0..<words.count).map { words.range($0) }
    }
    #expect(island.map { Text(text)[$0] } == expected)
  }
}
