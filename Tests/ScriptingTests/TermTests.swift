import Document
import Testing

@testable import Scripting

/// Words and phrases of texts: what counts as one, what is known of it, and where it stands.
@Suite struct TermTests {
  private func log(_ script: String, _ more: String = "") throws -> [String] {
    let found = try finding(analyzing(script, "requires = { \"sentences\" }, \(more)"))
    if let error = found.error { return [error.short] }
    return found.log
  }

  /// Says what is known of the terms of some texts, a line a term.
  private static let show = """
    local function show(texts, options)
      local terms = { term = {}, words = {}, times = {}, texts = {}, text = {}, capitals = {}, titled = {} }
      for row = 1, (desk.terms(texts, options, terms)) do
        print(terms.term[row], terms.words[row], terms.times[row], terms.texts[row], terms.text[row],
          terms.capitals[row], terms.titled[row])
      end
    end
    """

  @Test(arguments: [
    // Figures are none, what begins with a digit is one.
    ("In 2025 the 3rd", "in the 3rd"),
    // Neither a possessive ending nor a dash belongs to a word; an apostrophe and a hyphen within may.
    ("Ulm's O'Brien won't", "ulm o'brien won't"),
    ("The city’s port–side", "the city port side"),
    ("A well-known 10-12 mid- or late", "a well-known mid or late"),
    // Case goes by Unicode.
    ("ÉTÉ Straße", "été straße"),
    ("", ""),
  ])
  func `words are cut`(text: String, expected: String) throws {
    let lines = try log(
      """
      local terms = { term = {} }
      local count = desk.terms("\(text)", { hyphens = true }, terms)
      print(table.concat(terms.term, " ", 1, count))
      """)
    #expect(lines == [expected])
  }

  @Test func `what hyphens join is one word only where that is asked for`() throws {
    let lines = try log(
      "print((desk.terms('well-known')), (desk.terms('well-known', { hyphens = true })))")
    #expect(lines == ["2\t1"])
  }

  @Test func `figures count only where they are asked for`() throws {
    let lines = try log(
      "print((desk.terms('In 2025')), (desk.terms('In 2025', { figures = true })))")
    #expect(lines == ["1\t2"])
  }

  @Test func `phrases are of words with one blank or line break between`() throws {
    let lines = try log(
      """
      local terms = { term = {} }
      local count = desk.terms("Port fees\\nrise,  city  fees", { words = 3 }, terms)
      print(table.concat(terms.term, "|", 1, count))
      """)
    #expect(lines == ["port|fees|port fees|rise|fees rise|port fees rise|city"])
  }

  @Test func `words that do not count end a phrase`() throws {
    let lines = try log(
      """
      \(Self.show)
      show("Fees of the Port rise", { words = 2, letters = 3, without = desk.lexicon({ "the" }) })
      """)
    #expect(
      lines == [
        "fees\t1\t1\t1\t1\t0\tfalse", "port\t1\t1\t1\t1\t1\tfalse", "rise\t1\t1\t1\t1\t0\tfalse",
        "port rise\t2\t1\t1\t1\t1\tfalse",
      ])
  }

  @Test func `a stretch of the article can be left out`() throws {
    let lines = try log(
      """
      local terms = { term = {}, capitals = {} }
      local count = desk.terms(article.sentences[1], { except = article:slice(1, 9) }, terms)
      print(table.concat(terms.term, " ", 1, count))
      """)
    #expect(lines == ["reopened"])
  }

  @Test func `stems count as one word, also in the title`() throws {
    let lines = try log(
      """
      \(Self.show)
      show("Repairs repaired, repairing", { stem = "en", title = "The repair" })
      """)
    #expect(lines == ["repair\t1\t3\t1\t1\t0\ttrue"])
  }

  @Test func `phrases that come once are left out, but for those of the title`() throws {
    let lines = try log(
      """
      local terms, places = { term = {}, head = {}, tail = {} }, { term = {}, first = {}, last = {} }
      local text = "port fees rise, port fees fall, late train"
      local count, found = desk.terms(text, { words = 3, least = 2, title = "Late train" }, terms, places)
      for row = 1, count do
        local head, tail = terms.head[row], terms.tail[row]
        print(terms.term[row], terms.term[head] or "", terms.term[tail] or "")
      end
      for place = 1, found do
        if places.term[place] == 2 then print(text:sub(places.first[place], places.last[place])) end
      end
      """)
    #expect(
      lines == [
        "late\t\t", "train\t\t", "late train\tlate\ttrain", "port\t\t", "fees\t\t",
        "port fees\tport\tfees", "rise\t\t", "fall\t\t", "train",
      ])
  }

  @Test func `texts of a layer are told apart, and each has its words`() throws {
    let lines = try log(
      """
      local terms = { term = {}, texts = {}, text = {} }
      local places, counts = { text = {}, first = {}, last = {} }, { words = {}, first = {}, last = {} }
      local count, found, texts = desk.terms(article.sentences, {}, terms, places, counts)
      print(texts == #article.sentences, counts.words[1] == #desk.words(article.sentences[1]))
      print(article.text:sub(counts.first[2], counts.last[2]) == article.sentences[2].text)
      print(places.text[1], places.text[found] == texts)
      """)
    #expect(lines == ["true\ttrue", "true", "1\ttrue"])
  }

  @Test func `chosen places are marked in one call`() throws {
    let found = try finding(
      analyzing(
        """
        local terms, places = { term = {} }, { term = {}, first = {}, last = {} }
        local _, count = desk.terms(article, {}, terms, places)
        local numbers, names = {}, {}
        for place = 1, count do
          local term = terms.term[places.term[place]]
          if term == "port" then numbers[#numbers + 1], names[#names + 1] = place, term end
        end
        ctx:annotate_each("mark", places, numbers, #numbers, { term = names })
        """, "layers = { mark = \"a word\" },"))
    #expect(found.error == nil)
    let marks = try #require(found.annotations.first).annotations
    #expect(!marks.isEmpty)
    #expect(marks.allSatisfy { $0.range.count == 4 && $0.attributes["term"] == .string("port") })
  }

  @Test(arguments: [
    ("desk.terms('a', { words = 6 })", "'words' is from 1 to 5"),
    ("desk.terms('a', { leters = 2 })", "unknown option 'leters'; did you mean 'letters'?"),
    ("desk.terms('a', { without = { 'a' } })", "'without': expected a lexicon, got table"),
    (
      "desk.terms('a', nil, { trem = {} })",
      "terms.trem: there is no such column; did you mean 'term'?"
    ),
    ("desk.terms('a', nil, nil, 4)", "expected table"),
    ("ctx:annotate_each('mark', { first = { 1 }, last = {} }, { 1 }, 1)", "there is no place 1"),
    ("ctx:annotate_each('mark', { first = 1 }, { 1 }, 1)", "the list 'first' has no integer"),
    ("ctx:annotate_each('mark', { first = { 1 }, last = { 9999999 } }, { 1 }, 1)", "not inside"),
  ])
  func `mistakes are told`(call: String, message: String) throws {
    let lines = try log(call, "layers = { mark = \"a word\" },")
    #expect(try #require(lines.first).contains(message))
  }

  @Test func `places beyond the most are not kept`() {
    var survey = TermSurvey(keepsPlaces: true, mostPlaces: 3)
    let bytes = Array("fees".utf8)
    bytes.withUnsafeBufferPointer { bytes in
      for place in 0..<9 {
        survey.add(
          ReadTerm(
            start: bytes.baseAddress!, count: 4, readable: 4, words: 1, lower: place, upper: place,
            isCapital: false))
      }
    }
    #expect(survey.hasTooManyPlaces)
    #expect(survey.places.count == 4)
    #expect(survey.rows.map(\.times) == [9])
  }
}

/// The places of the largest numbers.
@Suite struct LargestTests {
  @Test(arguments: [
    ("desk.largest({ 1, 3, 2 })", "2 3 1"),
    ("desk.largest({ 1, 3, 2, 3, 1, 5, 0 }, { limit = 3 })", "6 2 4"),
    ("desk.largest({ 1, 1.5, 1 }, { names = { 'b', 'x', 'a' } })", "2 3 1"),
    (
      "desk.largest({ 1, 1, 1, 1, 1, 1, 1 }, { limit = 2, names = { 'd', 'c', 'b', 'b', 'e', 'f', 'g' } })",
      "3 4"
    ),
    ("desk.largest({ 1, 9, 5 }, { count = 1 })", "1"),
    ("desk.largest({ 1, 9 }, { limit = 0 })", ""),
    ("desk.largest({})", ""),
  ])
  func `stand first`(call: String, expected: String) throws {
    #expect(try finding(analyzing("print(table.concat(\(call), ' '))")).log == [expected])
  }

  @Test(arguments: [
    ("desk.largest({ 1, 'x' })", "element 2 of the list is no number"),
    ("desk.largest({ 0 / 0 })", "element 1 of the list is no number"),
    ("desk.largest({ 1, 2 }, { names = { 'a' } })", "'names' is a list of strings"),
    ("desk.largest({ 1 }, { most = 1 })", "unknown option 'most'"),
  ])
  func `mistakes are told`(call: String, message: String) throws {
    let error = try #require(try finding(analyzing(call)).error)
    #expect(error.short.contains(message))
  }
}
