internal import Document
internal import Lua

/// The article that plugins are shown, with what those before have found in it.
///
/// One for a host; each plugin's own window on it is its `Session`.
final class Galley {
  /// Where the lines of plugins are counted, if they are.
  var coverage: PluginCoverage?
  private(set) var article = Article(id: "", source: "", text: "")
  /// Host layers by `LayerKind.index`, then plugins' layers in the order in which they came.
  private(set) var layers: [GalleyLayer?] = []
  private(set) var findings: [PluginFindings] = []
  private var cachedTitle: [UInt8]?
  private var cachedWordCount: Int?

  /// The texts and those layers that were asked for, as scripts see them.
  let spans = SpanTable()
  /// Which layers are in `spans`.
  private var shown: [Bool] = []

  /// Puts an article on the table; what was found in the last one is gone.
  func lay(_ article: Article) {
    self.article = article
    cachedTitle = nil
    cachedWordCount = nil
    findings.removeAll(keepingCapacity: true)
    layers.removeAll(keepingCapacity: true)
    for kind in LayerKind.allCases { layers.append(article.layers.galleyLayer(kind)) }
    shown = Array(repeating: false, count: layers.count)
    spans.clearWords()
    spans.setText(0, article.text.utf8)
    spans.setText(1, title)
  }

  /// Sees to it that scripts can walk a layer.
  func show(_ number: Int) {
    guard !shown[number], let layer = layers[number] else { return }
    shown[number] = true
    layer.ranges.withUnsafeBytes { spans.setLayer(number, $0, inSecond: layer.inTitle) }
  }

  /// Adds what a plugin found, for those that require it.
  func add(_ found: PluginFindings) {
    findings.append(found)
    for layer in found.annotations {
      layers.append(GalleyLayer(plugin: found.plugin, layer))
      shown.append(false)
    }
  }

  /// The number of the layer that a plugin wrote; nil where it wrote none.
  func layer(_ name: String, of plugin: String) -> Int? {
    layers.firstIndex { $0?.plugin == plugin && $0?.name == name }
  }

  /// What a plugin found in this article.
  func findings(of plugin: String) -> PluginFindings? {
    findings.first { $0.plugin == plugin }
  }

  /// Whether a plugin ran on this article, and did not fail.
  func hasResult(of plugin: String) -> Bool {
    guard let found = findings(of: plugin) else { return false }
    return found.error == nil && found.skipped == nil
  }

  /// The bytes that the ranges of a place count in.
  func bytes(of place: Annotation.Place) -> [UInt8] {
    place == .text ? article.text.utf8 : title
  }

  private var title: [UInt8] {
    if let cachedTitle { return cachedTitle }
    let title = article.title.utf8
    cachedTitle = title
    return title
  }

  /// Words of the text, told by white space; the same whatever layers a run happens to compute.
  var wordCount: Int {
    if let cachedWordCount { return cachedWordCount }
    let count = article.text.wordCount
    cachedWordCount = count
    return count
  }
}

extension Layers {
  fileprivate func galleyLayer(_ kind: LayerKind) -> GalleyLayer? {
    switch kind {
    case .paragraphs: paragraphs.map { GalleyLayer(.paragraph, $0, isFlat: true) }
    case .sentences: sentences.map { GalleyLayer(.sentence, $0, isFlat: true) }
    case .tokens: tokens.map { GalleyLayer(.token, $0.ranges, isFlat: true) }
    case .quoted: quoted.map { GalleyLayer(.quotation, $0, isFlat: false) }
    case .quotes: quotes.map { GalleyLayer(.quote, $0.ranges, isFlat: false) }
    case .entities: entities.map { GalleyLayer(.entity, $0.ranges, isFlat: false) }
    case .amounts: amounts.map { GalleyLayer(.amount, $0.ranges, isFlat: false) }
    case .dates: dates.map { GalleyLayer(.date, $0.ranges, isFlat: false) }
    case .links: links.map { GalleyLayer(.link, $0.ranges, isFlat: false) }
    case .scopes:
      scopes.map { scopes in
        let inTitle = scopes.notes.count { $0.place == .title }
        return GalleyLayer(.scope, scopes.ranges, inTitle: inTitle, isFlat: false)
      }
    }
  }
}

extension LayerKind {
  /// The number by which sequences know it.
  var index: Int {
    switch self {
    case .paragraphs: 0
    case .sentences: 1
    case .tokens: 2
    case .quoted: 3
    case .quotes: 4
    case .entities: 5
    case .amounts: 6
    case .dates: 7
    case .links: 8
    case .scopes: 9
    }
  }
}
