import Document

/// Recognises the dateline at the start of a paragraph, in the styles of the agencies.
///
/// `WASHINGTON (AP) — `, `LONDON, Feb 26 (Reuters) - `, `PARIS/BERLIN, 3 March — `, `WEST BEND, Wis., March 16 -`,
/// `Turkistan, April 22, 2025 – The Europe Today: `, `Madrid, 4 mar (EFE).- `, `(ANSA) - ROMA, 4 MAR - `, `MOSCOW, March 3. /TASS/. `,
/// `NEW DELHI: `, `LONDON--(BUSINESS WIRE)--`. A place printed like any other word needs a date, an agency or both beside it.
struct DatelineScanner {
  private enum Separator { case none, hyphen, dash, colon }

  private var scanner: InkScanner
  private var places: [DatelinePlace] = []
  private var region: String?
  private(set) var date: PublicationDate?
  private var agency: String?
  private var isAgencyKnown = false
  /// Whether the agency stands before the place, as in `(ANSA) - ROMA`.
  private var isAgencyFirst = false
  private var isDashSpaced = true
  private var separator = Separator.none

  /// A dateline, and the offset of the first character of the story.
  static func scan(_ paragraph: Ink) -> (dateline: Dateline, date: PublicationDate?, end: Int)? {
    // Nearly every paragraph that has none is told by its first two words.
    guard let first = paragraph.firstScalar, first.isUppercase || first == "(" || first == "*",
      !isProse(paragraph)
    else { return nil }
    var scanner = DatelineScanner(paragraph)
    guard let end = scanner.read() else { return nil }
    let dateline = Dateline(
      places: scanner.places.map(\.name), date: scanner.date?.description, agency: scanner.agency,
      range: nil)
    return (dateline, scanner.date, end)
  }

  /// Whether a small word behind the first rules out what a dateline begins with: `Shares fell`.
  private static func isProse(_ paragraph: Ink) -> Bool {
    let first = paragraph.prefix { ($0 | 0x20) &- 0x61 < 26 }
    let rest = paragraph[first.endIndex...]
    guard !first.isEmpty, rest.first == 0x20 else { return false }
    let second = rest.dropFirst().prefix { $0 &- 0x61 < 26 }
    guard !second.isEmpty, second.endIndex < rest.endIndex, rest[second.endIndex] == 0x20 else {
      return false
    }
    return !DatelinePlace.isParticle(second) && !isOpener(second)
  }

  private init(_ paragraph: Ink) {
    scanner = InkScanner(paragraph)
  }

  private mutating func read() -> Int? {
    while scanner.skip("*") {}
    readLeadingAgency()
    if !readDateAlone() {
      guard readPlaces(), canGoOn else { return nil }
      readQualifiers()
    }
    readAgency()
    if date == nil { readDate() }
    readSeparator()
    if date == nil, separator == .hyphen { readDateBehindSeparator() }
    readAgencyBehindSeparator()
    guard isConvincing, let end = startOfStory() else { return nil }
    return end
  }

  // MARK: The parts, in the order in which they are printed

  /// `(ANSA) - ROMA`, `SPACE.com - TORONTO`.
  private mutating func readLeadingAgency() {
    let found = scanner.attempt { scanner -> (String, Bool)? in
      guard let (name, isKnown) = scanner.bracketedAgency() ?? scanner.siteName() else {
        return nil
      }
      scanner.skipSpace()
      guard scanner.skipDash() else { return nil }
      scanner.skipSpace()
      return (name, isKnown)
    }
    guard let (name, isKnown) = found else { return }
    (agency, isAgencyKnown, isAgencyFirst) = (name, isKnown, true)
  }

  /// `Dec 29 (Reuters) - `: no place at all.
  private mutating func readDateAlone() -> Bool {
    guard scanner.rest.prefix(32).contains(UInt8(ascii: "(")) else { return false }
    let date = scanner.attempt { scanner -> PublicationDate? in
      guard let date = scanner.date() else { return nil }
      scanner.skipSpace()
      return scanner.peek == UInt8(ascii: "(") ? date : nil
    }
    self.date = date
    return date != nil
  }

  private mutating func readPlaces() -> Bool {
    repeat {
      scanner.skipSpace()
      guard let place = DatelinePlace(&scanner), places.count < 4 else { break }
      places.append(place)
    } while scanner.skip("/") && scanner.peek != UInt8(ascii: "/")
    return !places.isEmpty
  }

  /// Whether what follows the places can be more of a dateline: a mark, or a date right behind.
  private var canGoOn: Bool {
    var ahead = scanner
    ahead.skipSpace()
    guard let (scalar, _) = ahead.ink.scalar(at: ahead.position) else { return false }
    return !scalar.isLetter || scalar.isUppercase
      || Self.isOpener(ahead.rest.firstWord)
  }

  private static func isOpener(_ word: Ink) -> Bool {
    word.count <= 5 && openers.contains(word.folded)
  }

  /// Small words and months that follow a place without a comma.
  private static let openers: Set<String> = ["le", "el", "den", "kyodo", "dpa", "march", "april"]

  /// `, Wis.`, `, West Germany`, `, March 16`, `, D.C., March 3, 2026`.
  private mutating func readQualifiers() {
    readDate()
    for _ in 0..<2 where date == nil {
      let region = scanner.attempt { scanner -> String? in
        scanner.skipSpace()
        guard scanner.skip(",") else { return nil }
        scanner.skipSpace()
        return scanner.regionName()
      }
      guard let region else { return }
      self.region = region
      readDate()
    }
  }

  private mutating func readDate() {
    date = scanner.attempt { scanner in
      scanner.skipSpace()
      if !scanner.skip(",") && !scanner.skip("|") { _ = scanner.skip(".") }
      scanner.skipSpace()
      guard let date = scanner.date() else { return nil }
      _ = scanner.time()
      return date
    }
  }

  private mutating func readAgency() {
    guard agency == nil else { return }
    let found = scanner.attempt { scanner -> (String, Bool)? in
      scanner.skipSpace()
      _ = scanner.skip(".")
      if scanner.skip("--") { guard scanner.peek == UInt8(ascii: "(") else { return nil } }
      scanner.skipSpace()
      return scanner.bracketedAgency() ?? scanner.slashedAgency() ?? scanner.bareAgency()
    }
    if let (name, isKnown) = found { (agency, isAgencyKnown) = (name, isKnown) }
  }

  private mutating func readSeparator() {
    let end = scanner.position
    scanner.skipSpace()
    isDashSpaced = scanner.position > end || !scanner.rest.starts(with: "-")
    if scanner.skip(".") || scanner.skip(",") { scanner.skipSpace() }
    if scanner.skip("--") || scanner.skip("—") || scanner.skip("–") || scanner.skip("―") {
      while scanner.skip("-") {}
      separator = .dash
    } else if scanner.skip("- ") || scanner.skip("-\n")
      || (scanner.rest.count == 1 && scanner.skip("-"))
    {
      separator = .hyphen
    } else if scanner.skip(":") {
      separator = .colon
    }
  }

  /// `KANSAS CITY, Mo. - March 13 - `.
  private mutating func readDateBehindSeparator() {
    date = scanner.attempt { scanner in
      scanner.skipSpace()
      guard let date = scanner.date() else { return nil }
      scanner.skipSpace()
      return scanner.skipDash() ? date : nil
    }
  }

  /// `– The Europe Today: `, after a date.
  private mutating func readAgencyBehindSeparator() {
    guard agency == nil, date != nil, separator == .dash || separator == .hyphen else { return }
    agency = scanner.attempt { scanner in
      scanner.skipSpace()
      let start = scanner.position
      guard let colon = scanner.rest.prefix(60).firstIndex(of: UInt8(ascii: ":")) else {
        return nil
      }
      let name = scanner.ink[start..<colon]
      guard name.words.count <= 6, let first = name.firstScalar, first.isUppercase,
        name.words.allSatisfy({
          $0.isCapitalized || ["of", "the", "and", "de", "del", "la"].contains($0.string)
        })
      else { return nil }
      let printed = name.string
      guard Agencies.contain(printed) || Agencies.isMedium(printed) else { return nil }
      scanner.position = colon + 1
      return printed
    }
    isAgencyKnown = agency != nil
  }

  // MARK: Whether the parts make a dateline

  private var isConvincing: Bool {
    let hasDash = separator == .dash || separator == .hyphen
    guard !places.isEmpty else { return date != nil && isAgencyKnown && hasDash }
    // A place alone, as most headlines in capitals seem to be.
    guard hasDash || separator == .colon || date != nil || agency != nil else { return false }
    let isCapital = places.allSatisfy(\.isCapital)
    let isKnown = places.contains { $0.isKnown }
    let isKnownRegion = region.map(Places.containRegion) ?? false
    if date != nil {
      if agency != nil { return isCapital || isKnown || hasDash }
      return hasDash || ((isCapital || isKnown) && separator == .colon)
    }
    if agency != nil {
      if isAgencyFirst { return hasDash && (isCapital || isKnown) }
      if isAgencyKnown { return hasDash || isCapital || isKnown }
      return hasDash && (isCapital || isKnown)
    }
    guard isCapital else { return false }
    if separator == .colon { return isKnown || isKnownRegion }
    guard hasDash else { return false }
    if region != nil { return isKnownRegion }
    return isKnown || (separator == .dash && isDashSpaced && places.allSatisfy(\.isPlausible))
  }

  /// The offset of the story's first character, which must look like the start of a sentence.
  private mutating func startOfStory() -> Int? {
    scanner.skipSpace()
    guard let (scalar, _) = scanner.ink.scalar(at: scanner.position) else {
      // A dateline on a line of its own.
      return scanner.isAtEnd && date != nil && places.allSatisfy({ $0.isCapital || $0.isKnown })
        ? scanner.position : nil
    }
    let isTelex = date != nil && !places.isEmpty && places.allSatisfy(\.isCapital)
    guard !scalar.isLowercase || isAgencyKnown || isTelex || startsWithBrand else { return nil }
    return ",;:.!?)".unicodeScalars.contains(scalar) ? nil : scanner.position
  }

  /// `iPhone`, `eBay`: small at first, but a name.
  private var startsWithBrand: Bool {
    scanner.ink.scalar(at: scanner.position + 1)?.scalar.isUppercase ?? false
  }
}
