import Document
import Testing

@Suite struct JSONParserTests {
  @Test(
    arguments: [
      ("null", Value.null), ("true", true), ("-0", 0), ("12", 12), ("1.5e3", 1500.0),
      ("9223372036854775807", .integer(.max)), ("9223372036854775808", 9_223_372_036_854_775_808.0),
      (#""a\u00e9\ud83d\ude00\n""#, "aé😀\n"), ("[]", []), ("[1,[2]]", [1, [2]]), ("{}", [:]),
      (#" { "a" : 1 , "b" : null } "#, ["a": 1, "b": .null]),
    ] as [(String, Value)])
  func `reads every kind of value`(json: String, expected: Value) throws {
    #expect(try JSONParser.parse(Array(json.utf8)) == expected)
  }

  @Test(arguments: [
    ("", 0, "expected a value, found the end"),
    ("[1,]", 3, "a comma too many before ']'"),
    ("{\"a\":1,}", 7, "a comma too many before '}'"),
    ("{'a':1}", 1, "expected a name in double quotes"),
    ("NaN", 0, "expected a value"),
    ("01", 2, "a number may not begin with 0"),
    ("1.", 2, "expected a digit after the point"),
    ("1e999", 0, "a number beyond the range of a double"),
    ("\"\\ud800\"", 7, "half of a surrogate pair"),
    ("\"a\tb\"", 2, "a control character in a string must be escaped"),
    ("\"abc", 0, "a string that never ends"),
    ("\"\\x\"", 1, "an unknown escape"),
    ("1 2", 2, "expected the end after one value"),
    ("[1 2]", 3, "expected ',' or ']'"),
  ])
  func `says what is wrong and where`(json: String, offset: Int, message: String) {
    #expect(throws: JSONParser.Fault(offset: offset, message: message)) {
      try JSONParser.parse(Array(json.utf8))
    }
  }

  @Test func `refuses bytes that are not UTF-8`() {
    #expect(throws: JSONParser.Fault(offset: 1, message: "invalid UTF-8 in a string")) {
      try JSONParser.parse([0x5B, 0x22, 0xFF, 0x22, 0x5D])
    }
  }

  @Test func `refuses nesting before the stack does`() {
    let deep = Array(repeating: UInt8(ascii: "["), count: 200_000)
    #expect(
      throws: JSONParser.Fault(offset: 512, message: "nested more than 512 levels deep")
    ) { try JSONParser.parse(deep) }
  }

  @Test func `of two members with one name the last wins, in the place of the first`() throws {
    let value = try JSONParser.parse(Array(#"{"a":1,"b":2,"a":3}"#.utf8))
    #expect(value == ["a": 3, "b": 2])
  }

  @Test func `reads back what the writer writes`() throws {
    let value: Value = [
      "text": "a \"quoted\" \\ line\nand a tab\t, \u{1B}[2J, \u{7F}, é, 😀",
      "list": [1, -2, 0.1, 1e300],
      "none": .null, "deep": ["yes": true, "no": false],
    ]
    var writer = JSONWriter()
    writer.value(value)
    #expect(try JSONParser.parse(writer.bytes) == value)
    #expect(!writer.bytes.contains { $0 < 0x20 || $0 == 0x7F })
  }

  @Test(arguments: [
    #"{"a":1,"x":[{"x":"]\"}"},2],"b":{"x":null,"c":3}}"#, #"{"a":1,"x":"}","b":{"c":3,"x":1.5}}"#,
    #"{"x":{},"a":1,"b":{"x":true,"c":3}}"#, #"{"a" : 1, "b": {"c": 3, "x" : -1e5 } }"#,
  ])
  func `members that are omitted leave no trace`(json: String) throws {
    let value = try JSONParser.parse(Array(json.utf8)[...], omitting: "x")
    #expect(value == ["a": 1, "b": ["c": 3]])
  }

  @Test(arguments: [
    ("0.1", 0.1), ("-0.0", -0.0), ("123456789.123456", 123456789.123456), ("-1.5e-7", -1.5e-7),
    ("0.30000000000000004", 0.1 + 0.2), ("4.35", 4.35), ("9007199254740.993", 9007199254740.993),
  ])
  func `numbers are read to the last bit`(json: String, number: Double) throws {
    let value = try JSONParser.parse(Array(json.utf8)).number
    #expect(value?.bitPattern == number.bitPattern)
  }

  @Test func `numbers that JSON has no digits for become null`() {
    var writer = JSONWriter()
    writer.value(.list([.number(.nan), .number(.infinity), .number(0.1)]))
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "[null,null,0.1]")
  }

  @Test func `numbers are written with the fewest digits that read back`() {
    var numbers = [
      0, -0.0, 1e-5, 1e-4, 1.00005, 0.1 + 0.2, 123_456_789.1234, 999_999_999.9999, 1e9, 1e16,
    ]
    numbers += stride(from: -20_000, through: 20_000, by: 7).map { Double($0) / 10_000 }
    numbers += stride(from: -300, through: 300, by: 1).map { Double($0) * 0.1 }
    for number in numbers {
      var writer = JSONWriter()
      writer.value(number)
      #expect(String(decoding: writer.bytes, as: UTF8.self) == number.description)
    }
  }

  @Test(arguments: [0, 7, -7, 10, 99, 100, Int.max, Int.min])
  func `integers are written digit by digit`(integer: Int) {
    var writer = JSONWriter()
    writer.beginArray()
    writer.value(integer)
    writer.value(TextRange(9, 10))
    writer.endArray()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "[\(integer),[9,10]]")
  }

  @Test func `characters are escaped wherever they stand`() throws {
    for odd in ["\"", "\\", "\n", "\u{1}", "\u{7F}", "\u{80}", "\u{9F}", "\u{A0}", "£", "é", "😀"] {
      for before in 0..<10 {
        let text = String(repeating: "x", count: before) + odd + "yz"
        var writer = JSONWriter()
        writer.value(text)
        #expect(try JSONParser.parse(writer.bytes) == .string(text))
        #expect(
          !String(decoding: writer.bytes, as: UTF8.self).unicodeScalars.contains { scalar in
            scalar.value < 0x20 || 0x7F..<0xA0 ~= scalar.value
          })
      }
    }
  }
}
