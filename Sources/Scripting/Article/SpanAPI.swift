internal import CUnicode
internal import Document
internal import Lua

// Spans: stretches of an article, each kind with what the host knows of it.

extension Session {
  /// The kinds of spans that the host gives; `desk` adds its hits.
  var spanOwners: [APIOwner] {
    let span = APIOwner(
      .span,
      doc: "A stretch of an article's text or title. Its layers are what of the article's lies "
        + "within it.", members: spanMembers)
    let common = span.members + [indexMember]
    let items: [(KindName, String, [APIMember])] = [
      (.paragraph, "A paragraph.", []),
      (.sentence, "A sentence.", []),
      (.token, "A token.", tokenMembers),
      (.quotation, "Words between quotation marks, marks included.", []),
      (.quote, "Speech attributed to somebody; the quoted words with their marks.", quoteMembers),
      (.entity, "A mention of a person, organisation, place or nationality.", entityMembers),
      (.amount, "An amount of money, a percentage, a measure or a count.", amountMembers),
      (.date, "A date that the text mentions.", dateMembers),
      (.link, "Words that lead somewhere.", linkMembers),
      (.scope, "A part of the article by its role.", scopeMembers),
      (.annotation, "A mark that a required plugin made.", annotationMembers),
    ]
    return [span]
      + items.map { kind, doc, members in APIOwner(kind, doc: doc, members: common + members) }
  }

  /// What every stretch of text has.
  var spanMembers: [APIMember] {
    [
      APIMember(
        "first", type: "integer", doc: "Its first byte, counted from 1.", access: .value(0)),
      APIMember("last", type: "integer", doc: "Its last byte.", access: .value(1)),
      APIMember("text", type: "string", doc: "Its words.", access: .spanText),
      APIMember(
        "place", type: "\"text\" | \"title\"", doc: "Which of the article's texts it is in.",
        access: .getter(spanPlace)),
    ] + layerMembers
  }

  private var spanPlace: Body {
    let words = [Annotation.Place.text, .title].map { interpreter.reference(to: $0.rawValue) }
    return { (call) throws(Fault) in
      call.push(words[call[1].object?.span.place == .title ? 1 : 0])
      return 1
    }
  }
}

// MARK: What the kinds know

extension Session {
  private var indexMember: APIMember {
    APIMember(
      "index", type: "integer", doc: "Its position in its layer, counted from 1.",
      access: .itemIndex)
  }

  private var tokenMembers: [APIMember] {
    let kinds = TokenKind.allCases.map { "\"\($0.name)\"" }.joined(separator: " | ")
    return [
      word("kind", kinds, "What it is.", \TokenKind.name, .tokenKind) { $0.tokens?.notes },
      APIMember(
        "fold", type: "string",
        doc: "Its words folded, for comparing without regard to case; as `desk.fold` does.",
        access: .getter(tokenFold)),
      APIMember(
        "stem", type: "string",
        doc:
          "Its stem by the Snowball rules of the article's language, in lower case; folded where "
          + "that language has none.", access: .getter(tokenStem)),
    ]
  }

  private func tokenFold(_ call: Call) throws(Fault) -> Int {
    try push(converted: try text(call, 1).part, COPYDESK_FOLD, on: call)
    return 1
  }

  private func tokenStem(_ call: Call) throws(Fault) -> Int {
    let word = try text(call, 1).part
    let tag = galley.article.metadata.language?.value ?? ""
    guard let stemmer = desk.stemmer(of: String(tag.prefix { $0 != "-" })) else {
      try push(converted: word, COPYDESK_FOLD, on: call)
      return 1
    }
    guard let lower = convert(word, COPYDESK_LOWER) else { throw Fault("the token is too long") }
    lower.withUnsafeBufferPointer { bytes in stemmer.stem(bytes) { call.push($0) } }
    return 1
  }

  private var quoteMembers: [APIMember] {
    [
      APIMember(
        "speaker", type: "copydesk.Span?", doc: "The words that name the speaker.",
        access: .getter(quoteSpeaker)),
      member("speaker_name", "string?", "The speaker's fullest name in the article.") {
        call, index, galley in
        call.push(optional: galley.article.layers.quotes?.notes[index].speakerName)
      },
      APIMember(
        "role", type: "copydesk.Span?",
        doc:
          "What the speaker is, as `the finance minister`; perhaps where the article first says so.",
        access: .getter(quoteRole)),
      APIMember(
        "cue", type: "copydesk.Span?", doc: "The words that say it is speech.",
        access: .getter(quoteCue)),
      word(
        "stance", stances + "?", "How the cue presents what was said; nil without a cue.",
        \Quote.Stance.rawValue, .quoteStance
      ) { $0.quotes?.notes.map(\.stance) },
      word(
        "kind", "\"direct\" | \"mixed\" | \"indirect\"", "How it is given.", \Quote.Kind.rawValue,
        .quoteKind
      ) { $0.quotes?.notes.map(\.kind) },
      member("confidence", "number", "How sure the speaker is, 0 to 1.") { call, index, galley in
        call.push(galley.article.layers.quotes?.notes[index].confidence ?? 0)
      },
      member("why", "string", "The rule that found it, in words.") { call, index, galley in
        call.push(galley.article.layers.quotes?.notes[index].why ?? "")
      },
    ]
  }

  /// The stances as a type of Lua.
  private var stances: String {
    "(" + Quote.Stance.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " | ") + ")"
  }

  private func quoteSpeaker(_ call: Call) throws(Fault) -> Int {
    push(call[1].object.flatMap { galley.quote($0.index)?.speaker }, on: call)
    return 1
  }

  private func quoteRole(_ call: Call) throws(Fault) -> Int {
    push(call[1].object.flatMap { galley.quote($0.index)?.role }, on: call)
    return 1
  }

  private func quoteCue(_ call: Call) throws(Fault) -> Int {
    push(call[1].object.flatMap { galley.quote($0.index)?.cue }, on: call)
    return 1
  }

  private var entityMembers: [APIMember] {
    let placeKinds =
      "(" + Entity.PlaceKind.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " | ") + ")?"
    return [
      word(
        "label", "\"PERSON\" | \"ORG\" | \"LOC\" | \"NORP\"",
        "What is mentioned; `NORP` is a word for a country's people or things: \"French\".",
        \Entity.Label.rawValue, .entityLabel
      ) { $0.entities?.notes.map(\.label) },
      member(
        "name", "string",
        "The fullest name that the article gives to it; of a nationality, the country's."
      ) { call, index, galley in
        call.push(optional: galley.article.layers.entities?.notes[index].name)
      },
      word(
        "kind", placeKinds, "What a place is, where that is sure.", \Entity.PlaceKind.rawValue,
        .entityKind
      ) { $0.entities?.notes.map(\.kind) },
      member("country", "string?", "ISO 3166-1 of the country that it is, or belongs to: `FR`.") {
        call, index, galley in
        call.push(optional: galley.article.layers.entities?.notes[index].country)
      },
      member("number", "integer", "Mentions of one entity share it; counted from 1.") {
        call, index, galley in
        call.push(galley.article.layers.entities?.notes[index].number ?? 0)
      },
    ]
  }

  private var amountMembers: [APIMember] {
    [
      word(
        "kind", "\"money\" | \"percent\" | \"measure\" | \"count\"", "What is counted.",
        \Amount.Kind.rawValue, .amountKind
      ) { $0.amounts?.notes.map(\.kind) },
      member("value", "number", "The number, scale applied: 1e9 for \"$1 billion\".") {
        call, index, galley in
        call.push(galley.article.layers.amounts?.notes[index].value ?? 0)
      },
      member("unit", "string", "ISO 4217 for money, `%` for percentages, else the unit's name.") {
        call, index, galley in
        call.push(optional: galley.article.layers.amounts?.notes[index].unit)
      },
    ]
  }

  private var dateMembers: [APIMember] {
    [
      member("iso", "string", "ISO 8601, cut to the precision: `2025-04`.") { call, index, galley in
        call.push(optional: galley.article.layers.dates?.notes[index].iso)
      },
      word(
        "precision", "\"year\" | \"month\" | \"day\" | \"minute\"", "How precise it is.",
        \DateMention.Precision.rawValue, .datePrecision
      ) { $0.dates?.notes.map(\.precision) },
      member("relative", "boolean", "Whether it was told from another date: \"last Tuesday\".") {
        call, index, galley in
        call.push(galley.article.layers.dates?.notes[index].isRelative ?? false)
      },
    ]
  }

  private var linkMembers: [APIMember] {
    [
      member("url", "string", "Where it leads.") { call, index, galley in
        call.push(optional: galley.article.layers.links?.notes[index].url)
      }
    ]
  }

  private var scopeMembers: [APIMember] {
    let kinds = Scope.Kind.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " | ")
    return [
      word("kind", kinds, "Its role.", \Scope.Kind.rawValue, .scopeKind) {
        $0.scopes?.notes.map(\.kind)
      }
    ]
  }

  private var annotationMembers: [APIMember] {
    [
      APIMember(
        "attributes", type: "table<string, any>",
        doc: "What the plugin said of it; a new table each time.",
        access: .getter(annotationAttributes))
    ]
  }

  private func annotationAttributes(_ call: Call) throws(Fault) -> Int {
    guard let object = call[1].object, let layer = galley.layers[object.own >> 32] else { return 0 }
    try call.push(value: .map(layer.annotations[object.index].attributes))
    return 1
  }

  /// A member that is one of a few words.
  /// - Parameter names: what the notes of its layer say, item by item.
  private func word<Name: CaseIterable & Equatable>(
    _ name: String, _ type: String, _ doc: String, _ spelling: (Name) -> String,
    _ column: WordColumn, _ names: @escaping (Layers) -> [Name?]?
  ) -> APIMember {
    let words = Name.allCases.map(spelling)
    let galley = galley
    let body: Body = { (call) throws(Fault) in
      guard let index = call[1].ownInteger.map({ $0 & 0xFFFF_FFFF }) else { return 0 }
      let number = galley.word(column, at: index, names)
      call.push(optional: number == 0 ? nil : words[number - 1])
      return 1
    }
    return APIMember(
      name, type: type, doc: doc, access: .word(column: column.rawValue, words, body))
  }

  /// A member that is read from the notes of a layer by the item's index.
  // Inlined, so that an answer is one function, and not three that call each other.
  @inline(__always)
  private func member(
    _ name: String, _ type: String, _ doc: String,
    _ push: @escaping (Call, _ index: Int, Galley) -> Void
  ) -> APIMember {
    let galley = galley
    return APIMember(
      name, type: type, doc: doc,
      access: .getter { (call) throws(Fault) in
        guard let own = call[1].ownInteger else { return 0 }
        push(call, own & 0xFFFF_FFFF, galley)
        return 1
      })
  }
}

extension Object {
  /// The index of an item in its layer.
  fileprivate var index: Int { own & 0xFFFF_FFFF }
}

/// The columns in which a galley's spans have numbers of words.
enum WordColumn: Int {
  case tokenKind, quoteKind, quoteStance, entityLabel, entityKind, amountKind, datePrecision
  case scopeKind
}

extension Galley {
  /// The number of an item's word, from 1, or 0; the first time in an article all items' are set.
  fileprivate func word<Name: CaseIterable & Equatable>(
    _ column: WordColumn, at index: Int, _ names: (Layers) -> [Name?]?
  ) -> Int {
    if let known = spans.word(column.rawValue, at: index) { return known }
    let cases = Array(Name.allCases)
    let numbers = (names(article.layers) ?? []).map { name in
      name.flatMap { cases.firstIndex(of: $0) }.map { UInt8($0 + 1) } ?? 0
    }
    spans.setWords(column.rawValue, numbers)
    return spans.word(column.rawValue, at: index) ?? 0
  }

  fileprivate func quote(_ index: Int) -> Quote? { article.layers.quotes?.notes[index] }

  /// What `nearest` knows by the name of `label`.
  func label(of index: Int, in layer: Int) -> String? {
    guard layer == LayerKind.entities.index else { return nil }
    return article.layers.entities?.notes[index].label.rawValue
  }

  /// What `nearest` knows by the name of `kind`.
  func kind(of index: Int, in layer: Int) -> String? {
    switch layer {
    case LayerKind.tokens.index: article.layers.tokens?.notes[index].name
    case LayerKind.quotes.index: quote(index)?.kind.rawValue
    case LayerKind.entities.index: article.layers.entities?.notes[index].kind?.rawValue
    case LayerKind.scopes.index: article.layers.scopes?.notes[index].kind.rawValue
    case LayerKind.amounts.index: article.layers.amounts?.notes[index].kind.rawValue
    default: nil
    }
  }
}
