/// Takes headlines out of the titles of pages, which name the site, too.
enum PageTitle {
  /// The headline in a page's `title`: what is left without the site, or the page's first heading where the title repeats it.
  static func choose(_ title: String, heading: String?, sites: [String]) -> String? {
    guard !title.isEmpty else { return heading }
    if let heading, !heading.isEmpty, title.hasPrefix(heading) || title.hasSuffix(heading),
      wordCount(heading) >= 3
    {
      return heading
    }
    let bare = withoutSite(title, sites: sites)
    guard bare == title else { return bare }
    return withoutLastPart(title)
  }

  /// A title without ` - Site` or `Site: ` where the site's name is known.
  static func withoutSite(_ title: String, sites: [String]) -> String {
    for separator in [" | ", " - ", " – ", " — ", " :: ", " / ", " » ", " · ", ": "] {
      for site in sites where site.utf8.count >= 2 {
        if let rest = cut(title, suffix: separator + site) ?? cut(title, prefix: site + separator) {
          return rest
        }
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

  /// Without what stands behind the last bar or spaced dash, if enough is left.
  private static func withoutLastPart(_ title: String) -> String {
    for separator in [" | ", " - ", " – ", " — ", " » ", " / ", " :: "] {
      let parts = title.split(separator: separator, omittingEmptySubsequences: true)
      guard parts.count >= 2 else { continue }
      let start = parts.dropLast().joined(separator: separator)
      if wordCount(start) >= 4 { return start }
      let end = parts.dropFirst().joined(separator: separator)
      if wordCount(end) >= 4, wordCount(start) < 3 { return end }
    }
    return title
  }

  private static func wordCount(_ string: String) -> Int {
    string.split(separator: " ").count
  }
}
