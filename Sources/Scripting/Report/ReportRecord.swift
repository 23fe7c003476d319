internal import Document
internal import Lua

/// One table within an argument of `report`, whose names are known: a node, a tie, a place, or options.
struct ReportRecord {
  private let fields: Fields
  /// Where it stands: `nodes[3]`.
  let place: String
  private let reader: ReportReader

  /// - Parameter known: all names that it may have.
  init(
    _ value: Value, _ place: String, known: [String], _ reader: ReportReader
  ) throws(Fault) {
    guard let fields = value.asMap else {
      throw reader.fault("\(place): expected a table with names, got \(value.shown)")
    }
    self.fields = fields
    self.place = place
    self.reader = reader
    guard let name = fields.names.first(where: { !known.contains($0) }) else { return }
    let question = Suggestions.question(Suggestions.like(name, among: known))
    throw reader.fault(
      "\(place): there is no '\(name)'; "
        + (question ?? "it may have \(known.joined(separator: ", "))"))
  }

  subscript(name: String) -> Value? { fields[name] }

  func number(_ name: String) throws(Fault) -> Double? {
    guard let value = fields[name] else { return nil }
    guard let number = value.number else { throw wrong(name, "a number", value) }
    return number
  }

  func requiredNumber(_ name: String, _ range: ClosedRange<Double>) throws(Fault) -> Double {
    let words = "a number from \(Int(range.lowerBound)) to \(Int(range.upperBound))"
    guard let value = fields[name] else {
      throw reader.fault("\(place): expected '\(name)', \(words)")
    }
    guard let number = value.number, range.contains(number) else { throw wrong(name, words, value) }
    return number
  }

  func integer(_ name: String, _ range: ClosedRange<Int>) throws(Fault) -> Int? {
    guard let value = fields[name] else { return nil }
    guard let integer = value.integer, range.contains(Int(integer)) else {
      throw wrong(name, "an integer from \(range.lowerBound) to \(range.upperBound)", value)
    }
    return Int(integer)
  }

  func flag(_ name: String) throws(Fault) -> Bool {
    guard let value = fields[name] else { return false }
    guard let flag = value.bool else { throw wrong(name, "true or false", value) }
    return flag
  }

  func string(_ name: String) throws(Fault) -> String? {
    guard let value = fields[name] else { return nil }
    guard let string = value.string else { throw wrong(name, "a string", value) }
    return string
  }

  func strings(_ name: String) throws(Fault) -> [String]? {
    guard let value = fields[name] else { return nil }
    return try reader.strings(value, named: "\(place).\(name)")
  }

  /// One of some words, the first unless told.
  func choice(_ name: String, _ words: [String]) throws(Fault) -> String {
    guard let word = try string(name) else { return words[0] }
    guard words.contains(word) else {
      let question = Suggestions.question(Suggestions.like(word, among: words))
      throw reader.fault(
        "\(place).\(name): there is no \"\(word)\"; "
          + (question ?? "it is one of \(words.joined(separator: ", "))"))
    }
    return word
  }

  /// A name: a string or a number.
  func label(_ name: String) throws(Fault) -> String {
    guard let value = fields[name] else {
      throw reader.fault("\(place): expected '\(name)', a name")
    }
    return try reader.label(value, "\(place).\(name)")
  }

  /// Where it leads: to the one `article`, or to `articles` and as many `others` as it says.
  func targets() throws(Fault) -> Targets {
    if let target = try reader.target(.map(fields), place) { return [target] }
    guard let value = fields["articles"] else { return [] }
    return Targets(
      try reader.strings(value, named: "\(place).articles").map { Target(article: $0) },
      others: try integer("others", 0...1 << 40) ?? 0)
  }

  /// The names by which a table leads to articles.
  static let targetNames = ["article", "articles", "others", "first", "last"]

  private func wrong(_ name: String, _ words: String, _ value: Value) -> Fault {
    reader.fault("\(place).\(name): expected \(words), got \(value.shown)")
  }
}
