/// A quotation mark of a text, told by its glyph and by what stands on both sides of it.
struct QuotationMark {
  /// Marks that open and close each other.
  enum Family: UInt8 {
    case straight, curly, single, guillemet, singleGuillemet, corner, whiteCorner
  }

  /// `opening` and `closing` are told by glyph and place; `either` depends on what is open.
  enum Role: UInt8 { case opening, closing, either }

  var offset: Int
  var length: Int
  var family: Family
  var role: Role
  /// Whether a single closing mark can be nothing else; `workers’` could be a possessive.
  var isSure = true

  var end: Int { offset + length }
}

/// Finds the quotation marks of a text, in one pass over its bytes.
struct QuotationMarkScanner {
  let bytes: Bytes

  /// The marks of the text in their order; apostrophes are left out as far as their place tells.
  func marks() -> [QuotationMark] {
    var marks: [QuotationMark] = []
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      guard Self.mayBeginMark[Int(byte)] else {
        offset += 1
        continue
      }
      if let mark = mark(at: offset, byte) {
        marks.append(mark)
        offset = mark.end
      } else {
        offset += byte < 0x80 ? 1 : 2
      }
    }
    return marks
  }

  private static let mayBeginMark: [Bool] = (0..<256).map {
    [0x22, 0x27, 0x60, 0xC2, 0xE2, 0xE3].contains($0)
  }

  private func mark(at offset: Int, _ byte: UInt8) -> QuotationMark? {
    switch byte {
    case 0x22: return placed(offset, 1, .straight)
    case 0x27 where follows(offset, 0x27): return placed(offset, 2, .straight)
    case 0x60 where follows(offset, 0x60):
      return QuotationMark(offset: offset, length: 2, family: .straight, role: .opening)
    case 0x27: return single(offset, 1)
    case 0xC2 where follows(offset, 0xAB): return guillemet(offset, 2, .guillemet, pointsLeft: true)
    case 0xC2 where follows(offset, 0xBB):
      return guillemet(offset, 2, .guillemet, pointsLeft: false)
    case 0xE2 where follows(offset, 0x80) && offset + 2 < bytes.count:
      return general(offset, bytes[offset + 2])
    case 0xE3 where follows(offset, 0x80) && offset + 2 < bytes.count:
      return corner(offset, bytes[offset + 2])
    default: return nil
    }
  }

  /// Marks of the block General Punctuation.
  private func general(_ offset: Int, _ last: UInt8) -> QuotationMark? {
    switch last {
    case 0x98, 0x99, 0x9A: return single(offset, 3)
    case 0x9C, 0x9D, 0x9E, 0x9F: return curly(offset, last)
    case 0xB9: return guillemet(offset, 3, .singleGuillemet, pointsLeft: true)
    case 0xBA: return guillemet(offset, 3, .singleGuillemet, pointsLeft: false)
    default: return nil
    }
  }

  private func corner(_ offset: Int, _ last: UInt8) -> QuotationMark? {
    guard last >= 0x8C && last <= 0x8F else { return nil }
    return QuotationMark(
      offset: offset, length: 3, family: last < 0x8E ? .corner : .whiteCorner,
      role: last & 1 == 0 ? .opening : .closing)
  }

  private func placed(
    _ offset: Int, _ length: Int, _ family: QuotationMark.Family
  ) -> QuotationMark {
    QuotationMark(
      offset: offset, length: length, family: family, role: role(offset, offset + length))
  }

  /// “ opens in English and closes in German; ” closes, and in Swedish opens too.
  private func curly(_ offset: Int, _ last: UInt8) -> QuotationMark {
    var mark = placed(offset, 3, .curly)
    switch last {
    case 0x9E, 0x9F: mark.role = .opening
    case 0x9C: mark.role = mark.role == .closing ? .either : .opening
    default: mark.role = mark.role == .opening ? .either : .closing
    }
    return mark
  }

  /// «French» and « French », and »German«.
  private func guillemet(
    _ offset: Int, _ length: Int, _ family: QuotationMark.Family, pointsLeft: Bool
  ) -> QuotationMark {
    var mark = placed(offset, length, family)
    if mark.role == .either { mark.role = pointsLeft ? .opening : .closing }
    return mark
  }

  /// A single mark, unless it is an apostrophe inside a word or before an elided one.
  private func single(_ offset: Int, _ length: Int) -> QuotationMark? {
    let end = offset + length
    let glyph = length == 1 ? 0x27 : bytes[offset + 2]
    let wordBefore = offset > 0 && bytes[offset - 1].isWordByte
    let wordAfter = end < bytes.count && bytes[end].isWordByte
    if wordBefore && wordAfter && !endsMark(before: offset) { return nil }
    var mark = placed(offset, length, .single)
    switch glyph {
    case 0x9A: mark.role = .opening
    case 0x98: mark.role = mark.role == .closing ? .either : .opening
    case 0x99: mark.role = .closing
    default: break
    }
    if mark.role != .closing && beginsElision(at: end) { return nil }
    if mark.role == .closing && offset == 0 { return nil }
    mark.isSure = !(wordBefore && mayEndPossessive(before: offset, next: end))
    return mark
  }

  /// The role that the neighbours give a mark that looks the same on both sides.
  private func role(_ start: Int, _ end: Int) -> QuotationMark.Role {
    let before = opensSpace(before: start)
    let after = closesSpace(after: end)
    return before == after ? .either : before ? .opening : .closing
  }

  private func follows(_ offset: Int, _ byte: UInt8) -> Bool {
    offset + 1 < bytes.count && bytes[offset + 1] == byte
  }
}

extension QuotationMarkScanner {
  /// Whether what stands before an offset leaves room for an opening mark.
  private func opensSpace(before offset: Int) -> Bool {
    guard offset > 0 else { return true }
    switch bytes[offset - 1] {
    case 0x09...0x0D, 0x20, UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): return true
    case 0xA0: return offset > 1 && bytes[offset - 2] == 0xC2
    case 0x22, 0x27: return offset == 1 || bytes[offset - 2] <= 0x20
    case 0x80...0xBF:
      guard offset > 2, bytes[offset - 3] == 0xE2, bytes[offset - 2] == 0x80 else { return false }
      // Thin and narrow spaces, and marks that open.
      return [0x89, 0xAF, 0x98, 0x9A, 0x9C, 0x9E, 0xB9].contains(bytes[offset - 1])
    default: return false
    }
  }

  /// Whether what stands at an offset leaves room for a closing mark.
  private func closesSpace(after offset: Int) -> Bool {
    guard offset < bytes.count else { return true }
    switch bytes[offset] {
    case 0x09...0x0D, 0x20: return true
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: "}"), UInt8(ascii: "-"):
      return true
    case 0x22, 0x27: return offset + 1 == bytes.count || bytes[offset + 1] <= 0x20
    case 0xC2: return follows(offset, 0xA0)
    case 0xE2:
      guard follows(offset, 0x80), offset + 2 < bytes.count else { return false }
      // Thin and narrow spaces, dashes, the ellipsis, and marks that close.
      return [0x89, 0xAF, 0x93, 0x94, 0x95, 0xA6, 0x99, 0x9D, 0xBA].contains(bytes[offset + 2])
    default: return false
    }
  }

  /// Whether the word byte before an offset is the end of another mark or dash.
  private func endsMark(before offset: Int) -> Bool {
    offset > 2 && bytes[offset - 3] == 0xE2 && bytes[offset - 2] == 0x80
  }

  /// `'em`, `'til`, `'90s`: words that begin with an apostrophe.
  private func beginsElision(at offset: Int) -> Bool {
    var end = offset
    while end < bytes.count, end - offset < 6, bytes[end].isWordByte { end += 1 }
    let word = bytes[offset..<end].map { $0 | 0x20 }
    if let first = word.first, first >= 0x30 && first <= 0x39 {
      return word.count >= 2 && word.count <= 3
    }
    return Self.elisions.contains(word)
  }

  private static let elisions: Set<[UInt8]> = Set(
    ["em", "til", "till", "tis", "twas", "cause", "cos", "n", "round", "bout", "nuff", "s", "t"]
      .map { Array($0.utf8) })

  /// `workers’ rights`: a closing single mark after an s before a word in lower case.
  private func mayEndPossessive(before offset: Int, next: Int) -> Bool {
    let last = bytes[offset - 1] | 0x20
    guard last == UInt8(ascii: "s") || last == UInt8(ascii: "z") || last == UInt8(ascii: "x")
    else { return false }
    return next + 1 < bytes.count && bytes[next] == 0x20 && bytes[next + 1].isWordByte
  }
}

extension UInt8 {
  /// A letter or digit of ASCII, or a byte of a character beyond it.
  var isWordByte: Bool {
    (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A || self >= 0x30 && self <= 0x39 || self >= 0x80
  }
}
