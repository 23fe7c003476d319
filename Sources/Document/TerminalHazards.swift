extension Unicode.Scalar {
  /// Whether a terminal obeys it instead of showing it, or shows by it what is not there: control characters of both sets, controls of
  /// writing direction, and the separators of lines and paragraphs. Words of articles and names of files may hold any.
  package var isTerminalHazard: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
