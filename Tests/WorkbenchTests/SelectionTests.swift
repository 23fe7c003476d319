import Testing

@testable import Workbench

@Suite struct SelectionTests {
  /// What is chosen of a, b, c and d, where the category `x` holds a and b.
  private func chosen(_ text: String) throws -> String {
    let selection = try Selection(text)
    return ["a", "b", "c", "d"].filter { plugin in
      selection.selects { word in
        word == plugin || word == "all" || (word == "x" && "ab".contains(plugin))
      }
    }.joined()
  }

  @Test(arguments: [
    ("a", "a"), ("a,c", "ac"), ("c, a,", "ac"), ("all", "abcd"), ("x", "ab"), ("x and a", "a"),
    ("not x", "cd"), ("x or c", "abc"), ("all and not (a or d)", "bc"), ("", ""), ("  ", ""),
    ("x and not a, d", "bd"), ("a or b and c", "a"), ("not not a", "a"), ("(((a)))", "a"),
    ("'a' , \"c\"", "ac"), ("not a and b", "b"),
  ])
  func `words, commas and operators choose plugins`(text: String, names: String) throws {
    #expect(try chosen(text) == names)
  }

  @Test(arguments: [
    ("a b", 2, "expected 'and', 'or' or ','"), ("(a", 2, "expected ')'"),
    ("a)", 1, "a ')' without its '('"), ("and", 0, "expected a plugin or category"),
    ("a and", 5, "expected a plugin or category"), (",a", 0, "expected a plugin or category"),
    ("'a", 0, "a quotation mark without its pair"),
  ])
  func `a fault is told with its place`(text: String, offset: Int, message: String) {
    #expect(throws: Selection.Fault(offset: offset, message: message)) { try Selection(text) }
  }

  @Test func `deep nesting is refused, not followed`() {
    let deep = String(repeating: "(", count: 100_000)
    #expect(throws: Selection.Fault.self) { try Selection(deep) }
    #expect(throws: Selection.Fault.self) {
      try Selection(String(repeating: "not ", count: 100_000))
    }
  }

  @Test func `words with a slash or ending in lua are paths`() throws {
    let selection = try Selection("a, ./b.lua or 'my plugins/c', d.lua and not e")
    #expect(selection.paths == ["./b.lua", "my plugins/c", "d.lua"])
  }
}
