internal import Lua

// How a lexicon finds its terms in a text, one by one.

extension Session {
  var scanMembers: [APIMember] {
    let text = "string | copydesk.Span | copydesk.Article"
    return [
      APIMember(
        "hits", type: "fun(text: \(text)): fun(): copydesk.Hit?, number",
        doc:
          "Walks over the places where terms stand: `for hit, value in lexicon:hits(sentence) do`.",
        access: .method(hits)),
      APIMember(
        "count", type: "fun(text: \(text)): integer", doc: "How many hits a text has.",
        access: .method(countHits)),
      APIMember(
        "sum", type: "fun(text: \(text)): number, integer",
        doc: "The sum of its hits' values, and how many hits there are.", access: .method(sumHits)),
      APIMember(
        "score", type: "fun(text: \(text)): number, integer",
        doc:
          "The sum of its hits' scores, in which negators and intensifiers count, and how many hits there are.",
        access: .method(scoreHits)),
    ]
  }
}

// MARK: Walking

extension Session {
  private func hits(_ call: Call) throws(Fault) -> Int {
    let (lexicon, number) = try lexicon(call)
    let text = try text(call, 2)
    let shelf = desk.shelf
    let start = shelf.begin(in: generation)
    _ = try scan(call, text, lexicon) { shelf.append($0) }
    let isInArticle = text.place != .string
    // What stands before hits in a string is gone when they are asked.
    let context = isInArticle ? nil : lexicon.context
    call.pushWalk(
      of: kinds[isInArticle ? .hit : .find], generation: isInArticle ? generation : 0,
      count: shelf.count - start
    ) { index in
      let match = shelf[start + index]
      let modifiers = context?.modifiers(
        before: Int(match.lower), in: text.bytes, scratch: desk.scratch)
      return (
        match.integers(number, in: text.place, modifiers), lexicon.entries[Int(match.entry)].value
      )
    }
    shelf.take(from: start)
    return 1
  }
}

// MARK: Counting

extension Session {
  private func countHits(_ call: Call) throws(Fault) -> Int {
    let (lexicon, _) = try lexicon(call)
    var count = 0
    _ = try scan(call, try text(call, 2), lexicon) { _ in count += 1 }
    call.push(count)
    return 1
  }

  private func sumHits(_ call: Call) throws(Fault) -> Int {
    let (lexicon, _) = try lexicon(call)
    var count = 0
    var sum = 0.0
    _ = try scan(call, try text(call, 2), lexicon) { match in
      count += 1
      sum += lexicon.entries[Int(match.entry)].value
    }
    call.push(sum)
    call.push(count)
    return 2
  }

  private func scoreHits(_ call: Call) throws(Fault) -> Int {
    let (lexicon, _) = try lexicon(call)
    let text = try text(call, 2)
    var hits: [(place: Int, value: Double)] = []
    _ = try scan(call, text, lexicon) { match in
      hits.append((Int(match.lower), lexicon.entries[Int(match.entry)].value))
    }
    let score = hits.reduce(0) { sum, hit in
      let modifiers = lexicon.context?.modifiers(
        before: hit.place, in: text.bytes, scratch: desk.scratch)
      return sum + (modifiers?.score(of: hit.value) ?? hit.value)
    }
    call.push(score)
    call.push(hits.count)
    return 2
  }

  /// Finds a lexicon's terms in a text.
  @inline(__always)
  func scan(
    _ call: Call, _ text: TextArgument, _ lexicon: Lexicon, found: (Match) -> Void
  ) throws(Fault) -> TextShape {
    let shape = lexicon.scan(
      text.bytes.baseAddress ?? .nowhere, text.range, scratch: desk.scratch,
      isExpired: { call.isExpired }, found: found)
    if call.isExpired { throw Fault("the time limit was reached") }
    return shape
  }
}
