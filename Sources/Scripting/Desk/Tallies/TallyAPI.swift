internal import Document
internal import Lua

// `desk.tally`: words of many texts counted, in little room and few calls.

extension Session {
  var tallyOwner: APIOwner {
    let text = "string | copydesk.Span | copydesk.Article"
    return APIOwner(
      library: "desk.tally",
      doc:
        "Counts of words over a whole run, as an aggregate holds them: how often each term came, in how many texts, and the "
        + "ids of three of these. A tally is a plain table of texts that the host reads; it takes a quarter of the memory of a "
        + "table by words, and its parts come together in any order.",
      members: [
        APIMember(
          "words",
          type: "fun(text: \(text) | copydesk.Span[], options?: copydesk.TallyOptions): "
            + "copydesk.Tally, integer",
          doc:
            "A tally of a text's words in lower case, or of the items of a layer, such as `article.sentences`; and how many "
            + "words there are. Words of more than \(TermRule.longest) letters and those that begin with a digit do not count.",
          access: .method(tallyWords)),
        APIMember(
          "of",
          type: "fun(counts: string[] | table<string, integer>, options?: { id?: string }): "
            + "copydesk.Tally",
          doc:
            "A tally of one text: of the terms in a list, or of counts by term. With `id`, the text's, it leads back to it.",
          access: .method(tallyOf)),
        APIMember(
          "join", type: "fun(a: copydesk.Tally, b: copydesk.Tally): copydesk.Tally",
          doc: "Adds a tally's counts to the first one, and gives that.", access: nil),
        APIMember(
          "prune", type: "fun(tallies: table<any, copydesk.Tally>, room: integer): integer",
          doc:
            "Where tallies take more than `room` bytes: forgets terms of all of them that came once, then those that came "
            + "twice, and so on, until half of it is free. Gives how many times more than is known a term may have come: add "
            + "that up (lossy counting: Manku and Motwani, \"Approximate Frequency Counts over Data Streams\", 2002).",
          access: nil),
        APIMember(
          "pack", type: "fun(tally: copydesk.Tally, least?: integer): copydesk.Tally",
          doc:
            "The same tally in the least room, without terms that came fewer than `least` times. `join` does it now and then.",
          access: .method(packTally)),
        APIMember(
          "size", type: "fun(tally: copydesk.Tally): integer", doc: "How many terms there are.",
          access: .method(tallySize)),
        APIMember(
          "top", type: "fun(tally: copydesk.Tally, limit?: integer): copydesk.TallyTerm[]",
          doc:
            "The terms that came most often; of equal ones those in most texts, then by the alphabet.",
          access: .method(topOfTally)),
        APIMember(
          "contrast",
          type: "fun(a: copydesk.Tally, b: copydesk.Tally, options?: copydesk.ContrastOptions): "
            + "copydesk.Contrast[], integer",
          doc:
            "The terms that tell two tallies apart, by `desk.stats.log_odds`: those that mark the first with the surest "
            + "first, then those that mark the second with the surest last; and of how many terms they are.",
          access: .method(contrast)),
      ])
  }

  private func tallyWords(_ call: Call) throws(Fault) -> Int {
    try refuseOptions(of: call, 2, but: APIShape.tallyOptions.fields.map(\.name))
    var rule = try termRule(of: call, 2)
    rule.countsFromDigitsAsFigures = true
    let table = TallyTable()
    let counts = TallyCounts(times: 1, texts: 1, id: try tallyID(call, in: table))
    let reader = TermReader(rule, scratch: desk.scratch)
    try forEachText(call, 1) { (text) throws(Fault) in
      let hasTime = reader.read(text, isExpired: { call.isExpired }) { term in
        table.add(term.start, term.count, readable: term.readable, counts, isSameText: true)
      }
      guard hasTime else { throw Fault("the time limit was reached") }
    }
    push(tally: table.text(), on: call)
    call.push(reader.words)
    return 2
  }

  /// Makes the id in a table of options known. What has tabs or breaks in it leads nowhere.
  private func tallyID(_ call: Call, in table: TallyTable) throws(Fault) -> Int32? {
    let id = try wordOption("id", of: call, 2) ?? ""
    guard !id.isEmpty, !id.utf8.contains(where: { $0 < 32 }) else { return nil }
    table.setIDs([id])
    return 0
  }

  private func tallyOf(_ call: Call) throws(Fault) -> Int {
    try refuseOptions(of: call, 2, but: ["id"])
    let table = TallyTable()
    let id = try tallyID(call, in: table)
    let counts = try call.table(1)
    var isWrong = false
    func add(_ term: Slot, _ times: Int64?) {
      guard let bytes = term.unsafeBytes, !bytes.isEmpty, isUTF8(bytes), let times, times > 0,
        times < 1 << 40
      else {
        isWrong = true
        return
      }
      let plain = bytes.map { $0 < 32 ? 32 : $0 }
      plain.withUnsafeBufferPointer {
        _ = table.add(
          $0.baseAddress ?? .nowhere, $0.count, readable: $0.count,
          TallyCounts(times: Int(times), id: id), isSameText: true)
      }
    }
    if counts.count > 0 {
      for place in 1...counts.count { counts.element(place) { add($0, 1) } }
    } else {
      counts.forEachEntryInOrder { term, times in add(term, times.integer) }
    }
    if isWrong { throw Fault(argument: 1, expected: "a list of texts, or whole numbers by text") }
    push(tally: table.text(), on: call)
    return 1
  }

  private func packTally(_ call: Call) throws(Fault) -> Int {
    let least = call[2].isNil ? 1 : try call.integer(2)
    push(tally: try tallies(call, [1])[0].text(least: least), on: call)
    return 1
  }

  private func push(tally text: [UInt8], on call: Call) {
    call.pushTable(members: 2)
    call.pushTable(elements: 1)
    if text.count > 1 {
      call.push(text[...])
      call.setElement(1)
    }
    call.setMember("texts")
    call.push(0)
    call.setMember("fresh")
  }
}

// MARK: Reading

extension Session {
  /// Tallies that were given as arguments, which know the same ids.
  private func tallies(_ call: Call, _ arguments: [Int]) throws(Fault) -> [TallyTable] {
    var ids: Set<String> = []
    var sizes: [Int] = []
    for argument in arguments {
      sizes.append(0)
      try forEachTally(call, argument) { text in
        // One text may stand in the list a million times.
        sizes[sizes.count - 1] += text.count
        guard sizes[sizes.count - 1] <= Self.largestTally else { return false }
        guard let found = TallyTable.ids(of: text) else { return false }
        ids.formUnion(found)
        return true
      }
    }
    let known = ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let places = Dictionary(uniqueKeysWithValues: zip(known, Int32(0)...))
    var tables: [TallyTable] = []
    for (argument, size) in zip(arguments, sizes) {
      let table = TallyTable(expecting: size)
      table.setIDs(known)
      try forEachTally(call, argument) { text in
        let own = (TallyTable.ids(of: text) ?? []).compactMap { places[$0] }
        return table.add(text: text, places: own)
      }
      tables.append(table)
    }
    return tables
  }

  /// Bytes of a tally's texts at most, four times what a plugin may hold unless told.
  private static let largestTally = 256 << 20

  /// Shows the texts of a tally, and fails where one is none.
  private func forEachTally(
    _ call: Call, _ argument: Int, _ show: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(Fault) {
    let isTally = try call.table(argument).member("texts") { texts in
      guard texts.type == .table else { return false }
      for place in stride(from: 1, through: texts.count, by: 1) {
        guard !call.isExpired else { return true }
        guard texts.element(place, { $0.unsafeBytes.map(show) ?? false }) else { return false }
      }
      return true
    }
    if call.isExpired { throw Fault("the time limit was reached") }
    guard isTally else { throw Fault(argument: argument, expected: "a tally of desk.tally") }
  }

  private func tallySize(_ call: Call) throws(Fault) -> Int {
    call.push(try tallies(call, [1])[0].entries.count)
    return 1
  }

  private func topOfTally(_ call: Call) throws(Fault) -> Int {
    let limit = call[2].isNil ? Int.max : try call.integer(2)
    let table = try tallies(call, [1])[0]
    let sorted = table.entries.sorted { a, b in
      if a.counts.times != b.counts.times { return a.counts.times > b.counts.times }
      if a.counts.texts != b.counts.texts { return a.counts.texts > b.counts.texts }
      return table.term(a).lexicographicallyPrecedes(table.term(b))
    }
    call.pushTable()
    for (place, entry) in sorted.prefix(max(0, limit)).enumerated() {
      call.pushTable(members: 4)
      call.push(table.term(entry))
      call.setMember("term")
      push(entry.counts, ("times", "texts", "ids"), of: table, on: call)
      call.setElement(place + 1)
    }
    return 1
  }

  private func push(
    _ counts: TallyCounts, _ names: (times: String, texts: String, ids: String),
    of table: TallyTable, on call: Call
  ) {
    call.push(counts.times)
    call.setMember(names.times)
    call.push(counts.texts)
    call.setMember(names.texts)
    call.pushTable(elements: 3)
    var count = 0
    counts.forEachPlace { place in
      count += 1
      call.push(table.ids[place])
      call.setElement(count)
    }
    call.setMember(names.ids)
  }
}

// MARK: Contrast

extension Session {
  private func contrast(_ call: Call) throws(Fault) -> Int {
    let options = try contrastOptions(call)
    let tables = try tallies(call, [1, 2])
    let contrast = TallyContrast(tables[0], tables[1], options)
    call.pushTable(elements: contrast.differences.count)
    for (place, difference) in contrast.differences.enumerated() {
      call.pushTable(members: 9)
      call.push(difference.term)
      call.setMember("term")
      call.push(difference.odds.odds)
      call.setMember("odds")
      call.push(difference.odds.z)
      call.setMember("z")
      push(difference.a, ("a", "texts_a", "ids_a"), of: tables[0], on: call)
      push(difference.b, ("b", "texts_b", "ids_b"), of: tables[1], on: call)
      call.setElement(place + 1)
    }
    call.push(contrast.terms)
    return 2
  }

  private func contrastOptions(_ call: Call) throws(Fault) -> TallyContrast.Options {
    try refuseOptions(
      of: call, 3,
      but: ["prior", "texts", "most", "z", "limit", "within", "words_a", "words_b"])
    var options = TallyContrast.Options()
    options.prior = try numberOption("prior", of: call, 3) ?? options.prior
    options.texts = try integerOption("texts", of: call, 3) ?? options.texts
    options.most = try integerOption("most", of: call, 3) ?? options.most
    options.z = try numberOption("z", of: call, 3) ?? options.z
    options.limit = try integerOption("limit", of: call, 3) ?? options.limit
    options.totals.a = try numberOption("words_a", of: call, 3)
    options.totals.b = try numberOption("words_b", of: call, 3)
    if !call[3].isNil { options.isWithin = call[3].member("within") { $0.bool ?? false } }
    guard options.prior > 0 else { throw Fault("'prior' is more than 0") }
    guard options.limit >= 0 else { throw Fault("'limit' is 0 or more") }
    return options
  }
}
