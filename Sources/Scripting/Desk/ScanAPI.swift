internal import Document
internal import Glibc
internal import Lua

// How a lexicon finds its terms in texts.

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
        "scan",
        type: "fun(text: \(text), entries?: table, words?: table, capitals?: table): "
          + "integer, integer, integer, integer, integer",
        doc: """
          Finds all hits at once and puts them into columns, for work on hits and their neighbourhood that must \
          be fast: the number of the entry, the number of the word it begins with, and whether that \
          word is all in capitals. The tables are written over from 1 and not cut. Returns how many hits, words, \
          words in capitals, exclamation marks and question marks there are.
          """, access: .method(scan)),
      APIMember(
        "hit", type: "fun(index: integer): copydesk.Hit",
        doc: "A hit of the last `scan` by this lexicon.", access: .method(scannedHit)),
      APIMember(
        "annotate",
        type:
          "fun(layer: string, hits: integer[], count: integer, attributes?: table<string, any[]>)",
        doc: """
          Marks hits of the last scan, by their numbers, as many as `count` says, faster than by `ctx:annotate` one by \
          one. Attributes are columns: of `{ valence = values }` the i-th hit gets `values[i]`.
          """, access: .method(annotateHits)),
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
    push(match, of: number, in: place, on: call)
    call.push(desk.lexicons[number].entries[Int(match.entry)].value)
    return 2
  }

  /// Scans the text that a function was given and keeps the matches.
  private func keepMatches(_ call: Call) throws(Fault) -> (ScanRecord, number: Int) {
    let (lexicon, number) = try lexicon(call)
    let text = try text(call, 2)
    let shelf = desk.shelf
    let start = shelf.begin(in: generation)
    _ = scan(text, lexicon) { shelf.append($0) }
    return (record(from: start, in: text.place), number)
  }

  private func record(from start: Int, in place: TextPlace) -> ScanRecord {
    ScanRecord(
      range: start..<desk.shelf.count, epoch: desk.shelf.epoch,
      generation: place == .string ? 0 : generation, place: place)
  }

  /// Refuses matches that are no longer kept, and places in an article that is gone.
  private func check(epoch: Int, generation: UInt32) throws(Fault) {
    if epoch == desk.shelf.epoch, generation == 0 || generation == self.generation { return }
    throw Fault("these hits are from an earlier article, or too many scans have followed")
  }
}

// MARK: Counting

extension Session {
  private func countHits(_ call: Call) throws(Fault) -> Int {
    let (lexicon, _) = try lexicon(call)
    var count = 0
    _ = scan(try text(call, 2), lexicon) { _ in count += 1 }
    call.push(count)
    return 1
  }

  private func sumHits(_ call: Call) throws(Fault) -> Int {
    let (lexicon, _) = try lexicon(call)
    var count = 0
    var sum = 0.0
    _ = scan(try text(call, 2), lexicon) { match in
      count += 1
      sum += lexicon.entries[Int(match.entry)].value
    }
    call.push(sum)
    call.push(count)
    return 2
  }

  private func scan(
    _ text: TextArgument, _ lexicon: Lexicon, found: (Match) -> Void
  ) -> TextShape {
    return lexicon.scan(
      text.bytes.baseAddress ?? .nowhere, text.range, scratch: desk.scratch, found: found)
  }
}

// MARK: Columns

extension Session {
  private func scan(_ call: Call) throws(Fault) -> Int {
    let given = call.count
    let (lexicon, number) = try lexicon(call)
    let text = try text(call, 2)
    let shelf = desk.shelf
    let start = shelf.begin(in: generation)
    let shape = scan(text, lexicon) { shelf.append($0) }
    let record = record(from: start, in: text.place)
    desk.lastScans[number] = record
    if !record.range.isEmpty { try fillColumns(call, given, record) }
    let marks = text.part.marks
    call.push(record.range.count)
    call.push(shape.words)
    call.push(shape.capitals)
    call.push(marks.exclamations)
    call.push(marks.questions)
    return 5
  }

  private func fillColumns(_ call: Call, _ given: Int, _ record: ScanRecord) throws(Fault) {
    if given > 2 { try fill(call, 3, record) { $0.push(Int($1.entry) + 1) } }
    if given > 3 { try fill(call, 4, record) { $0.push(Int($1.word) + 1) } }
    if given > 4 { try fill(call, 5, record) { $0.push($1.isUppercase) } }
  }

  @inline(__always)
  private func fill(
    _ call: Call, _ argument: Int, _ record: ScanRecord, push: (Call, Match) -> Void
  ) throws(Fault) {
    guard !call[argument].isNil else { return }
    call.push(try call.table(argument))
    let shelf = desk.shelf
    var position = 0
    for index in record.range {
      position += 1
      push(call, shelf[index])
      call.setElement(position)
    }
  }

  private func scannedHit(_ call: Call) throws(Fault) -> Int {
    let (_, number) = try lexicon(call)
    let record = try lastScan(number)
    let match = try match(Int64(try call.integer(2)), in: record)
    push(match, of: number, in: record.place, on: call)
    return 1
  }

  private func lastScan(_ lexicon: Int) throws(Fault) -> ScanRecord {
    guard let record = desk.lastScans[lexicon] else {
      throw Fault("the lexicon has scanned nothing yet")
    }
    try check(epoch: record.epoch, generation: record.generation)
    return record
  }

  private func match(_ index: Int64, in record: ScanRecord) throws(Fault) -> Match {
    guard index >= 1, index <= record.range.count else {
      throw Fault("there is no hit \(index): the last scan found \(record.range.count)")
    }
    return desk.shelf[record.range.lowerBound + Int(index) - 1]
  }
}

// MARK: Marks

extension Session {
  private func annotateHits(_ call: Call) throws(Fault) -> Int {
    let (_, number) = try lexicon(call)
    let record = try lastScan(number)
    guard let place = record.place.annotation else {
      throw Fault("the last scan was of a string, which is no place in the article")
    }
    let layer = try layerForMarks(call)
    let hits = try call.table(3)
    let count = try call.integer(4)
    var annotations: [Annotation] = []
    annotations.reserveCapacity(max(0, min(count, record.range.count)))
    for position in stride(from: 1, through: count, by: 1) {
      let match = try match(hits.element(position) { $0.integer ?? 0 }, in: record)
      annotations.append(
        Annotation(range: TextRange(match.lower, match.upper), place: place))
    }
    if !call[5].isNil { try addColumns(try call.table(5), to: &annotations) }
    for annotation in annotations { try note(annotation, inLayer: layer) }
    return 0
  }

  private func addColumns(_ table: Slot, to annotations: inout [Annotation]) throws(Fault) {
    var names: [String] = []
    table.forEachEntry { key, _ in names.append(key.string ?? "") }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for name in names {
      try checkAttribute(name)
      let fault = table.member(name) { column in
        addColumn(name, column, to: &annotations)
      }
      if let fault { throw fault }
    }
  }

  private func addColumn(
    _ name: String, _ column: Slot, to annotations: inout [Annotation]
  ) -> Fault? {
    guard column.type == .table else {
      return Fault("attributes.\(name): expected a list of values, got \(column.typeName)")
    }
    for index in annotations.indices {
      let isTaken = column.element(index + 1) { value in
        guard let value = value.plainValue else { return value.isNil }
        annotations[index].attributes.append(name, value)
        return true
      }
      guard isTaken else {
        return Fault("attributes.\(name)[\(index + 1)]: expected a string, number or boolean")
      }
    }
    return nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many exclamation marks and question marks there are.
  fileprivate var marks: (exclamations: Int, questions: Int) {
    (count(of: UInt8(ascii: "!")), count(of: UInt8(ascii: "?")))
  }

  private func count(of byte: UInt8) -> Int {
    var count = 0
    var rest = baseAddress.map { UnsafeRawPointer($0) }
    let end = rest.map { $0 + self.count }
    while let start = rest, let end, let found = memchr(start, Int32(byte), end - start) {
      count += 1
      rest = UnsafeRawPointer(found) + 1
    }
    return count
  }
}
