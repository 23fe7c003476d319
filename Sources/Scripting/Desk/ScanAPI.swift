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
      call.push(walk, keeping: HitWalk(record, number).integers)
      return 1
    }
  }

  private func nextHit(_ call: Call) throws(Fault) -> Int {
    let walk = HitWalk(integers: call.ownIntegers)
    guard walk.next < walk.end else {
      call.pushNil()
      return 1
    }
    try check(epoch: walk.epoch, generation: walk.generation)
    call.setOwnInteger(0, walk.integers.0 + 1)
    let match = desk.shelf[walk.next]
    let modifiers = walk.place == .string ? desk.modifiers[walk.next] : nil
    push(match, of: walk.lexicon, in: walk.place, modifiers, on: call)
    call.push(desk.lexicons[walk.lexicon].entries[Int(match.entry)].value)
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

/// How far a script's walk over hits has come, as its function keeps it from call to call.
private struct HitWalk {
  /// The next match on the shelf and, above it, the end; the shelf's epoch and, above it, the article's generation; the text and, above
  /// it, the lexicon.
  let integers: (Int, Int, Int)

  init(_ record: ScanRecord, _ lexicon: Int) {
    integers = (
      record.range.lowerBound | record.range.upperBound << 32,
      record.epoch | Int(record.generation) << 32, record.place.rawValue | lexicon << 8
    )
  }

  init(integers: (Int, Int, Int)) { self.integers = integers }

  var next: Int { integers.0 & 0xFFFF_FFFF }
  var end: Int { integers.0 >> 32 }
  var epoch: Int { integers.1 & 0xFFFF_FFFF }
  var generation: UInt32 { UInt32(truncatingIfNeeded: integers.1 >> 32) }
  var place: TextPlace { TextPlace(rawValue: integers.2 & 0xFF) ?? .string }
  var lexicon: Int { integers.2 >> 8 }
}
