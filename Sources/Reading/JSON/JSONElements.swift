/// Cuts a JSON list, or some whole elements of one, into the bytes of its elements without reading them.
struct JSONElements {
  private let bytes: ArraySlice<UInt8>
  /// Behind what was read last, with the comma.
  private(set) var position: Int
  private let isLast: Bool
  private let isWrapped: Bool
  private var isDone = false
  /// Whether the bracket at the end of the list was met.
  private(set) var hasEnded = false
  /// What is wrong with the list itself; known once `next` has given nil.
  private(set) var fault: String?

  /// - Parameters:
  ///   - bytes: begin behind the bracket with which the list opens, or behind a comma.
  ///   - isLast: whether the list must end in them.
  ///   - isWrapped: whether it is a member of an object, which may have others behind it.
  init(_ bytes: ArraySlice<UInt8>, isLast: Bool, isWrapped: Bool = false) {
    self.bytes = bytes
    self.isLast = isLast
    self.isWrapped = isWrapped
    position = bytes.startIndex
  }

  /// Where the elements of a list begin, if bytes are the beginning of a list of objects, or of nothing.
  static func start(in bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex + (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    func skipSpace() { while index < bytes.endIndex, bytes[index] <= 0x20 { index += 1 } }
    skipSpace()
    guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "[") else { return nil }
    index += 1
    let start = index
    skipSpace()
    guard index < bytes.endIndex else { return nil }
    return bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "]") ? start : nil
  }

  mutating func next() -> ArraySlice<UInt8>? {
    guard !isDone else { return nil }
    skipSpace()
    guard position < bytes.endIndex else { return stop(isLast ? Self.endless : nil) }
    if bytes[position] == UInt8(ascii: "]") { return finish() }
    let start = position
    var scanner = ElementScanner()
    guard let end = scanner.end(in: bytes[start...]) else { return stop(Self.endless) }
    position = end
    if bytes[end] == UInt8(ascii: ",") { position += 1 }
    return bytes[start..<end]
  }

  private static let endless = "a list that never ends"

  private mutating func finish() -> ArraySlice<UInt8>? {
    hasEnded = true
    position += 1
    skipSpace()
    guard !isWrapped else {
      return stop(position < bytes.endIndex ? nil : "an object that never ends")
    }
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
