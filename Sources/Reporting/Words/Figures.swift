import Document

/// Numbers as people read them.
enum Figures {
  /// At most so many digits after the point, without zeros at the end; thousands in groups.
  /// - Parameter minus: `-` for terminals and data, `−` for print.
  static func shown(_ number: Double, digits: Int = 4, minus: String = "-") -> String {
    guard number.isFinite else { return "–" }
    guard abs(number) < 1e15 else { return number.description }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (abs(number) * scale).rounded()
    guard scaled < 9e18 else { return grouped(UInt64(abs(number)), number < 0, minus) }
    let units = UInt64(scaled)
    if units == 0 { return number == 0 ? "0" : tiny(number, minus) }
    let whole = grouped(units / UInt64(scale), number < 0, minus)
    guard digits > 0 else { return whole }
    var rest = String(units % UInt64(scale))
    rest = String(repeating: "0", count: digits - rest.utf8.count) + rest
    while rest.hasSuffix("0") { rest.removeLast() }
    return rest.isEmpty ? whole : "\(whole).\(rest)"
  }

  /// Just so many digits after the point.
  static func fixed(_ number: Double, digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    guard abs(number) * scale < 1e15 else { return shown(number, minus: "−") }
    let units = Int((abs(number) * scale).rounded())
    let whole = grouped(UInt64(units / Int(scale)), number < 0 && units > 0, "−")
    guard digits > 0 else { return whole }
    let rest = String(units % Int(scale))
    return "\(whole).\(String(repeating: "0", count: digits - rest.utf8.count))\(rest)"
  }

  static func shown(_ integer: Int, minus: String = "-") -> String {
    integer.grouped(minus: minus)
  }

  /// `1 article`, `2,000 articles`.
  static func count(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(shown(count)) \(count == 1 ? one : many ?? one + "s")"
  }

  /// A number that rounds to nothing is not nothing.
  private static func tiny(_ number: Double, _ minus: String) -> String {
    number < 0 ? minus + (-number).description : number.description
  }

  private static func grouped(_ number: UInt64, _ isNegative: Bool, _ minus: String) -> String {
    (isNegative ? minus : "") + number.grouped()
  }
}

extension FieldDescription {
  /// The ends of the field's scale, where its description gives them: `tone, −1…1`, `share of words, 0 to 1`.
  ///
  /// Only such fields are drawn as bars: of others nobody knows how long a bar should be.
  var scale: ClosedRange<Double>? {
    let words = doc.split { " ,;:()[]".contains($0) }.map(String.init)
    for (index, word) in words.enumerated() {
      for separator in ["…", "...", ".."] {
        if let range = word.firstRange(separator) {
          return Self.scale(String(word[..<range.lowerBound]), String(word[range.upperBound...]))
        }
      }
      if word == "to", index > 0, index + 1 < words.count,
        let scale = Self.scale(words[index - 1], words[index + 1])
      {
        return scale
      }
    }
    return nil
  }

  private static func scale(_ lower: String, _ upper: String) -> ClosedRange<Double>? {
    func number(_ word: String) -> Double? {
      var word = word
      if word.hasPrefix("−") { word = "-" + word.dropFirst() }
      while word.hasSuffix(".") { word.removeLast() }
      return Double(word)
    }
    guard let lower = number(lower), let upper = number(upper), lower < upper, lower <= 0 else {
      return nil
    }
    return lower...upper
  }
}

extension String {
  /// Where a text first occurs.
  fileprivate func firstRange(_ text: String) -> Range<Index>? {
    let wanted = Array(text.utf8)
    let view = utf8
    var start = view.startIndex
    while start < view.endIndex {
      if view[start...].starts(with: wanted) {
        return start..<view.index(start, offsetBy: wanted.count)
      }
      start = view.index(after: start)
    }
    return nil
  }
}
