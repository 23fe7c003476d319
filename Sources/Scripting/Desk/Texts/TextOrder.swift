internal import CUnicode
internal import Lua

// Texts in the order of a list.

/// What texts are compared by, the first first.
private struct CollationKey: Comparable {
  var plain: [UInt8]
  var folded: [UInt8]
  /// With capitals and small letters exchanged, so that small ones come first.
  var text: [UInt8]

  static func < (a: Self, b: Self) -> Bool {
    if a.plain != b.plain { return a.plain.lexicographicallyPrecedes(b.plain) }
    if a.folded != b.folded { return a.folded.lexicographicallyPrecedes(b.folded) }
    return a.text.lexicographicallyPrecedes(b.text)
  }

  init(_ text: String) throws(Fault) {
    var text = text
    let keys = text.withUTF8 { bytes in
      (convert(bytes, COPYDESK_PLAIN), convert(bytes, COPYDESK_FOLD), Array(bytes))
    }
    guard let plain = keys.0, let folded = keys.1 else { throw Fault("a text is too long") }
    self.plain = plain
    self.folded = folded
    self.text = keys.2.map { byte in
      ByteTables.shared.classes[Int(byte)] & (ByteClass.upper | ByteClass.lower) != 0
        ? byte ^ 0x20 : byte
    }
  }
}

extension Session {
  func compareTexts(_ call: Call) throws(Fault) -> Int {
    let (a, b) = (try CollationKey(try call.string(1)), try CollationKey(try call.string(2)))
    call.push(a < b ? -1 : b < a ? 1 : 0)
    return 1
  }

  func sortTexts(_ call: Call) throws(Fault) -> Int {
    let list = try call.table(1)
    var texts: [(key: CollationKey, text: String)] = []
    for position in stride(from: 1, through: list.count, by: 1) {
      guard let text = list.element(position, { $0.string }) else {
        throw Fault("element \(position) of the list is not a string of valid UTF-8")
      }
      texts.append((try CollationKey(text), text))
    }
    texts.sort { $0.key < $1.key }
    call.push(list: texts.map(\.text))
    return 1
  }
}
