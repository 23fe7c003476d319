import Document

/// Finds persons, organisations and places, and the nationalities that go with countries: the layer `entities`.
struct EntityFinder {
  static func entities(
    in manuscript: inout Manuscript, _ model: EntityModel = .shared
  ) -> Layer<Entity> {
    let words = manuscript.words
    let sentences = manuscript.sentences.ranges.map { words.indices(in: $0) }
    let tagger = EntityTagger(model, words, manuscript.bytes, sentences: sentences)
    let linker = EntityLinker(words, manuscript.bytes, model, tagger.spans)
    let kinds = PlaceKinds(words, model)
    let names = linker.fullest.map { index in
      linker.spans[index].label == .nationality
        ? Countries.shared.list[linker.countries[index] ?? 0].name
        : manuscript.text(of: words.range(linker.spans[index].tokens))
    }
    var layer = Layer<Entity>()
    layer.reserveCapacity(linker.spans.count)
    for (index, span) in linker.spans.enumerated() {
      let number = linker.numbers[index]
      var entity = Entity(label: span.label, name: names[number - 1], number: number)
      if let country = linker.countries[index].map({ Countries.shared.list[$0] }) {
        entity.country = country.code.isEmpty ? nil : country.code
        entity.kind = span.label == .location ? country.kind : nil
      } else if span.label == .location {
        entity.kind = kinds.kind(of: span.tokens)
      }
      layer.append(words.range(span.tokens), entity)
    }
    return layer
  }
}

extension Layer where Note == Entity {
  /// The mentions by names, without nationalities.
  var names: Self {
    let kept = notes.indices.filter { notes[$0].label != .nationality }
    return kept.count == count ? self : Layer(kept.map { ranges[$0] }, kept.map { notes[$0] })
  }
}
