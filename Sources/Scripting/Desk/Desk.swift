internal import Document
internal import Lua

/// What `desk` and the lexicons of one plugin keep from call to call.
final class Desk {
  var lexicons: [Lexicon] = []
  /// By lexicon: where the matches of its last scan lie.
  var lastScans: [ScanRecord?] = []
  let shelf = MatchShelf()
  /// What stands before hits in strings, by their place on the shelf.
  var modifiers: [Int: Modifiers] = [:]
  /// What the scan under way tells of each of its texts.
  var scannedTexts: [ScannedText] = []
  let scratch = Scratch()
  var regexes = RegexCache()
  /// By language tag.
  var collators: [String: Collator] = [:]
  private var stemmers: [String: Stemmer] = [:]

  /// The stemmer of a language, made when it is first asked for; nil if the language has none.
  func stemmer(of language: String) -> Stemmer? {
    if let known = stemmers[language] { return known }
    let stemmer = Stemmer(language: language)
    stemmers[language] = stemmer
    return stemmer
  }
}

/// The matches of scans into columns, which scripts may ask for later.
///
/// Nobody says when they will not, so the shelf is cleared when it is full, and what was scanned before
/// is missed by its epoch. Its memory is plain, because every match of every text goes through it.
final class MatchShelf {
  /// The most matches kept; a single scan may go beyond it.
  static let capacity = 1 << 20

  private struct State {
    var matches: UnsafeMutablePointer<Match>
    var capacity: Int
    var count = 0
  }

  private let state: UnsafeMutablePointer<State>
  private(set) var epoch = 1
  private var generation: UInt32 = 0

  init() {
    state = .allocate(capacity: 1)
    state.initialize(to: State(matches: .allocate(capacity: 64), capacity: 64))
  }

  deinit {
    state.pointee.matches.deallocate()
    state.deallocate()
  }

  var count: Int { state.pointee.count }

  @inline(__always)
  subscript(index: Int) -> Match { state.pointee.matches[index] }

  /// The matches of a range, which stay where they are until the next is appended.
  subscript(range: Range<Int>) -> UnsafeBufferPointer<Match> {
    UnsafeBufferPointer(start: state.pointee.matches + range.lowerBound, count: range.count)
  }

  /// Makes room for a new scan and returns where it begins.
  func begin(in generation: UInt32) -> Int {
    if generation != self.generation || count > Self.capacity {
      self.generation = generation
      epoch += 1
      state.pointee.count = 0
    }
    return count
  }

  @inline(__always)
  func append(_ match: Match) {
    if state.pointee.count == state.pointee.capacity { grow() }
    state.pointee.matches[state.pointee.count] = match
    state.pointee.count &+= 1
  }

  /// Takes the matches from a place on off the shelf.
  func take(from start: Int) { state.pointee.count = start }

  private func grow() {
    let capacity = state.pointee.capacity * 2
    let matches = UnsafeMutablePointer<Match>.allocate(capacity: capacity)
    matches.update(from: state.pointee.matches, count: count)
    state.pointee.matches.deallocate()
    state.pointee.matches = matches
    state.pointee.capacity = capacity
  }
}

/// Where the matches of a scan lie on the shelf, and in which text.
struct ScanRecord {
  var range: Range<Int>
  var epoch: Int
  /// Of the article; 0 for a string.
  var generation: UInt32
  var place: TextPlace
  /// Of the items of a layer: how many matches, all at the front, are in the title.
  var inTitle = 0

  /// The text that a match is in, counted from 0.
  func place(of index: Int) -> TextPlace { index < inTitle ? .title : place }
}

// MARK: The table

extension Session {
  /// `desk` and the kinds of objects that its functions and `ctx:lexicon` give.
  var deskOwners: [APIOwner] {
    [deskOwner, jsonOwner, csvOwner, statsOwner, tallyOwner, similarityOwner, deskTextOwner]
      + markupOwners + [lexiconOwner, hitOwner, findOwner, regexOwner, dateOwner] + grammarOwners
      + tableOwners
  }

  private var deskOwner: APIOwner {
    APIOwner(
      library: "desk", doc: "Tools for working on texts. Nothing here knows the article.",
      members: textMembers + [
        regexMember, dateMember, deskLexiconMember,
        APIMember(
          "round", type: "fun(number: number, digits?: integer): number",
          doc:
            "Rounds to decimals, none unless told; a half goes to the even digit. Without decimals "
            + "the result is an integer.", access: .method(round)),
        APIMember(
          "grouped", type: "fun(integer: integer): string",
          doc: "An integer as people read it and reports write it, with its thousands in groups.",
          access: .method(grouped)),
        APIMember(
          "each", type: "fun(table: table): function, table, nil",
          doc:
            "Walks over a table's entries in no order, faster than `pairs`, whose keys come sorted. "
            + "For sums and the like, whose result does not depend on the order.", access: nil),
        largestMember,
      ] + collectionMembers)
  }

  private func round(_ call: Call) throws(Fault) -> Int {
    let number = try call.number(1)
    let digits = call[2].isNil ? 0 : try call.integer(2)
    guard (-15...15).contains(digits) else { throw Fault(argument: 2, expected: "integer, -15…15") }
    // Zero is zero: nobody means the sign of what was rounded away.
    let result = rounded(number, digits: digits) + 0.0
    if digits <= 0, let integer = Int(exactly: result) {
      call.push(integer)
    } else {
      call.push(result)
    }
    return 1
  }

  private func grouped(_ call: Call) throws(Fault) -> Int {
    call.push(try call.integer(1).grouped(minus: "−"))
    return 1
  }
}
