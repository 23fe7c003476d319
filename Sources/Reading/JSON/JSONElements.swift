/// Cuts a JSON list into the bytes of its elements without reading them, so that a list of any length takes little memory.
struct JSONElements {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var isDone = false
  /// What is wrong with the list itself; known once `next` has given nil.
  private(set) var fault: String?

  /// - Parameter bytes: begin, white space apart, with `[`.
  init(of bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = (bytes.firstIndex { $0 > 0x20 } ?? bytes.startIndex) + 1
  }

  mutating func next() -> ArraySlice<UInt8>? {
    guard !isDone else { return nil }
    skipSpace()
    guard position < bytes.endIndex else { return stop("a list that never ends") }
    if bytes[position] == UInt8(ascii: "]") { return finish() }
    let start = position
    guard skipElement() else { return stop("a list that never ends") }
    let element = bytes[start..<position]
    if position < bytes.endIndex, bytes[position] == UInt8(ascii: ",") { position += 1 }
    return element
  }

  /// Moves to the comma or bracket behind an element.
  private mutating func skipElement() -> Bool {
    var depth = 0
    while position < bytes.endIndex {
      switch bytes[position] {
      case UInt8(ascii: "\""): skipString()
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"):
        if depth == 0 { return true }
        depth -= 1
      // One that closes nothing is a part of an element that is none.
      case UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: ",") where depth == 0: return true
      default: break
      }
      position += 1
    }
    return false
  }

  /// Moves from one quotation mark to the other.
  private mutating func skipString() {
    position += 1
    while position < bytes.endIndex, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
  }

  private mutating func finish() -> ArraySlice<UInt8>? {
    position += 1
    skipSpace()
    return position < bytes.endIndex ? stop("something behind the end of the list") : stop(nil)
  }

  private mutating func stop(_ message: String?) -> ArraySlice<UInt8>? {
    isDone = true
    fault = message
    return nil
  }

  private mutating func skipSpace() {
    while position < bytes.endIndex, bytes[position] <= 0x20 { position += 1 }
  }
}
