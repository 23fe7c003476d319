internal import Document
internal import Lua

/// Where a text given to a function of `desk` comes from.
enum TextPlace: Int {
  case text, title
  /// A string of the plugin's own.
  case string

  init(_ place: Annotation.Place) { self = place == .text ? .text : .title }

  /// The article's text; nil for a string.
  var annotation: Annotation.Place? {
    switch self {
    case .text: .text
    case .title: .title
    case .string: nil
    }
  }
}

/// A text given to a function: the bytes it lies in, and the part that is meant.
struct TextArgument {
  let bytes: UnsafeBufferPointer<UInt8>
  let range: Range<Int>
  let place: TextPlace

  /// The part alone.
  var part: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[range]) }
}

extension Session {
  /// An argument's text: a string, a span, or the article. It is valid until the function returns.
  func text(_ call: Call, _ argument: Int) throws(Fault) -> TextArgument {
    if let bytes = call[argument].unsafeBytes {
      guard isUTF8(bytes) else {
        throw Fault(argument: argument, expected: "string of valid UTF-8")
      }
      return TextArgument(bytes: bytes, range: 0..<bytes.count, place: .string)
    }
    guard let span = try spanIfAny(call[argument]) else {
      throw Fault(argument: argument, expected: "string or span")
    }
    return TextArgument(
      bytes: galley.spans.text(span.place == .text ? 0 : 1), range: span.range.offsets,
      place: TextPlace(span.place))
  }
}

extension Session {
  /// Shows a text, or those of a layer's items.
  func forEachText(
    _ call: Call, _ argument: Int, _ show: (TextArgument) throws(Fault) -> Void
  ) throws(Fault) {
    guard let items = call[argument].object, items.isOf(kinds[.sequence]) else {
      return try show(try text(call, argument))
    }
    guard let layer = try layer(of: call, argument) else { return }
    for index in items.second..<items.second + items.third {
      let place = layer.place(of: index)
      try show(
        TextArgument(
          bytes: galley.spans.text(place == .text ? 0 : 1), range: layer.ranges[index].offsets,
          place: TextPlace(place)))
    }
  }
}

/// Whether bytes are valid UTF-8.
func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard bytes.contains(where: { $0 >= 0x80 }) else { return true }
  return String(validating: bytes, as: UTF8.self) != nil
}

extension UnsafePointer<UInt8> {
  /// An address to read nothing from.
  static var nowhere: UnsafePointer<UInt8> { ByteTables.shared.classes }
}
