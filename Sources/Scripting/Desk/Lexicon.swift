/// Word lists made ready to be found in texts.
///
/// Terms are single words, words with a wildcard (`econom*`, `*gate`, `*n't*`), or phrases of such words.
/// Several lists can be joined: a term that stands in more than one is one entry with the columns of all.
final class Lexicon {
  struct Options: Hashable, Sendable {
    var words = WordRule.words
    var letterCase = CaseRule.fold
    /// Whether every term is found, also those inside and at the beginning of longer ones.
    var overlaps = false
    /// The language by whose stems words are found; nil: as they are written.
    var stem: String?
  }

  /// What one term says: where its row stands in each list.
  struct Entry {
    /// In the list that named it first.
    var list: Int
    var row: Int
    var value: Double
  }

  let options: Options
  let lists: [WordList]
  let entries: [Entry]
  /// Rows of entries in lists other than the first that named them.
  let furtherRows: [Int: [(list: Int, row: Int)]]
  /// What scans look at; valid while the lexicon lives.
  private let index: TermIndex
  private let memory: Memory
  private let stemmer: Stemmer?
  /// Words that change what hits behind them say.
  let context: LexiconContext?

  /// Builds a lexicon.
  /// - Throws: the list and the line of a term that cannot be used.
  /// - Complexity: O(bytes of the lists).
  init(
    _ lists: [WordList], options: Options = Options(), context: LexiconContext? = nil
  ) throws(LexiconFault) {
    self.options = options
    self.context = context
    stemmer = options.stem.flatMap { Stemmer(language: $0) }
    self.lists = lists
    let count = lists.reduce(0) { $0 + $1.rows.count }
    let builder = LexiconBuilder(options: options, stemmer)
    var table = TermTable(expecting: count, fold: builder.fold)
    var entries = Entries(lists, mayRepeat: stemmer != nil)
    entries.all.reserveCapacity(count)
    for number in lists.indices { try entries.add(number, &table, builder) }
    self.entries = entries.all
    furtherRows = entries.furtherRows
    index = table.freeze(options, stemmer)
    memory = table.memory
  }

  var count: Int { entries.count }
}

/// The entries of a lexicon that is being built.
private struct Entries {
  let lists: [WordList]
  var all: [Lexicon.Entry] = []
  var furtherRows: [Int: [(list: Int, row: Int)]] = [:]

  /// Whether of several terms of a list that are found as one the first counts.
  private let mayRepeat: Bool

  init(_ lists: [WordList], mayRepeat: Bool) {
    self.lists = lists
    self.mayRepeat = mayRepeat
  }

  /// Adds the terms of a list.
  mutating func add(
    _ number: Int, _ table: inout TermTable, _ builder: LexiconBuilder
  ) throws(LexiconFault) {
    let list = lists[number]
    let valueColumn = list.columns.firstIndex(of: "value")
    for row in list.rows.indices {
      do throws(WordListFault) {
        let value = try value(of: row, in: list, valueColumn)
        let place = try builder.place(for: list, row, in: &table)
        try enter(Lexicon.Entry(list: number, row: row, value: value), at: place, in: &table)
      } catch {
        throw LexiconFault(list: number, fault: error)
      }
    }
  }

  private func value(
    of row: Int, in list: WordList, _ column: Int?
  ) throws(WordListFault) -> Double {
    guard let column, let cell = list.cell(list.rows[row], column), !cell.isEmpty else { return 1 }
    if let value = decimalNumber(cell) { return value }
    let words = String(decoding: cell.prefix(40), as: UTF8.self)
    throw WordListFault(
      line: Int(list.rows[row].line),
      message: "expected a number, got '\(words)'; "
        + "columns of words are named in a line above that begins with 'term'")
  }

  /// Puts a new entry at its place, or joins its row to the entry that is there.
  private mutating func enter(
    _ entry: Lexicon.Entry, at place: TermTable.Place, in table: inout TermTable
  ) throws(WordListFault) {
    let known = table[place]
    guard known >= 0 else {
      table[place] = Int32(all.count)
      all.append(entry)
      return
    }
    let first = all[Int(known)]
    guard first.list != entry.list else {
      if mayRepeat { return }
      let list = lists[entry.list]
      let term = String(decoding: list.bytes[list.rows[entry.row].term.offsets], as: UTF8.self)
      throw WordListFault(
        line: Int(list.rows[entry.row].line),
        message: "'\(term)' stands on line \(list.rows[first.row].line) already")
    }
    furtherRows[Int(known), default: []].append((entry.list, entry.row))
  }
}

/// Why a lexicon cannot be built.
struct LexiconFault: Error, Hashable {
  /// Which of the lists.
  var list: Int
  var fault: WordListFault
}

// MARK: Scanning

extension Lexicon {
  /// Finds the terms in a range of a text, in order, until time is up.
  /// - Complexity: O(bytes of the range).
  @inline(__always)
  func scan(
    _ text: UnsafePointer<UInt8>, _ range: Range<Int>, scratch: Scratch,
    isExpired: () -> Bool = { false },
    found: (Match) -> Void
  ) -> TextShape {
    withExtendedLifetime(self) {
      index.scan(text, range, scratch: scratch, isExpired: isExpired, found: found)
    }
  }

  /// The entry that a whole text is found as, counted from 0.
  func entry(_ text: UnsafeBufferPointer<UInt8>, scratch: Scratch) -> Int? {
    withExtendedLifetime(self) { index.entry(text, scratch: scratch) }
  }
}

extension Lexicon {
  /// Whether a word of small letters and digits of ASCII is found.
  /// - Parameter readable: how many bytes may be read, of the word and behind it.
  func hasWord(_ start: UnsafePointer<UInt8>, _ count: Int, readable: Int) -> Bool {
    withExtendedLifetime(self) { index.hasWord(start, count, readable: readable) }
  }
}

// MARK: Entries

extension Lexicon {
  /// An entry's term as its list writes it.
  func term(_ entry: Entry) -> String {
    let list = lists[entry.list]
    return String(decoding: list.bytes[list.rows[entry.row].term.offsets], as: UTF8.self)
  }

  /// The names of all columns, those of the first list first.
  var columns: [String] {
    var names: [String] = []
    for list in lists {
      for name in list.columns where !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// A column of all lists that have it.
  func column(_ name: String) -> Column {
    Column(lexicon: self, numbers: lists.map { $0.columns.firstIndex(of: name) })
  }

  /// A column of a lexicon.
  struct Column {
    fileprivate let lexicon: Lexicon
    /// By list: the number of its column of that name.
    fileprivate let numbers: [Int?]

    /// What an entry says; the last list that says anything counts.
    subscript(entry: Int) -> ArraySlice<UInt8>? {
      if !lexicon.furtherRows.isEmpty, let further = lexicon.furtherRows[entry] {
        for (list, row) in further.reversed() {
          if let cell = cell(list, row) { return cell }
        }
      }
      return cell(lexicon.entries[entry].list, lexicon.entries[entry].row)
    }

    private func cell(_ list: Int, _ row: Int) -> ArraySlice<UInt8>? {
      guard let number = numbers[list] else { return nil }
      let rows = lexicon.lists[list]
      guard let cell = rows.cell(rows.rows[row], number), !cell.isEmpty else { return nil }
      return cell
    }
  }

  /// What an entry says in a column.
  func cell(_ entry: Int, _ column: String) -> ArraySlice<UInt8>? { self.column(column)[entry] }
}
