import Document

/// How well what a plugin finds agreed with what people found, who coded a random sample by hand.
package struct Validation: Hashable, Sendable {
  /// Whether it holds for the plugin as it ran.
  package enum Standing: Hashable, Sendable {
    case current
    /// The plugin's code or word lists were others then.
    case earlier(version: String)
    /// Options were set to something else.
    case otherOptions
  }

  /// Of the plugin, without its name: `topic`, or `speech.role` of marks.
  package var field: String
  /// `macro-F1`, `precision`, `correlation`.
  package var measure: String
  package var value: Double
  /// The ends of the 95 % interval.
  package var low: Double?
  package var high: Double?
  /// Units that were compared, and people who coded.
  package var units: Int
  package var coders: Int
  /// Krippendorff's alpha of these, if there were several.
  package var alpha: Double?
  package var standing: Standing

  package init(
    field: String, measure: String, value: Double, low: Double?, high: Double?, units: Int,
    coders: Int, alpha: Double?, standing: Standing
  ) {
    self.field = field
    self.measure = measure
    self.value = value
    self.low = low
    self.high = high
    self.units = units
    self.coders = coders
    self.alpha = alpha
    self.standing = standing
  }

  /// `topic validated on n=200, macro-F1 0.71 (0.65–0.77)`.
  var words: String {
    var words = "\(field) validated "
    switch standing {
    case .current: break
    case .earlier(let version) where version == PluginDescription.unversioned:
      words += "on an earlier version, "
    case .earlier(let version): words += "on an earlier version (\(version)), "
    case .otherOptions: words += "with other options, "
    }
    words += "on n=\(Figures.shown(units)), \(measure) \(Self.shown(value))"
    if let low, let high {
      words += " (\(Self.shown(low))\(low < 0 ? " to " : "–")\(Self.shown(high)))"
    }
    guard coders > 1 else { return words }
    let agreement = alpha.map { ", alpha \(Self.shown($0))" } ?? ""
    return words + ", \(coders) coders\(agreement)"
  }

  private static func shown(_ number: Double) -> String { Figures.fixed(number, digits: 2) }

  var data: Fields {
    var data: Fields = [
      "field": .string(field), "measure": .string(measure), "value": .number(value),
    ]
    data["low"] = low.map(Value.number)
    data["high"] = high.map(Value.number)
    data["units"] = .integer(Int64(units))
    data["coders"] = .integer(Int64(coders))
    data["alpha"] = alpha.map(Value.number)
    switch standing {
    case .current: data["standing"] = "current"
    case .earlier: data["standing"] = "earlier version"
    case .otherOptions: data["standing"] = "other options"
    }
    return data
  }
}

extension PluginReport {
  /// Whether people have looked at what the plugin judges; nil where it judges nothing and nobody has.
  var validationLine: String? {
    guard !validations.isEmpty else {
      return description.judgements.isEmpty ? nil : "Not validated."
    }
    let words = validations.map(\.words).joined(separator: "; ")
    return words.prefix(1).uppercased() + words.dropFirst() + "."
  }
}

extension Report {
  /// For a methods section: which judgements people have checked, and which nobody has.
  var validationSentence: String {
    let judging = plugins.filter { !$0.description.judgements.isEmpty || !$0.validations.isEmpty }
    let validated = judging.filter { !$0.validations.isEmpty }.map { plugin in
      "\(plugin.description.name) (\(plugin.validations.map(\.words).joined(separator: "; ")))"
    }
    let others = judging.filter(\.validations.isEmpty).map(\.description.name)
    var parts: [String] = []
    if !validated.isEmpty {
      parts.append("A sample coded by hand validates \(validated.listed)")
    }
    if !others.isEmpty {
      parts.append(
        parts.isEmpty
          ? "The judgements of \(others.listed) were not validated by hand"
          : "those of \(others.listed) were not validated")
    }
    return parts.isEmpty ? "" : parts.joined(separator: "; ") + "."
  }
}
