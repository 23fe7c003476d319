extension String {
  /// In one line: white space of any kind collapsed to single blanks, none at the ends.
  var inOneLine: String { split { $0.isWhitespace }.joined(separator: " ") }
}
