import Document
import Glibc

/// One of the standard streams, and what it can show.
struct Terminal: Sendable {
  let descriptor: Int32
  let isTerminal: Bool
  let hasColor: Bool

  enum ColorChoice: String { case auto, always, never }

  /// Colour where a terminal takes it, unless `NO_COLOR` is set or `TERM` is `dumb`; `CLICOLOR_FORCE` wants it anywhere.
  /// What the command line says comes before the environment.
  init(_ descriptor: Int32, color: ColorChoice = .auto) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
    switch color {
    case .always: hasColor = true
    case .never: hasColor = false
    case .auto:
      if Self.isSet("NO_COLOR") {
        hasColor = false
      } else if Self.isSet("CLICOLOR_FORCE"), Self.variable("CLICOLOR_FORCE") != "0" {
        hasColor = true
      } else {
        hasColor = isTerminal && !Self.isDumb
      }
    }
  }

  /// Whether lines can be drawn over.
  var canRedraw: Bool { isTerminal && !Self.isDumb }

  /// Columns of a line.
  var width: Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Writes as much as can be written; whoever looks away misses it.
  func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count > 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        } else if count == 0 || errno != EINTR {
          return
        }
      }
    }
  }

  private static var isDumb: Bool { variable("TERM") == "dumb" || !isSet("TERM") }

  private static func isSet(_ name: String) -> Bool {
    getenv(name).map { $0.pointee != 0 } ?? false
  }

  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

/// A way to set off words.
enum Style: String {
  case plain = ""
  case bold = "1"
  case faint = "2"
  case red = "1;31"
  case yellow = "1;33"
  case green = "32"
  case cyan = "36"
}

extension Terminal {
  func styled(_ text: String, _ style: Style) -> String {
    hasColor ? text.rendered(by: style.rawValue) : text
  }
}

extension String {
  /// With nothing in it that a terminal obeys: control characters and those that turn the direction of text are written
  /// out. Names of files and words of articles may hold any.
  var tamed: String {
    guard unicodeScalars.contains(where: Self.isWild) else { return self }
    var tamed = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": tamed += "\\n"
      case "\t": tamed += "\\t"
      case "\r": tamed += "\\r"
      case _ where Self.isWild(scalar): tamed += Self.escape(scalar)
      default: tamed.unicodeScalars.append(scalar)
      }
    }
    return tamed
  }

  /// With two spaces in place of each tab, which would be written out.
  var withTabsAsSpaces: String {
    split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "  ")
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return scalar.value < 0x80
      ? "\\x" + String(repeating: "0", count: 2 - digits.utf8.count) + digits : "\\u{\(digits)}"
  }

  /// Marks of direction have their place in texts, but not in names and messages.
  private static func isWild(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isTerminalHazard || scalar == "\u{200E}" || scalar == "\u{200F}"
  }
}
