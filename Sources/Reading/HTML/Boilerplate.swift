/// Tells lines that pages put into articles and that are no part of them.
enum Boilerplate {
  /// Whether a line is one of the trade's set phrases.
  static func matches(_ line: Ink) -> Bool {
    guard line.count <= 200 else { return false }
    let words = SetPhrases.words(of: line)
    return phrases.match(words, isShort: line.count <= 160) || isCounter(words)
      || asksToFollow(words)
  }

  /// `Follow Jane Roe on X: @janeroe`.
  private static func asksToFollow(_ words: [UInt8]) -> Bool {
    guard words.count <= 120, words.starts(with: "follow ".utf8) else { return false }
    let parts = words.split(separator: 0x20)
    return zip(parts, parts.dropFirst()).contains { word, next in
      word.elementsEqual("on".utf8) && networks.contains(String(decoding: next, as: UTF8.self))
    }
  }

  private static let networks: Set<String> = [
    "bluesky", "facebook", "instagram", "linkedin", "mastodon", "threads", "tiktok", "twitter", "x",
    "youtube",
  ]

  /// `Image 1 of 5`.
  private static func isCounter(_ words: [UInt8]) -> Bool {
    guard words.count <= 40 else { return false }
    let parts = words.split(separator: 0x20)
    return parts.count <= 4 && parts.contains { $0.elementsEqual("of".utf8) }
      && parts.count { $0.allSatisfy { 0x30...0x39 ~= $0 } } == 2
  }

  private static let phrases = SetPhrases(inside: inside, whole: whole, starts: starts)

  private static let inside = [
    "follow her on twitter", "follow him on twitter", "follow us on twitter", "follow on twitter",
    "may be reached at", "can be reached at", "slideshow requires javascript",
    "click here for more", "click here to subscribe", "click here to sign up", "sign up for our",
    "subscribe to our", "free newsletter", "daily newsletter",
  ]

  private static let whole = [
    "advertisement", "advertising", "advert", "ad", "share", "share this", "tweet", "print",
    "email", "comments", "read more", "related", "more", "loading", "sponsored",
    "story continues below advertisement", "continue reading", "article continues below",
    "share this article", "save", "video", "photos", "photo", "close", "subscribe", "sign up",
    "log in", "menu", "search", "facebook", "twitter", "whatsapp", "pinterest", "linkedin",
    "reddit", "copy link", "listen", "watch", "play", "image", "gallery", "tags",
  ]

  private static let starts = [
    "follow us on", "sign up for", "subscribe to", "read more", "read also", "also read",
    "related", "click here", "share this", "story continues", "article continues", "advertisement",
    "join our", "download our", "get the latest", "see also", "more from",
    "this article was originally published", "photo by", "image credit", "photo credit",
    "all rights reserved", "copyright", "©", "watch the video", "watch more", "like us on",
    "follow him on", "follow her on", "follow them on", "have a news tip", "send tips",
    "please enable javascript", "your email address", "sign up here", "watch below", "dont miss",
    "recommended", "you may also like", "you might also like",
  ]
}

/// Phrases of small words without punctuation, found by their first letters.
private struct SetPhrases {
  private enum Place { case inside, whole, start }

  private struct Phrase {
    var words: [UInt8]
    var place: Place
  }

  private var phrases = [[Phrase]](repeating: [], count: 256)

  init(inside: [String], whole: [String], starts: [String]) {
    for (list, place) in [(inside, Place.inside), (whole, .whole), (starts, .start)] {
      for words in list {
        let words = Array(words.utf8)
        phrases[Int(words.first ?? 0)].append(Phrase(words: words, place: place))
      }
    }
  }

  /// Whether a line is a phrase, begins with one, or holds one.
  /// - Parameter isShort: whether it is short enough for its beginning to tell.
  func match(_ words: [UInt8], isShort: Bool) -> Bool {
    var isWordStart = true
    for index in words.indices {
      if isWordStart {
        let rest = words[index...]
        for phrase in phrases[Int(words[index])] where rest.starts(with: phrase.words) {
          switch phrase.place {
          case .inside: return true
          case .whole: if index == 0, words.count == phrase.words.count { return true }
          case .start: if index == 0, isShort { return true }
          }
        }
      }
      isWordStart = words[index] == 0x20
    }
    return false
  }

  /// A line in small letters, without punctuation, one space between words.
  static func words(of line: Ink) -> [UInt8] {
    var words: [UInt8] = []
    words.reserveCapacity(line.count)
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      let length = punctuationLength(line, at: index)
      if length > 0 {
        index += length
        continue
      }
      if byte <= 0x20 {
        if let last = words.last, last != 0x20 { words.append(0x20) }
      } else {
        words.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      }
      index += 1
    }
    if words.last == 0x20 { words.removeLast() }
    return words
  }

  /// The bytes of the punctuation mark at an index; 0 if there is none.
  private static func punctuationLength(_ line: Ink, at index: Int) -> Int {
    switch line[index] {
    case 0x21...0x23, 0x25...0x2A, 0x2C...0x2F, 0x3A, 0x3B, 0x3F, 0x40, 0x5B...0x5D, 0x5F, 0x7B,
      0x7D:
      return 1
    case 0xC2:
      guard index + 1 < line.endIndex else { return 0 }
      return [0xA1, 0xA7, 0xAB, 0xB6, 0xB7, 0xBB, 0xBF].contains(line[index + 1]) ? 2 : 0
    case 0xE2:
      guard index + 2 < line.endIndex else { return 0 }
      let isPunctuation =
        line[index + 1] == 0x80 && line[index + 2] >= 0x90
        || line[index + 1] == 0x81 && line[index + 2] < 0x9F
      return isPunctuation ? 3 : 0
    default: return 0
    }
  }
}
