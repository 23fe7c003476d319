import Document

/// Reads JSON Lines: each line an article or a failure of its own, whatever becomes of the others.
struct JSONLines {
  let reader: RecordReader

  /// Reads all lines that hold anything.
  /// - Parameter firstLine: the 1-based number of the first line.
  func read(
    _ bytes: ArraySlice<UInt8>, firstLine: Int, each: (Result<Article, ReadFailure>) -> Void
  ) {
    var start = bytes.startIndex
    var number = firstLine
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      let line = bytes[start..<end]
      if line.contains(where: { $0 > 0x20 }) { each(reader.read(line, number: number)) }
      start = end + 1
      number += 1
    }
  }

  /// Whether an input that begins like this is JSON Lines: its first line, or half of its first lines, are whole objects, and
  /// there is more than one.
  static func areLikely(in prefix: ArraySlice<UInt8>) -> Bool {
    var start = prefix.startIndex
    var objects = 0
    var others = 0
    while objects + others < 20,
      let end = prefix[start...].firstIndex(of: UInt8(ascii: "\n"))
    {
      let line = prefix[start..<end]
      start = end + 1
      guard let first = line.first(where: { $0 > 0x20 }) else { continue }
      let isObject = first == UInt8(ascii: "{") && (try? JSONParser.parse(line)) != nil
      if isObject { objects += 1 } else { others += 1 }
      if objects == 1, others == 0 { return prefix[start...].contains { $0 > 0x20 } }
    }
    return objects > 0 && objects >= others
  }
}
