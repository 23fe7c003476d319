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
  /// Shows an argument's text: a string, a span, or the article.
  func withText<Result>(
    _ call: Call, _ argument: Int,
    _ body: (TextArgument) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    if call[argument].type == .string {
      return try call.bytes(argument) { (bytes) throws(Fault) in
        guard isUTF8(bytes) else {
          throw Fault(argument: argument, expected: "string of valid UTF-8")
        }
        return try body(TextArgument(bytes: bytes, range: 0..<bytes.count, place: .string))
      }
    }
    guard let span = try spanIfAny(call[argument]) else {
      throw Fault(argument: argument, expected: "string or span")
    }
    let bytes = galley.bytes(of: span.place)
    // A closure of the library's would not keep the type of the error.
    let result = bytes.withUnsafeBufferPointer { bytes in
      Swift.Result { () throws(Fault) in
        try body(
          TextArgument(bytes: bytes, range: span.range.offsets, place: TextPlace(span.place)))
      }
    }
    return try result.get()
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
