extension Stylesheet {
  /// The style of charts that are files of their own: as in the report by day, without variables.
  static func pictures(_ house: House) -> String {
    var values = variables
    if let bars = house.colors[.bars] { values["--bar"] = bars.css }
    var css = ""
    var name: String?
    for character in pictureRules {
      if let known = name {
        name = character == ")" ? nil : known + String(character)
        if character == ")" { css += values[known] ?? "#000" }
      } else {
        css.append(character)
        guard css.hasSuffix("var(") else { continue }
        css.removeLast(4)
        name = ""
      }
    }
    return css
  }

  private static let pictureRules =
    """
    .page{fill:#fff}
    svg svg{overflow:visible}
    svg text.headline{font:700 21px var(--serif)}

    """ + chartRules + colored + Shades.css(Shades.light)

  /// The variables of the report by day, by their names.
  private static let variables: [String: String] = {
    var values: [String: String] = [:]
    let day = base.split(separator: "}", maxSplits: 1)[0].drop { $0 != "{" }.dropFirst()
    for declaration in day.split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let name = parts[0].split(separator: "\n").last else { continue }
      values[String(name)] = String(parts[1])
    }
    return values
  }()
}
