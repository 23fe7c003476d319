import Document

/// A field's values over a run, becoming one as its plugin declared.
///
/// Adding and merging give the same whatever the cuts, but for rounding in sums of numbers; a run adds article by article
/// in corpus order, so that even the last digit never depends on the number of workers.
enum Merged: Hashable, Sendable {
  case sum(Sum)
  case mean(Sum, count: Int)
  case extreme(Value?, isMaximum: Bool)
  case any(Bool?)
  case all(Bool?)
  case top(Counter)
  case histogram(Histogram)
  case list([Value], total: Int)
  case none

  /// The state before the first value.
  init(_ merge: Merge) {
    self =
      switch merge {
      case .sum: .sum(Sum())
      case .mean: .mean(Sum(), count: 0)
      case .min: .extreme(nil, isMaximum: false)
      case .max: .extreme(nil, isMaximum: true)
      case .any: .any(nil)
      case .all: .all(nil)
      case .top: .top(Counter())
      case .histogram: .histogram(Histogram())
      case .list: .list([], total: 0)
      case .none: .none
      }
  }

  /// How many values of `list` are kept, and how many keys of `top` a summary shows.
  static let listLimit = 1000
  static let topShown = 100

  /// Takes one article's value.
  mutating func add(_ value: Value) {
    switch self {
    case .sum(var sum):
      sum.add(value)
      self = .sum(sum)
    case .mean(var sum, let count):
      guard value.number != nil else { return }
      sum.add(value)
      self = .mean(sum, count: count + 1)
    case .extreme(let extreme, let isMaximum):
      self = .extreme(Self.further(extreme, value, isMaximum), isMaximum: isMaximum)
    case .any(let any): self = .any(Self.joined(any, value.bool) { $0 || $1 })
    case .all(let all): self = .all(Self.joined(all, value.bool) { $0 && $1 })
    case .top(var counter):
      self = .none
      counter.add(value)
      self = .top(counter)
    case .histogram(var histogram):
      self = .none
      if let number = value.number { histogram.add(number) }
      self = .histogram(histogram)
    case .list(var list, let total):
      self = .none
      if list.count < Self.listLimit { list.append(value) }
      self = .list(list, total: total + 1)
    case .none: break
    }
  }

  /// Joins what a later stretch of the corpus gave.
  mutating func merge(_ later: Merged) {
    switch (self, later) {
    case (.sum(var a), .sum(let b)):
      a.merge(b)
      self = .sum(a)
    case (.mean(var a, let countA), .mean(let b, let countB)):
      a.merge(b)
      self = .mean(a, count: countA + countB)
    case (.extreme(let a, let isMaximum), .extreme(let b, _)):
      self = .extreme(b.map { Self.further(a, $0, isMaximum) } ?? a, isMaximum: isMaximum)
    case (.any(let a), .any(let b)): self = .any(Self.joined(a, b) { $0 || $1 })
    case (.all(let a), .all(let b)): self = .all(Self.joined(a, b) { $0 && $1 })
    case (.top(var a), .top(let b)):
      a.merge(b)
      self = .top(a)
    case (.histogram(var a), .histogram(let b)):
      a.merge(b)
      self = .histogram(a)
    case (.list(let a, let totalA), .list(let b, let totalB)):
      self = .list(Array((a + b).prefix(Self.listLimit)), total: totalA + totalB)
    default: break
    }
  }

  /// What the summary shows of it; nil where no article gave a value.
  var value: Value? {
    switch self {
    case .sum(let sum): sum.value
    case .mean(let sum, let count): count > 0 ? .number(sum.number / Double(count)) : nil
    case .extreme(let extreme, _): extreme
    case .any(let bool), .all(let bool): bool.map(Value.bool)
    case .top(let counter): counter.isEmpty ? nil : counter.value(limit: Self.topShown)
    case .histogram(let histogram): histogram.value
    case .list(let list, let total): total > 0 ? .list(list) : nil
    case .none: nil
    }
  }

  private static func further(_ extreme: Value?, _ value: Value, _ isMaximum: Bool) -> Value? {
    guard let number = value.number, !number.isNaN else { return extreme }
    guard let extreme, let best = extreme.number else { return value }
    return (isMaximum ? number > best : number < best) ? value : extreme
  }

  private static func joined(_ a: Bool?, _ b: Bool?, _ join: (Bool, Bool) -> Bool) -> Bool? {
    guard let a, let b else { return a ?? b }
    return join(a, b)
  }
}

/// A total: of integers exactly, of numbers with the rounding error carried along (Neumaier's compensated sum).
struct Sum: Hashable, Sendable {
  private var integer: Int64 = 0
  private var float: Double = 0
  private var error: Double = 0
  private var hasFloat = false
  private var isEmpty = true

  var number: Double { Double(integer) + (float + error) }

  var value: Value? {
    if isEmpty { return nil }
    return hasFloat ? .number(number) : .integer(integer)
  }

  mutating func add(_ value: Value) {
    switch value {
    case .integer(let integer):
      isEmpty = false
      let (sum, overflow) = self.integer.addingReportingOverflow(integer)
      if overflow { add(Double(integer)) } else { self.integer = sum }
    case .number(let number):
      isEmpty = false
      add(number)
    default: break
    }
  }

  mutating func merge(_ other: Sum) {
    guard !other.isEmpty else { return }
    add(.integer(other.integer))
    if other.hasFloat {
      add(other.float)
      add(other.error)
    }
  }

  private mutating func add(_ number: Double) {
    hasFloat = true
    let sum = float + number
    error += abs(float) >= abs(number) ? (float - sum) + number : (number - sum) + float
    float = sum
  }
}
