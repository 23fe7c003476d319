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

  private mutating func read(_ value: ArraySlice<UInt8>) {
    var previous = ""
    forEachWord(in: value) { word, startsName in
      if startsName { previous = "" }
      note(word, after: previous)
      previous = word
    }
  }

  private mutating func note(_ word: String, after previous: String) {
    if let kind = Self.words[word] { note(kind) }
    if !previous.isEmpty, let kind = Self.pairs[previous + "-" + word] { note(kind) }
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

  private enum Kind {
    case foreign, comment, caption, credit, byline, correction, body, positive, negative
  }

  /// The small words of names such as `article-body`, `articleBody`, `article_body`.
  private func forEachWord(
    in value: ArraySlice<UInt8>, _ visit: (_ word: String, _ startsName: Bool) -> Void
  ) {
    var word: [UInt8] = []
    var startsName = true
    var wasSmall = false
    var isCamel = false
    func flush() {
      // Two letters between capitals are the work of a program that makes names up.
      guard word.count > 2 || startsName || !isCamel else {
        word.removeAll(keepingCapacity: true)
        return
      }
      guard !word.isEmpty else { return }
      visit(String(decoding: word, as: UTF8.self), startsName)
      word.removeAll(keepingCapacity: true)
      startsName = false
    }
    for byte in value.prefix(400) {
      let isCapital = byte &- 0x41 < 26
      let isLetter = isCapital || byte &- 0x61 < 26
      if !isLetter || (isCapital && wasSmall) {
        flush()
        isCamel = isLetter
      }
      if byte <= 0x20 { startsName = true }
      if isLetter { word.append(byte | 0x20) }
      wasSmall = byte &- 0x61 < 26
    }
    flush()
  }

  private static let words: [String: Kind] = table([
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
  ])

  private static let pairs: [String: Kind] = table([
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

  private static func table(_ lists: [(Kind, String)]) -> [String: Kind] {
    var table: [String: Kind] = [:]
    for (kind, words) in lists {
      for word in words.split(whereSeparator: \.isWhitespace) { table[String(word)] = kind }
    }
    return table
  }
}
