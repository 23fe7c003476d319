import Document

/// The index of a large run in few bytes an article: what the report's script searches, where a table of all articles would be
/// too much for a browser.
///
/// Each line is an array: number, title, source, 1 where a plugin failed, date as ISO 8601 and as shown, publisher, section,
/// language, words, then a string for each leading field.
package struct Catalogue: Sendable {
  private(set) var json: [UInt8] = []
  package private(set) var count = 0

  package init() {}

  package mutating func add(_ entry: ArticleEntry) {
    let about = entry.about
    let date = about["published"]?.string
    var line = JSONWriter()
    line.beginArray()
    line.value(entry.mention.number)
    line.value(entry.mention.title)
    line.value(entry.mention.source)
    line.value(entry.hasErrors ? 1 : 0)
    line.value(date.flatMap { CalendarDate($0) == nil ? nil : $0 } ?? "")
    line.value(date.map(CalendarDate.shortened) ?? "")
    line.value(about["publisher"]?.string ?? "")
    line.value(about["section"]?.string ?? "")
    line.value(about["language"]?.string.map(Language.name) ?? "")
    line.value(Int(about["words"]?.integer ?? 0))
    for value in entry.leads { line.value(value.lead) }
    line.endArray()
    if count > 0 { json.append(UInt8(ascii: ",")) }
    append(line.bytes)
    count += 1
  }

  /// Nothing of the lines can end the element that holds them, or turn the direction of what is written.
  private mutating func append(_ line: [UInt8]) {
    json.append(UInt8(ascii: "\n"))
    var index = 0
    while index < line.count {
      switch line[index] {
      case UInt8(ascii: "<"): json += Array("\\u003c".utf8)
      case _ where DirectionOverride.stands(at: index, in: line):
        json += Array("\\ufffd".utf8)
        index += DirectionOverride.length - 1
      default: json.append(line[index])
      }
      index += 1
    }
  }
}
