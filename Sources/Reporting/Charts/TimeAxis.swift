import Document

/// Where dates or names stand along a chart, 0…1, and where dates are missing.
struct TimeAxis {
  /// In the order of the axis, each once.
  let labels: [String]
  /// Of every label, if all of them are dates.
  private let dates: [CalendarDate]?
  private let places: [String: Double]

  /// - Parameter labels: in the order in which they stand where they are no dates.
  init(_ labels: [String]) {
    var seen: Set<String> = []
    let unique = labels.filter { seen.insert($0).inserted }
    let dates = unique.compactMap { CalendarDate($0) }
    let isDated = dates.count == unique.count && !dates.isEmpty
    let order =
      isDated
      ? unique.indices.sorted { (dates[$0].dayNumber, $0) < (dates[$1].dayNumber, $1) }
      : Array(unique.indices)
    self.labels = order.map { unique[$0] }
    self.dates = isDated ? order.map { dates[$0] } : nil
    let numbers =
      self.dates?.map { Double($0.dayNumber) } ?? order.indices.map { Double($0) }
    let (first, last) = (numbers.first ?? 0, numbers.last ?? 0)
    var places: [String: Double] = [:]
    for (label, number) in zip(self.labels, numbers) {
      places[label] = last > first ? (number - first) / (last - first) : 0.5
    }
    self.places = places
  }

  func place(of label: String) -> Double { places[label] ?? 0 }

  /// What a label is called where there is room.
  static func name(of label: String) -> String {
    CalendarDate(label)?.shown ?? Printable.string(label)
  }

  /// The words below the axis with their places: at both ends and, where there is a label for it, in the middle.
  func marks(hasMiddle: Bool) -> [(words: String, place: Double, anchor: String)] {
    guard let first = labels.first, let last = labels.last else { return [] }
    func words(_ label: String) -> String {
      DisplayWidth.cut(CalendarDate.shortened(Printable.string(label)), to: hasMiddle ? 24 : 12)
    }
    guard first != last else { return [(words(first), place(of: first), "middle")] }
    let middle = labels.filter { (0.38...0.62).contains(place(of: $0)) }
      .min { abs(place(of: $0) - 0.5) < abs(place(of: $1) - 0.5) }
    var marks = [(words: words(first), place: 0.0, anchor: "start")]
    if hasMiddle, let middle { marks.append((words(middle), place(of: middle), "middle")) }
    return marks + [(words(last), 1, "end")]
  }

  // MARK: Gaps

  /// How far dates of a series mostly are apart, in days, months or years; nil where they follow no rhythm.
  static func rhythm(of dates: [CalendarDate]) -> Int? {
    guard dates.count > 2 else { return nil }
    let numbers = dates.map(number)
    var counts: [Int: Int] = [:]
    for (a, b) in zip(numbers, numbers.dropFirst()) { counts[b - a, default: 0] += 1 }
    guard let most = counts.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }), most.key > 0,
      most.value * 2 >= dates.count - 1
    else { return nil }
    return most.key
  }

  /// The number of a day, month or year, as precise as the date is.
  static func number(_ date: CalendarDate) -> Int {
    guard let month = date.month else { return date.year }
    return date.day == nil ? date.year * 12 + month - 1 : date.dayNumber
  }
}
