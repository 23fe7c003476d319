package import Document
internal import Lua

/// A file of specs written in Lua: a script that returns a list of tables.
package enum SpecScript {
  /// Runs the file in a sandbox of its own, within limits, and converts what it returns.
  /// - Parameter path: the file, as messages show it.
  package static func value(
    of source: [UInt8], path: String, plugin: String, limits: Limits = Limits()
  ) throws(PluginError) -> Value {
    let interpreter = Interpreter(limits: .init(seconds: limits.seconds, memory: limits.memory))
    let result: Result<Value, ConversionFault>
    do throws(ScriptError) {
      let chunk = try interpreter.load(source, name: path)
      result = try interpreter.call(chunk) { results in
        Result { () throws(ConversionFault) in
          try results[1].value(named: "specs", limits: .specs)
        }
      }
    } catch {
      throw PluginError(
        plugin: plugin, phase: "test", kind: PluginError.Kind(error.reason),
        message: error.message, file: path, line: error.line,
        sourceLine: error.line.flatMap { interpreter.line($0, of: path) })
    }
    do throws(ConversionFault) { return try result.get() } catch {
      throw PluginError(
        plugin: plugin, phase: "test", kind: .result, message: "\(error.path): \(error.problem)",
        file: path)
    }
  }
}

extension SpecScript {
  /// The line on which an element of the list that a file returns begins, counted from 0; nil where the source does not show it.
  package static func line(ofSpec number: Int, in source: [UInt8]) -> Int? {
    Outline(Chunk(source)).line(of: "\(number + 1)")
  }
}

extension ConversionLimits {
  /// Specs may hold whole articles.
  fileprivate static let specs = ConversionLimits(depth: 16, nodes: 200_000, bytes: 8 << 20)
}
