import Document

/// The names of layers on the command line.
enum LayerNames {
  static let all = LayerKind.allCases.map(\.rawValue)

  /// The layers of a list such as `sentences,quotes`; `all` and `none` stand for themselves. Nil names the word at fault.
  static func kinds(_ list: String) -> Result<Set<LayerKind>, UnknownLayer> {
    var kinds: Set<LayerKind> = []
    for word in list.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init) {
      switch word {
      case "all": kinds.formUnion(LayerKind.allCases)
      case "none": continue
      default:
        guard let kind = LayerKind(rawValue: word) else {
          return .failure(UnknownLayer(name: word))
        }
        kinds.insert(kind)
      }
    }
    return .success(kinds)
  }
}

/// A word that is the name of no layer.
struct UnknownLayer: Error {
  var name: String
}
