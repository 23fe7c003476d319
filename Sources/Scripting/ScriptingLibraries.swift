internal import Lua
internal import SystemPCRE2

/// The C libraries that plugins go through, as they are at run time.
package enum ScriptingLibraries {
  package static var versions: [(name: String, version: String)] {
    [("Lua", LuaFaults.release), ("PCRE2", regexVersion)]
  }

  /// What is known to be wrong with the Lua at hand, a sentence each.
  package static var faultsOfLua: [String] { LuaFaults.found }

  /// Without the date that follows.
  private static var regexVersion: String {
    var words = [CChar](repeating: 0, count: 64)
    guard pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), &words) > 0 else { return "unknown" }
    return String(
      decoding: words.prefix { $0 != 0 && $0 != 0x20 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
