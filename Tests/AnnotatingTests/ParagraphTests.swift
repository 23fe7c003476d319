import Document
import Testing

@testable import Annotating

@Suite struct ParagraphTests {
  private func paragraphs(of text: String) -> [String] {
    let article = annotated(text, [.paragraphs])
    return (article.layers.paragraphs ?? []).map { article.text[$0] }
  }

  @Test(arguments: [
    "One.\n\nTwo.", "One.\n \t\nTwo.", "\n\nOne.\r\n\r\nTwo.\n", "One.\u{2029}\u{2029}Two.",
  ])
  func `an empty line parts paragraphs`(text: String) {
    #expect(paragraphs(of: text) == ["One.", "Two."])
  }

  @Test func `lines filled to a width are one paragraph`() {
    let wrapped = """
      The council of Eastwick has voted to close
      the old ferry landing until the spring of
      next year, when The Northwire says repairs
      will have ended.
      """
    #expect(paragraphs(of: wrapped) == [wrapped])
    #expect(paragraphs(of: wrapped + "\n   Nobody was surprised.").count == 2)
  }

  @Test func `long lines are paragraphs each`() {
    let line = String(repeating: "The ferry sails again. ", count: 12)
    #expect(paragraphs(of: "\(line)\n\(line)\nand so on").count == 3)
  }

  @Test func `lists and headings keep their lines`() {
    #expect(paragraphs(of: "tea\nmilk, sugar\nbread").count == 3)
    #expect(paragraphs(of: "- The tea\n- The milk").count == 2)
    #expect(paragraphs(of: "Ferry reopens\nThe ferry sails again.").count == 2)
  }

  @Test(arguments: [
    "_____", "--------", "* * *", "======", "~~~", "———", String(repeating: "_", count: 60),
  ])
  func `a drawn line runs into no other`(rule: String) {
    let text = "The ferry sailed,\n\(rule)\nand came back.\n\(rule)\nIt sails again."
    #expect(
      paragraphs(of: text)
        == ["The ferry sailed,", rule, "and came back.", rule, "It sails again."])
  }

  @Test func `prose that goes on in small letters is not cut`() {
    #expect(
      paragraphs(of: "The ferry sailed\nand came back.") == ["The ferry sailed\nand came back."])
  }
}
