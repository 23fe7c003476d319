internal import Document
internal import Lua

// `desk.terms`: the words and phrases of texts, with what a plugin weighs them by, in one call.

extension Session {
  var termsMember: APIMember {
    APIMember(
      "terms",
      type: "fun(texts: string | copydesk.Span | copydesk.Article | copydesk.Span[], "
        + "options?: copydesk.TermOptions, terms?: table<string, any[]>, "
        + "places?: table<string, any[]>, counts?: table<string, any[]>): integer, integer, integer",
      doc: """
        The words of a text, or of every item of a layer, in lower case, and phrases of words side by side, in one call, for \
        work that must be fast. Words are runs of letters and digits, with apostrophes between them, without a possessive \
        `'s`; they are side by side with one blank or line break between. Words of digits alone, unless asked for, and those of more \
        than \(TermRule.longest) letters do not count. The lists that the tables have are written over from 1 and not cut. Of `terms` \
        they have a row a term, a phrase's behind those of what it is made of: `term`; `words`, how many it is of; `head` and \
        `tail`, of a phrase the row of the words before its last and the row of that, of a word 0; `times`, how often it comes; `texts`, how many texts have it; \
        `text`, the number of the first; `capitals`, how often it begins with a capital that does not begin the text; \
        `titled`, whether the title has it. Of `places` they have a row for every place of these, in order of their ends: `term`, the \
        term's row; `text`, the text's number; `first` and `last`, its bytes, as `ctx:annotate_each` takes them. \
        Of `counts` they have a row a text: `words`, all of its words, `first` and `last`. Returns how many terms, places and texts there are.
        """, access: .method(terms))
  }

  private func terms(_ call: Call) throws(Fault) -> Int {
    try refuseOptions(of: call, 2, but: APIShape.termOptions.fields.map(\.name))
    var rule = try termRule(of: call, 2)
    if !call[2].isNil {
      rule.joinsHyphens = call[2].member("hyphens") { $0.bool ?? false }
      rule.hasFigures = call[2].member("figures") { $0.bool ?? false }
    }
    rule.dropsPossessives = true
    rule.needsBlanks = true
    let least = try integerOption("least", of: call, 2) ?? 1
    var survey = TermSurvey(keepsPlaces: !call[4].isNil)
    try read(rule, titled: try wordOption("title", of: call, 2) ?? "", call, into: &survey)
    survey.finish(least: least)
    try fill(call, 3, "terms", termColumns, from: survey.rows)
    try fill(call, 4, "places", placeColumns, from: survey.places)
    try fill(call, 5, "counts", textColumns, from: survey.texts)
    call.push(survey.rows.count)
    call.push(survey.places.count)
    call.push(survey.texts.count)
    return 3
  }

  /// What options say of terms that those of every function of the kind can say.
  func termRule(of call: Call, _ argument: Int) throws(Fault) -> TermRule {
    var rule = TermRule()
    rule.words = try integerOption("words", of: call, argument) ?? 1
    rule.letters = try integerOption("letters", of: call, argument) ?? 1
    guard (1...5).contains(rule.words) else { throw Fault("'words' is from 1 to 5") }
    guard (1...TermRule.longest).contains(rule.letters) else {
      throw Fault("'letters' is from 1 to \(TermRule.longest)")
    }
    if let language = try wordOption("stem", of: call, argument) {
      rule.stemmer = try stemmer(language)
    }
    rule.without = try lexiconOption("without", of: call, argument)
    return rule
  }

  private func lexiconOption(
    _ name: String, of call: Call, _ argument: Int
  ) throws(Fault) -> Lexicon? {
    guard !call[argument].isNil else { return nil }
    let result = call[argument].member(name) { value -> Result<Lexicon?, Fault> in
      if value.isNil { return .success(nil) }
      guard let object = value.object, object.isOf(kinds[.lexicon]) else {
        return .failure(Fault("'\(name)': expected a lexicon, got \(value.typeName)"))
      }
      return .success(desk.lexicons[object.first])
    }
    return try result.get()
  }

  private func read(
    _ rule: TermRule, titled title: String, _ call: Call, into survey: inout TermSurvey
  ) throws(Fault) {
    let reader = TermReader(rule, scratch: desk.scratch)
    let title = Array(title.utf8)
    title.withUnsafeBufferPointer { title in
      let text = TextArgument(bytes: title, range: 0..<title.count, place: .string)
      _ = reader.read(text, isExpired: { false }, show: { survey.add(titled: $0) })
    }
    let excepted = try spanOption("except", of: call, 2)
    try forEachText(call, 1) { (text) throws(Fault) in
      let before = reader.words
      for text in text.parts(except: excepted) {
        guard reader.read(text, isExpired: { call.isExpired }, show: { survey.add($0) }) else {
          throw Fault("the time limit was reached")
        }
      }
      survey.endText(text.range, words: reader.words - before)
      guard !survey.hasTooManyPlaces else {
        throw Fault("more than \(survey.mostPlaces) places; ask for shorter phrases or texts")
      }
    }
  }

  private func fill<Row>(
    _ call: Call, _ argument: Int, _ name: String, _ columns: ColumnLayout<Row>, from rows: [Row]
  ) throws(Fault) {
    guard !call[argument].isNil else { return }
    let table = try call.table(argument)
    try rows.withUnsafeBufferPointer { (rows) throws(Fault) in
      try fill(table, name, columns, from: rows)
    }
  }
}

extension TextArgument {
  /// What is left of it before and behind a stretch of the article.
  fileprivate func parts(except span: TextSpan?) -> [TextArgument] {
    guard let span, place.annotation == span.place, range.overlaps(span.range.offsets) else {
      return [self]
    }
    let taken = span.range.offsets.clamped(to: range)
    return [range.lowerBound..<taken.lowerBound, taken.upperBound..<range.upperBound]
      .filter { !$0.isEmpty }.map { TextArgument(bytes: bytes, range: $0, place: place) }
  }
}

private let termColumns = ColumnLayout<TermRow>(
  .text("term", \.term), .integer("words", \.words), .integer("head", \.head),
  .integer("tail", \.tail), .integer("times", \.times),
  .integer("texts", \.texts), .integer("text", \.firstText, plus: 1),
  .integer("capitals", \.capitals), .truth("titled", \.isTitled))

private let placeColumns = ColumnLayout<TermPlace>(
  .integer("term", \.term, plus: 1), .integer("text", \.text, plus: 1),
  .integer("first", \.lower, plus: 1), .integer("last", \.upper))

private let textColumns = ColumnLayout<TermText>(
  .integer("words", \.words), .integer("first", \.lower, plus: 1), .integer("last", \.upper))

extension APIShape {
  static let termOptions = APIShape(
    name: "TermOptions", doc: "What `desk.terms` takes for terms.",
    fields: [
      PluginKey("words", "integer", "Phrases of up to so many words; 1 unless told."),
      PluginKey(
        "letters", "integer",
        "Words of fewer letters do not count, and end a phrase; 1 unless told."
      ),
      PluginKey("hyphens", "boolean", "Whether words that a hyphen joins are one."),
      PluginKey("figures", "boolean", "Whether words of digits alone count, too."),
      PluginKey("without", "copydesk.Lexicon", "Words that do not count, and end a phrase."),
      PluginKey("stem", "string", "The language by whose stems words are one: `\"en\"`."),
      PluginKey(
        "except", "copydesk.Span", "Words within do not count: `article.dateline.span`, say."),
      PluginKey("title", "string", "A title, for the column `titled`: `article.title`."),
      PluginKey(
        "least", "integer",
        "Phrases of two words and more that come fewer times, and that the title has not, are left out; 1 unless told."
      ),
    ])
}
