internal import Document
internal import Lua

// The questions that an article answers about its layers.

extension Session {
  var queryMembers: [APIMember] {
    [
      APIMember(
        "layer",
        type: "fun(name: string, where?: { within?: copydesk.Span, overlapping?: copydesk.Span }): "
          + "copydesk.Span[]",
        doc: "The items of a layer, one of the article's own, as `article.quotes` gives them, or a "
          + "required plugin's `\"plugin.layer\"`: all, those within a span, or those that overlap it.",
        givesItems: true, access: .method(layer)),
      APIMember(
        "slice", type: "fun(span: copydesk.Span | integer, last?: integer): copydesk.Span",
        doc: "A stretch of the text, from a span or from two positions; its layers are cut to it.",
        access: .method(slice)),
      APIMember(
        "nearest",
        type: "fun(layer: string, span: copydesk.Span, where?: { label?: string, kind?: string }): "
          + "copydesk.Span?",
        doc:
          "The item of a layer that is nearest to a span, by bytes between them; of two as near, "
          + "the earlier. `label` and `kind` choose among the items.",
        givesItems: true, access: .method(nearest)),
    ]
  }

  private func layer(_ call: Call) throws(Fault) -> Int {
    _ = try call.object(1, of: kinds[.article])
    let number = try number(of: try call.string(2))
    let within = try spanOption("within", of: call, 3)
    let overlapping = try spanOption("overlapping", of: call, 3)
    try refuseOptions(of: call, 3, but: ["within", "overlapping"])
    guard let number, let layer = galley.layers[number] else {
      call.pushTable()
      return 1
    }
    if let within {
      push(itemsOf: number, within: within, on: call)
    } else if let overlapping {
      push(items: layer.indices(overlapping: overlapping), of: number, on: call)
    } else {
      pushSequence(number, layer.ranges.indices, on: call)
    }
    return 1
  }

  /// Pushes the items of a layer that lie within a span: a sequence where they follow each other, else a table.
  func push(itemsOf number: Int, within span: TextSpan, on call: Call) {
    guard let layer = galley.layers[number] else { return pushSequence(number, 0..<0, on: call) }
    let candidates = layer.indices(beginningIn: span)
    if layer.isWithin(candidates, span) { return pushSequence(number, candidates, on: call) }
    let within = candidates.filter { layer.ranges[$0].upper <= span.range.upper }
    push(items: within, of: number, on: call)
  }

  private func push(items indices: [Int], of number: Int, on call: Call) {
    call.pushTable(elements: indices.count)
    for (position, index) in indices.enumerated() {
      pushItem(number, index, on: call)
      call.setElement(position + 1)
    }
  }

  private func slice(_ call: Call) throws(Fault) -> Int {
    _ = try call.object(1, of: kinds[.article])
    if let first = call[2].integer {
      push(.span, try span(first, Int64(try call.integer(3))), on: call)
    } else {
      push(.span, try span(call, 2), on: call)
    }
    return 1
  }
}

// MARK: The nearest item

extension Session {
  private func nearest(_ call: Call) throws(Fault) -> Int {
    _ = try call.object(1, of: kinds[.article])
    let number = try number(of: try call.string(2))
    let span = try span(call, 3)
    let label = try wordOption("label", of: call, 4)
    let kind = try wordOption("kind", of: call, 4)
    try refuseOptions(of: call, 4, but: ["label", "kind"])
    let index = number.flatMap { number in
      nearest(in: number, to: span) { index in
        (label == nil || galley.label(of: index, in: number) == label)
          && (kind == nil || galley.kind(of: index, in: number) == kind)
      }
    }
    guard let number, let index else {
      call.pushNil()
      return 1
    }
    pushItem(number, index, on: call)
    return 1
  }

  private func nearest(
    in number: Int, to span: TextSpan, where isWanted: (Int) -> Bool
  ) -> Int? {
    guard let layer = galley.layers[number] else { return nil }
    var best: Int?
    var bestDistance = Int.max
    for index in layer.indices(in: span.place) {
      let distance = layer.ranges[index].distance(to: span.range)
      // The rest begin further away.
      if layer.ranges[index].lower > span.range.upper, distance >= bestDistance { break }
      if distance < bestDistance, isWanted(index) {
        best = index
        bestDistance = distance
      }
    }
    return best
  }
}

extension TextRange {
  /// The bytes between two ranges; 0 where they touch or overlap.
  fileprivate func distance(to other: TextRange) -> Int {
    max(0, max(Int(lower), Int(other.lower)) - min(Int(upper), Int(other.upper)))
  }
}

extension GalleyLayer {
  /// The indices of the ranges that begin in a span.
  fileprivate func indices(beginningIn span: TextSpan) -> Range<Int> {
    let all = indices(in: span.place)
    let first = partition(all) { $0.lower < span.range.lower }
    return first..<partition(first..<all.upperBound) { $0.lower < span.range.upper }
  }

  fileprivate func isWithin(_ indices: Range<Int>, _ span: TextSpan) -> Bool {
    if isFlat {
      return indices.isEmpty || ranges[indices.upperBound - 1].upper <= span.range.upper
    }
    return indices.allSatisfy { ranges[$0].upper <= span.range.upper }
  }

  fileprivate func indices(overlapping span: TextSpan) -> [Int] {
    let all = indices(in: span.place)
    let end = partition(all) { $0.lower < span.range.upper }
    return (all.lowerBound..<end).filter { ranges[$0].overlaps(span.range) }
  }

  /// The first index of which something no longer holds, where it holds of a front part.
  private func partition(_ indices: Range<Int>, holds: (TextRange) -> Bool) -> Int {
    var low = indices.lowerBound
    var high = indices.upperBound
    while low < high {
      let middle = (low + high) / 2
      if holds(ranges[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

// MARK: Options in a table

extension Session {
  /// A stretch of the article in a table of options.
  func spanOption(
    _ name: String, of call: Call, _ argument: Int
  ) throws(Fault) -> TextSpan? {
    guard !call[argument].isNil else { return nil }
    let result = try call.table(argument).member(name) { value -> Result<TextSpan?, Fault> in
      guard !value.isNil else { return .success(nil) }
      return Result { () throws(Fault) in try span(value, named: name) }
    }
    return try result.get()
  }

  /// A string in a table of options.
  func wordOption(_ name: String, of call: Call, _ argument: Int) throws(Fault) -> String? {
    guard !call[argument].isNil else { return nil }
    let result = try call.table(argument).member(name) { value -> Result<String?, Fault> in
      if value.isNil || value.string != nil { return .success(value.string) }
      return .failure(Fault("'\(name)': expected a string, got \(value.typeName)"))
    }
    return try result.get()
  }

  /// An integer in a table of options.
  func integerOption(_ name: String, of call: Call, _ argument: Int) throws(Fault) -> Int? {
    guard !call[argument].isNil else { return nil }
    let result = try call.table(argument).member(name) { value -> Result<Int64?, Fault> in
      if value.isNil || value.integer != nil { return .success(value.integer) }
      return .failure(Fault("'\(name)': expected an integer, got \(value.typeName)"))
    }
    return try result.get().map { Int($0) }
  }

  /// A number in a table of options.
  func numberOption(_ name: String, of call: Call, _ argument: Int) throws(Fault) -> Double? {
    guard !call[argument].isNil else { return nil }
    let result = try call.table(argument).member(name) { value -> Result<Double?, Fault> in
      if value.isNil || value.number != nil { return .success(value.number) }
      return .failure(Fault("'\(name)': expected a number, got \(value.typeName)"))
    }
    return try result.get()
  }

  /// Refuses names in a table of options that the function does not know.
  func refuseOptions(of call: Call, _ argument: Int, but known: [String]) throws(Fault) {
    guard !call[argument].isNil else { return }
    var unknown: [String] = []
    try call.table(argument).forEachEntry { (key, _) in
      let name = key.string ?? key.typeName
      if !known.contains(name) { unknown.append(name) }
    }
    guard let name = unknown.min() else { return }
    let question = Suggestions.question(Suggestions.like(name, among: known))
    throw Fault(
      "unknown option '\(name)'; " + (question ?? "known are \(known.joined(separator: ", "))"))
  }
}
