import Testing

@testable import Workbench

@Suite struct GlobTests {
  @Test(arguments: [
    ("*", "a.txt", true), ("*.txt", "a.txt", true), ("*.txt", "a.txt.bak", false), ("?", "é", true),
    ("??", "é", false), ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false), ("[^a-c]x", "dx", true),
    ("[]]", "]", true), ("[", "[", true), ("a\\*", "a*", true), ("a\\*", "ab", false),
    ("*", ".hidden", false), (".*", ".hidden", true), ("a*b*c", "aXbXXc", true),
    ("a*b*c", "aXcXb", false), ("*a*a*a*", "bbabba", false), ("**x", "ax", true), ("", "", true),
  ])
  func `a component fits a name`(pattern: String, name: String, fits: Bool) {
    #expect(Glob.fits(Array(name.utf8)[...], Array(pattern.utf8)) == fits)
  }

  @Test func `many stars take no more than a moment`() {
    let name = Array(String(repeating: "a", count: 5000).utf8)
    let pattern = Array((String(repeating: "a*", count: 500) + "b").utf8)
    #expect(!Glob.fits(name[...], pattern))
  }

  @Test(arguments: [
    ("news/2025/*.txt", "news/2025"), ("*.txt", "."), ("/srv/a?/b", "/srv"), ("a/**/b.md", "a"),
  ])
  func `the walk begins below the last folder that is written out`(pattern: String, root: String) {
    #expect(Glob(Array(pattern.utf8))?.root == Path(root))
  }

  @Test func `a name without special characters is no pattern`() {
    #expect(Glob(Array("news/a.txt".utf8)) == nil)
  }
}
