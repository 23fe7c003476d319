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
  private(set) var entries: [Entry] = []
  /// Rows of entries in lists other than the first that named them.
  private(set) var furtherRows: [Int: [(list: Int, row: Int)]] = [:]

  // What the scanner looks at. Keys are single words as they are looked up.
  let keys: KeyTable
  /// By key: the entry that is this word alone, and the phrases that begin with it.
  var meanings: [Meaning] = []
  let prefixes = KeyTable(expecting: 0)
  var prefixMeanings: [Meaning] = []
  /// Bit *n* is set where a prefix of *n* bytes exists; longer ones share the last bit.
  var prefixLengths: UInt64 = 0
  var patterns: [Pattern] = []
  /// Which word leads from which beginning of a phrase to which.
  var steps: [PhraseStep: Int32] = [:]
  /// By beginning of a phrase: the entry that ends there, or -1.
  var phraseEntries: [Int32] = []

  struct Meaning {
    /// -1: none.
    var entry: Int32 = -1
    /// Where phrases that begin with this word go on; -1: there are none.
    var phrases: Int32 = -1
  }

  struct PhraseStep: Hashable {
    var from: Int32
    /// The key's number, or, for prefixes, its complement.
    var word: Int32
  }

  /// A word known by its end or its middle.
  struct Pattern {
    var bytes: [UInt8]
    var isAnchoredAtEnd: Bool
    /// Only words with an apostrophe, a hyphen or the like can match it.
    var needsPunctuation: Bool
    var meaning: Meaning
  }

  /// Builds a lexicon.
  /// - Throws: the list and the line of a term that cannot be used.
  /// - Complexity: O(bytes of the lists).
  init(_ lists: [WordList], options: Options = Options()) throws(LexiconFault) {
    self.options = options
    self.lists = lists
    keys = KeyTable(expecting: lists.reduce(0) { $0 + $1.rows.count })
    entries.reserveCapacity(lists.reduce(0) { $0 + $1.rows.count })
    let builder = LexiconBuilder(options: options)
    for number in lists.indices { try add(number, builder) }
  }

  var count: Int { entries.count }

  private func add(_ number: Int, _ builder: LexiconBuilder) throws(LexiconFault) {
    let list = lists[number]
    let valueColumn = list.columns.firstIndex(of: "value")
    for row in list.rows.indices {
      do throws(WordListFault) {
        let value = try value(of: row, in: list, valueColumn)
        try enter(
          builder.place(for: list, row, in: self), Entry(list: number, row: row, value: value))
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
  private func enter(_ place: Place, _ entry: Entry) throws(WordListFault) {
    let known = self[place]
    guard known >= 0 else {
      self[place] = Int32(entries.count)
      entries.append(entry)
      return
    }
    let first = entries[Int(known)]
    guard first.list != entry.list else {
      let list = lists[entry.list]
      throw WordListFault(
        line: Int(list.rows[entry.row].line),
        message: "'\(term(entry))' stands on line \(list.rows[first.row].line) already")
    }
    furtherRows[Int(known), default: []].append((entry.list, entry.row))
  }

  /// Where an entry's number is kept.
  enum Place {
    case key(Int)
    case prefix(Int)
    case pattern(Int)
    case phrase(Int32)
  }

  private subscript(place: Place) -> Int32 {
    get {
      switch place {
      case .key(let number): meanings[number].entry
      case .prefix(let number): prefixMeanings[number].entry
      case .pattern(let number): patterns[number].meaning.entry
      case .phrase(let node): phraseEntries[Int(node)]
      }
    }
    set {
      switch place {
      case .key(let number): meanings[number].entry = newValue
      case .prefix(let number): prefixMeanings[number].entry = newValue
      case .pattern(let number): patterns[number].meaning.entry = newValue
      case .phrase(let node): phraseEntries[Int(node)] = newValue
      }
    }
  }
}

/// Why a lexicon cannot be built.
struct LexiconFault: Error, Hashable {
  /// Which of the lists.
  var list: Int
  var fault: WordListFault
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

  /// What an entry says in a column; the last list that says anything counts.
  func cell(_ entry: Int, _ column: String) -> ArraySlice<UInt8>? {
    let first = entries[entry]
    var rows = [(list: first.list, row: first.row)]
    if !furtherRows.isEmpty, let further = furtherRows[entry] { rows += further }
    for (list, row) in rows.reversed() {
      guard let number = lists[list].columns.firstIndex(of: column),
        let cell = lists[list].cell(lists[list].rows[row], number), !cell.isEmpty
      else { continue }
      return cell
    }
    return nil
  }
}
