import Document

/// Articles over time, by day, month or year, whichever gives a chart that can be read; periods without any are there too.
struct Timeline {
  private static let shownPeriods = 62

  enum Period: String { case day, month, year }

  let period: Period
  /// One for each period from the first to the last.
  let names: [String]
  let bins: [Bin]
  /// The number of the first period.
  private let start: Int

  /// - Parameter days: articles by date, dates of any precision.
  /// - Returns: nil for fewer than two different periods.
  init?(_ days: [Count]) {
    let dated = days.compactMap { day in CalendarDate(day.name).map { (date: $0, count: day) } }
    guard let first = dated.map(\.date.dayNumber).min(),
      let last = dated.map(\.date.dayNumber).max()
    else { return nil }
    let months = (last - first) / 28
    let isDaily = last - first < Self.shownPeriods && dated.allSatisfy { $0.date.day != nil }
    let isMonthly = months < Self.shownPeriods && dated.allSatisfy { $0.date.month != nil }
    let period: Period = isDaily ? .day : isMonthly ? .month : .year
    let start = Self.number(of: CalendarDate(dayNumber: first), period)
    let end = Self.number(of: CalendarDate(dayNumber: last), period)
    guard end > start, end - start < 2000 else { return nil }
    self.period = period
    self.start = start
    names = (start...end).map { Self.date($0, period).shortened }
    var bins = (start...end).map {
      Bin(lower: Double($0), upper: Double($0 + 1), count: 0)
    }
    for (date, count) in dated {
      let index = Self.number(of: date, period) - start
      bins[index].count += Int(count.count)
      bins[index].articles += count.articles
    }
    self.bins = bins
  }

  /// The bars of a chart as periods, if all of them are named by dates and count something.
  init?(_ chart: Chart) {
    var days: [Count] = []
    for point in chart.points {
      guard CalendarDate(point.label) != nil, let value = point.value, value >= 0, value < 1e9,
        value == value.rounded()
      else { return nil }
      days.append(Count(point.label, value))
    }
    self.init(days)
  }

  /// Where each period leads, by where the points do that it was made of: to the first of them.
  func links(_ points: [String?], of chart: Chart) -> [String?] {
    var links = [String?](repeating: nil, count: bins.count)
    for (point, link) in zip(chart.points, points) {
      guard let date = CalendarDate(point.label) else { continue }
      let index = Self.number(of: date, period) - start
      links[index] = links[index] ?? link
    }
    return links
  }

  private static func number(of date: CalendarDate, _ period: Period) -> Int {
    switch period {
    case .day: date.dayNumber
    case .month: date.year * 12 + (date.month ?? 1) - 1
    case .year: date.year
    }
  }

  private static func date(_ number: Int, _ period: Period) -> CalendarDate {
    switch period {
    case .day: CalendarDate(dayNumber: number)
    case .month: CalendarDate(year: number / 12, month: number % 12 + 1, day: nil)
    case .year: CalendarDate(year: number, month: nil, day: nil)
    }
  }
}
