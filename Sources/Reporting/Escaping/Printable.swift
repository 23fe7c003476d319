import Document

/// Makes text from anywhere harmless to print: what a terminal would obey becomes something to see.
///
/// Control characters become their pictures (`␛` for escape). C1 controls, which terminals take for the beginnings of
/// commands too, and controls of writing direction, which can show text in an order it does not have, become `�`.
enum Printable {
  /// What becomes of line ends and tabs.
  enum Spacing {
    case kept
    /// Runs of white space become one space.
    case folded
  }

  static func append(_ text: String, to output: inout [UInt8], spacing: Spacing = .folded) {
    var text = text
    text.withUTF8 { append($0, to: &output, spacing) }
  }

  static func string(_ text: String, spacing: Spacing = .folded) -> String {
    var output: [UInt8] = []
    append(text, to: &output, spacing: spacing)
    return String(decoding: output, as: UTF8.self)
  }

  /// Copies stretches that are harmless whole.
  private static func append(
    _ utf8: UnsafeBufferPointer<UInt8>, to output: inout [UInt8], _ spacing: Spacing
  ) {
    var start = 0
    var index = 0
    while index < utf8.count {
      guard let unsafe = Unsafe(at: index, of: utf8, spacing) else {
        index += 1
        continue
      }
      output.append(contentsOf: utf8[start..<index])
      unsafe.appendSubstitute(to: &output)
      index += unsafe.length
      start = index
    }
    output.append(contentsOf: utf8[start...])
  }

  /// A sequence of bytes that may not be printed as it is.
  private enum Unsafe {
    case control(UInt8)
    case space(Int)
    /// Of so many bytes.
    case invisible(Int)

    init?(at index: Int, of utf8: UnsafeBufferPointer<UInt8>, _ spacing: Spacing) {
      let byte = utf8[index]
      let next = index + 1 < utf8.count ? utf8[index + 1] : 0
      switch byte {
      case 0x09, 0x0A, 0x0D, 0x20:
        guard spacing == .folded else {
          guard byte == 0x0D else { return nil }
          self = .control(byte)
          return
        }
        let end = utf8[index...].firstIndex { !($0 == 0x20 || (0x09...0x0D).contains($0)) }
        let length = (end ?? utf8.count) - index
        if byte == 0x20 && length == 1 { return nil }
        self = .space(length)
      case 0..<0x20, 0x7F: self = .control(byte)
      case 0xC2 where (0x80...0x9F).contains(next): self = .invisible(2)
      case 0xE2:
        guard index + 2 < utf8.count, Self.isDirection(next, utf8[index + 2]) else { return nil }
        self = .invisible(3)
      default: return nil
      }
    }

    var length: Int {
      switch self {
      case .control: 1
      case .space(let length), .invisible(let length): length
      }
    }

    func appendSubstitute(to output: inout [UInt8]) {
      switch self {
      case .space: output.append(UInt8(ascii: " "))
      case .control(0x7F): output.append(contentsOf: "\u{2421}".utf8)
      case .control(let byte): output.append(contentsOf: [0xE2, 0x90, 0x80 + byte])
      case .invisible: output.append(contentsOf: "\u{FFFD}".utf8)
      }
    }

    /// Of a character of three bytes that begins with 0xE2.
    private static func isDirection(_ second: UInt8, _ third: UInt8) -> Bool {
      let value = 0x2000 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
      return Unicode.Scalar(value)?.isTerminalHazard ?? false
    }
  }
}
