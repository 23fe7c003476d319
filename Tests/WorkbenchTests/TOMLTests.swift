import Document
import Testing

@testable import Workbench

@Suite struct TOMLTests {
  private func parsed(_ text: String) throws -> Fields { try TOML(Array(text.utf8)).fields }

  @Test func `tables, dotted keys and lists of tables nest`() throws {
    let fields = try parsed(
      """
      a = 1 # a comment
      b.c = "two"
      [d.e]
      f = [1, 2.5,
        true, # inside
      ]
      [[g]]
      h = {i = 'j', k = -3}
      [[g]]
      """)
    let expected: Value = [
      "a": 1, "b": ["c": "two"], "d": ["e": ["f": [1, 2.5, true]]],
      "g": [["h": ["i": "j", "k": -3]], [:]],
    ]
    #expect(Value.map(fields) == expected)
  }

  @Test(arguments: [
    (#""a\tb\u00e9\"""#, "a\tbé\""), ("'C:\\new'", "C:\\new"),
    ("\"\"\"\none\ntwo\"\"\"", "one\ntwo"),
    ("\"\"\"a \\\n   b\"\"\"", "a b"), ("'''\nit's'''", "it's"), (#""\U0001F600""#, "😀"),
  ])
  func `strings are what they say`(literal: String, value: String) throws {
    #expect(try parsed("a = \(literal)")["a"] == .string(value))
  }

  private static let literals: [(String, Value)] = [
    ("0x1F", 31), ("0b101", 5), ("0o17", 15), ("1_000", 1000), ("-17", -17), ("1e3", 1000.0),
    ("3.14", 3.14), ("+1.5e-2", 0.015), ("true", true), ("false", false),
  ]

  @Test(arguments: literals)
  func `numbers and booleans have their types`(literal: String, value: Value) throws {
    #expect(try parsed("a = \(literal)")["a"] == value)
  }

  @Test(arguments: [
    ("a = 1\na = 2", 2), ("[a]\n[a]", 2), ("a = ", 1), ("a", 1), ("= 1", 1), ("a = \"x", 1),
    ("a = [1, 2", 1), ("a = 01", 1), ("a = 1 b = 2", 1), ("\n\na = nope", 3), ("a.b = 1\na = 2", 2),
    ("a = {b = 1}\n[a.c]", 2), ("a = 1__0", 1), ("a = \"\\q\"", 1), ("[a\nb = 1", 1),
    ("a = 9223372036854775808", 1), ("a = [\n1,\n2\nb = 3", 3), ("a = [1\n\n\n", 1),
  ])
  func `a fault names its line`(text: String, line: Int) {
    #expect { try parsed(text) } throws: { ($0 as? TOML.Fault)?.line == line }
  }

  @Test func `each key remembers its line`() throws {
    let document = try TOML(Array("x = 1\n[a]\n\nb = 2\nc = {d = 1}\n".utf8))
    #expect(document.lines["x"] == 1)
    #expect(document.lines["a.b"] == 4)
    #expect(document.lines["a.c.d"] == 5)
  }

  @Test func `keys of each element of a list of tables remember theirs`() throws {
    let document = try TOML(Array("[[a]]\nb = 1\n\n[[a]]\n\nb = 2\n[c]\nb = 3\n".utf8))
    #expect(document.lines["a[0]"] == 1)
    #expect(document.lines["a[0].b"] == 2)
    #expect(document.lines["a[1]"] == 4)
    #expect(document.lines["a[1].b"] == 6)
    #expect(document.lines["c.b"] == 8)
  }

  @Test func `bytes that are no UTF-8 and deep nesting are faults`() {
    #expect(throws: TOML.Fault.self) { try TOML(Array("a = \"".utf8) + [0xFF, 0x22]) }
    #expect(throws: TOML.Fault.self) {
      try parsed("a = " + String(repeating: "[", count: 100_000))
    }
  }
}
