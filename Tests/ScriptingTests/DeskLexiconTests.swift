import Testing

@testable import Scripting

@Suite struct DeskLexiconTests {
  /// What a lexicon finds: the words of the text, with the term that each is found as.
  private func find(
    _ list: String, in text: String, _ options: Lexicon.Options = .init()
  ) throws -> [String] {
    let lexicon = try Lexicon([WordList(Array(list.utf8))], options: options)
    let bytes = Array(text.utf8)
    var found: [String] = []
    _ = bytes.withUnsafeBufferPointer { buffer in
      lexicon.scan(buffer.baseAddress!, 0..<buffer.count, scratch: Scratch()) { match in
        let words = String(decoding: bytes[Int(match.lower)..<Int(match.upper)], as: UTF8.self)
        let term = lexicon.term(lexicon.entries[Int(match.entry)])
        found.append(words == term ? "\(match.word):\(words)" : "\(match.word):\(words)=\(term)")
      }
    }
    return found
  }

  @Test(
    arguments: [
      ("war\npeace", "War, and peace.", ["0:War=war", "2:peace"]),
      ("war", "a war-torn, post-war land", ["1:war", "4:war"]),
      ("in the red", "firmly In the, red", ["1:In the, red=in the red"]),
      ("in\nin the red\nred", "in the blue, in the red", ["0:in", "3:in the red"]),
      ("so-called", "so called, so-called", ["0:so called=so-called", "2:so-called"]),
      (
        "econom*\neconomy", "Economy, economics, eco", ["0:Economy=economy", "1:economics=econom*"]
      ),
      ("e*\necon*", "economics egg", ["0:economics=econ*", "1:egg=e*"]),
      ("*gate", "Watergate gate gated", ["0:Watergate=*gate", "1:gate=*gate"]),
      ("*n't*", "can't cannot", ["0:can't=*n't*"]),
      ("trade econom*", "trade economies", ["0:trade economies=trade econom*"]),
      ("don't", "Don’t and don't", ["0:Don’t=don't", "2:don't"]),
      (
        "government", "the government's, the Government’s",
        [
          "1:government's=government", "3:Government’s=government",
        ]
      ),
      ("straße\nécole", "STRASSE und École", ["0:STRASSE=straße", "2:École=école"]),
      ("мир", "Мир — миру", ["0:Мир=мир"]),
      ("U.S.", "the U.S. and us", ["1:U.S=U.S."]),
      ("ok", "", []),
    ] as [(String, String, [String])])
  func `finds terms in running text`(list: String, text: String, expected: [String]) throws {
    #expect(try find(list, in: text) == expected)
  }

  @Test(arguments: [WordRule.words, .spaced], [1, 2, 3, 8, 62, 63, 64, 65, 130])
  func `words are found wherever they stand, however long they are`(
    rule: WordRule, length: Int
  ) throws {
    let letters = String(String(repeating: "Ab9", count: length / 3 + 1).prefix(length))
    for word in [letters, String(letters.dropLast()) + "é", letters + "'s"] {
      for place in [0, 1, 5, 30, 61, 62, 63, 64, 65, 66, 126, 127, 128, 129] {
        let before = String(repeating: "z ", count: place / 2) + (place % 2 == 1 ? " " : "")
        for end in ["", " x", " ö", "\u{3000}x"] {
          let text = before + word + end
          let found = try find(word, in: text, .init(words: rule, letterCase: .keep))
          #expect(found == ["\(place / 2):\(word)"], "in '\(text)'")
        }
      }
    }
  }

  @Test(
    arguments: [
      (":)\ngood", "(Good!) :) ok", ["0:Good=good", "1::)"]),
      (":\\*", "a :* b", ["1::*=:\\*"]),
      ("ok\nbad", "ok. 'bad' no-bad", ["1:bad"]),
      ("don't", "don’t don't", ["1:don't"]),
      (":Þ\nbad", "x :þ “bad” bad”", ["1::þ=:Þ"]),
      ("kind of", "kind\u{3000}of it, kind of.", ["0:kind\u{3000}of=kind of"]),
      ("seventeen-year", "a\u{1}b seventeen-year, x", ["1:seventeen-year"]),
    ] as [(String, String, [String])])
  func `finds what stands between white space`(
    list: String, text: String, expected: [String]
  ) throws {
    let options = Lexicon.Options(words: .spaced, letterCase: .lower)
    #expect(try find(list, in: text, options) == expected)
  }

  @Test func `finds words of any length anywhere between white space`() throws {
    let options = Lexicon.Options(words: .spaced, letterCase: .lower)
    for length in 3...20 {
      let word = String("abcdefghijklmnopqrst".prefix(length))
      for (before, after) in [("", ""), ("x ", ""), ("xx (", ")\t\n"), ("“ ", ". y"), ("é\n", "!")]
      {
        let number = before.isEmpty ? 0 : 1
        #expect(
          try find(word, in: before + word + after, options) == ["\(number):\(word)"],
          "\(before)\(word)\(after)")
      }
    }
  }

  @Test func `finds characters beyond ASCII`() throws {
    let options = Lexicon.Options(words: .characters, letterCase: .keep)
    #expect(try find("😀\n©", in: "a😀b ©é", options) == ["0:😀", "1:©"])
  }

  @Test func `keeps case where it matters`() throws {
    let options = Lexicon.Options(words: .words, letterCase: .keep)
    #expect(try find("US", in: "US, us, Us", options) == ["0:US"])
  }

  @Test func `all matches may overlap`() throws {
    let found = try find("in\nin the red\nred\nin the", in: "in the red", .init(overlaps: true))
    #expect(found == ["0:in", "0:in the", "0:in the red", "2:red"])
  }

  @Test(arguments: ["-", " ", ", ", "…", " — ", "_"])
  func `words of any length are found, wherever they stand`(separator: String) throws {
    let words =
      (1...20).map { String(String(repeating: "aB3", count: 7).prefix($0)) }
      + ["d'or", "é", "naïve", "ABCDEFGHIJ", "12345678", "x1y2z3w4v", "rock'n'roll"]
    for shift in 0..<9 {
      let text = String(repeating: ".", count: shift) + words.joined(separator: separator)
      let found = try find(words.joined(separator: "\n"), in: text)
      #expect(found == words.enumerated().map { "\($0):\($1)" })
    }
  }

  @Test func `counts words and those in capitals`() throws {
    let runs = try Lexicon([WordList(Array("x".utf8))], options: .init())
    let headline = Array("RAINFALL8 Ends DROUGHTS9 now EU".utf8)
    let found = headline.withUnsafeBufferPointer {
      runs.scan($0.baseAddress!, 0..<$0.count, scratch: Scratch()) { _ in }
    }
    #expect(found.words == 5)
    #expect(found.capitals == 3)

    let lexicon = try Lexicon([WordList(Array("x".utf8))], options: .init(words: .spaced))
    let text = Array("THE end: I saw ÉTÉ, 12 U.S. (OK)".utf8)
    let shape = text.withUnsafeBufferPointer {
      lexicon.scan($0.baseAddress!, 0..<$0.count, scratch: Scratch()) { _ in }
    }
    #expect(shape.words == 8)
    #expect(shape.capitals == 5)
  }

  @Test func `reads comments, columns and values`() throws {
    let list = """
      # A list.
      # Source: own work; MIT.

      term\tkind\tvalue
      good\ttone\t1.9
      #1\trank\t-3
      bare
      """
    let lexicon = try Lexicon(
      [WordList(Array(list.utf8))], options: .init(words: .spaced))
    #expect(lexicon.columns == ["kind", "value"])
    #expect(lexicon.entries.map(\.value) == [1.9, -3, 1])
    #expect(lexicon.cell(1, "kind").map { String(decoding: $0, as: UTF8.self) } == "rank")
    #expect(lexicon.cell(2, "kind") == nil)
  }

  @Test func `joins lists by term`() throws {
    let lexicon = try Lexicon([
      WordList(Array("term\tvalue\nvery\t1\ngood\t2".utf8)),
      WordList(Array("term\tboost\nvery\t0.3\nquite\t0.2".utf8)),
    ])
    #expect(lexicon.count == 3)
    #expect(lexicon.columns == ["value", "boost"])
    #expect(lexicon.cell(0, "boost").map { String(decoding: $0, as: UTF8.self) } == "0.3")
    #expect(lexicon.cell(0, "value").map { String(decoding: $0, as: UTF8.self) } == "1")
    #expect(lexicon.cell(1, "boost") == nil)
  }

  @Test(
    arguments: [
      (
        "good\tx", 1,
        "expected a number, got 'x'; columns of words are named in a line above that begins with 'term'"
      ),
      ("# a\n\nMay\t1\nmay\t2", 4, "'may' stands on line 3 already"),
      (
        "fine\n:-)", 2,
        "':-)' has no word in it; lists of emoticons are read with words = \"spaced\""
      ),
      ("a *b", 1, "'a *b' begins a word of a phrase with a wildcard, which only single words may"),
    ] as [(String, Int, String)])
  func `says what is wrong with a list and where`(list: String, line: Int, message: String) {
    let fault = LexiconFault(list: 0, fault: .init(line: line, message: message))
    #expect(throws: fault) { try Lexicon([WordList(Array(list.utf8))]) }
  }

  @Test func `a word list is UTF-8`() {
    #expect(throws: WordListFault(line: 0, message: "invalid UTF-8")) {
      try WordList([0x61, 0xFF])
    }
  }

  @Test(
    arguments: [
      ("1", 1), ("-1.5", -1.5), ("+0.25", 0.25), ("1e3", 1000), (".5", 0.5),
      ("0.1234567890123456789", 0.1234567890123456789), ("", nil), ("-", nil), ("1.2.3", nil),
      ("inf", nil), ("0x10", nil), ("nan", nil),
    ] as [(String, Double?)])
  func `reads decimal numbers exactly`(text: String, expected: Double?) {
    #expect(decimalNumber(Array(text.utf8)[...]) == expected)
  }

  @Test func `tables grow`() throws {
    let list = (0..<5000).map { "w\($0)" }.joined(separator: "\n")
    #expect(try find(list, in: "w0 w4999 w5000 W17") == ["0:w0", "1:w4999", "3:W17=w17"])
  }
}
