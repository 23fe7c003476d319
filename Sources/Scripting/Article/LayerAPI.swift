internal import Document
internal import Lua

// The layers of an article: sequences, and the questions that `article` answers about them.

extension Session {
  /// The layers as members: of the article all of it, of a span what lies within it.
  var layerMembers: [APIMember] {
    [
      layer(.paragraphs, "copydesk.Paragraph", "Paragraphs"),
      layer(.sentences, "copydesk.Sentence", "Sentences"),
      layer(.tokens, "copydesk.Token", "Words, numbers, punctuation and other tokens"),
      layer(.quoted, "copydesk.Quotation", "Words between quotation marks, marks included"),
      layer(.quotes, "copydesk.Quote", "Quotes with their speakers"),
      layer(.entities, "copydesk.Entity", "Mentions of people, organisations and places"),
      layer(.amounts, "copydesk.Amount", "Amounts of money, percentages, measures and counts"),
      layer(.dates, "copydesk.Date", "Dates that the text mentions"),
      layer(.links, "copydesk.Link", "Words that lead somewhere"),
      layer(
        .scopes, "copydesk.Scope", "The article's parts by their roles, those of the title first"),
    ]
  }

  private func layer(_ kind: LayerKind, _ element: String, _ what: String) -> APIMember {
    APIMember(
      kind.rawValue, type: "\(element)[]",
      doc: "\(what), in order; `requires = { \"\(kind.rawValue)\" }`.",
      access: .getter { (call) throws(Fault) in
        try self.pushLayer(kind, on: call)
        return 1
      })
  }

  /// Pushes the layer of an article, or what of it lies within the span that was asked.
  private func pushLayer(_ kind: LayerKind, on call: Call) throws(Fault) {
    let number = try number(of: kind)
    guard let object = call[1].object, !object.isOf(kinds[.article]) else {
      return pushSequence(number, galley.layers[number]?.ranges.indices ?? 0..<0, on: call)
    }
    push(itemsOf: number, within: object.span, on: call)
  }

  /// The number of a layer of the host's, if the plugin may read it.
  private func number(of kind: LayerKind) throws(Fault) -> Int {
    guard let plugin, plugin.layers.contains(kind) else {
      throw Fault(
        "the layer \"\(kind.rawValue)\" was not required; add \"\(kind.rawValue)\" to requires")
    }
    return kind.index
  }

  /// The number of a layer by the name that plugins use; nil where a required plugin wrote nothing to it.
  func number(of name: String) throws(Fault) -> Int? {
    if let kind = LayerKind(rawValue: name) { return try number(of: kind) }
    guard let dot = name.firstIndex(of: ".") else { throw unknownLayer(name) }
    let owner = String(name[..<dot])
    guard let plugin, plugin.plugins.contains(owner) else {
      throw Fault("the plugin \"\(owner)\" was not required; add \"\(owner)\" to requires")
    }
    let layer = String(name[name.index(after: dot)...])
    guard plugin.foreignLayers.contains(name) else {
      if plugin.absentPlugins.contains(owner) { return nil }
      throw Fault("the plugin \"\(owner)\" has no layer \"\(layer)\"")
    }
    return galley.layer(layer, of: owner)
  }

  private func unknownLayer(_ name: String) -> Fault {
    let known = LayerKind.allCases.map(\.rawValue)
    let question = Suggestions.question(Suggestions.like(name, among: known))
    return Fault(
      "unknown layer \"\(name)\"; " + (question ?? "a plugin's layer is named \"plugin.layer\""))
  }
}

// MARK: Sequences

// A sequence's object holds the number of its layer, the index of its first item, and how many there are.
extension Session {
  var sequenceOwner: APIOwner {
    var owner = APIOwner(
      .sequence,
      doc:
        "Items of a layer, in order. `#items`, `items[i]` and `ipairs(items)` work as with a list.",
      members: [], length: .value(2))
    owner.isSequence = true
    return owner
  }

  /// Tells the interpreter of what kind the items of each layer are.
  func setItemKinds() {
    let hosts: [(LayerKind, KindName)] = [
      (.paragraphs, .paragraph), (.sentences, .sentence), (.tokens, .token),
      (.quoted, .quotation), (.quotes, .quote), (.entities, .entity), (.amounts, .amount),
      (.dates, .date), (.links, .link), (.scopes, .scope),
    ]
    for layer in 0..<16 { interpreter.setKind(ofItemsIn: layer, kinds[.annotation]) }
    for (layer, kind) in hosts { interpreter.setKind(ofItemsIn: layer.index, kinds[kind]) }
  }

  func pushSequence(_ layer: Int, _ indices: Range<Int>, on call: Call) {
    galley.show(layer)
    call.push(
      Object(
        kinds[.sequence], generation: generation, layer, indices.lowerBound, indices.count))
  }

  /// Pushes an item of a layer; its object keeps its index, and a plugin's annotation its layer too.
  func pushItem(_ number: Int, _ index: Int, on call: Call) {
    guard let layer = galley.layers[number] else { return call.pushNil() }
    let span = TextSpan(layer.ranges[index], in: layer.place(of: index))
    push(layer.kind, span, own: number << 32 | index, on: call)
  }
}
