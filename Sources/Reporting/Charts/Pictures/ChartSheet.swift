/// The page of a chart's picture: its title, what it measures, its key, and the drawing below.
///
/// Programs that show slides know no variables of style sheets; here all colours are spelt out.
struct ChartSheet {
  /// Pixels for each unit of the drawing.
  static let scale = 2
  /// The width of the sheet and of the drawing on it.
  static let width = 760
  static let inner = width - 2 * margin
  private static let margin = 28
  private static let gap = 24.0
  /// How many drawings stand side by side, where there are several.
  private static let columns = 3

  let height: Int
  let svg: [UInt8]

  init(_ picture: ChartPicture, house: House) {
    var html = HTML()
    var y = 46.0
    let title = DisplayWidth.cut(Printable.string(picture.title), to: 62)
    let note = DisplayWidth.cut(Printable.string(picture.note), to: 100)
    html.label(title, "headline", x: "\(Self.margin)", y: y)
    if !note.isEmpty {
      y += 20
      html.label(note, "soft", x: "\(Self.margin)", y: y)
    }
    y = Self.write(picture.key, below: y, to: &html) + 18
    let top = y
    for (index, part) in picture.parts.enumerated() {
      y = max(y, Self.write(part, index, of: picture.parts.count, below: top, to: &html))
    }
    height = Int(y) + Self.margin
    svg = Self.sheet(html.take(), height, title: picture.title, house)
  }

  private static func sheet(
    _ drawing: [UInt8], _ height: Int, title: String, _ house: House
  ) -> [UInt8] {
    var html = HTML()
    html.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    html.open(
      "svg",
      [
        .init("xmlns", "http://www.w3.org/2000/svg"), .init("width", scale * width),
        .init("height", scale * height), .init("viewBox", "0 0 \(width) \(height)"),
        .init("role", "img"), .init("aria-labelledby", "title"),
      ])
    html.element("title", .init("id", "title"), text: title)
    html.markup("<style>")
    html.verbatim(Stylesheet.pictures(house))
    html.markup("</style>")
    html.element(
      "rect", .init("class", "page"), .init("width", "100%"), .init("height", "100%"), text: "")
    html.verbatim(drawing)
    html.markup("</svg>\n")
    return html.take()
  }

  /// Writes the key in lines; says where it ends.
  private static func write(
    _ key: [(name: String, look: String)], below top: Double, to html: inout HTML
  ) -> Double {
    guard !key.isEmpty else { return top }
    var (x, y) = (Double(margin), top + 16)
    for (index, entry) in key.enumerated() {
      let name = DisplayWidth.cut(Printable.string(entry.name), to: 30)
      let room = 18 + (name.isEmpty ? 0 : Double(DisplayWidth.of(name)) * 6.7 + 18)
      if x + room > Double(width - margin), x > Double(margin) {
        x = Double(margin)
        y += 18
      }
      // The low end of a scale is told in front of it.
      let isLow = index == 0 && key.count > 1 && key[1].name.isEmpty
      if isLow { html.label(name, "soft", x: Figures.plain(x), y: y + 10) }
      let box = isLow ? x + room - 24 : x
      html.rectangle(entry.look, x: Figures.plain(box), y: y, width: "14", height: 12)
      if !isLow, !name.isEmpty {
        html.label(name, "soft", x: Figures.plain(box + 19), y: y + 10)
      }
      x = isLow ? box + 18 : x + room
    }
    return y + 12
  }

  /// Writes a drawing in its place; says where it ends.
  private static func write(
    _ part: (height: Double, write: (inout HTML) -> Void), _ index: Int, of count: Int,
    below top: Double, to html: inout HTML
  ) -> Double {
    let across = count > 1 ? columns : 1
    let width = (Double(inner) - gap * Double(across - 1)) / Double(across)
    let x = Double(margin) + Double(index % across) * (width + gap)
    let y = top + Double(index / across) * (part.height + 14)
    html.element(
      "svg", .init("class", "pin"), .init("x", Figures.plain(x)), .init("y", Figures.plain(y)),
      .init("width", Figures.plain(width)), .init("height", Figures.plain(part.height)),
      body: part.write)
    return y + part.height
  }
}
