/// The style of the house that publishes reports: what stands at their top, and in which colours.
package struct House: Hashable, Sendable {
  /// What stands in the nameplate.
  package var name = "Copydesk"
  /// The heading of reports; nil: what they are about.
  package var title: String?
  package var logo: Logo?
  package var colors: [ColorRole: Color] = [:]

  package init() {}

  /// What a colour is used for.
  package enum ColorRole: String, CaseIterable, Sendable {
    /// Links, and the line above the nameplate.
    case accent
    /// Bars and lines of charts.
    case bars
    /// The same two on dark screens; without them the light ones are lightened.
    case darkAccent = "dark_accent"
    case darkBars = "dark_bars"

    /// What it has to be told apart from.
    var backgrounds: [Color] {
      let hexes = isOnDark ? Stylesheet.darkBackgrounds : Stylesheet.lightBackgrounds
      return hexes.compactMap { Color($0) }
    }

    /// The contrast that words or graphics need (WCAG 2.1, 1.4.3 and 1.4.11).
    package var leastContrast: Double {
      switch self {
      case .accent, .darkAccent: 4.5
      case .bars, .darkBars: 3
      }
    }

    package var isOnDark: Bool { self == .darkAccent || self == .darkBars }

    /// The least contrast that a colour has in this role.
    package func contrast(of color: Color) -> Double {
      backgrounds.map { color.contrast(with: $0) }.min() ?? 21
    }
  }

  /// Rules for a stylesheet, after its own.
  var css: String {
    var css = ""
    if let bars = colors[.bars] { css += ":root{--bar:\(bars.css)}" }
    if let accent = colors[.accent] {
      css += "@media screen{:root{--accent:\(accent.css)}.nameplate{border-color:\(accent.css)}}"
    }
    let dark = [
      ("--accent", darkColor(.darkAccent, or: .accent)),
      ("--bar", darkColor(.darkBars, or: .bars)),
    ].compactMap { name, color in color.map { "\(name):\($0.css)" } }
    if !dark.isEmpty {
      let accent = darkColor(.darkAccent, or: .accent)
      let plate = accent.map { ".nameplate{border-color:\($0.css)}" } ?? ""
      css +=
        "@media screen and (prefers-color-scheme:dark){:root{\(dark.joined(separator: ";"))}\(plate)}"
    }
    return css.isEmpty ? "" : css + "\n"
  }

  private func darkColor(_ role: ColorRole, or light: ColorRole) -> Color? {
    colors[role]
      ?? colors[light].map { $0.lightened(until: role.leastContrast, on: role.backgrounds) }
  }
}
