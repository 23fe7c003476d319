/// Finds the modules that a source requires by literal names: `require "words"`, `require("words")`.
///
/// Modules can be large, such as word lists, so that their tokens are read and no tree is made of them.
enum RequiredModules {
  static func names(in source: [UInt8]) -> [String] {
    source.withUnsafeBufferPointer { buffer in
      var lexer = Lexer(buffer)
      var names: [String] = []
      var token = lexer.next()
      while token.kind != .end {
        let isRequire = token.kind == .name && buffer[token.bytes].elementsEqual("require".utf8)
        token = lexer.next()
        guard isRequire else { continue }
        if token.kind == .symbol(.openParenthesis) { token = lexer.next() }
        if token.kind == .string {
          names.append(LuaString.value(of: Array(buffer[token.bytes])[...]))
        }
      }
      return names
    }
  }
}
