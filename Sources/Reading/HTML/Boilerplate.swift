/// Tells lines that pages put into articles and that are no part of them.
enum Boilerplate {
  /// Whether a line is one of the trade's set phrases.
  static func matches(_ line: Ink) -> Bool {
    guard line.count <= 200 else { return false }
    let words = line.folded.filter { !$0.isPunctuation }.split(separator: " ").joined(
      separator: " ")
    if whole.contains(words) || isCounter(words) { return true }
    if inside.contains(where: { words.contains($0) }) { return true }
    return line.count <= 160 && starts.contains { words.hasPrefix($0) }
  }

  /// `Image 1 of 5`.
  private static func isCounter(_ words: String) -> Bool {
    let parts = words.split(separator: " ")
    return parts.count <= 4 && parts.contains("of") && parts.count(where: { Int($0) != nil }) == 2
  }

  private static let inside = [
    "follow her on twitter", "follow him on twitter", "follow us on twitter", "follow on twitter",
    "may be reached at", "can be reached at", "slideshow requires javascript",
    "click here for more", "click here to subscribe", "click here to sign up", "sign up for our",
    "subscribe to our", "free newsletter", "daily newsletter",
  ]

  private static let whole: Set<String> = [
    "advertisement", "advertising", "advert", "ad", "share", "share this", "tweet", "print",
    "email",
    "comments",
    "read more", "related", "more", "loading", "sponsored", "story continues below advertisement",
    "continue reading", "article continues below", "share this article", "save", "video", "photos",
    "photo",
    "close", "subscribe", "sign up", "log in", "menu", "search", "facebook", "twitter", "whatsapp",
    "pinterest",
    "linkedin", "reddit", "copy link", "listen", "watch", "play", "image", "gallery", "tags",
  ]

  private static let starts = [
    "follow us on", "sign up for", "subscribe to", "read more", "read also", "also read", "related",
    "click here", "share this", "story continues", "article continues", "advertisement", "join our",
    "download our", "get the latest", "see also", "more from",
    "this article was originally published",
    "photo by", "image credit", "photo credit", "all rights reserved", "copyright", "(c) ", "© ",
    "watch the video", "watch more", "like us on", "follow him on", "follow her on",
    "follow them on",
    "have a news tip", "send tips", "please enable javascript", "your email address",
    "sign up here",
    "watch below", "don't miss", "dont miss", "recommended", "you may also like",
    "you might also like",
  ]
}
