import Document

/// Finds persons, organisations and places: the layer `entities`.
struct EntityFinder {
  static func entities(
    in manuscript: inout Manuscript, _ model: EntityModel = .shared
  ) -> Layer<Entity> {
    let words = manuscript.words
    let sentences = manuscript.sentences.ranges.map { words.indices(in: $0) }
    let tagger = EntityTagger(model, words, manuscript.bytes, sentences: sentences)
    let linker = EntityLinker(words, manuscript.bytes, model, tagger.spans)
    let names = linker.fullestSpans.map { manuscript.text(of: words.range($0.tokens)) }
    var layer = Layer<Entity>()
    layer.reserveCapacity(linker.spans.count)
    for (span, number) in zip(linker.spans, linker.numbers) {
      layer.append(
        words.range(span.tokens), Entity(label: span.label, name: names[number - 1], number: number)
      )
    }
    return layer
  }
}
