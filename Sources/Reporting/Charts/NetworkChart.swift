import Document

/// A network as circles and lines: the larger, the weightier; the thicker, the stronger.
struct NetworkChart {
  /// Sizes for which names are placed: of pages and of phones. Places are shares of both, sizes are pixels.
  private var wide: (width: Double, height: Double) { (620, isSmall ? 210 : 470) }
  private var narrow: (width: Double, height: Double) { (320, isSmall ? 210 : 560) }
  private static let margin = 26.0
  private static let longestName = 26
  /// Colours for groups; further groups share one.
  static let groupColors = 7

  let id: String
  let drawing: NetworkDrawing
  let nodeLinks: [String?]
  let tieLinks: [String?]

  /// As the stylesheet has it on pages.
  var height: Double { isSmall ? 208 : 464 }

  private var isSmall: Bool { drawing.shown <= 8 }

  func write(to html: inout HTML) {
    let radii = self.radii
    let places = self.places(radii)
    html.chart(
      id: id, look: isSmall ? "network small" : "network", title: drawing.title,
      description: drawing.description
    ) { svg in
      for index in drawing.shownTies.reversed() { writeTie(index, places, to: &svg) }
      let spots = self.spots(places, radii)
      // Small circles lie above large ones.
      for index in 0..<drawing.shown {
        writeNode(index, places[index], radii[index], spots[index], to: &svg)
      }
    }
  }

  private var radii: [Double] {
    let most = drawing.weights.first ?? 0
    return (0..<drawing.shown).map { index in
      most > 0 ? 4 + 14 * (drawing.weights[index] / most).squareRoot() : 6
    }
  }

  /// Shares of the width and the height.
  private func places(_ radii: [Double]) -> [NetworkLayout.Place] {
    let most = drawing.ties.first?.weight ?? 0
    let ties = drawing.shownTies.map { index in
      let tie = drawing.ties[index]
      return (from: tie.from, to: tie.to, strength: most > 0 ? tie.weight / most : 1)
    }
    return NetworkLayout.places(
      radii: radii, ties: ties, width: wide.width, height: wide.height,
      margin: Self.margin
    ).map { .init(x: $0.x / wide.width, y: $0.y / wide.height) }
  }

  private func spots(
    _ places: [NetworkLayout.Place], _ radii: [Double]
  ) -> [(wide: LabelPlacer.Spot?, narrow: LabelPlacer.Spot?)] {
    let lines = drawing.shownTies.map {
      (from: drawing.ties[$0].from, to: drawing.ties[$0].to)
    }
    func spots(_ frame: (width: Double, height: Double), scale: Double) -> [LabelPlacer.Spot?] {
      let marks = places.indices.map { index in
        LabelPlacer.Mark(
          x: places[index].x * frame.width, y: places[index].y * frame.height,
          radius: radii[index] * scale, words: words(of: index))
      }
      return LabelPlacer.spots(
        marks, lines: lines, width: frame.width, height: frame.height)
    }
    return zip(spots(wide, scale: 1), spots(narrow, scale: Stylesheet.narrowMarks)).map {
      ($0, $1)
    }
  }

  private func words(of index: Int) -> String {
    DisplayWidth.cut(Printable.string(drawing.nodes[index].name), to: Self.longestName)
  }

  private func writeTie(_ index: Int, _ places: [NetworkLayout.Place], to svg: inout HTML) {
    let tie = drawing.ties[index]
    let share = tie.weight / max(drawing.ties.first?.weight ?? 1, .leastNonzeroMagnitude)
    let (a, b) = (places[tie.from], places[tie.to])
    let names = "\(drawing.nodes[tie.from].name) – \(drawing.nodes[tie.to].name)"
    svg.link(to: tieLinks[index]) { svg in
      svg.element(
        "line", .init("class", "tie"), .init("x1", percent(a.x)), .init("y1", percent(a.y)),
        .init("x2", percent(b.x)), .init("y2", percent(b.y)),
        .init("stroke-width", Figures.plain(1 + 5 * share.squareRoot()))
      ) { $0.element("title", text: hover(names, tie.weight)) }
    }
  }

  private func writeNode(
    _ index: Int, _ place: NetworkLayout.Place, _ radius: Double,
    _ spots: (wide: LabelPlacer.Spot?, narrow: LabelPlacer.Spot?), to svg: inout HTML
  ) {
    let node = drawing.nodes[index]
    let name = node.group.isEmpty ? node.name : "\(node.name) (\(node.group))"
    svg.link(to: nodeLinks[index]) { svg in
      svg.element(
        "circle", .init("class", look(of: node)), .init("cx", percent(place.x)),
        .init("cy", percent(place.y)), .init("r", Figures.plain(radius))
      ) { $0.element("title", text: hover(name, drawing.weights[index])) }
      svg.label(
        x: percent(place.x), y: percent(place.y), wide: spots.wide, narrow: spots.narrow)
    }
  }

  private func look(of node: Network.Node) -> String {
    guard let place = drawing.groups.firstIndex(of: node.group) else { return "node" }
    return "node g\(min(place, Self.groupColors) + 1)"
  }

  private func hover(_ name: String, _ weight: Double) -> String {
    let figure = DataTable.figure(weight)
    return drawing.measure.isEmpty ? "\(name): \(figure)" : "\(name): \(figure) \(drawing.measure)"
  }

  /// The groups with the numbers of their colours.
  var key: [(name: String, color: Int)] {
    let named = drawing.groups.prefix(Self.groupColors).enumerated().map { ($1, $0 + 1) }
    return drawing.groups.count > Self.groupColors
      ? named + [("other", Self.groupColors + 1)] : named
  }
}
