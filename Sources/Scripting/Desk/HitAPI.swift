internal import Document
internal import Lua

// Hits: places where a lexicon's terms stand.
//
// A hit's own number packs, from below: the word it begins with (31 bits), its entry (24), its lexicon (7), and
// whether it is in capitals.

extension Session {
  var hitOwner: APIOwner {
    APIOwner(
      .hit,
      doc:
        "A place in the article where a term of a lexicon stands; a span, which `ctx:annotate` takes.",
      members: spanMembers + termMembers)
  }

  /// The same in a string of the plugin's own, which is no place in the article.
  var findOwner: APIOwner {
    APIOwner(
      .find, doc: "A place in a string where a term of a lexicon stands.",
      members: [
        APIMember(
          "first", type: "integer", doc: "Its first byte, counted from 1.", access: .value(0)),
        APIMember("last", type: "integer", doc: "Its last byte.", access: .value(1)),
      ] + termMembers)
  }

  private var termMembers: [APIMember] {
    [
      member("value", "number", "The entry's value; 1 where the list gives none.") { call, hit in
        call.push(hit.lexicon.entries[hit.entry].value)
      },
      member("term", "string", "The entry's term as the list writes it.") { call, hit in
        call.push(hit.lexicon.term(hit.lexicon.entries[hit.entry]))
      },
      member("entry", "integer", "The entry's number.") { call, hit in call.push(hit.entry + 1) },
      member("word", "integer", "Which word of the scanned text it begins with, counted from 1.") {
        call, hit in call.push(hit.word + 1)
      },
      member("capitals", "boolean", "Whether its first word is all in capitals.") { call, hit in
        call.push(hit.isUppercase)
      },
      member("negated", "boolean", "Whether one of the lexicon's negators stands before it.") {
        call, hit in call.push(self.modifiers(of: hit.object).isNegated)
      },
      member(
        "intensity", "number",
        "The product of the weights of the lexicon's intensifiers before it; 1 where there are none."
      ) { call, hit in call.push(self.modifiers(of: hit.object).intensity) },
      member("score", "number", "Its value times its intensity, turned around where it is negated.")
      {
        call, hit in
        call.push(self.modifiers(of: hit.object).score(of: hit.lexicon.entries[hit.entry].value))
      },
      APIMember(
        "get", type: "fun(column: string): number | string | nil",
        doc: "What its entry says in a column.", access: .method(hitGet)),
    ]
  }

  private func member(
    _ name: String, _ type: String, _ doc: String, _ push: @escaping (Call, Hit) -> Void
  ) -> APIMember {
    APIMember(
      name, type: type, doc: doc,
      access: .getter { (call) throws(Fault) in
        push(call, try self.hit(call))
        return 1
      })
  }

  private func hitGet(_ call: Call) throws(Fault) -> Int {
    let hit = try hit(call)
    let name = try call.string(2)
    guard hit.lexicon.columns.contains(name) else {
      throw Fault("the lexicon has no column \"\(name)\"")
    }
    push(hit.lexicon.cell(hit.entry, name), on: call)
    return 1
  }
}

// MARK: Objects

/// A hit as its object describes it.
private struct Hit {
  let lexicon: Lexicon
  let entry: Int
  let word: Int
  let isUppercase: Bool
  /// By which what stands before it is found, when it is asked for.
  let object: Object
}

extension Session {
  private func hit(_ call: Call) throws(Fault) -> Hit {
    guard let object = call[1].object, object.isOf(kinds[.hit]) || object.isOf(kinds[.find]) else {
      throw Fault(argument: 1, expected: "hit")
    }
    let own = object.own
    return Hit(
      lexicon: desk.lexicons[own >> 55 & 0x7F], entry: own >> 31 & 0xFF_FFFF,
      word: own & 0x7FFF_FFFF, isUppercase: own >> 62 & 1 != 0,
      object: object)
  }

  private func modifiers(of object: Object) -> Modifiers {
    guard !object.isOf(kinds[.find]) else { return Modifiers(packed: object.third) }
    let lexicon = desk.lexicons[object.own >> 55 & 0x7F]
    let bytes = galley.spans.text(object.span.place == .text ? 0 : 1)
    return lexicon.context?.modifiers(
      before: object.first - 1, in: bytes, scratch: desk.scratch) ?? Modifiers()
  }

  /// Pushes the object of a match.
  func push(
    _ match: Match, of lexicon: Int, in place: TextPlace, _ modifiers: Modifiers?, on call: Call
  ) {
    let isInArticle = place != .string
    let (first, second, third, fourth) = match.integers(lexicon, in: place, modifiers)
    call.push(
      Object(
        kinds[isInArticle ? .hit : .find], generation: isInArticle ? generation : 0,
        first, second, third, fourth))
  }
}

extension Match {
  /// The integers of its object.
  /// - Parameters:
  ///   - lexicon: its number.
  ///   - modifiers: what stands before a match in a string; that of one in the article is looked up when it is asked for.
  @inline(__always)
  func integers(
    _ lexicon: Int, in place: TextPlace, _ modifiers: Modifiers?
  ) -> (Int, Int, Int, Int) {
    let own = Int(word) & 0x7FFF_FFFF | Int(entry) << 31 | lexicon << 55
    let modifiers = place == .string ? (modifiers ?? Modifiers()).packed : 0
    return (
      Int(lower) + 1, Int(upper), place.rawValue | modifiers, own | (isUppercase ? 1 << 62 : 0)
    )
  }
}
