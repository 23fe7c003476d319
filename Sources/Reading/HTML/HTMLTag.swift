/// The elements of HTML that mean something to a reader; all others are `unknown`.
enum HTMLTag: UInt8, CaseIterable {
  case unknown, text
  case a, abbr, acronym, address, applet, area, article, aside, audio, b, base, basefont, bdi, bdo,
    big
  case blockquote, body, br, button, canvas, caption, center, cite, code, col, colgroup, dd, del
  case details, dfn, dialog, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer,
    form
  case frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img,
    input
  case ins, kbd, label, legend, li, link, main, map, mark, marquee, math, menu, meta, nav, noembed
  case noframes, noscript, object, ol, optgroup, option, p, param, picture, plaintext, pre,
    progress, q
  case s, samp, script, section, select, small, source, span, strike, strong, style, sub, summary,
    sup
  case svg, table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt, u,
    ul
  case `var`, video, wbr, xmp
}

extension HTMLTag {
  /// Elements that have neither content nor end.
  var isVoid: Bool {
    switch self {
    case .area, .base, .basefont, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta,
      .param,
      .source, .track, .wbr:
      true
    default: false
    }
  }

  /// Elements whose content is characters up to their own end tag.
  var isRaw: Bool {
    switch self {
    case .script, .style, .title, .textarea, .iframe, .noembed, .noframes, .xmp, .plaintext: true
    default: false
    }
  }

  /// Elements that stand on lines of their own and end an open paragraph.
  var isBlock: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog,
      .div,
      .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .frameset, .h1, .h2, .h3, .h4, .h5,
      .h6,
      .head, .header, .hgroup, .hr, .html, .legend, .li, .main, .menu, .nav, .ol, .p, .plaintext,
      .pre,
      .section, .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul, .xmp:
      true
    default: false
    }
  }

  /// Elements whose spaces and line ends count.
  var isPreformatted: Bool { self == .pre || self == .xmp || self == .plaintext }

  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  /// Elements that change the looks of words inside a paragraph.
  var isFormatting: Bool {
    switch self {
    case .a, .abbr, .acronym, .b, .bdi, .bdo, .big, .cite, .code, .del, .dfn, .em, .font, .i, .ins,
      .kbd,
      .label, .mark, .q, .s, .samp, .small, .span, .strike, .strong, .sub, .sup, .time, .tt, .u,
      .var:
      true
    default: false
    }
  }
}

/// Attributes that are kept.
enum HTMLAttribute: UInt8, CaseIterable {
  case id, `class`, href, src, rel, name, property, content, itemprop, itemtype, itemscope,
    datetime, lang
  case role, type, style, hidden, alt, title, charset, pubdate
  case httpEquiv, ariaHidden

  var name: String {
    switch self {
    case .httpEquiv: "http-equiv"
    case .ariaHidden: "aria-hidden"
    default: "\(self)"
    }
  }
}

/// Finds small names by their letters, without making strings of them.
struct HTMLNames: Sendable {
  private struct Entry {
    var letters: UInt64 = 0
    var count: UInt8 = 0
    var value: UInt8 = 0
  }

  static let tags = HTMLNames(
    HTMLTag.allCases.dropFirst(2).map { ("\($0)", $0.rawValue) })
  static let attributes = HTMLNames(HTMLAttribute.allCases.map { ($0.name, $0.rawValue) })

  private var entries = [Entry](repeating: Entry(), count: 512)

  private init(_ names: [(String, UInt8)]) {
    for (name, value) in names {
      let bytes = Array(name.utf8)
      let letters = bytes.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      var slot = Self.slot(letters, bytes.count)
      while entries[slot].count > 0 { slot = (slot + 1) & 511 }
      entries[slot] = Entry(letters: letters, count: UInt8(bytes.count), value: value)
    }
  }

  private static func slot(_ letters: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: ((letters ^ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15) >> 55)
  }

  /// The value of a name given by its first eight letters, small, and its length.
  @inline(__always)
  func find(_ letters: UInt64, _ count: Int) -> UInt8? {
    var slot = Self.slot(letters, count)
    while true {
      let entry = entries[slot]
      if entry.count == 0 { return nil }
      if entry.letters == letters, Int(entry.count) == count { return entry.value }
      slot = (slot + 1) & 511
    }
  }
}
