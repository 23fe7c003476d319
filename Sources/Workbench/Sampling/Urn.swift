import Agreement
import Document
import Scripting

/// Draws units at random while they come by, of each stratum as many as are wanted of all, in memory for these alone.
///
/// Every unit has a number that depends on the seed and on what it is, and nothing else; those with the smallest numbers are drawn. So the
/// order of the corpus, and what else is in it, decide nothing (bottom-k sampling; Cohen and Kaplan, PODC 2007).
struct Urn<Element> {
  struct Ticket {
    var number: UInt64
    var element: Element
  }

  private let size: Int
  private var tickets: [Ticket] = []
  /// Tickets from here on lose.
  private var bound = UInt64.max
  private(set) var population = 0

  init(size: Int) { self.size = size }

  /// Counts a unit.
  /// - Returns: whether it could be drawn, and has to be added.
  mutating func count(_ number: UInt64) -> Bool {
    population += 1
    return number < bound
  }

  mutating func add(_ number: UInt64, _ element: Element) {
    tickets.append(Ticket(number: number, element: element))
    guard tickets.count >= 2 * size else { return }
    tickets = drawn(size)
    bound = tickets.last?.number ?? bound
  }

  /// The units drawn, by their numbers; one that came twice counts once.
  func drawn(_ count: Int) -> [Ticket] {
    var last: UInt64?
    let sorted = tickets.sorted { $0.number < $1.number }.filter { ticket in
      defer { last = ticket.number }
      return ticket.number != last
    }
    return Array(sorted.prefix(count))
  }
}

/// The numbers of an article's units.
struct SampleNumbers {
  private let base: UInt64

  init(seed: UInt64, _ findings: Findings) {
    var digest = Digest()
    for part in ["\(seed)", findings.hash, findings.source, findings.id] {
      digest.add("unit", Array(part.utf8))
    }
    base = UInt64(digest.finish().prefix(16), radix: 16) ?? 0
  }

  subscript(ordinal: Int) -> UInt64 {
    SplitMix64.mixed(base &+ UInt64(ordinal) &* SplitMix64.step)
  }

  /// What a unit is called, which says nothing of its number: eight hexadecimal digits or more, behind a letter, for digits alone a
  /// spreadsheet takes for a number, `4046e371` too.
  static func name(of number: UInt64, digits: Int = 8) -> String {
    let digitsOf = String(SplitMix64.mixed(number ^ 0x5851_F42D_4C95_7F2D), radix: 16)
    let padded = String(repeating: "0", count: 16 - digitsOf.utf8.count) + digitsOf
    return "u" + padded.prefix(digits)
  }
}
