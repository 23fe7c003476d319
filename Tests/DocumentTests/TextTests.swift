import Document
import Testing

@Suite struct TextTests {
  let text: Text = "naïve 😀"

  @Test func `a range that lies on characters is held`() {
    #expect(text.holds(TextRange(0, 4)))
    #expect(text[TextRange(2, 4)] == "ï")
    #expect(text.holds(text.range))
    #expect(text.holds(TextRange(11, 11)))
  }

  @Test(arguments: [
    TextRange(0, 3), TextRange(3, 6), TextRange(0, 12), TextRange(5, 4), TextRange(8, 11),
  ])
  func `a range that cuts a character or leaves the text is not`(range: TextRange) {
    #expect(!text.holds(range))
  }

  @Test func `of ranges that begin together the longer comes first`() {
    #expect(
      [TextRange(3, 4), TextRange(0, 2), TextRange(0, 9)].sorted()
        == [TextRange(0, 9), TextRange(0, 2), TextRange(3, 4)])
  }

  @Test func `a layer finds what begins inside a range`() {
    var layer = Layer<TokenKind>()
    for start in [0, 5, 10, 15] { layer.append(TextRange(start, start + 4), .word) }
    #expect(layer.indices(beginningIn: TextRange(5, 15)) == 1..<3)
    #expect(layer.indices(beginningIn: TextRange(16, 20)).isEmpty)
    #expect(layer.indices(beginningIn: TextRange(0, 99)) == 0..<4)
  }

  @Test func `fields keep their order and replace by name`() {
    var fields: Fields = ["b": 1, "a": 2]
    fields["b"] = 3
    fields["c"] = 4
    fields["a"] = nil
    #expect(fields == ["b": 3, "c": 4])
    #expect(fields.sorted.names == ["b", "c"])
  }
}

@Suite struct WordCountTests {
  @Test(arguments: [
    ("", 0), ("one", 1), (" one  two\n", 2), ("rain – snow", 2), ("“Quoted” words", 2),
    ("a-b c's", 2),
    ("3 of 10", 3), ("été", 1), ("--- ***", 0), ("…", 0), ("(x)", 1), ("東京 都", 2),
  ])
  func `words are stretches of ink that hold more than punctuation`(text: String, count: Int) {
    #expect(Text(text).wordCount == count)
  }

  @Test func `words are counted alike wherever they stand in the text`() {
    let words = [
      "a", "word", "—", "—so", "it’s", "“quoted”", "é", "-", "…", "x—y", "12", "…é", "\t",
    ]
    for padding in 0..<9 {
      for first in words {
        for second in words {
          let text =
            String(repeating: " ", count: padding) + "\(first) \(second)\n\(second)\(first)"
          #expect(Text(text).wordCount == plainCount(text), "\(text)")
        }
      }
    }
  }

  /// Words by the definition, one character after the other.
  private func plainCount(_ text: String) -> Int {
    text.unicodeScalars.split { $0.value <= 0x20 }.count { word in
      word.contains { scalar in
        scalar.value < 0x80
          ? scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          : !(0x2000...0x207F ~= scalar.value)
      }
    }
  }
}
