import Document
import Lua
import Testing

@testable import Scripting

/// Lines of Lua with what they print behind `-->`, as the reference and the pages for authors have them.
struct LuaExample {
  /// As it is written.
  let lines: [String]

  init(_ code: String) {
    lines = code.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// What it is to print, a line each.
  var expected: [String] { lines.compactMap { Self.parts($0).output } }

  /// Its code, in which expressions are shown that have an output behind them.
  var program: String {
    lines.map { line in
      let (code, output) = Self.parts(line)
      return output != nil && Self.isExpression(code) ? "show(\(code))" : code
    }.joined(separator: "\n")
  }

  /// The same with other outputs, in order.
  func printing(_ outputs: [String]) -> [String] {
    var rest = outputs[...]
    return lines.map { line in
      guard let mark = line.firstRange(of: "--> ") ?? line.firstRange(of: "-->") else {
        return line
      }
      let output = rest.popFirst() ?? "?"
      return line[..<mark.lowerBound] + "--> " + output
    }
  }

  private static func parts(_ line: String) -> (code: String, output: String?) {
    guard let mark = line.firstRange(of: "-->") else { return (line, nil) }
    let output = line[mark.upperBound...]
    return (String(line[..<mark.lowerBound]), String(output.drop { $0 == " " }))
  }

  private static func isExpression(_ code: String) -> Bool {
    guard code.contains(where: { $0 != " " }) else { return false }
    return (try? Interpreter().load(Array("return \(code)".utf8), name: "line")) != nil
  }

  /// Shows values as Lua writes them, tables with what is in them.
  static let show = #"""
    local function shown(value)
      if type(value) == "string" then return '"' .. value .. '"' end
      if type(value) ~= "table" then return tostring(value) end
      local parts, length = {}, #value
      for i = 1, length do parts[i] = shown(value[i]) end
      for key, member in pairs(value) do
        if math.type(key) ~= "integer" or key < 1 or key > length then
          local name = type(key) == "string" and key:match("^[%a_][%w_]*$")
          parts[#parts + 1] = (name or "[" .. shown(key) .. "]") .. " = " .. shown(member)
        end
      end
      return #parts == 0 and "{}" or "{ " .. table.concat(parts, ", ") .. " }"
    end
    local function words(...)
      local parts = {}
      for i = 1, select("#", ...) do
        local value = select(i, ...)
        parts[i] = type(value) == "string" and value or shown(value)
      end
      return table.concat(parts, ", ")
    end
    """#
}
