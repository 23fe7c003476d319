internal import Lua

/// What is known of a term of some texts.
struct TermRow: BitwiseCopyable {
  var words: UInt32
  /// Of a phrase, the rows of what stands before its last word, and of that word, counted from 1; 0 of a word.
  var head: UInt32 = 0
  var tail: UInt32 = 0
  var times: UInt32 = 0
  /// How many of the texts have it, and the first and the last that do, counted from 0.
  var texts: UInt32 = 0
  var firstText: UInt32 = 0
  var lastText: UInt32 = 0
  /// How often it begins with a capital that does not begin the text.
  var capitals: UInt32 = 0
  /// Whether the title has it.
  var isTitled = false
  /// Its bytes, which the survey holds; known at its end.
  var term = ColumnText()

  fileprivate mutating func count(_ text: UInt32, isCapital: Bool) {
    if times == 0 {
      (firstText, texts) = (text, 1)
    } else if lastText != text {
      texts &+= 1
    }
    lastText = text
    times &+= 1
    capitals &+= isCapital ? 1 : 0
  }
}

/// A place of a term in one of the texts.
struct TermPlace: BitwiseCopyable {
  var term: UInt32
  var text: UInt32
  /// Offsets into what the text lies in.
  var lower: UInt32
  var upper: UInt32
}

/// What is known of one of the texts.
struct TermText: BitwiseCopyable {
  var words: UInt32
  var lower: UInt32
  var upper: UInt32
}

/// The terms of some texts, with what a plugin weighs them by.
struct TermSurvey {
  private let table = TallyTable()
  private let keepsPlaces: Bool
  let mostPlaces: Int
  private(set) var rows: [TermRow] = []
  private(set) var places: [TermPlace] = []
  private(set) var texts: [TermText] = []
  /// The rows of the terms that end with the word before, and with this one, the shorter first.
  private var before: [UInt32] = []
  private var here: [UInt32] = []

  /// - Parameter mostPlaces: unless told, more than a plugin's memory holds.
  init(keepsPlaces: Bool, mostPlaces: Int = 1 << 20) {
    self.keepsPlaces = keepsPlaces
    self.mostPlaces = mostPlaces
  }

  var hasTooManyPlaces: Bool { places.count > mostPlaces }

  /// Adds a term of the title.
  mutating func add(titled term: ReadTerm) { rows[Int(row(of: term))].isTitled = true }

  /// Adds a term of the text that is read.
  mutating func add(_ term: ReadTerm) {
    let (row, text) = (row(of: term), UInt32(truncatingIfNeeded: texts.count))
    rows[Int(row)].count(text, isCapital: term.isCapital)
    guard keepsPlaces, !hasTooManyPlaces else { return }
    places.append(
      TermPlace(
        term: row, text: text, lower: UInt32(truncatingIfNeeded: term.lower),
        upper: UInt32(truncatingIfNeeded: term.upper)))
  }

  /// Ends the text that is read.
  mutating func endText(_ range: Range<Int>, words: Int) {
    texts.append(
      TermText(
        words: UInt32(words), lower: UInt32(range.lowerBound), upper: UInt32(range.upperBound)))
  }

  private mutating func row(of term: ReadTerm) -> UInt32 {
    let row = UInt32(
      truncatingIfNeeded: table.add(
        term.start, term.count, readable: term.readable, TallyCounts(times: 1), isSameText: true))
    if term.words == 1 {
      swap(&before, &here)
      here.removeAll(keepingCapacity: true)
    }
    if row == rows.count {
      var new = TermRow(words: UInt32(truncatingIfNeeded: term.words))
      if term.words > 1 { (new.head, new.tail) = (before[term.words - 2] + 1, here[0] + 1) }
      rows.append(new)
    }
    here.append(row)
    return row
  }

  /// Leaves out terms that only the title has, and phrases that come too seldom and do not stand in the title.
  ///
  /// What a phrase that is kept is made of is kept, too: it comes as often, and stands in the title if the phrase does.
  mutating func finish(least: Int) {
    var numbers = Array(repeating: UInt32.max, count: rows.count)
    var kept = 0
    for (number, entry) in table.entries.enumerated() {
      var row = rows[number]
      guard row.times > 0, row.words == 1 || row.isTitled || Int(row.times) >= least else {
        continue
      }
      row.term = ColumnText(table.term(entry))
      if row.words > 1 {
        row.head = numbers[Int(row.head) - 1] + 1
        row.tail = numbers[Int(row.tail) - 1] + 1
      }
      numbers[number] = UInt32(truncatingIfNeeded: kept)
      rows[kept] = row
      kept += 1
    }
    rows.removeLast(rows.count - kept)
    guard keepsPlaces else { return }
    kept = 0
    for place in places where numbers[Int(place.term)] != .max {
      places[kept] = place
      places[kept].term = numbers[Int(place.term)]
      kept += 1
    }
    places.removeLast(places.count - kept)
  }
}
