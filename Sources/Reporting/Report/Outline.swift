/// How deep a plugin's headings stand in a report: below its title and the section's own heading, and each at most one level below the
/// one before it, whatever the plugin asks for.
struct Outline {
  /// Of the section's own heading, as pages count: 1 is their title.
  private static let section = 2
  private static let deepest = 6

  private var current = section

  mutating func depth(of level: Int) -> Int {
    current = min(max(Self.section + 1, level + 1), current + 1, Self.deepest)
    return current
  }
}
