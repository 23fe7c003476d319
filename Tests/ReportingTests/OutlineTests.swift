import Testing

@testable import Reporting

@Suite struct OutlineTests {
  @Test func `headings go down by one level at a time, and no deeper than pages can`() {
    var outline = Outline()
    #expect([2, 3, 4, 5, 2, 5, 5, 1].map { outline.depth(of: $0) } == [3, 4, 5, 6, 3, 4, 5, 3])
  }
}
