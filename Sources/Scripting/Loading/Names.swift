/// What names of plugins and of what they declare look like.
enum Names {
  static let pluginRule = "lower-case letters, digits, '_' and '-', a letter first, at most 64"
  static let memberRule = "letters, digits and '_', a letter first, at most 64"

  static func isPlugin(_ name: String) -> Bool {
    hasShape(name) { isLower($0) || isDigit($0) || $0 == 0x5F || $0 == 0x2D }
      && isLower(name.first8)
  }

  /// A plugin's name, which may have the name of those who made it before it: `desk-team/hedges`.
  static func isQualified(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count <= 2 && parts.allSatisfy { isPlugin(String($0)) }
  }

  /// The last part of a plugin's name.
  static func last(_ name: String) -> String {
    name.split(separator: "/").last.map(String.init) ?? name
  }

  /// A name of a field, option, layer or resource, which Lua can write without quotes.
  static func isMember(_ name: String) -> Bool {
    hasShape(name) { isLower($0 | 0x20) || isDigit($0) || $0 == 0x5F }
      && isLower(name.first8 | 0x20)
  }

  /// A primary language tag: `en`, `yue`.
  static func isLanguage(_ tag: String) -> Bool {
    (2...3).contains(tag.utf8.count) && tag.utf8.allSatisfy(isLower)
  }

  /// A relative path that leads nowhere else.
  static func isInnerPath(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return path.utf8.count <= 200
      && path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
      && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }

  private static func hasShape(_ name: String, _ holds: (UInt8) -> Bool) -> Bool {
    (1...64).contains(name.utf8.count) && name.utf8.allSatisfy(holds)
  }

  private static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}

extension String {
  fileprivate var first8: UInt8 { utf8.first ?? 0 }
}

/// Words of a plugin as messages quote them: short, and without control characters.
func quoted(_ words: String) -> String {
  let shown = words.unicodeScalars.prefix(60).map { scalar in
    scalar.properties.generalCategory == .control ? "\u{FFFD}" : String(scalar)
  }
  return "\"\(shown.joined())\(words.unicodeScalars.count > 60 ? "…" : "")\""
}

/// What names of plugins look like, for those who make some.
package enum PluginNames {
  package static let rule = Names.pluginRule
  package static func isPlugin(_ name: String) -> Bool { Names.isPlugin(name) }
  /// Whether it is one, perhaps with the name of those who made it before it: `desk-team/hedges`.
  package static func isQualified(_ name: String) -> Bool { Names.isQualified(name) }
  /// The last part of a plugin's name, as its file is called.
  package static func last(_ name: String) -> String { Names.last(name) }
}
