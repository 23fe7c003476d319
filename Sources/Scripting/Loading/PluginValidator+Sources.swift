internal import Document

// What a field says that it is made of: `from = "word"`, `from = { "word" }` or `from = { word = { quoted = true } }`; marks of a plugin that is
// required, `from = "sentiment.word"`.

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
    var source = FieldSource(layer: layer, attributes: conditions)
    let parts = layer.split(separator: ".", maxSplits: 1).map(String.init)
    if parts.count == 2 {
      (source.plugin, source.layer) = (parts[0], parts[1])
      check(plugin: parts[0], of: layer, at: path)
    } else {
      check(layer, at: path)
    }
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

  private mutating func check(_ layer: String, at path: String) {
    let known = description.layers.map(\.name)
    guard !known.contains(layer) else { return }
    problems.add(
      path, "the layer \(quoted(layer)) is not declared",
      remedy: Suggestions.question(Suggestions.like(layer, among: known)) ?? "add it to layers")
  }

  /// Layers of others are there when these have run before.
  private mutating func check(plugin: String, of layer: String, at path: String) {
    let known = description.readPlugins
    guard !known.contains(plugin) else { return }
    problems.add(
      path, "the layer \(quoted(layer)) is of a plugin that is not required",
      remedy: Suggestions.question(Suggestions.like(plugin, among: known)) ?? "add it to requires")
  }
}
