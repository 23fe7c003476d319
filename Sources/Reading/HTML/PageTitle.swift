/// Takes headlines out of the titles of pages, which name the site, too.
enum PageTitle {
  /// The headline in a page's `title`: a heading that the title begins or ends with, or what is left without the site.
  /// - Parameters:
  ///   - headings: the words of the page's headings, in order.
  ///   - sites: what the site is called.
  static func choose(_ title: String, headings: [String], sites: [String]) -> String? {
    guard !title.isEmpty else { return nil }
    if let heading = repeated(in: title, of: headings, sites: sites) { return heading }
    let bare = withoutSite(title, sites: sites)
    guard bare == title else { return bare }
    return withoutLastPart(title)
  }

  /// The heading that a title begins with, for sites sign at its end; else one that it ends with; in the letters of the title, for
  /// headings may be set in capitals.
  private static func repeated(in title: String, of headings: [String], sites: [String]) -> String?
  {
    let headlines = headings.filter { wordCount($0) >= 3 && !sites.contains($0) }
    let small = title.lowercased()
    let first = headlines.filter { small.hasPrefix($0.lowercased()) }
      .max { $0.utf8.count < $1.utf8.count }
    if let first { return String(title.prefix(first.count)) }
    let last = headlines.first { small.hasSuffix($0.lowercased()) }
    return last.map { String(title.suffix($0.count)) }
  }

  /// A title without ` - Site` or `Site: ` where the site's name is known.
  static func withoutSite(_ title: String, sites: [String]) -> String {
    for separator in separators + [": "] {
      for site in sites where site.utf8.count >= 2 {
        if let rest = cut(title, suffix: separator + site) {
          return withoutSections(rest.components(between: separator)).joined(separator: separator)
        }
        if let rest = cut(title, prefix: site + separator) { return rest }
      }
    }
    return title
  }

  private static func cut(_ title: String, suffix: String) -> String? {
    guard title.utf8.count > suffix.utf8.count + 4,
      title.lowercased().hasSuffix(suffix.lowercased())
    else {
      return nil
    }
    return String(title.dropLast(suffix.count))
  }

  private static func cut(_ title: String, prefix: String) -> String? {
    guard title.utf8.count > prefix.utf8.count + 4,
      title.lowercased().hasPrefix(prefix.lowercased())
    else {
      return nil
    }
    return String(title.dropFirst(prefix.count))
  }

  private static let separators = [
    " | ", " - ", " – ", " — ", " -- ", " » ", " / ", " :: ", " · ",
  ]

  /// Without what stands behind the last bar or spaced dash, if enough is left, and without sections named before it.
  private static func withoutLastPart(_ title: String) -> String {
    for separator in separators {
      let parts = title.components(between: separator)
      guard parts.count >= 2 else { continue }
      let start = withoutSections(parts.dropLast()).joined(separator: separator)
      if wordCount(start) >= 4 { return start }
      let end = parts.dropFirst().joined(separator: separator)
      if wordCount(end) >= 4, wordCount(start) < 3 { return end }
    }
    return title
  }

  /// The parts of a title without those at its end that name a section in a word or two, if enough is left.
  private static func withoutSections(_ parts: ArraySlice<Substring>) -> ArraySlice<Substring> {
    var headline = parts
    while headline.count > 1, let section = headline.last, wordCount(section) <= 2,
      headline.dropLast().reduce(0, { $0 + wordCount($1) }) >= 4
    {
      headline.removeLast()
    }
    return headline
  }

  /// How many words a string has; of scripts without spaces between words two characters count as one.
  private static func wordCount(_ string: some StringProtocol) -> Int {
    let ideographs = ideographs(string)
    return string.split(separator: " ").count + max(0, ideographs - 1) / 2
  }

  /// How many characters are Han, kana or other signs of East Asia that stand for more than a sound.
  private static func ideographs(_ string: some StringProtocol) -> Int {
    string.unicodeScalars.count {
      (0x3040...0x30FF).contains($0.value) || $0.properties.isIdeographic
    }
  }
}

extension String {
  fileprivate func components(between separator: String) -> ArraySlice<Substring> {
    split(separator: separator, omittingEmptySubsequences: true)[...]
  }
}
