import Lua
import Testing

@Suite struct SpanTests {
  /// An interpreter with a global `words`, a sequence over two texts, the first item of which is in the second.
  private func interpreter() -> (Interpreter, SpanTable, Kind) {
    let interpreter = Interpreter()
    let table = SpanTable()
    table.setText(0, Array("one two".utf8))
    table.setText(1, Array("Head".utf8))
    let pairs: [UInt32] = [0, 4, 0, 3, 4, 7]
    pairs.withUnsafeBytes { table.setLayer(2, $0, inSecond: 1) }
    interpreter.use(table)
    let word = interpreter.define(
      KindDefinition(
        name: "word",
        fields: [
          .init("first", .value(0)), .init("last", .value(1)), .init("place", .value(2)),
          .init("own", .value(3)), .init("text", .spanText),
        ]))
    interpreter.setKind(ofItemsIn: 2, word)
    var sequence = KindDefinition(name: "words", fields: [], length: .value(2))
    sequence.isSequence = true
    let kind = interpreter.define(sequence)
    interpreter.define("words") { $0.push(Object(kind, generation: 1, 2, 0, 3)) }
    interpreter.define("tail") { $0.push(Object(kind, generation: 1, 2, 1, 1)) }
    interpreter.define("beyond") { $0.push(Object(kind, generation: 1, 2, 2, 9)) }
    return (interpreter, table, word)
  }

  @Test(
    arguments: [
      ("#words", .integer(3)), ("words[1].text", .string("Head")),
      ("words[3].text", .string("two")),
      ("words[3].first", .integer(5)), ("words[3].last", .integer(7)),
      ("words[1].place", .integer(1)), ("words[2].place", .integer(0)),
      ("words[3].own", .integer(2 << 32 | 2)), ("words[0]", .null), ("words[4]", .null),
      ("words[-1]", .null), ("words[1.5]", .null), ("words[2.0].text", .string("one")),
      ("#tail", .integer(1)), ("tail[1].text", .string("one")), ("tail[2]", .null),
      ("beyond[2]", .null), ("words[math.mininteger]", .null), ("words[math.maxinteger]", .null),
    ] as [(String, Tree)])
  func `a sequence shows its items`(expression: String, expected: Tree) throws {
    #expect(try interpreter().0.run("return \(expression)") == expected)
  }

  @Test func `items of an earlier generation are refused`() throws {
    let (interpreter, table, _) = interpreter()
    try interpreter.run("local kept = words[1] return nil")
    interpreter.define("kept") { pusher in pusher.pushTable() }
    try interpreter.run("kept.item = words[2]")
    #expect(try interpreter.run("return kept.item.text") == .string("one"))
    table.setText(0, [])
    #expect(try interpreter.run("return kept.item.text") == .string(""))
    interpreter.generation = 2
    for code in ["return kept.item.text", "return words[1]", "return #words"] {
      let error = #expect(throws: ScriptError.self) { try interpreter.run(code) }
      #expect(error?.message.hasSuffix("is from an earlier article") == true)
    }
  }
}
