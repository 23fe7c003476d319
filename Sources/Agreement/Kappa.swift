/// Cohen's kappa of two coders: agreement beyond what their own habits would bring by chance (J. Cohen, Educational and Psychological
/// Measurement 20, 1960).
package enum Kappa {
  /// - Parameters:
  ///   - pairs: both codes of a unit; units that only one has coded are left out.
  ///   - times: how often each pair counts; nil: once.
  /// - Returns: nil where there are no pairs, or both always used one and the same code.
  package static func value(_ pairs: [(Int, Int)], _ times: [Int]? = nil) -> Double? {
    var (count, agreed) = (0.0, 0.0)
    var habits: [Int: (first: Double, second: Double)] = [:]
    for (index, pair) in pairs.enumerated() {
      let weight = Double(times?[index] ?? 1)
      count += weight
      if pair.0 == pair.1 { agreed += weight }
      habits[pair.0, default: (0, 0)].first += weight
      habits[pair.1, default: (0, 0)].second += weight
    }
    guard count > 0 else { return nil }
    // In order, so that sums of rounded numbers are the same each time.
    let chance = habits.keys.sorted().reduce(0) { sum, code in
      let habit = habits[code] ?? (0, 0)
      return sum + habit.first / count * (habit.second / count)
    }
    guard chance < 1 else { return nil }
    return (agreed / count - chance) / (1 - chance)
  }
}
