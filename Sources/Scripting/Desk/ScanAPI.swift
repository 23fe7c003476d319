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
        access: .method(hits(walk: interpreter.function("next hit", nextHit)))),
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
  private func hits(walk: HostFunction) -> Body {
    { (call) throws(Fault) in
      let (record, number) = try self.keepMatches(call)
      call.push(
        walk, keeping: record.range.lowerBound, record.range.upperBound, record.epoch,
        number << 8 | record.place.rawValue, Int(record.generation))
      return 1
    }
  }

  private func nextHit(_ call: Call) throws(Fault) -> Int {
    let next = call.ownInteger(0)
    guard next < call.ownInteger(1) else {
      call.pushNil()
      return 1
    }
    let place = TextPlace(rawValue: call.ownInteger(3) & 0xFF) ?? .string
    try check(
      epoch: call.ownInteger(2), generation: UInt32(truncatingIfNeeded: call.ownInteger(4)))
    call.setOwnInteger(0, next + 1)
    let match = desk.shelf[next]
    let number = call.ownInteger(3) >> 8
    let modifiers = place == .string ? desk.modifiers[next] : nil
    push(match, of: number, in: place, modifiers, on: call)
    call.push(desk.lexicons[number].entries[Int(match.entry)].value)
    return 2
  }

  /// Scans the text that a function was given and keeps the matches.
  private func keepMatches(_ call: Call) throws(Fault) -> (ScanRecord, number: Int) {
    let (lexicon, number) = try lexicon(call)
    let text = try text(call, 2)
    let shelf = desk.shelf
    let start = shelf.begin(in: generation)
    _ = try scan(call, text, lexicon) { shelf.append($0) }
    keepModifiers(from: start, lexicon, text)
    return (record(from: start, in: text.place), number)
  }

  /// Keeps what stands before hits in a string, which is gone when they are asked.
  func keepModifiers(from start: Int, _ lexicon: Lexicon, _ text: TextArgument) {
    guard text.place == .string, let context = lexicon.context else { return }
    for index in start..<desk.shelf.count {
      desk.modifiers[index] = context.modifiers(
        before: Int(desk.shelf[index].lower), in: text.bytes, scratch: desk.scratch)
    }
  }

  /// What has come onto the shelf since a place on it.
  func record(from start: Int, in place: TextPlace) -> ScanRecord {
    ScanRecord(
      range: start..<desk.shelf.count, epoch: desk.shelf.epoch,
      generation: place == .string ? 0 : generation, place: place)
  }

  /// Refuses matches that are no longer kept, and places in an article that is gone.
  func check(epoch: Int, generation: UInt32) throws(Fault) {
    if epoch == desk.shelf.epoch, generation == 0 || generation == self.generation { return }
    throw Fault("these hits are from an earlier article, or too many scans have followed")
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
