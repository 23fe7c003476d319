import Lua

@testable import Scripting

/// Sources of Lua, which our parser must judge as Lua itself does.
enum LuaSources {
  nonisolated(unsafe) private static let interpreter = Interpreter(
    limits: .init(seconds: 1, memory: 64 << 20))

  static func check(_ bytes: [UInt8]) {
    let chunk = Chunk(bytes)
    for fault in chunk.faults {
      precondition(fault.bytes.lowerBound <= bytes.count, "a fault behind the end")
      _ = chunk.position(of: fault.bytes.lowerBound)
    }
    let package = PluginPackage(path: "a.lua", main: bytes, isFolder: false) { _ in [] }
    _ = PluginHost.inspect(package, errors: [])
    guard !isBounded(chunk), let whole = try? interpreter.load(bytes, name: "a.lua") else { return }
    _ = whole
    precondition(chunk.faults.isEmpty, "Lua reads what has faults here: \(chunk.faults)")
  }

  /// Whether our own limits, which are not quite Lua's, ended the reading.
  private static func isBounded(_ chunk: Chunk) -> Bool {
    chunk.faults.contains { $0.message.hasPrefix("nested too") || $0.message.hasPrefix("too many") }
  }
}
