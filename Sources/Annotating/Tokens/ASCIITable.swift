/// What each ASCII character does in a text, one letter a character, so that the scanner's first question is one load.
///
/// `s` space, `n` line break, `w` small letter, `c` capital, `d` digit, `_` connector, `.` stop, `!` terminator,
/// `(` opener, `)` closer, `q` quotation mark, `-` dash, `,` other punctuation, `+` symbol, `#` and `@` as they
/// are, `x` control.
enum ASCIITable {
  private static let roles: StaticString = #"""
    xxxxxxxxxsnnnnxxxxxxxxxxxxxxxxxxs!q#+,,q(),+,-.,dddddddddd,,+++!\#
    @cccccccccccccccccccccccccc(,)+_qwwwwwwwwwwwwwwwwwwwwwwwwww(+)+x
    """#

  @inline(__always)
  static func role(_ byte: UInt8) -> UInt8 { roles.utf8Start[Int(byte)] }

  /// Bits of a word's bytes: 1 small letter, 2 capital, 4 digit, 8 connector; 0 ends the ASCII part of a word.
  private static let bits: StaticString = #"""
    0000000000000000000000000000000000000000000000004444444444000000\#
    0222222222222222222222222220000801111111111111111111111111100000\#
    0000000000000000000000000000000000000000000000000000000000000000\#
    0000000000000000000000000000000000000000000000000000000000000000
    """#

  @inline(__always)
  static func wordBits(_ byte: UInt8) -> UInt8 { bits.utf8Start[Int(byte)] & 0x0F }
}
