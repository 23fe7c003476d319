/// What the words in an element's class and id say of its content.
struct ClassWords {
  /// Sharing, advertising, other stories, navigation and the like: not of the article, even inside it.
  private(set) var isForeign = false
  /// Comments of readers.
  private(set) var isComment = false
  /// Captions and credits of pictures.
  private(set) var isCaption = false
  /// Bylines, dates, biographies of authors, tags.
  private(set) var isCredit = false
  /// Bylines alone.
  private(set) var isByline = false
  /// Notes on mistakes in the article.
  private(set) var isCorrection = false
  /// Says that here is the article's text.
  private(set) var isBody = false
  /// For and against an element that holds text, as Readability weighs it.
  private(set) var weight = 0

  init(_ tree: HTMLTree, _ node: Int) {
    for attribute in [HTMLAttribute.class, .id] {
      guard let value = tree.value(attribute, of: node), !value.isEmpty else { continue }
      read(value)
    }
  }

  /// Notes the small words of names such as `article-body`, `articleBody`, `article_body`, and each two that follow each other.
  private mutating func read(_ value: ArraySlice<UInt8>) {
    var word = ClassWord()
    var startsName = true
    var wasSmall = false
    var isCamel = false
    for byte in value.prefix(400) {
      let isCapital = byte &- 0x41 < 26
      let isLetter = isCapital || byte &- 0x61 < 26
      if !isLetter || (isCapital && wasSmall) {
        // Two letters between capitals are the work of a program that makes names up.
        if word.count > 2 || startsName || !isCamel {
          note(&word, &startsName)
        } else {
          word.drop()
        }
        isCamel = isLetter
      }
      if byte <= 0x20 {
        startsName = true
        word = ClassWord()
      }
      if isLetter { word.append(byte | 0x20) }
      wasSmall = byte &- 0x61 < 26
    }
    if word.count > 2 || startsName || !isCamel { note(&word, &startsName) }
  }

  private mutating func note(_ word: inout ClassWord, _ startsName: inout Bool) {
    guard word.count > 0 else { return }
    if let kind = Self.words.kind(of: word.hash) { note(kind) }
    if word.isSecond, let kind = Self.words.kind(of: word.pairHash) { note(kind) }
    word.end()
    startsName = false
  }

  private mutating func note(_ kind: Kind) {
    switch kind {
    case .foreign: (isForeign, weight) = (true, weight - 25)
    case .comment: (isComment, weight) = (true, weight - 25)
    case .caption: (isCaption, weight) = (true, weight - 10)
    case .credit: (isCredit, weight) = (true, weight - 10)
    case .byline: (isCredit, isByline, weight) = (true, true, weight - 10)
    case .correction: isCorrection = true
    case .body: (isBody, weight) = (true, weight + 40)
    case .positive: weight = min(weight + 15, 60)
    case .negative: weight -= 15
    }
  }

  fileprivate enum Kind: UInt8 {
    case foreign, comment, caption, credit, byline, correction, body, positive, negative
  }

  private static let words = ClassWordTable([
    (
      .foreign,
      """
      ad ads adbox adblock adslot adunit advert adverts advertisement advertising adwrapper agegate banner
      breadcrumb breadcrumbs cookie cookies consent crumbs dfp disclaimer donate donation footer gdpr leaderboard
      login logo masthead menu modal mostpopular mostread nav navbar navigation newsletter newsletters outbrain
      overlay paginate pagination pager paywall popup promo promos promoted promotion recirc recirculation
      recommend recommendation recommendations recommended related relatedarticles relatedposts replies
      rss seealso share sharebar sharedaddy sharing shares signup sidebar skyscraper social sponsor sponsored
      subscribe subscription subnav syndication taboola teaser teasers toolbar tooltip topnav trending upsell
      sociable addthis addtoany zergnet revcontent mgid ticker carousel
      tweetbutton print printfriendly cta readmore skip screenreader visuallyhidden noprint
      """
    ),
    (
      .comment,
      "comment comments commentlist commenting disqus livefyre respond discussion shoutbox"
    ),
    (
      .caption,
      "caption captions figcaption wpcaption photocredit imagecredit credit credits copyright"
    ),
    (
      .credit,
      """
      bio biography dateline timestamp pubdate publish
      published tag tags taglist meta metadata postmeta articlemeta entrymeta infobox categories category
      kicker eyebrow standfirst
      """
    ),
    (.byline, "author authors authorbox byline bylines contributor writtenby"),
    (.correction, "correction corrections clarification clarifications erratum corrigendum"),
    (
      .body,
      """
      articlebody articlecontent articletext bodycontent bodytext entrycontent maincontent postbody postcontent
      storybody storycontent storytext
      """
    ),
    (
      .positive,
      """
      article articles blog body content column entry hentry main page post posts prose rich richtext story text
      copy
      """
    ),
    (
      .negative,
      """
      aside bottom combx contact extra foot gallery hidden hid legends media more popular poll quiz rail rating
      remark scroll secondary shopping slideshow supplemental survey tease top utility widget widgets email
      """
    ),
    (
      .body,
      """
      article-body article-content article-text body-content body-copy body-text content-body entry-content
      main-content news-content news-text post-body post-content story-body story-content story-text
      article-copy content-text articletext-body single-content td-post
      """
    ),
    (
      .foreign,
      """
      most-read most-popular more-stories more-from more-news more-on read-more read-next read-also see-also
      sign-up site-footer site-header you-may also-like also-read up-next next-article prev-next related-articles
      latest-news latest-stories top-stories inline-related follow-us back-to get-the
      """
    ),
    (
      .credit,
      "author-bio author-info about-author post-author posted-on post-date article-date entry-date"
    ),
    (.correction, "editor-note editors-note editor-notes"),
  ])
}

/// A word of a class's name while it is read, known by its hash (FNV-1a) alone, and by that of itself behind the word before.
private struct ClassWord {
  private(set) var count = 0
  private(set) var hash = Self.basis
  /// The hash of `before-word`.
  private(set) var pairHash = Self.basis
  /// Whether there is a word before.
  private(set) var isSecond = false

  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func append(_ letter: UInt8) {
    count += 1
    hash = Self.adding(letter, to: hash)
    pairHash = Self.adding(letter, to: pairHash)
  }

  /// Ends the word; the next is one of the same name.
  mutating func end() {
    pairHash = Self.adding(UInt8(ascii: "-"), to: hash)
    isSecond = true
    start = pairHash
    (count, hash) = (0, Self.basis)
  }

  /// Forgets the letters since the last end.
  mutating func drop() {
    pairHash = start
    (count, hash) = (0, Self.basis)
  }

  private var start = Self.basis

  @inline(__always)
  static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  static func hash(of word: Substring) -> UInt64 {
    word.utf8.reduce(basis) { adding($1, to: $0) }
  }
}

/// Words and pairs of words by their hashes.
private struct ClassWordTable {
  private var hashes = [UInt64](repeating: 0, count: 1024)
  private var kinds = [UInt8](repeating: 0, count: 1024)

  init(_ lists: [(ClassWords.Kind, String)]) {
    for (kind, words) in lists {
      for word in words.split(whereSeparator: \.isWhitespace) {
        let hash = ClassWord.hash(of: word)
        let slot = slot(of: hash)
        (hashes[slot], kinds[slot]) = (hash, kind.rawValue)
      }
    }
  }

  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash >> 20) & 1023
    while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & 1023 }
    return slot
  }

  func kind(of hash: UInt64) -> ClassWords.Kind? {
    let slot = slot(of: hash)
    return hashes[slot] == 0 ? nil : ClassWords.Kind(rawValue: kinds[slot])
  }
}
