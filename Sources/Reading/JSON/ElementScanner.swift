/// Finds where an element of a JSON list ends without reading it, also where its bytes come some at a time.
struct ElementScanner {
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  /// Looks on for the comma or bracket behind the element.
  /// - Returns: where it stands among the bytes; nil where the element goes on behind them.
  mutating func end(in bytes: ArraySlice<UInt8>) -> Int? {
    let end = bytes.withUnsafeBufferPointer { scan($0) }
    return end.map { bytes.startIndex + $0 }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if isEscaped {
        isEscaped = false
      } else if isInString {
        isEscaped = byte == UInt8(ascii: "\\")
        isInString = byte != UInt8(ascii: "\"")
      } else {
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "]"):
          if depth == 0 { return index }
          depth -= 1
        // One that closes nothing is a part of an element that is none.
        case UInt8(ascii: "}"): depth = max(0, depth - 1)
        case UInt8(ascii: ",") where depth == 0: return index
        default: break
        }
      }
      index += 1
    }
    return nil
  }
}
