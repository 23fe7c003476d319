import Document
import Reporting

/// What gates and the line of summary are about, tallied over a run: counts of outcomes, and of fields their sums, extremes, days
/// and names. Memory is bounded by days and by the names that are kept.
struct Measures {
  private(set) var articles = 0
  private(set) var failures = 0
  private(set) var skips = 0
  private(set) var errors = 0
  private(set) var words = 0
  /// The first and the last day of publication.
  private(set) var days: ClosedRange<String>?
  private var fields: [String: FieldMeasures] = [:]

  /// - Parameter fields: those to tally, `plugin.field`.
  init(_ fields: some Sequence<String>) {
    for field in fields { self.fields[field] = FieldMeasures() }
  }

  subscript(field: String) -> FieldMeasures? { fields[field] }

  mutating func add(_ outcome: Outcome) {
    switch outcome {
    case .failed: failures += 1
    case .skipped: skips += 1
    case .findings(let findings): add(findings)
    }
  }

  private mutating func add(_ findings: Findings) {
    articles += 1
    words += Int(findings.about["words"]?.integer ?? 0)
    let day = Self.day(of: findings)
    if let day {
      days = days.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
    }
    for plugin in findings.plugins {
      if plugin.error != nil { errors += 1 }
      guard plugin.error == nil, plugin.skipped == nil else { continue }
      for field in plugin.fields.entries {
        fields["\(plugin.plugin).\(field.name)"]?.add(field.value, on: day)
      }
    }
  }

  private static func day(of findings: Findings) -> String? {
    guard let date = findings.about["published"]?.string, date.utf8.count >= 10,
      CalendarDate(date) != nil
    else { return nil }
    return String(decoding: date.utf8.prefix(10), as: UTF8.self)
  }
}

/// One field over a run. Booleans count as one and zero.
struct FieldMeasures {
  /// Articles that have a value.
  private(set) var count = 0
  private(set) var minimum: Double?
  private(set) var maximum: Double?
  private var numbers = 0
  private var sum = Sum()
  private(set) var names = Counter()
  private var days: [String: (sum: Double, count: Int)] = [:]

  mutating func add(_ value: Value, on day: String?) {
    guard value != .null else { return }
    count += 1
    guard let number = value.number ?? value.bool.map({ $0 ? 1 : 0 }) else {
      return names.add(value)
    }
    numbers += 1
    sum.add(.number(number))
    minimum = Swift.min(minimum ?? number, number)
    maximum = Swift.max(maximum ?? number, number)
    if let day {
      let before = days[day] ?? (0, 0)
      days[day] = (before.sum + number, before.count + 1)
    }
  }

  var total: Double? { numbers > 0 ? sum.number : nil }
  var mean: Double? { numbers > 0 ? sum.number / Double(numbers) : nil }

  /// Names that an earlier run does not have.
  func newNames(since earlier: FieldMeasures?) -> [String] {
    names.ranked.map(\.key).filter { earlier?.names.counts[$0] == nil }
  }

  /// How far the mean of the last day is from what the means of the days before are, in standard deviations of these; nil
  /// with fewer than three days before, or where they are all the same.
  func zScore(earlier: FieldMeasures?) -> Double? {
    var days = earlier?.days ?? [:]
    days.merge(self.days) { ($0.sum + $1.sum, $0.count + $1.count) }
    let means = days.sorted { $0.key < $1.key }.map { $0.value.sum / Double($0.value.count) }
    guard let last = means.last, means.count >= 4 else { return nil }
    let before = means.dropLast()
    let mean = before.reduce(0, +) / Double(before.count)
    let squares = before.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(before.count - 1)).squareRoot()
    return deviation > 0 ? (last - mean) / deviation : nil
  }
}
