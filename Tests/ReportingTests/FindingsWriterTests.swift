import Document
import Testing

@testable import Reporting

@Suite struct FindingsWriterTests {
  @Test func `JSON Lines are the outcomes as they came`() {
    Golden.expect(Sample.written(by: JSONLinesWriter()), in: "findings.jsonl")
  }

  @Test func `JSON is one array of the same outcomes`() throws {
    let written = Sample.written(by: JSONArrayWriter())
    Golden.expect(written, in: "findings.json")
    let outcomes = try JSONParser.parse(written).list ?? []
    let lines = Sample.written(by: JSONLinesWriter()).split(separator: 0x0A)
    #expect(try outcomes == lines.map { try JSONParser.parse($0) })
  }

  @Test func `JSON of no outcomes is an empty array`() throws {
    #expect(try JSONParser.parse(Sample.written(by: JSONArrayWriter(), [])) == [])
  }

  @Test func `CSV is one tidy table`() {
    Golden.expect(Sample.written(by: CSVWriter()), in: "findings.csv")
  }

  @Test func `every row of CSV has the columns of the header`() {
    let rows = CSV.rows(Sample.written(by: CSVWriter()))
    #expect(rows.count == 5)
    #expect(Set(rows.map(\.count)) == [21])
  }

  @Test func `a field named status leaves the plugin's own status its column`() {
    var plugin = Sample.plugins[0]
    plugin.fields[0].name = "status"
    let header = CSV.rows(Sample.written(by: CSVWriter(), plugins: [plugin], []))[0]
    #expect(header.suffix(4) == ["tone.status_", "tone.status", "tone.words", "tone.loud"])
  }

  @Test(arguments: [
    (Value.string("=1+1"), "'=1+1"), ("+49 40 1234", "'+49 40 1234"), ("-cmd", "'-cmd"),
    ("@SUM(A1)", "'@SUM(A1)"), (" =1", "' =1"), ("＝1", "'＝1"), ("\t=1", "\"'\t=1\""),
    ("-12.5", "-12.5"), (.number(-0.5), "-0.5"), (.integer(-3), "-3"), ("a,b", "\"a,b\""),
    ("say \"so\"", "\"say \"\"so\"\"\""), ("two\nlines", "\"two\nlines\""), (.null, ""),
    (.bool(true), "true"), (.list(["a", 1]), "\"[\"\"a\"\",1]\""), ("\u{1B}[2J", "␛[2J"),
    ("a\u{9B}31m", "a\u{FFFD}31m"), (.number(.nan), ""),
  ])
  func `a field of CSV is quoted where it must be and never a formula`(
    value: Value, field: String
  ) {
    var output: [UInt8] = []
    CSVField.append(value, to: &output)
    #expect(String(decoding: output, as: UTF8.self) == field)
  }

  @Test func `a summary for the terminal shows fields, bars and marked words`() {
    Golden.expect(Sample.written(by: TextWriter()), in: "findings.txt")
  }

  @Test func `colour comes only where it is asked for, and only ours`() {
    let colored = Sample.written(by: TextWriter(style: TextStyle(width: 80, hasColor: true)))
    Golden.expect(colored, in: "findings-color.txt")
    #expect(!Sample.written(by: TextWriter()).contains(0x1B))
  }

  @Test(arguments: [40, 60, 80, 132])
  func `no line is wider than the terminal`(width: Int) {
    let text = Sample.written(by: TextWriter(style: TextStyle(width: width)))
    for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
    }
  }
}

/// Reads CSV back, by RFC 4180.
enum CSV {
  static func rows(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if index < bytes.count, bytes[index] == byte {
          field.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isQuoted = true
      case UInt8(ascii: ","), UInt8(ascii: "\n"):
        row.append(String(decoding: field, as: UTF8.self))
        field = []
        if byte == UInt8(ascii: "\n") {
          rows.append(row)
          row = []
        }
      case UInt8(ascii: "\r"): break
      default: field.append(byte)
      }
    }
    return rows
  }
}
