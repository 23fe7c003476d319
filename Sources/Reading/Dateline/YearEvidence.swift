/// Gives a date without its year the year that another date makes likely.
enum YearEvidence {
  /// The date with a year, if other dates tell it: that which brings it closest to the first of them that is whole.
  static func complete(_ date: PublicationDate, by others: [String?]) -> PublicationDate {
    guard date.year == nil, let month = date.month, let day = date.day else { return date }
    let other = others.lazy.compactMap(\.self).compactMap(PublicationDate.init(iso:))
      .first { $0.month != nil }
    guard let other, let year = other.year, let otherMonth = other.month else { return date }
    // Far ahead in the same year means the end of the last one, and the other way round.
    let distance = (month - otherMonth) * 31 + day - (other.day ?? 15)
    var complete = date
    complete.year = distance > 186 ? year - 1 : distance < -186 ? year + 1 : year
    return complete.isReal ? complete : date
  }

  /// The date in a path or address, as `news/2026/03/09/title` or `2026-03-09-title.txt`.
  static func date(in name: String) -> String? {
    let parts = name.split { !($0.isASCII && $0.isNumber) }
    for index in parts.indices where parts[index].count == 4 && index + 1 < parts.count {
      let rest = parts[(index + 1)...].prefix(2)
      guard rest.allSatisfy({ $0.count <= 2 }) else { continue }
      let iso = ([parts[index]] + rest.map { $0.count == 1 ? "0\($0)" : $0 })
        .joined(separator: "-")
      if PublicationDate(iso: iso) != nil { return iso }
    }
    return parts.first { $0.count == 8 }.flatMap { PublicationDate(iso: String($0))?.description }
  }
}
