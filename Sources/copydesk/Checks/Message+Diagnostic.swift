import Document

extension Message {
  /// The place, the code, what is the case, the remedy, and below them the line with the stretch marked.
  init(_ diagnostic: Diagnostic) {
    var position = diagnostic.file
    var details: [String] = []
    if let place = diagnostic.place {
      position += ":\(place.line)" + (place.column > 0 ? ":\(place.column)" : "")
      details = Self.lines(place)
    }
    self.init(
      diagnostic.severity == .error ? .error : .warning,
      at: Self.isOfLoading(diagnostic) ? [position] : [position, diagnostic.code],
      diagnostic.message, remedy: diagnostic.remedy,
      details: details + diagnostic.traceback.map { "at \($0)" })
  }

  /// What keeps a plugin from loading is told without its code, for nothing can allow it.
  private static func isOfLoading(_ diagnostic: Diagnostic) -> Bool {
    ["syntax", "load", "declaration", "setup"].contains(diagnostic.code)
  }

  /// The widest stretch of a line that is shown.
  private static let width = 110

  private static func lines(_ place: Diagnostic.Place) -> [String] {
    let number = "\(place.line)"
    var words = Array(place.words.unicodeScalars.map { $0 == "\t" ? " " : $0 })
    var column = max(place.column, 1) - 1
    // Of a long line the part around the place.
    let first = column > width - 20 ? column - width / 2 : 0
    if first > 0 {
      words = ["…"] + words.dropFirst(first)
      column -= first - 1
    }
    if words.count > width { words = words.prefix(width) + ["…"] }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: words)
    let line = "\(number) | \(String(text))"
    guard place.column > 0 else { return [line] }
    let gap = String(repeating: " ", count: number.count)
    let length = max(1, min(place.length, words.count - column))
    return [
      line,
      "\(gap) | \(String(repeating: " ", count: column))\(String(repeating: "^", count: length))",
    ]
  }
}
