internal import Document

/// What a plugin writes down while it works on one article: marks in the text and lines for the log.
struct Notes {
  /// The most annotations of one plugin in one article; more is an error.
  static let maximumAnnotations = 20_000
  /// The most lines of the log, and the most bytes of a line; more is dropped, and the log says so.
  static let maximumLines = 200
  static let maximumLineBytes = 2_000

  /// By the number of the layer in the plugin's declaration.
  private(set) var annotations: [[Annotation]] = []
  private(set) var count = 0
  private var lines: [String] = []
  private var droppedLines = 0

  mutating func clear() {
    for layer in annotations.indices { annotations[layer].removeAll(keepingCapacity: true) }
    count = 0
    if !lines.isEmpty { lines = [] }
    droppedLines = 0
  }

  /// Whether so many more annotations are not too many.
  func hasRoom(for more: Int) -> Bool { more <= Self.maximumAnnotations - count }

  mutating func add(_ annotation: Annotation, toLayer layer: Int) {
    makeRoom(forLayer: layer)
    annotations[layer].append(annotation)
    count += 1
  }

  mutating func add(_ more: [Annotation], toLayer layer: Int) {
    makeRoom(forLayer: layer)
    annotations[layer] += more
    count += more.count
  }

  private mutating func makeRoom(forLayer layer: Int) {
    while annotations.count <= layer { annotations.append([]) }
  }

  mutating func log(_ line: String) {
    guard lines.count < Self.maximumLines else {
      droppedLines += 1
      return
    }
    lines.append(line)
  }

  /// The lines of the log, the last of which tells of those dropped.
  var log: [String] {
    guard droppedLines > 0 else { return lines }
    return lines + ["… and \(droppedLines) more lines"]
  }

  /// The lines of the log, which is then empty.
  mutating func takeLog() -> [String] {
    defer { (lines, droppedLines) = ([], 0) }
    return log
  }

  /// The layers that have annotations, those of the title first, each in order of range.
  func layers(named descriptions: [LayerDescription]) -> [AnnotationLayer] {
    var layers: [AnnotationLayer] = []
    for (index, annotations) in annotations.enumerated() where !annotations.isEmpty {
      layers.append(
        AnnotationLayer(name: descriptions[index].name, annotations: Self.sorted(annotations)))
    }
    return layers
  }

  private static func sorted(_ annotations: [Annotation]) -> [Annotation] {
    let isSorted = zip(annotations, annotations.dropFirst()).allSatisfy { !precedes($1, $0) }
    // The standard sort is stable, so marks on one range keep the order in which they were made.
    return isSorted ? annotations : annotations.sorted(by: precedes)
  }

  private static func precedes(_ a: Annotation, _ b: Annotation) -> Bool {
    a.place != b.place ? a.place == .title : a.range < b.range
  }
}
