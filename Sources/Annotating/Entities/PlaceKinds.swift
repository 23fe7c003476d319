import Document

/// Tells what kind of place a name names, where the name or the lists leave no doubt.
struct PlaceKinds {
  /// Words at one end of a name that tell what it names: `Lake Erie`, `Erie County`.
  private static let heads: [WordHash: Entity.PlaceKind] = {
    var heads: [WordHash: Entity.PlaceKind] = [:]
    for (kind, words) in [
      (
        Entity.PlaceKind.water,
        "river lake sea ocean bay gulf strait canal creek lagoon reservoir falls"
      ),
      (.mountain, "mount mountain mountains mt. peak volcano hills range alps"),
      (.island, "island islands isle isles archipelago"),
      (
        .region,
        "county province district region prefecture oblast territory peninsula valley desert"
      ),
      (.city, "city town village"),
      (.road, "street road avenue boulevard highway lane motorway freeway"),
      (
        .site,
        "airport station bridge park square stadium castle palace tower church cathedral museum arena"
      ),
    ] {
      for word in words.split(separator: " ") { heads[WordHash(String(word))] = kind }
    }
    return heads
  }()

  private let words: WordColumns
  private let model: EntityModel

  init(_ words: WordColumns, _ model: EntityModel) {
    self.words = words
    self.model = model
  }

  func kind(of tokens: Range<Int>) -> Entity.PlaceKind? {
    guard tokens.count == 1 else {
      return Self.heads[words.hashes[tokens.upperBound - 1]]
        ?? Self.heads[words.hashes[tokens.lowerBound]]
    }
    let traits = model.word(words.hashes[tokens.lowerBound], isCapitalized: true).traits
    guard traits.isDisjoint(with: [.country, .demonym]) else { return nil }
    // Large cities give their names to the regions around them.
    if traits.contains(.metropolis) { return .city }
    return traits.contains(.city) && !traits.contains(.region) ? .city : nil
  }
}
