/// How a field of an article came about: its value, and the spans that its plugin marked, sentence by sentence.
public struct Explanation: Hashable, Sendable {
  public var field: FieldPath
  /// Nil where the plugin did not give the field.
  public var value: Value?
  /// Why there is no value: the reason of a skip, or the message of an error.
  public var absence: String?
  /// Of the attributes that are numbers, what they add up to over all marks.
  public var totals: Fields = [:]
  /// Those of the title first, then in the order of the text.
  public var passages: [Passage]

  /// A sentence in which something is marked, or the title.
  public struct Passage: Hashable, Sendable {
    public var place: Annotation.Place
    public var range: TextRange
    public var text: String
    public var marks: [Mark]
  }

  /// A span that the plugin marked.
  public struct Mark: Hashable, Sendable {
    /// Without the name of the field's plugin; with that of another.
    public var layer: String
    public var range: TextRange
    public var text: String
    /// What the plugin said of it: weights and the like.
    public var attributes: Fields
  }
}

/// A field by the name that users give it: `sentiment.compound`.
public struct FieldPath: Hashable, Sendable {
  public var plugin: String
  public var field: String

  public init(plugin: String, field: String) {
    self.plugin = plugin
    self.field = field
  }

  /// Nil where one of the two is missing.
  public init?(_ name: String) {
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    self.init(plugin: String(parts[0]), field: String(parts[1]))
  }

  public var name: String { "\(plugin).\(field)" }
}

extension Explanation {
  /// Explains a field of what was found in an article by the marks that it is made of. Where the plugin does not say which
  /// these are it is those of the layer of the field's name, and where there are none of those all.
  /// - Parameters:
  ///   - findings: those of the field's plugin.
  ///   - all: those of all plugins that ran on the article.
  public init(
    _ field: FieldPath, from sources: [FieldSource]?, of findings: PluginFindings,
    among all: [PluginFindings], in article: Article
  ) {
    self.field = field
    value = findings.fields[field.field]
    absence = findings.error?.message ?? findings.skipped
    var layers = findings.annotations
    if let sources {
      layers = sources.flatMap { Self.layers(from: $0, of: findings, among: all) }
    } else if layers.contains(where: { $0.name == field.field }) {
      layers = layers.filter { $0.name == field.field }
    }
    passages = Self.passages(layers, in: article)
    totals = Self.totals(layers)
  }

  /// The marks that a source says, in a layer by the name that the field's plugin knows it by.
  private static func layers(
    from source: FieldSource, of findings: PluginFindings, among all: [PluginFindings]
  ) -> [AnnotationLayer] {
    let other = source.plugin.map { name in all.first { $0.plugin == name } }
    return ((other ?? findings)?.annotations ?? []).filter { $0.name == source.layer }.map {
      AnnotationLayer(
        name: source.plugin.map { "\($0).\(source.layer)" } ?? source.layer,
        annotations: $0.annotations.filter(source.includes))
    }
  }

  /// Sums to nine digits behind the point, so that they show no rounding of their parts.
  private static func totals(_ layers: [AnnotationLayer]) -> Fields {
    var totals: Fields = [:]
    for annotation in layers.flatMap(\.annotations) {
      for attribute in annotation.attributes.entries {
        guard let number = attribute.value.number else { continue }
        let sum = (totals[attribute.name]?.number ?? 0) + number
        totals[attribute.name] = .number(sum)
      }
    }
    return Fields(
      totals.entries.map { entry in
        let sum = entry.value.number ?? 0
        let isWhole = abs(sum) < 1e9 && sum == sum.rounded()
        return Fields.Entry(
          entry.name, isWhole ? .integer(Int64(sum)) : .number((sum * 1e9).rounded() / 1e9))
      })
  }

  /// How many marks there are.
  public var count: Int { passages.reduce(0) { $0 + $1.marks.count } }

  private static func passages(_ layers: [AnnotationLayer], in article: Article) -> [Passage] {
    var marks: [(place: Annotation.Place, mark: Mark)] = []
    for layer in layers {
      for annotation in layer.annotations {
        let text = annotation.place == .title ? article.title : article.text
        marks.append(
          (
            annotation.place,
            Mark(
              layer: layer.name, range: annotation.range, text: text[annotation.range],
              attributes: annotation.attributes)
          ))
      }
    }
    marks.sort { $0.place != $1.place ? $0.place == .title : $0.mark.range < $1.mark.range }
    var passages: [Passage] = []
    for (place, mark) in marks {
      let passage = passage(of: mark, in: place, of: article)
      if passages.last?.place == place, passages.last?.range == passage.range {
        passages[passages.count - 1].marks.append(mark)
      } else {
        passages.append(passage)
      }
    }
    return passages
  }

  /// The sentence in which a mark begins; the whole of a longer mark, and of a text without sentences.
  private static func passage(
    of mark: Mark, in place: Annotation.Place, of article: Article
  ) -> Passage {
    let text = place == .title ? article.title : article.text
    var range = text.range
    if place == .text, let sentences = article.layers.sentences {
      let next = sentences.firstIndex(beginningAt: mark.range.lower + 1)
      range =
        next > 0 && sentences[next - 1].contains(mark.range) ? sentences[next - 1] : mark.range
    }
    return Passage(place: place, range: range, text: text[range], marks: [mark])
  }
}
