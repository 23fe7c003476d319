internal import Document
internal import Lua

/// A range of an article's text or of its title.
struct TextSpan: Hashable {
  var range: TextRange
  var place: Annotation.Place

  init(_ range: TextRange, in place: Annotation.Place = .text) {
    self.range = range
    self.place = place
  }
}

// A span's object holds, in this order: its first byte counted from 1, its last byte, its place (0: text, 1: title),
// and a number of its kind's own, such as its index in its layer.
extension Object {
  /// The object of a stretch of text.
  /// - Parameter own: the number that its kind keeps.
  init(_ kind: Kind, generation: UInt32, _ span: TextSpan, own: Int = 0) {
    self.init(
      kind, generation: generation, Int(span.range.lower) + 1, Int(span.range.upper),
      span.place == .text ? 0 : 1, own)
  }

  /// The stretch that an object of one of `KindName.spans` stands for.
  var span: TextSpan {
    TextSpan(TextRange(first - 1, second), in: third == 0 ? .text : .title)
  }

  /// The number that a span's kind keeps.
  var own: Int { fourth }
}
