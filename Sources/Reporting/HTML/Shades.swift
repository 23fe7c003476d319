/// The shades of heat maps: from the page's colour to a blue for what is above zero, to an orange for what is below, which people
/// with any kind of colour vision tell apart. The figures in them have the contrast that WCAG asks for, 4.5 to 1.
enum Shades {
  /// How much of the end's colour is in each step.
  private static let shares = [0.14, 0.28, 0.42, 0.6, 0.8, 1]

  /// The page of a scheme, and the ends of the scale on it.
  struct Scheme: Sendable {
    let base: Color
    let more: Color
    let less: Color
    /// The steps whose figures have the colour of the page, not of its ink.
    let inverted: ClosedRange<Int>
  }

  static let light = scheme("#ffffff", "#0b4f7d", "#8f3d06", inverted: 5...6)
  static let dark = scheme("#1d2025", "#9fd8fa", "#f7b27a", inverted: 4...6)

  private static func scheme(
    _ base: String, _ more: String, _ less: String, inverted: ClosedRange<Int>
  ) -> Scheme {
    func color(_ text: String) -> Color { Color(text) ?? .white }
    return Scheme(base: color(base), more: color(more), less: color(less), inverted: inverted)
  }

  /// The colour of a step, from 1; below zero that of the other end.
  static func color(_ step: Int, _ scheme: Scheme) -> Color {
    let share = shares[min(abs(step), shares.count) - 1]
    return scheme.base.mixed(with: step < 0 ? scheme.less : scheme.more, share: share)
  }

  static func css(_ scheme: Scheme) -> String {
    var css = ""
    for step in 1...shares.count {
      css += "svg .q\(step){fill:\(color(step, scheme).css)}"
      css += "svg .m\(step){fill:\(color(-step, scheme).css)}"
      let ink = scheme.inverted.contains(step) ? "paper" : "ink"
      css += "svg text.q\(step),svg text.m\(step){fill:var(--\(ink))}\n"
    }
    return css
  }
}
