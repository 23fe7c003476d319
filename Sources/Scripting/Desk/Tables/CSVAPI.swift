internal import Lua

// `desk.csv`.

extension Session {
  var csvOwner: APIOwner {
    APIOwner(
      library: "desk.csv", doc: "Reads and writes tables with commas between their fields.",
      members: [
        APIMember(
          "decode",
          type: "fun(text: string, options?: { separator?: string, header?: boolean }): any[]",
          doc:
            "The rows of a table, lists of strings; with `header = true` tables by the names in the first row. The "
            + "separator is `,` unless told. A quotation mark that is not closed is an error that says where.",
          access: .method(decodeCSV)),
        APIMember(
          "encode", type: "fun(rows: any[][], options?: { separator?: string }): string",
          doc:
            "Rows of strings, numbers and truth values as a table; a field is quoted where it must be.",
          access: .method(encodeCSV)),
      ])
  }

  /// The longest table that is read, in bytes.
  private static let maximumCSV = 4 << 20

  private func decodeCSV(_ call: Call) throws(Fault) -> Int {
    try refuseOptions(of: call, 2, but: ["separator", "header"])
    let separator = try separator(call)
    let hasHeader = try flagOption("header", of: call, 2) ?? false
    let rows = try call.bytes(1) { (bytes) throws(Fault) in
      guard bytes.count <= Self.maximumCSV else {
        throw Fault("a table of more than \(Self.maximumCSV >> 20) MB")
      }
      do throws(CSV.Fault) {
        return try CSV.rows(bytes, separator: separator)
      } catch {
        throw Fault("line \(error.line): \(error.message)")
      }
    }
    if hasHeader, let names = rows.first {
      try push(rows.dropFirst(), named: names, on: call)
    } else {
      push(rows, on: call)
    }
    return 1
  }

  private func push(_ rows: [[ArraySlice<UInt8>]], on call: Call) {
    call.pushTable(elements: rows.count)
    for (number, row) in rows.enumerated() {
      call.pushTable(elements: row.count)
      for (index, field) in row.enumerated() {
        call.push(field)
        call.setElement(index + 1)
      }
      call.setElement(number + 1)
    }
  }

  private func push(
    _ rows: ArraySlice<[ArraySlice<UInt8>]>, named names: [ArraySlice<UInt8>], on call: Call
  ) throws(Fault) {
    let names = names.map { String(decoding: $0, as: UTF8.self) }
    if Set(names).count < names.count { throw Fault("two columns have one name") }
    call.pushTable(elements: rows.count)
    for (number, row) in rows.enumerated() {
      call.pushTable(members: row.count)
      for (name, field) in zip(names, row) {
        call.push(field)
        call.setMember(name)
      }
      call.setElement(number + 1)
    }
  }

  private func encodeCSV(_ call: Call) throws(Fault) -> Int {
    try refuseOptions(of: call, 2, but: ["separator"])
    let separator = try separator(call)
    let rows = try call.table(1)
    var text: [UInt8] = []
    for number in stride(from: 1, through: rows.count, by: 1) {
      let fault = rows.element(number) { row -> Fault? in
        guard row.type == .table else {
          return Fault("row \(number): expected a list, got \(row.typeName)")
        }
        return write(row, number, separator, to: &text)
      }
      if let fault { throw fault }
    }
    call.push(text[...])
    return 1
  }

  private func write(
    _ row: Slot, _ number: Int, _ separator: UInt8, to text: inout [UInt8]
  ) -> Fault? {
    for index in stride(from: 1, through: row.count, by: 1) {
      if index > 1 { text.append(separator) }
      let fault = row.element(index) { field -> Fault? in
        guard let bytes = field.fieldBytes else {
          return Fault(
            "row \(number), field \(index): expected a string, number or boolean, got \(field.typeName)"
          )
        }
        bytes.withUnsafeBufferPointer { CSV.write($0, separator: separator, to: &text) }
        return nil
      }
      if let fault { return fault }
    }
    text.append(UInt8(ascii: "\n"))
    return nil
  }

  private func separator(_ call: Call) throws(Fault) -> UInt8 {
    let word = try wordOption("separator", of: call, 2) ?? ","
    guard word.utf8.count == 1, let byte = word.utf8.first, byte != 34, byte != 10, byte != 13
    else { throw Fault("'separator' is one character of ASCII, such as \",\" or \"\\t\"") }
    return byte
  }

  /// A truth value in a table of options.
  func flagOption(_ name: String, of call: Call, _ argument: Int) throws(Fault) -> Bool? {
    guard !call[argument].isNil else { return nil }
    let result = try call.table(argument).member(name) { value -> Result<Bool?, Fault> in
      if value.isNil || value.bool != nil { return .success(value.bool) }
      return .failure(Fault("'\(name)': expected true or false, got \(value.typeName)"))
    }
    return try result.get()
  }
}

extension Slot {
  /// A value as a field of a table; nil for a table, a function or an object.
  fileprivate var fieldBytes: [UInt8]? {
    switch type {
    case .absent, .null: []
    case .boolean: Array("\(bool ?? false)".utf8)
    case .integer: Array("\(integer ?? 0)".utf8)
    case .number: Array("\(number ?? 0)".utf8)
    case .string: unsafeBytes.map(Array.init)
    default: nil
    }
  }
}
