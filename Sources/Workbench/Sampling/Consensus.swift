import Reporting

/// What the coders of a unit agree upon: what is held to be right.
enum Consensus: Hashable {
  case number(Double)
  /// One label by its number; nil: none fits.
  case label(Int?)
  /// By label, whether it is right; nil where coders are of two minds.
  case labels([Bool?])

  /// - Parameter codes: those that coders gave, without what they could not tell.
  /// - Returns: nil where nobody coded it, or no code has more than half of the coders.
  init?(_ codes: [CodedSheets.Code], _ book: Codebook) {
    guard !codes.isEmpty else { return nil }
    switch book.answer {
    case .number:
      let numbers = codes.compactMap { if case .number(let number) = $0 { number } else { nil } }
      self = .number(numbers.reduce(0, +) / Double(numbers.count))
    case .one:
      guard
        let winner = codes.first(where: { code in codes.count { $0 == code } * 2 > codes.count })
      else { return nil }
      guard case .labels(let labels) = winner else { return nil }
      self = .label(labels.first)
    case .many:
      let sets: [[Int]] = codes.map { if case .labels(let labels) = $0 { labels } else { [] } }
      self = .labels(
        book.labels.indices.map { label in
          let votes = sets.count { $0.contains(label) } * 2
          return votes == sets.count ? nil : votes > sets.count
        })
    }
  }

  /// Whether it leaves nothing open.
  var isWhole: Bool {
    if case .labels(let labels) = self { labels.allSatisfy { $0 != nil } } else { true }
  }
}
