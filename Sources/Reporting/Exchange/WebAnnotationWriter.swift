package import Document

/// What plugins marked, as one collection of W3C Web Annotations in JSON-LD.
///
/// Positions are code points, as `TextPositionSelector` wants them; the words themselves stand beside, so that an annotation
/// finds its place in another edition of the text. Source: Web Annotation Data Model, W3C Recommendation of 2017.
package struct WebAnnotationWriter: FindingsWriter {
  private static let context =
    #"["http://www.w3.org/ns/anno.jsonld",{"attributes":{"@id":"urn:copydesk:attributes","@type":"@json"}}]"#
  /// Bytes of context on either side of the words.
  private static let radius = 32

  private var total = 0
  /// Over all annotations, so that the same collection has the same name.
  private var hash = RunningHash()
  private var generators: [String: String] = [:]

  package init() {}

  package var needs: FindingsNeeds { [.outcome, .annotations, .article] }

  package mutating func begin(_ plugins: [PluginDescription], to output: inout [UInt8]) {
    for plugin in plugins { generators[plugin.name] = plugin.versionedName }
    output.append(
      contentsOf: #"{"@context":\#(Self.context),"type":"AnnotationCollection","first":"#.utf8)
    output.append(contentsOf: #"{"type":"AnnotationPage","startIndex":0,"items":["#.utf8)
  }

  package mutating func write(_ entry: FindingsEntry, to output: inout [UInt8]) {
    guard case .findings(let findings)? = entry.outcome, let article = entry.article else { return }
    let places = MarkedPlaces(article)
    for plugin in findings.plugins {
      for layer in plugin.annotations {
        for (index, annotation) in layer.annotations.enumerated() {
          var json = JSONWriter()
          let mark = Mark(
            annotation: annotation, name: "\(plugin.plugin).\(layer.name)", number: index + 1,
            generator: generators[plugin.plugin] ?? plugin.plugin)
          write(mark, of: findings, places, to: &json)
          hash.add(json.bytes)
          output.append(contentsOf: total == 0 ? "\n".utf8 : ",\n".utf8)
          output.append(contentsOf: json.bytes)
          total += 1
        }
      }
    }
  }

  package func end(to output: inout [UInt8]) {
    // What can be said only now may stand behind.
    let name = "urn:sha256:\(hash.hexadecimal)"
    output.append(
      contentsOf:
        "\n],\"id\":\"\(name)#1\",\"partOf\":\"\(name)\"},\"total\":\(total),\"id\":\"\(name)\"}\n"
        .utf8)
  }

  /// An annotation with what it is called.
  private struct Mark {
    var annotation: Annotation
    var name: String
    var number: Int
    var generator: String
  }

  private func write(
    _ mark: Mark, of findings: Findings, _ places: MarkedPlaces, to json: inout JSONWriter
  ) {
    let urn = ContentName.urn(hash: findings.hash, id: findings.id)
    json.beginObject()
    json.member("id", "\(urn)#\(mark.name).\(mark.number)")
    json.member("type", "Annotation")
    json.member("motivation", "tagging")
    json.key("generator")
    json.value(["type": "Software", "name": .string(mark.generator)] as Fields)
    json.key("body")
    json.beginObject()
    json.member("type", "TextualBody")
    json.member("purpose", "tagging")
    json.member("value", mark.name)
    if !mark.annotation.attributes.isEmpty {
      json.key("attributes")
      json.value(mark.annotation.attributes)
    }
    json.endObject()
    json.key("target")
    write(mark.annotation, urn, findings.about, places, to: &json)
    json.endObject()
  }

  private func write(
    _ annotation: Annotation, _ urn: String, _ about: Fields, _ places: MarkedPlaces,
    to json: inout JSONWriter
  ) {
    let (text, points) = places[annotation.place]
    json.beginObject()
    json.member("type", "SpecificResource")
    json.key("source")
    json.beginObject()
    json.member("id", annotation.place == .title ? "\(urn)#title" : urn)
    json.member("type", "Text")
    json.member("format", "text/plain")
    json.member("language", about["language"]?.string)
    json.endObject()
    json.member("scope", about["url"]?.string.flatMap(SafeURL.web))
    json.key("selector")
    json.beginArray()
    json.value(
      [
        "type": "TextPositionSelector", "start": .integer(Int64(points[annotation.range.lower])),
        "end": .integer(Int64(points[annotation.range.upper])),
      ] as Fields)
    if text.holds(annotation.range) {
      json.value(Self.quote(annotation.range, of: text))
    }
    json.endArray()
    json.endObject()
  }

  private static func quote(_ range: TextRange, of text: Text) -> Value {
    var start = max(0, Int(range.lower) - radius)
    while !text.isBoundary(start) { start += 1 }
    var end = min(text.count, Int(range.upper) + radius)
    while !text.isBoundary(end) { end -= 1 }
    return [
      "type": "TextQuoteSelector", "exact": .string(text[range]),
      "prefix": .string(text[TextRange(start, Int(range.lower))]),
      "suffix": .string(text[TextRange(Int(range.upper), end)]),
    ]
  }
}

/// The two texts of an article that annotations point into.
struct MarkedPlaces {
  let text: Text
  let title: Text
  private let textPoints: CodePoints
  private let titlePoints: CodePoints

  init(_ article: Article) {
    text = article.text
    title = article.title
    textPoints = CodePoints(text)
    titlePoints = CodePoints(title)
  }

  subscript(place: Annotation.Place) -> (text: Text, points: CodePoints) {
    place == .title ? (title, titlePoints) : (text, textPoints)
  }
}
