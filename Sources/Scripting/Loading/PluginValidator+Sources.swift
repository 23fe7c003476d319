internal import Document

// What a field says that it is made of: `from = "word"`, `from = { "word" }` or `from = { word = { quoted = true } }`.

extension PluginValidator {
  mutating func readSources(_ members: Fields, at path: String) -> [FieldSource]? {
    switch members["from"] {
    case nil: return nil
    case .string(let layer)?: return [readSource(layer, [:], at: path)]
    case .list(let layers)?:
      return layers.enumerated().compactMap { index, layer in
        guard let name = layer.string else {
          problems.addType(
            "\(path).\(index + 1)", expected: "a layer, as a string", got: layer.typeName)
          return nil
        }
        return readSource(name, [:], at: path)
      }
    case .map(let layers)?:
      return layers.entries.compactMap { entry in
        guard let conditions = entry.value.asMap else {
          problems.addType(
            "\(path).\(entry.name)", expected: "a table", got: entry.value.typeName,
            remedy: "what the layer's marks say of themselves, or {} for all of them")
          return nil
        }
        return readSource(entry.name, conditions, at: path)
      }
    case let value?:
      problems.addType(
        path, expected: "a layer", got: value.typeName, remedy: "write from = \"word\"")
      return nil
    }
  }

  private mutating func readSource(
    _ layer: String, _ conditions: Fields, at path: String
  ) -> FieldSource {
    let known = description.layers.map(\.name)
    if !known.contains(layer) {
      problems.add(
        path, "the layer \(quoted(layer)) is not declared",
        remedy: Suggestions.question(Suggestions.like(layer, among: known))
          ?? "add it to layers")
    }
    var source = FieldSource(layer: layer, attributes: conditions)
    if let place = conditions[FieldSource.placeName] {
      source.attributes[FieldSource.placeName] = nil
      source.place = place.string.flatMap(Annotation.Place.init(rawValue:))
      if source.place == nil {
        problems.add(
          path, "a mark's place is \"text\" or \"title\"", remedy: "choose one, or leave it out")
      }
    }
    return source
  }
}
