/// What has to be known of a picture in SVG to show it as one: its proportions, and that it is nothing but a picture.
///
/// Browsers run no script of a picture and fetch nothing for it (SVG 2, 2.7.1). One that asks for either, or defines entities, is refused all
/// the same: it would not look as it was drawn.
struct SVGPicture {
  private static let namespace = "http://www.w3.org/2000/svg"
  private static let foreign = [
    "<script", "<foreignobject", "<!entity", "javascript:", "href=\"http", "href='http",
    "url(http", "@import",
  ]

  /// Width and height, in any unit.
  let width: Double
  let height: Double

  /// Nil where it is no SVG.
  init?(_ bytes: [UInt8]) throws(Logo.Fault) {
    guard let text = String(validating: bytes, as: UTF8.self),
      let attributes = Self.root(of: text[...])
    else { return nil }
    let small = text.lowercased()
    if let part = Self.foreign.first(where: { small.contains($0) }) {
      throw Logo.Fault(
        message: "the picture has '\(part)' in it, which pages do not follow",
        remedy: "export it as plain SVG, with everything in the file itself")
    }
    guard let (width, height) = Self.size(attributes) else {
      throw Logo.Fault(
        message: "the picture has no size",
        remedy: "give its <svg> a width and a height, or a viewBox")
    }
    (self.width, self.height) = (width, height)
  }

  /// The attributes of the root element, by name; nil where it is not `svg` in its namespace.
  private static func root(of text: Substring) -> [Substring: Substring]? {
    let rest = afterPrologue(text.drop { $0 == "\u{FEFF}" || $0.isWhitespace })
    guard rest.first == "<" else { return nil }
    let name = rest.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
    let prefix = name.split(separator: ":").dropLast().first
    guard name.split(separator: ":").last == "svg" else { return nil }
    let attributes = attributes(rest.dropFirst(1 + name.count))
    return attributes[prefix.map { "xmlns:\($0)" } ?? "xmlns"] == namespace[...] ? attributes : nil
  }

  /// What follows declarations and comments (XML 1.0, 2.8).
  private static func afterPrologue(_ text: Substring) -> Substring {
    var rest = text
    while true {
      let end: String
      if rest.hasPrefix("<?") {
        end = "?>"
      } else if rest.hasPrefix("<!--") {
        end = "-->"
      } else if rest.hasPrefix("<!") {
        end = ">"
      } else {
        return rest
      }
      guard let close = rest.firstRange(of: end) else { return rest }
      rest = rest[close.upperBound...].drop(while: \.isWhitespace)
    }
  }

  private static func attributes(_ text: Substring) -> [Substring: Substring] {
    var attributes: [Substring: Substring] = [:]
    var rest = text.drop(while: \.isWhitespace)
    while let first = rest.first, first != ">", first != "/" {
      let name = rest.prefix { $0 != "=" && !$0.isWhitespace && $0 != ">" }
      rest = rest.dropFirst(name.count).drop { $0.isWhitespace || $0 == "=" }
      guard !name.isEmpty, let quote = rest.first, quote == "\"" || quote == "'" else { break }
      let value = rest.dropFirst().prefix { $0 != quote }
      attributes[name] = value
      rest = rest.dropFirst(value.count + 2).drop(while: \.isWhitespace)
    }
    return attributes
  }

  /// Of `width` and `height` if they are of one unit, else of `viewBox`.
  private static func size(_ attributes: [Substring: Substring]) -> (Double, Double)? {
    func length(_ name: Substring) -> (number: Double, unit: Substring)? {
      guard let text = attributes[name] else { return nil }
      let digits = text.prefix { $0.isNumber || $0 == "." }
      guard let number = Double(digits), number > 0, number.isFinite else { return nil }
      return (number, text.dropFirst(digits.count))
    }
    if let width = length("width"), let height = length("height"), width.unit == height.unit,
      width.unit != "%"
    {
      return (width.number, height.number)
    }
    let box = (attributes["viewBox"] ?? "").split { $0 == "," || $0.isWhitespace }.map {
      Double($0)
    }
    guard box.count == 4, let width = box[2], let height = box[3], width > 0, height > 0,
      (width / height).isFinite, (height / width).isFinite
    else { return nil }
    return (width, height)
  }
}
