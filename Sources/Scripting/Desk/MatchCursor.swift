internal import Lua

/// Walks over the matches of a regular expression, which do not overlap; empty ones included.
struct MatchCursor {
  private let regex: Regex
  private let text: UnsafeBufferPointer<UInt8>
  private var position: Int
  /// Where an empty match ended: no other may be there.
  private var emptyEnd: Int?
  private var count = 0

  init(_ regex: Regex, _ text: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.regex = regex
    self.text = text
    position = start
    while position < text.count, text[position] & 0xC0 == 0x80 { position += 1 }
  }

  /// Goes on to the next match; the expression tells where it is.
  mutating func next(_ call: Call) throws(Fault) -> Bool {
    count += 1
    if count % 256 == 0, call.isExpired { throw Fault("the time limit was reached") }
    do throws(RegexFault) {
      return try advance(call)
    } catch {
      throw Fault(error)
    }
  }

  private mutating func advance(_ call: Call) throws(RegexFault) -> Bool {
    guard position <= text.count else { return false }
    if emptyEnd == position {
      emptyEnd = nil
      if try regex.find(in: text, from: position, mayBeEmpty: false, isExpired: { call.isExpired })
      {
        return take()
      }
      position += 1
      while position < text.count, text[position] & 0xC0 == 0x80 { position += 1 }
      guard position <= text.count else { return false }
    }
    guard try regex.find(in: text, from: position, isExpired: { call.isExpired }) else {
      position = text.count + 1
      return false
    }
    return take()
  }

  private mutating func take() -> Bool {
    guard let range = regex.range(of: 0) else { return false }
    // A lookbehind with `\K` may end before it began to look; never go back.
    position = max(position, range.upperBound)
    if range.isEmpty { emptyEnd = position }
    return true
  }
}
