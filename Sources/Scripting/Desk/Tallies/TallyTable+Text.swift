internal import Lua

// A tally as text, so that an aggregate can hold it and runs can keep it. The first line holds ids of texts, between tabs. Then
// comes a line for each term: the term, a tab, and numbers between blanks, which are how often it came, in how many texts, and
// the places of ids. Without the numbers it came once, in one text, which is that of the only id if there is one.

extension TallyTable {
  private static let (tab, newline, blank) = (UInt8(9), UInt8(10), UInt8(32))

  /// The ids of a tally; nil where the text is none.
  static func ids(of text: UnsafeBufferPointer<UInt8>) -> [String]? {
    guard text.last == newline, let end = text.firstIndex(of: newline) else { return nil }
    guard end > 0 else { return [] }
    var ids: [String] = []
    for id in text[..<end].split(separator: tab) {
      guard let id = String(utf8: UnsafeBufferPointer(rebasing: id)) else { return nil }
      ids.append(id)
    }
    return ids
  }

  /// Adds what a tally's text tells.
  /// - Parameter places: those of the text's ids among all that the table knows.
  /// - Returns: whether it is a tally's text.
  func add(text: UnsafeBufferPointer<UInt8>, places: [Int32]) -> Bool {
    guard text.last == Self.newline, let head = text.firstIndex(of: Self.newline),
      let start = text.baseAddress
    else { return false }
    var place = head + 1
    while place < text.count {
      let term = place
      // The last byte is below a blank, so that each of these loops ends there at the latest.
      while text[place] >= Self.blank { place += 1 }
      let count = place - term
      var counts = TallyCounts(times: 1, id: places.count == 1 ? places[0] : nil)
      if text[place] == Self.tab {
        guard let told = Self.counts(in: text, from: &place, places) else { return false }
        counts = told
      }
      guard count > 0, text[place] == Self.newline else { return false }
      place += 1
      add(start + term, count, readable: text.count - term, counts)
    }
    return true
  }

  /// The numbers behind a tab; nil where they are none.
  private static func counts(
    in text: UnsafeBufferPointer<UInt8>, from place: inout Int, _ places: [Int32]
  ) -> TallyCounts? {
    guard let times = number(in: text, from: &place) else { return nil }
    guard text[place] == blank else {
      return TallyCounts(times: times, id: places.count == 1 ? places[0] : nil)
    }
    guard let texts = number(in: text, from: &place) else { return nil }
    var counts = TallyCounts(times: times, texts: texts)
    while text[place] == blank {
      guard let id = number(in: text, from: &place), id < places.count else { return nil }
      counts.insert(places[id])
    }
    return counts
  }

  /// The number that begins behind a place.
  private static func number(
    in text: UnsafeBufferPointer<UInt8>, from place: inout Int
  ) -> Int? {
    place += 1
    let first = place
    var number = 0
    while text[place] &- 0x30 < 10 {
      number = number &* 10 &+ Int(text[place] &- 0x30)
      place += 1
    }
    return place > first && place - first < 16 ? number : nil
  }

  /// The table as a tally's text.
  /// - Parameter least: terms that came more seldom are left out.
  func text(least: Int = 1) -> [UInt8] {
    var isUsed = Array(repeating: false, count: ids.count)
    for entry in entries where entry.counts.times >= least {
      entry.counts.forEachPlace { isUsed[$0] = true }
    }
    let kept = ids.indices.filter { isUsed[$0] }
    var places = Array(repeating: 0, count: ids.count)
    for (place, id) in kept.enumerated() { places[id] = place }
    var text: [UInt8] = []
    text.reserveCapacity(entries.count * 16)
    for (place, id) in kept.enumerated() {
      if place > 0 { text.append(Self.tab) }
      text += ids[id].utf8
    }
    text.append(Self.newline)
    for entry in entries where entry.counts.times >= least {
      text += term(entry)
      write(entry.counts, places, ofOnlyID: kept.count == 1, to: &text)
      text.append(Self.newline)
    }
    return text
  }

  private func write(
    _ counts: TallyCounts, _ places: [Int], ofOnlyID: Bool, to text: inout [UInt8]
  ) {
    let isOfOneText = counts.texts == 1 && ofOnlyID != counts.hasNoID
    if isOfOneText, counts.times == 1 { return }
    text.append(Self.tab)
    text.append(decimal: counts.times)
    if isOfOneText { return }
    text.append(Self.blank)
    text.append(decimal: counts.texts)
    counts.forEachPlace { place in
      text.append(Self.blank)
      text.append(decimal: places[place])
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(decimal number: Int) {
    if number > 9 { append(decimal: number / 10) }
    append(0x30 + UInt8(number % 10))
  }
}
