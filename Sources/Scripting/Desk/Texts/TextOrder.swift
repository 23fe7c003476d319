internal import CUnicode
internal import Lua

// Texts in the order of a language's lists, by ICU's collation.

/// The order of one language.
struct Collator {
  private let handle: OpaquePointer

  /// - Parameter tag: BCP 47; empty: CLDR's root, which is right for most languages.
  init?(_ tag: String) {
    guard let handle = copydesk_collator_open(tag) else { return nil }
    self.handle = handle
  }

  /// What texts compare by, byte by byte; nil for a text that is too long.
  func key(of text: String) -> [UInt8]? {
    var text = text
    return text.withUTF8 { bytes in
      // Most keys take less than four bytes a character.
      var room = 4 * bytes.count + 16
      while true {
        var count = 0
        let key = [UInt8](unsafeUninitializedCapacity: room) { buffer, size in
          count = copydesk_sort_key(
            handle, bytes.baseAddress, bytes.count, buffer.baseAddress, room)
          size = count <= room ? count : 0
        }
        if count == .max || count < 0 { return nil }
        if count <= room { return key }
        room = count
      }
    }
  }
}

extension Session {
  func compareTexts(_ call: Call) throws(Fault) -> Int {
    let collator = try collator(call, 3)
    let a = try key(of: try call.string(1), collator)
    let b = try key(of: try call.string(2), collator)
    call.push(a == b ? 0 : a.lexicographicallyPrecedes(b) ? -1 : 1)
    return 1
  }

  func sortTexts(_ call: Call) throws(Fault) -> Int {
    let list = try call.table(1)
    let collator = try collator(call, 2)
    var texts: [(key: [UInt8], text: String)] = []
    for position in stride(from: 1, through: list.count, by: 1) {
      guard let text = list.element(position, { $0.string }) else {
        throw Fault("element \(position) of the list is not a string of valid UTF-8")
      }
      texts.append((try key(of: text, collator), text))
      if call.isExpired { throw Fault("the time limit was reached") }
    }
    texts.sort { $0.key.lexicographicallyPrecedes($1.key) }
    call.push(list: texts.map(\.text))
    return 1
  }

  private func key(of text: String, _ collator: Collator) throws(Fault) -> [UInt8] {
    guard let key = collator.key(of: text) else { throw Fault("a text is too long") }
    return key
  }

  /// The order of the language that an argument names.
  private func collator(_ call: Call, _ argument: Int) throws(Fault) -> Collator {
    let tag = call[argument].isNil ? "" : try call.string(argument)
    if let known = desk.collators[tag] { return known }
    // There are about a hundred orders; a script that makes tags up shall not fill the memory.
    let isTag = tag.utf8.count <= 60 && desk.collators.count < 200
    guard isTag, let collator = Collator(tag) else {
      throw Fault(argument: argument, expected: "language tag such as \"sv\"")
    }
    desk.collators[tag] = collator
    return collator
  }
}
