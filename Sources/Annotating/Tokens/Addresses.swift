import Document

// Web addresses, e-mail, hashtags and handles.

extension Tokenizer {
  /// Adds the URL that begins at `offset` and whose scheme has been read.
  mutating func finishURL(from start: Int) {
    emit(.url, to: endOfAddress(from: start))
  }

  /// The end of a web address: up to white space or a mark that none holds, without the punctuation of the sentence
  /// around it.
  private func endOfAddress(from start: Int) -> Int {
    var end = start
    var depth = 0
    while end < bytes.count {
      let byte = bytes[end]
      if byte >= 0x80 {
        let scalar = bytes.scalar(at: end)
        guard Tokenizer.wordBits(scalar.characterClass) != 0 else { break }
        end += scalar.length
        continue
      }
      if byte <= 0x20 || "\"<>`{}|\\^".utf8.contains(byte) { break }
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth < 0 { break }
      end += 1
    }
    while end > start, ".,;:!?'*]".utf8.contains(bytes[end - 1]) { end -= 1 }
    if end > start, depth > 0, bytes[end - 1] == UInt8(ascii: "(") { end -= 1 }
    return end
  }

  /// Adds a domain without a scheme, `www.example.org/path`, if the word up to a stop begins one.
  mutating func finishDomain(_ stop: Int) -> Bool {
    var end = stop
    var label = offset
    var labels = 1
    while end < bytes.count, end - offset < 255, bytes[end] == UInt8(ascii: "."),
      isLabel(at: end + 1)
    {
      label = end + 1
      labels += 1
      end = endOfLabel(from: label)
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: "@") { return false }
    let hasPath = end < bytes.count && bytes[end] == UInt8(ascii: "/") && continues(at: end + 1)
    let isWeb = bytes.has("www.", at: offset) || hasPath
    guard
      TopLevelDomains.holds(bytes, label..<end, surely: !isWeb && labels == 2)
        || bytes.has("www.", at: offset)
    else { return false }
    emit(.url, to: hasPath ? endOfAddress(from: end) : end)
    return true
  }

  private func isLabel(at offset: Int) -> Bool {
    offset < bytes.count && ASCIITable.wordBits(bytes[offset]) & 7 != 0
  }

  private func endOfLabel(from start: Int) -> Int {
    var end = start
    while end < bytes.count, ASCIITable.wordBits(bytes[end]) & 7 != 0 || isHyphen(at: end) {
      end += 1
    }
    return end
  }

  private func isHyphen(at offset: Int) -> Bool {
    bytes[offset] == UInt8(ascii: "-") && isLabel(at: offset + 1)
  }

  /// Adds the e-mail address around an `@`, taking back the tokens that are its local part.
  mutating func finishEmail(at sign: Int) -> Bool {
    guard isLabel(at: sign + 1) else { return false }
    var end = endOfLabel(from: sign + 1)
    var hasStop = false
    while end < bytes.count, bytes[end] == UInt8(ascii: "."), isLabel(at: end + 1) {
      hasStop = true
      end = endOfLabel(from: end + 1)
    }
    guard hasStop else { return false }
    let start = startOfMailbox(before: sign)
    if start < offset { retract(to: start) }
    emit(.email, to: end)
    return true
  }

  /// The start of the local part before an `@`: at most 64 bytes (RFC 5321) of letters, digits and `._%+-`.
  private func startOfMailbox(before sign: Int) -> Int {
    var start = sign
    while start > 0, sign - start < 64, isMailbox(bytes[start - 1]) { start -= 1 }
    while start < offset, !tokens.begins(at: start) { start += 1 }
    return start
  }

  private func isMailbox(_ byte: UInt8) -> Bool {
    byte < 0x80 && (ASCIITable.wordBits(byte) != 0 || "._%+-".utf8.contains(byte))
  }

  /// Adds `#word` or `@name` where no word comes before it.
  mutating func scanTag(_ kind: TokenKind) -> Bool {
    let start = offset + 1
    guard !(isAttached && tokens.lastKind == .word) else { return false }
    var end = start
    var hasLetter = false
    while continues(at: end) {
      hasLetter = hasLetter || bytes[end] &- 0x30 >= 10
      end += bytes.scalar(at: end).length
    }
    guard hasLetter else { return false }
    emit(kind, to: end)
    return true
  }
}

/// The last labels of domain names that news prints.
enum TopLevelDomains {
  /// Those that are no words, so that one stop before them is proof enough.
  private static let sure = WordTable([
    (
      .closing,
      """
      com org net edu gov mil int info biz co io tv uk de fr eu ca au nz ie jp cn kr tw hk sg ru ua pl cz se fi \
      dk nl ch li lu pt gr tr il ae za br mx ar cl ve qa ir pk bd lk th vn ph kz uz ge az by lt lv ee hu ro bg rs \
      hr si sk mk ng ke gh tz ug et ma dz tn ly eg jo lb sy iq sa kw om bh ye
      """
    )
  ])
  /// Those that are words too: "too much pepper.no place to sit".
  private static let doubtful = WordTable([
    (.closing, "is it in at to so me us be am no es my id do re name news app ai")
  ])

  /// Those that are written with a capital too, "Newswire.Com"; others, "end.In", are more likely a missing space.
  private static func isCommon(_ bytes: Bytes, _ label: Range<Int>) -> Bool {
    label.count == 3
      && ["Com", "Org", "Net"].contains(String(decoding: bytes[label], as: UTF8.self))
  }

  /// - Parameter surely: whether one stop is all that says it is a domain.
  static func holds(_ bytes: Bytes, _ label: Range<Int>, surely: Bool) -> Bool {
    guard bytes[label.lowerBound] & 0x20 != 0 || isCommon(bytes, label) else { return false }
    if !sure.traits(of: bytes, label).isEmpty { return true }
    return !surely && !doubtful.traits(of: bytes, label).isEmpty
  }
}
