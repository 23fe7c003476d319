internal import Document
internal import Lua

// How a lexicon finds its terms in many texts at once, and puts what it finds into columns.

extension Session {
  var scanColumnsMembers: [APIMember] {
    [
      APIMember(
        "scan",
        type: "fun(texts: string | copydesk.Span | copydesk.Article | copydesk.Span[], "
          + "hits?: table<string, any[]>, counts?: table<string, any[]>): integer, integer",
        doc: """
          Finds all hits of a text, or of every item of a layer, in one call, for work that must be fast. The lists \
          that the tables have are written over from 1 and not cut. Of `hits` they may be `entry`, the entry's \
          number; `word`, the number of the word in its text that the hit begins with; `capitals`, whether that word \
          is all in capitals; `first` and `last`, its bytes; and, which takes longer, `negated`, `intensity` and `score`, as \
          hits have them. Of `counts` they have one row a text: `hits`, `words`, \
          `capitals`, the words in capitals, `exclamations` and `questions`, marks; `first` and `last`, the text's \
          bytes. Returns how many hits and how many texts there are. Without `hits` it only counts, and `hit` and \
          `annotate` still know the scan before.
          """, access: .method(scanIntoColumns)),
      APIMember(
        "hit", type: "fun(index: integer): copydesk.Hit",
        doc: "A hit of the last `scan` by this lexicon.", access: .method(scannedHit)),
      APIMember(
        "annotate",
        type:
          "fun(layer: string, hits: integer[], count: integer, attributes?: table<string, any[]>)",
        doc: """
          Marks hits of the last scan, by their numbers, as many as `count` says, as `ctx:annotate_each` marks items.
          """, access: .method(annotateHits)),
    ]
  }
}

/// What a scan tells of one of its texts.
struct ScannedText: BitwiseCopyable {
  var range: TextRange
  var hits: UInt32
  var words: UInt32
  var capitals: UInt32
  var exclamations: UInt32
  var questions: UInt32
}

/// A hit with what the words before it make of it.
struct WeighedMatch: BitwiseCopyable {
  var match: Match
  var isNegated: Bool
  var intensity: Double
  var score: Double
}

private let hitColumns = ColumnLayout<Match>(
  .integer("entry", \.entry, plus: 1), .integer("word", \.word, plus: 1),
  .truth("capitals", \.isUppercase), .integer("first", \.lower, plus: 1),
  .integer("last", \.upper))

private let weighedColumns = ColumnLayout<WeighedMatch>(
  .integer("entry", \.match.entry, plus: 1), .integer("word", \.match.word, plus: 1),
  .truth("capitals", \.match.isUppercase), .integer("first", \.match.lower, plus: 1),
  .integer("last", \.match.upper), .truth("negated", \.isNegated),
  .number("intensity", \.intensity), .number("score", \.score))

private let countColumns = ColumnLayout<ScannedText>(
  .integer("hits", \.hits), .integer("words", \.words), .integer("capitals", \.capitals),
  .integer("exclamations", \.exclamations), .integer("questions", \.questions),
  .integer("first", \.range.lower, plus: 1), .integer("last", \.range.upper))

extension Session {
  private func scanIntoColumns(_ call: Call) throws(Fault) -> Int {
    let (lexicon, number) = try lexicon(call)
    let start = desk.shelf.begin(in: generation)
    let record = try scanAll(call, lexicon, from: start)
    if !call[3].isNil {
      desk.lastScans[number] = record
      try fillHits(try call.table(3), of: record, lexicon)
    }
    if !call[4].isNil {
      let table = try call.table(4)
      try desk.scannedTexts.withUnsafeBufferPointer { (texts) throws(Fault) in
        try fill(table, "counts", countColumns, from: texts)
      }
    }
    call.push(record.range.count)
    call.push(desk.scannedTexts.count)
    return 2
  }

  /// Scans one text or many; what it tells of each is then in `desk.scannedTexts`.
  private func scanAll(
    _ call: Call, _ lexicon: Lexicon, from start: Int
  ) throws(Fault) -> ScanRecord {
    desk.scannedTexts.removeAll(keepingCapacity: true)
    guard let items = call[2].object, items.isOf(kinds[.sequence]) else {
      let text = try text(call, 2)
      var marks = MarkCounter(
        in: UnsafeBufferPointer(rebasing: text.bytes[..<text.range.upperBound]))
      try scanOne(call, text, lexicon, &marks)
      keepModifiers(from: start, lexicon, text)
      return record(from: start, in: text.place)
    }
    guard let layer = try layer(of: call, 2) else { return record(from: start, in: .text) }
    var record = record(from: start, in: .text)
    for place in [Annotation.Place.title, .text] {
      let bytes = galley.spans.text(place == .text ? 0 : 1)
      var marks = MarkCounter(in: bytes)
      for index in layer.indices(in: place).clamped(to: items.second..<items.second + items.third) {
        let text = TextArgument(
          bytes: bytes, range: layer.ranges[index].offsets, place: TextPlace(place))
        try scanOne(call, text, lexicon, &marks)
      }
      if place == .title { record.inTitle = desk.shelf.count - start }
    }
    record.range = start..<desk.shelf.count
    return record
  }

  private func scanOne(
    _ call: Call, _ text: TextArgument, _ lexicon: Lexicon, _ marks: inout MarkCounter
  ) throws(Fault) {
    let shelf = desk.shelf
    let before = shelf.count
    let shape = try scan(call, text, lexicon) { shelf.append($0) }
    desk.scannedTexts.append(
      ScannedText(
        range: TextRange(text.range.lowerBound, text.range.upperBound),
        hits: UInt32(shelf.count - before), words: UInt32(shape.words),
        capitals: UInt32(shape.capitals), exclamations: UInt32(marks.exclamations(in: text.range)),
        questions: UInt32(marks.questions(in: text.range))))
  }

  /// Keeps what stands before hits in a string, which is gone when they are asked.
  private func keepModifiers(from start: Int, _ lexicon: Lexicon, _ text: TextArgument) {
    guard text.place == .string, let context = lexicon.context else { return }
    for index in start..<desk.shelf.count {
      desk.modifiers[index] = context.modifiers(
        before: Int(desk.shelf[index].lower), in: text.bytes, scratch: desk.scratch)
    }
  }

  /// What has come onto the shelf since a place on it.
  private func record(from start: Int, in place: TextPlace) -> ScanRecord {
    ScanRecord(
      range: start..<desk.shelf.count, epoch: desk.shelf.epoch,
      generation: place == .string ? 0 : generation, place: place)
  }

  /// The columns for which it matters what stands before hits.
  private static let weights = ["negated", "intensity", "score"]

  private func fillHits(
    _ table: Slot, of record: ScanRecord, _ lexicon: Lexicon
  ) throws(Fault) {
    guard Self.weights.contains(where: { table.member($0) { !$0.isNil } }) else {
      // The names of all columns, in case one is misspelt.
      return try fill(
        table, "hits", hitColumns, weighedColumns.names, from: desk.shelf[record.range])
    }
    let rows = record.range.indices.map {
      weighed($0 - record.range.lowerBound, record, lexicon)
    }
    try rows.withUnsafeBufferPointer { (rows) throws(Fault) in
      try fill(table, "hits", weighedColumns, from: rows)
    }
  }

  private func weighed(_ index: Int, _ record: ScanRecord, _ lexicon: Lexicon) -> WeighedMatch {
    let match = desk.shelf[record.range.lowerBound + index]
    let modifiers: Modifiers? =
      if let place = record.place(of: index).annotation {
        lexicon.context?.modifiers(
          before: Int(match.lower), in: galley.spans.text(place == .text ? 0 : 1),
          scratch: desk.scratch)
      } else {
        desk.modifiers[record.range.lowerBound + index]
      }
    let known = modifiers ?? Modifiers()
    return WeighedMatch(
      match: match, isNegated: known.isNegated, intensity: known.intensity,
      score: known.score(of: lexicon.entries[Int(match.entry)].value))
  }

  func fill<Row>(
    _ table: Slot, _ argument: String, _ columns: ColumnLayout<Row>, _ names: [String]? = nil,
    from rows: UnsafeBufferPointer<Row>
  ) throws(Fault) {
    guard let (name, value) = columns.fill(table, from: rows) else { return }
    let names = names ?? columns.names
    guard let given = name.string, names.contains(given) else {
      let given = name.string ?? name.typeName
      let question = Suggestions.question(Suggestions.like(given, among: names))
      throw Fault(
        "\(argument).\(given): there is no such column; "
          + (question ?? "known are \(names.joined(separator: ", "))"))
    }
    throw Fault("\(argument).\(given): expected a list to fill, got \(value.typeName)")
  }
}

// MARK: Hits of the last scan

extension Session {
  private func scannedHit(_ call: Call) throws(Fault) -> Int {
    let (_, number) = try lexicon(call)
    let record = try lastScan(number)
    let index = Int64(try call.integer(2))
    let match = try match(index, in: record)
    let place = record.place(of: Int(index) - 1)
    let modifiers =
      place == .string ? desk.modifiers[record.range.lowerBound + Int(index) - 1] : nil
    push(match, of: number, in: place, modifiers, on: call)
    return 1
  }

  private func annotateHits(_ call: Call) throws(Fault) -> Int {
    let (_, number) = try lexicon(call)
    let record = try lastScan(number)
    return try annotateAll(call, numbers: 3) { (hit) throws(Fault) in
      let match = try match(hit, in: record)
      guard let place = record.place(of: Int(hit) - 1).annotation else {
        throw Fault("the last scan was of a string, which is no place in the article")
      }
      return TextSpan(TextRange(match.lower, match.upper), in: place)
    }
  }

  private func lastScan(_ lexicon: Int) throws(Fault) -> ScanRecord {
    guard let record = desk.lastScans[lexicon] else {
      throw Fault("the lexicon has scanned nothing yet")
    }
    try check(epoch: record.epoch, generation: record.generation)
    return record
  }

  /// Refuses matches that are no longer kept, and places in an article that is gone.
  private func check(epoch: Int, generation: UInt32) throws(Fault) {
    if epoch == desk.shelf.epoch, generation == 0 || generation == self.generation { return }
    throw Fault("these hits are from an earlier article, or too many scans have followed")
  }

  private func match(_ index: Int64, in record: ScanRecord) throws(Fault) -> Match {
    guard index >= 1, index <= record.range.count else {
      throw Fault("there is no hit \(index): the last scan found \(record.range.count)")
    }
    return desk.shelf[record.range.lowerBound + Int(index) - 1]
  }
}
