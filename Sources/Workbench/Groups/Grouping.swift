import Document
import Reporting

/// What articles are put together by, for a report of each group.
package enum Grouping: Hashable, Sendable {
  case publisher, section, language, author
  case day, week, month, year
  /// A plugin's field; of lists and maps each name.
  case field(plugin: String, name: String)

  package static let names = [
    "publisher", "section", "language", "author", "day", "week", "month", "year",
  ]

  /// Nil where a word is neither a name nor `plugin.field`.
  package init?(_ word: String) {
    switch word {
    case "publisher": self = .publisher
    case "section": self = .section
    case "language": self = .language
    case "author": self = .author
    case "day": self = .day
    case "week": self = .week
    case "month": self = .month
    case "year": self = .year
    default:
      let parts = word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !parts.contains("") else { return nil }
      self = .field(plugin: parts[0], name: parts[1])
    }
  }

  package static let expected = "\(names.joined(separator: ", ")) or a field, such as topics.topic"

  /// As headings name it.
  var name: String {
    switch self {
    case .publisher: "publisher"
    case .section: "section"
    case .language: "language"
    case .author: "author"
    case .day: "day"
    case .week: "week"
    case .month: "month"
    case .year: "year"
    case .field(let plugin, let name): "\(plugin).\(name)"
    }
  }

  /// Whether names that differ in case alone are of one group.
  var ignoresCase: Bool { self == .section }

  /// The groups that an article is in, each once; none where it has nothing to go by.
  func groups(of findings: Findings) -> [String] {
    switch self {
    case .publisher, .section, .language: names(in: findings.about[name])
    case .author: names(in: findings.about["authors"])
    case .day: [date(of: findings, bytes: 10)].compactMap(\.self)
    case .month: [date(of: findings, bytes: 7)].compactMap(\.self)
    case .year: [date(of: findings, bytes: 4)].compactMap(\.self)
    case .week: [date(of: findings, bytes: 10).flatMap(Week.init)?.name].compactMap(\.self)
    case .field(let plugin, let name):
      names(in: findings.plugins.first { $0.plugin == plugin }?.fields[name])
    }
  }

  private func names(in value: Value?) -> [String] {
    var names: [String] = []
    Counter.each(of: value ?? .null) { name, _ in
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The beginning of the date of publication; nil where it is less precise or has no year.
  private func date(of findings: Findings, bytes: Int) -> String? {
    guard let date = findings.about["published"]?.string, date.utf8.count >= bytes,
      CalendarDate(date) != nil
    else { return nil }
    return String(decoding: date.utf8.prefix(bytes), as: UTF8.self)
  }
}

/// A week by ISO 8601: it begins on Monday and is of the year that its Thursday is in.
struct Week: Hashable {
  /// `2026-W11`.
  var name: String

  init?(_ day: String) {
    guard let date = CalendarDate(day) else { return nil }
    let number = date.dayNumber
    // 1 January 1970 was a Thursday.
    let thursday = number - ((number % 7 + 7 + 3) % 7) + 3
    let year = CalendarDate(dayNumber: thursday).year
    guard let first = CalendarDate("\(year)-01-01") else { return nil }
    let week = (thursday - first.dayNumber) / 7 + 1
    name = "\(year)-W\(week < 10 ? "0" : "")\(week)"
  }
}

/// Names of folders for groups that may be called anything: letters and digits of any script, the rest hyphens; none twice, in capital
/// or small letters, and none that a system keeps for itself.
struct FolderNames {
  private static let longest = 60
  private var taken: Set<String> = ["index", "con", "prn", "aux", "nul"]

  mutating func name(for group: String) -> String {
    var plain = ""
    for character in group.lowercased() {
      guard plain.utf8.count + character.utf8.count <= Self.longest else { break }
      if character.isLetter || character.isNumber {
        plain.append(character)
      } else if !plain.isEmpty, plain.last != "-" {
        plain.append("-")
      }
    }
    if plain.last == "-" { plain.removeLast() }
    if plain.isEmpty { plain = "group" }
    var name = plain
    var number = 1
    while !taken.insert(name).inserted {
      number += 1
      name = "\(plain)-\(number)"
    }
    return name
  }
}
