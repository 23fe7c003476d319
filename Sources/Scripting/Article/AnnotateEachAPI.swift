internal import Document
internal import Lua

// Many annotations in one call.

extension Session {
  var annotateEachMember: APIMember {
    APIMember(
      "annotate_each",
      type: "fun(layer: string, items: copydesk.Span[] | copydesk.Places, numbers: integer[], "
        + "count: integer, attributes?: table<string, any[]>)",
      doc: """
        Marks items of a layer, such as `article.sentences`, by their numbers, as many as `count` says, faster than \
        by `annotate` one by one; or places of the article's text, whose bytes are columns, as `desk.terms` fills them. Attributes are columns: of `{ score = scores }` the mark of `numbers[i]` gets \
        `scores[i]`, and none where that is nil.
        """, access: .method(annotateEach))
  }

  private func annotateEach(_ call: Call) throws(Fault) -> Int {
    _ = try call.object(1, of: kinds[.ctx])
    if call[3].type == .table { return try annotatePlaces(call) }
    let items = try call.object(3, of: kinds[.sequence])
    let layer = try layer(of: call, 3)
    return try annotateAll(call, numbers: 4) { (number) throws(Fault) in
      guard let layer, number >= 1, number <= items.third else {
        throw Fault("there is no item \(number): the items are \(items.third)")
      }
      let index = items.second + Int(number) - 1
      return TextSpan(layer.ranges[index], in: layer.place(of: index))
    }
  }

  /// Marks places given by columns of their first and last bytes.
  private func annotatePlaces(_ call: Call) throws(Fault) -> Int {
    let columns = call[3]
    func byte(_ name: String, of number: Int64) throws(Fault) -> Int64 {
      let byte = columns.member(name) { column in
        column.type == .table ? column.element(Int(number)) { $0.integer } : nil
      }
      guard let byte else {
        throw Fault("there is no place \(number): the list '\(name)' has no integer there")
      }
      return byte
    }
    return try annotateAll(call, numbers: 4) { (number) throws(Fault) in
      try span(try byte("first", of: number), try byte("last", of: number))
    }
  }

  /// The layer that a sequence is of; nil where a required plugin wrote nothing to it.
  func layer(of call: Call, _ argument: Int) throws(Fault) -> GalleyLayer? {
    galley.layers[try call.object(argument, of: kinds[.sequence]).first]
  }

  /// Marks what a list of numbers stands for; how many count, and columns of attributes, are the arguments behind it.
  func annotateAll(
    _ call: Call, numbers argument: Int, span: (Int64) throws(Fault) -> TextSpan
  ) throws(Fault) -> Int {
    let layer = try layerForMarks(call)
    let numbers = try call.table(argument)
    let count = max(0, try call.integer(argument + 1))
    try checkRoom(for: count)
    var annotations: [Annotation] = []
    annotations.reserveCapacity(count)
    try numbers.forEachElement(upTo: count) { (_, number) throws(Fault) in
      let span = try span(number.integer ?? 0)
      annotations.append(Annotation(range: span.range, place: span.place))
    }
    let attributes = call[argument + 2]
    if !attributes.isNil { try addColumns(try call.table(argument + 2), to: &annotations) }
    notes.add(annotations, toLayer: layer)
    return 0
  }
}

// MARK: Attributes

extension Session {
  private func addColumns(_ table: Slot, to annotations: inout [Annotation]) throws(Fault) {
    var names: [String] = []
    table.forEachEntry { key, _ in names.append(key.string ?? "") }
    if names.count > 1 { names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
    for name in names {
      try checkAttribute(name)
      let fault = table.member(name) { column -> Fault? in
        do throws(Fault) {
          try addColumn(name, column, to: &annotations)
          return nil
        } catch {
          return error
        }
      }
      if let fault { throw fault }
    }
  }

  private func addColumn(
    _ name: String, _ column: Slot, to annotations: inout [Annotation]
  ) throws(Fault) {
    guard column.type == .table else {
      throw Fault("attributes.\(name): expected a list of values, got \(column.typeName)")
    }
    try column.forEachElement(upTo: annotations.count) { (index, element) throws(Fault) in
      if case .missing = element { return }
      let value = element.plainValue ?? column.element(index + 1) { $0.plainValue }
      guard let value else {
        throw Fault("attributes.\(name)[\(index + 1)]: expected a string, number or boolean")
      }
      annotations[index].attributes.append(name, value)
    }
  }
}

extension PlainElement {
  /// An integer, also one written as a float without a fraction.
  fileprivate var integer: Int64? {
    switch self {
    case .integer(let integer): integer
    case .number(let number): Int64(exactly: number)
    default: nil
    }
  }

  fileprivate var plainValue: Value? {
    switch self {
    case .bool(let bool): .bool(bool)
    case .integer(let integer): .integer(integer)
    case .number(let number) where number.isFinite: .number(number)
    default: nil
    }
  }
}
