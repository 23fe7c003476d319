import Testing

@testable import Scripting

@Suite struct DeskRegexTests {
  private func find(
    _ pattern: String, in text: String, _ options: Regex.Options = .init(), from start: Int = 0
  ) throws -> [String?]? {
    let regex = try Array(pattern.utf8).withUnsafeBufferPointer { try Regex($0, options) }
    let bytes = Array(text.utf8)
    return try bytes.withUnsafeBufferPointer { buffer in
      guard try regex.find(in: buffer, from: start, isExpired: { false }) else { return nil }
      return (0...regex.groupCount).map { group in
        regex.range(of: group).map { String(decoding: bytes[$0], as: UTF8.self) }
      }
    }
  }

  @Test(
    arguments: [
      ("(\\w+)@(\\w+)", "to élan@ici!", ["élan@ici", "élan", "ici"]),
      ("(a)|(b)", "b", ["b", nil, "b"]),
      ("^b", "a\nb", nil),
      ("", "", [""]),
      (".", "é", ["é"]),
    ] as [(String, String, [String?]?)])
  func `finds matches and their groups`(
    pattern: String, text: String, expected: [String?]?
  ) throws {
    #expect(try find(pattern, in: text) == expected)
  }

  @Test func `knows its flags`() throws {
    #expect(try find("ÉTÉ", in: "été", .init(ignoresCase: true)) == ["été"])
    #expect(try find("^b.c", in: "a\nb\nc", .init(isMultiline: true, dotMatchesAll: true)) != nil)
    #expect(try find("a b # c", in: "ab", .init(isExtended: true)) == ["ab"])
  }

  @Test func `names its groups`() throws {
    let pattern = Array("(?<year>\\d{4})-(\\d\\d)-(?<day>\\d\\d)".utf8)
    let regex = try pattern.withUnsafeBufferPointer { try Regex($0, .init()) }
    #expect(regex.groupCount == 3)
    #expect(regex.groupNames.map(\.name) == ["year", "day"])
    #expect(regex.groupNames.map(\.number) == [1, 3])
  }

  @Test(arguments: [
    ("a(b", 3, "missing closing parenthesis"),
    ("[z-a]", 3, "range out of order in character class"),
    ("\\C", 2, "using \\C is disabled by the application"),
  ])
  func `says what is wrong with a pattern`(pattern: String, offset: Int, message: String) {
    #expect(throws: RegexFault.pattern(message: message, offset: offset)) {
      try find(pattern, in: "")
    }
  }

  @Test func `gives up on a search that backtracks without end`() {
    #expect(throws: RegexFault.limit("the search backtracks too much")) {
      try find("(a+)+$", in: String(repeating: "a", count: 40) + "b")
    }
  }

  @Test func `looks at the time while it searches a long text`() throws {
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)
    let regex = try Array("a*[bc]".utf8).withUnsafeBufferPointer { try Regex($0, .init()) }
    var asked = 0
    #expect(throws: RegexFault.expired) {
      try text.withUnsafeBufferPointer { buffer in
        _ = try regex.find(in: buffer, from: 0) {
          asked += 1
          return asked == 3
        }
      }
    }
  }

  @Test func `finds matches late in a long text`() throws {
    let text = String(repeating: "é ", count: 100_000) + "needle 7"
    #expect(try find("needle (\\d)", in: text) == ["needle 7", "7"])
    #expect(try find("(?<=\\w )n(e+)", in: text) == ["nee", "ee"])
  }
}
