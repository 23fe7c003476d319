/// Which Lua this is, and which of its known faults it has.
package enum LuaFaults {
  /// The release of the library that runs: `5.4.4`.
  package static var release: String {
    String(Interpreter.release.dropFirst("Lua ".count))
  }

  /// The faults of this Lua, a sentence each. Wrong results are looked for by scripts; what would bring the process down is
  /// told by the release (the list of bugs at lua.org).
  package static var found: [String] {
    var found = miscompilations.filter { !runsRight($0.script) }.map(\.words)
    let number = release.split(separator: ".").compactMap { Int($0) }
    guard number.count == 3, number[0] == 5, number[1] == 4 else { return found }
    found += crashes.filter { number[2] < $0.mended }.map(\.words)
    return found
  }

  /// Scripts that return true where Lua is right.
  private static let miscompilations: [(words: String, script: String)] = [
    (
      "1 ~ (2 or 3) gives a wrong number in functions of more than 256 constants",
      "local t = {\((1...300).map { "\($0).5" }.joined(separator: ","))}\n"
        + "return (1 ~ (2 or 3)) == 3"
    ),
    (
      "break leaves the value to be closed of a for loop open where a closure holds the loop's variable",
      """
      local closed = false
      local guard = setmetatable({}, { __close = function() closed = true end })
      for k in next, { 1 }, nil, guard do local function f() return k end break end
      return closed
      """
    ),
    (
      "_ENV[1 < 2] takes something else for the environment where that is not the function's own",
      "local _ENV = { [true] = 1 }\nlocal function read() return _ENV[1 < 2] end\nreturn read() == 1"
    ),
  ]

  /// What is memory corruption or a crash, and the 5.4 release that has it no more.
  private static let crashes: [(mended: Int, words: String)] = [
    (5, "a __concat that grows the stack makes Lua use memory that it has freed"),
    (7, "an error after very many chained field accesses overflows the C stack"),
  ]

  private static func runsRight(_ script: String) -> Bool {
    let interpreter = Interpreter()
    guard let chunk = try? interpreter.load(Array(script.utf8), name: "fault.lua") else {
      return false
    }
    return (try? interpreter.call(chunk) { $0[1].bool }) == true
  }
}
