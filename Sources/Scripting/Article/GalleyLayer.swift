internal import Document

/// A layer as plugins walk it.
final class GalleyLayer {
  /// The kind of its items.
  let kind: KindName
  let ranges: [TextRange]
  /// How many of the ranges, all at the front, are in the title.
  let inTitle: Int
  /// Whether no range reaches into the next.
  let isFlat: Bool
  /// Of a plugin's layer: who wrote it, what it is called, and the attributes.
  let plugin: String
  let name: String
  let annotations: [Annotation]

  /// A layer of the host's.
  init(_ kind: KindName, _ ranges: [TextRange], inTitle: Int = 0, isFlat: Bool) {
    self.kind = kind
    self.ranges = ranges
    self.isFlat = isFlat
    self.inTitle = inTitle
    plugin = ""
    name = ""
    annotations = []
  }

  /// A layer that a plugin wrote.
  init(plugin: String, _ layer: AnnotationLayer) {
    kind = .annotation
    ranges = layer.annotations.map(\.range)
    isFlat = false
    annotations = layer.annotations
    inTitle = annotations.firstIndex { $0.place == .text } ?? annotations.count
    self.plugin = plugin
    name = layer.name
  }

  func place(of index: Int) -> Annotation.Place { index < inTitle ? .title : .text }

  /// The indices of the ranges in one of the texts.
  func indices(in place: Annotation.Place) -> Range<Int> {
    place == .title ? 0..<inTitle : inTitle..<ranges.count
  }
}
