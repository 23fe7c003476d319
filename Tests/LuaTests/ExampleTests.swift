import Glibc
import Lua
import Testing

/// The example on the documentation's first page is code that runs.
@Suite struct ExampleTests {
  @Test func `the example greets`() throws {
    var printed = ""
    func print(_ words: String) { printed = words }
    // The example begins.
    let interpreter = Interpreter(limits: .init(seconds: 1, memory: 16 << 20))
    interpreter.define("shout") { (call) throws(Fault) in
      call.push(try call.string(1).uppercased() + "!")
      return 1
    }
    let script = "return function(name) return shout('hello, ' .. name) end"
    let chunk = try interpreter.load(Array(script.utf8), name: "greeting.lua")
    let greet = try interpreter.call(chunk) { results in results[1].reference(in: interpreter) }
    let words = try interpreter.call(greet, arguments: { $0.push("Ada") }, read: { $0[1].string })
    print(words ?? "nothing")  // HELLO, ADA!
    // The example ends.
    #expect(printed == "HELLO, ADA!")
  }

  @Test func `the page shows what runs`() throws {
    let page = try lines(of: "../../Sources/Lua/Lua.docc/Lua.md")
    let test = try lines(of: "ExampleTests.swift")
    let shown = page.drop { $0 != "```swift" }.dropFirst().prefix { $0 != "```" }
    let run = test.drop { !$0.hasSuffix("// The example begins.") }.dropFirst()
      .prefix { !$0.hasSuffix("// The example ends.") }
    #expect(Array(shown) == run.map { String($0.dropFirst(4)) })
    #expect(shown.count == 10)
  }

  /// The lines of a file beside this one.
  private func lines(of file: String) throws -> [String] {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let opened = try #require(fopen("/\(folder)/\(file)", "r"))
    defer { fclose(opened) }
    var bytes: [UInt8] = []
    while case let byte = getc(opened), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }
}
