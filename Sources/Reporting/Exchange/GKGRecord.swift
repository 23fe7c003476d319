import Document

/// What the plugin `gdelt` found in an article, as columns of the Knowledge Graph: it knows counts and where places are, which no
/// layer of the host does.
struct GKGRecord {
  private let fields: Fields

  /// Nil where the plugin did not run.
  init?(_ findings: Findings) {
    guard let found = findings.plugins.first(where: { $0.plugin == "gdelt" }), found.error == nil,
      found.skipped == nil
    else { return nil }
    fields = found.fields
  }

  /// The columns of counts, themes and locations.
  var columns: [String] {
    [counts, enhancedCounts, themes, enhancedThemes, locations, enhancedLocations]
  }

  private func entries(_ name: String) -> [Value] { fields[name]?.list ?? [] }

  // MARK: Counts

  /// `Type#Number#Object` and the place.
  private var counts: String { entries("tallies").map(count).joined(separator: ";") }

  private var enhancedCounts: String {
    entries("tallies").map { "\(count($0))#\(number($0["offset"]))" }.joined(separator: ";")
  }

  private func count(_ tally: Value) -> String {
    let place = tally["place"].map { location($0, hasSecondRegion: false) } ?? "######"
    return "\(word(tally["type"]))#\(number(tally["number"]))#\(word(tally["object"]))#\(place)"
  }

  // MARK: Themes

  private var themes: String {
    distinct(entries("themes")) { word($0["theme"]) }.joined(separator: ";")
  }

  private var enhancedThemes: String {
    entries("themes").filter { $0["offset"] != nil }.map {
      "\(word($0["theme"])),\(number($0["offset"]))"
    }
    .joined(separator: ";")
  }

  // MARK: Locations

  private var locations: String {
    distinct(entries("locations")) { location($0, hasSecondRegion: false) }.joined(separator: ";")
  }

  private var enhancedLocations: String {
    entries("locations").map {
      "\(location($0, hasSecondRegion: true))#\(number($0["offset"]))"
    }.joined(separator: ";")
  }

  /// `Type#FullName#CountryCode#ADM1#…#Lat#Long#FeatureID`.
  private func location(_ place: Value, hasSecondRegion: Bool) -> String {
    let region = word(place["region"]) + (hasSecondRegion ? "#" : "")
    return [
      number(place["type"]), word(place["name"]), word(place["country"]), region,
      number(place["latitude"]), number(place["longitude"]), number(place["id"]),
    ].joined(separator: "#")
  }

  // MARK: Tone

  /// Tone, positive, negative, polarity, activity, self and group.
  var tone: String {
    ["tone", "positive", "negative", "polarity", "activity", "self"].map { number(fields[$0]) }
      .joined(separator: ",")
  }

  // MARK: Parts

  private func word(_ value: Value?) -> String { GKG.word(value?.string ?? "") }

  private func number(_ value: Value?) -> String { value?.number.map(GKG.number) ?? "" }

  /// What is made of entries, each once.
  private func distinct(_ entries: [Value], _ made: (Value) -> String) -> [String] {
    var seen: Set<String> = []
    return entries.map(made).filter { seen.insert($0).inserted }
  }
}
