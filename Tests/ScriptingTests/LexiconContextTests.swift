import Document
import Testing

@testable import Scripting

/// Negators, intensifiers and stems of lexicons.
@Suite struct LexiconContextTests {
  private func scores(_ text: String, _ options: String) throws -> [String] {
    let code = """
      local mood = desk.lexicon({ good = 2, bad = -1, ["fall apart"] = -3 }, { \(options) })
      for hit in mood:hits("\(text)") do print(hit.term, hit.negated, hit.intensity, hit.score) end
      print("sum", mood:score("\(text)"))
      """
    let found = try finding(analyzing(code))
    return found.error.map { [$0.short] } ?? found.log
  }

  @Test(arguments: [
    ("Not good.", -2.0), ("not one two good", -2), ("not one two three good", 2),
    ("Not. Good", 2), ("never very good", -3), ("very very good", 4.5),
    ("in no.1 good", 2), ("It isn't bad", 1), ("not, then, good", -2),
    ("They do not fall apart", 3),
  ])
  func `what stands before a hit counts in its sentence`(
    text: String, score: Double
  ) throws {
    let options = "negators = { \"not\", \"never\", \"*n't\" }, intensifiers = { very = 1.5 }"
    let seen = try scores(text, options)
    #expect(seen.last == "sum\t\(score)\t1")
    #expect(seen.first?.hasSuffix("\t\(score)") == true)
  }

  @Test func `a hit in the article knows what stands before it`() throws {
    let code = """
      local mood = desk.lexicon({ well = 1 }, { negators = { "slept" }, window = 1 })
      for hit in mood:hits(article) do print(hit.negated, hit.score) end
      mood:scan(article, {})
      print(mood:hit(1).negated)
      """
    #expect(try finding(analyzing(code)).log == ["true\t-1.0", "true"])
  }

  @Test func `a scan tells in columns what hits tell one by one, in the article and in strings`()
    throws
  {
    let code = """
      local mood = desk.lexicon({ slept = 1, well = 3 },
        { negators = { "nobody" }, intensifiers = { slept = 1.5, was = 2 }, window = 2 })
      local function both(text)
        local columns = { negated = {}, intensity = {}, score = {}, first = {} }
        for i = 1, mood:scan(text, columns) do
          local hit = mood:hit(i)
          assert(columns.negated[i] == hit.negated and columns.intensity[i] == hit.intensity)
          assert(columns.score[i] == hit.score and columns.first[i] == hit.first)
          print(hit.term, columns.negated[i], columns.intensity[i], columns.score[i])
        end
      end
      both(article)
      both("It was well. Nobody slept")
      local plain = desk.lexicon({ slept = 4 })
      local score = {}
      plain:scan(article, { score = score })
      print(score[1])
      print(pcall(plain.scan, plain, article, { scor = {} }))
      """
    let found = try finding(analyzing(code))
    #expect(found.error == nil)
    #expect(
      found.log.dropLast() == [
        "slept\tfalse\t1.0\t1.0", "well\tfalse\t1.5\t4.5",
        "well\tfalse\t2.0\t6.0", "slept\ttrue\t1.0\t-1.0", "4.0",
      ])
    #expect(found.log.last?.contains("did you mean 'score'?") == true)
  }

  @Test func `stems find words in all their forms, wildcards as they are`() throws {
    let code = """
      local words = desk.lexicon({ "repair", "repairs", "great reform", "econom*" }, { stem = "en" })
      print(#words)
      for hit in words:hits("Repairing GREATER things: great reforms of economies") do
        print(hit.first, hit.term)
      end
      print(words:entry("repaired"))
      """
    let found = try finding(analyzing(code))
    #expect(found.error == nil)
    #expect(
      found.log == [
        "3", "1\trepair", "27\tgreat reform", "44\teconom*", "1",
      ])
  }

  @Test(arguments: [
    ("window = 0, negators = { 'not' }", "'window' is from 1 to 20"),
    ("stem = 'xx'", "there is no stemmer for \"xx\""),
    ("stem = 'en', case = 'keep'", "'stem' goes with"),
    ("negators = 3", "'negators': expected a string or table, got integer"),
    ("negator = 'x'", "unknown option 'negator'"),
  ])
  func `wrong options are said in words`(options: String, words: String) throws {
    #expect(try scores("good", options).first?.contains(words) == true)
  }
}
