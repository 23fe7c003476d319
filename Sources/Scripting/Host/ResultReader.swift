internal import Document
internal import Lua

/// Why a result is not what the plugin declared.
struct ResultFault: Error, Hashable {
  /// What the plugin's author reads: `result.rate: expected number, got string`.
  var message: String
  /// The key of the plugin's table that it is about.
  var path: String
  var remedy: String?
}

/// Reads what `analyze` returned, by the fields that the plugin declared.
struct ResultReader {
  private static let limits = ConversionLimits(depth: 16, nodes: 50_000, bytes: 1 << 20)

  private let declared: [FieldDescription]
  /// The fields' names as the script's interpreter has them.
  private let names: [Reference]

  init(_ declared: [FieldDescription], in interpreter: Interpreter) {
    self.declared = declared
    names = declared.map { field in interpreter.make { $0.push(field.name) } }
  }

  func read(_ result: Slot) -> Result<Fields, ResultFault> {
    Result { () throws(ResultFault) in try fields(of: result) }
  }

  private func fields(of result: Slot) throws(ResultFault) -> Fields {
    if result.isNil {
      guard !declared.isEmpty else { return Fields() }
      throw ResultFault(
        message: "result: expected a table with the declared fields, got nil", path: "analyze",
        remedy: "end analyze with: return { \(declared[0].name) = … }")
    }
    guard result.type == .table else {
      throw ResultFault(
        message: "result: expected a table, got \(result.typeName)", path: "analyze",
        remedy: "return { name = value }")
    }
    var fields = Fields()
    fields.reserveCapacity(declared.count)
    for (field, name) in zip(declared, names) {
      let read = result.member(name) { value in
        Result { () throws(ResultFault) in try self.value(value, of: field) }
      }
      if let value = try read.get() { fields.append(field.name, value) }
    }
    if fields.entries.count != result.entryCount { try refuseUndeclared(result) }
    return fields
  }

  private func value(_ value: Slot, of field: FieldDescription) throws(ResultFault) -> Value? {
    if value.isNil { return nil }
    switch field.type {
    case .integer:
      if let integer = value.integer { return .integer(integer) }
    case .number:
      if let number = value.number { return .number(try finite(number, field)) }
    case .boolean:
      if let bool = value.bool { return .bool(bool) }
    case .string:
      if value.type == .string { return try convert(value, field) }
    case .list, .map:
      if value.type == .table { return try shaped(value, field) }
    }
    throw mismatch(value, field)
  }

  private func finite(_ number: Double, _ field: FieldDescription) throws(ResultFault) -> Double {
    if number.isFinite { return number }
    let name = number.isNaN ? "nan" : number > 0 ? "inf" : "-inf"
    throw ResultFault(
      message: "result.\(field.name): expected a finite number, got \(name)", path: "analyze",
      remedy: "guard the division: n / math.max(1, total)")
  }

  private func shaped(_ table: Slot, _ field: FieldDescription) throws(ResultFault) -> Value {
    let value = try convert(table, field)
    if let shaped = field.type.read(value) { return shaped }
    throw ResultFault(
      message: "result.\(field.name): expected \(field.type.rawValue), got \(value.typeName)",
      path: "fields.\(field.name)",
      remedy: field.type == .list
        ? "a list has values alone; for names with values declare type = \"map\""
        : "give each value a name, or declare type = \"list\"")
  }

  private func convert(_ value: Slot, _ field: FieldDescription) throws(ResultFault) -> Value {
    do throws(ConversionFault) {
      return try value.value(named: "result.\(field.name)", limits: Self.limits)
    } catch {
      throw ResultFault(
        message: "\(error.path): \(error.problem)", path: "analyze",
        remedy: error.problem.hasPrefix("expected a value")
          ? "results hold strings, numbers, truth values, and lists and tables of them" : nil)
    }
  }

  private func mismatch(_ value: Slot, _ field: FieldDescription) -> ResultFault {
    let got =
      value.type == .number && field.type == .integer
      ? "number \(value.number ?? 0)" : value.typeName
    return ResultFault(
      message: "result.\(field.name): expected \(field.type.rawValue), got \(got)",
      path: "fields.\(field.name)",
      remedy: remedy(value, field))
  }
}

extension ResultReader {
  private func remedy(_ value: Slot, _ field: FieldDescription) -> String? {
    switch (field.type, value.type) {
    case (.integer, .number): ofFraction(value.number ?? 0)
    case (.integer, .table), (.number, .table):
      "give one number of it, such as #list, or declare type = \"list\" or \"map\""
    case (.string, .table):
      "write table.concat(list, \", \"), or declare type = \"list\" or \"map\""
    case (.boolean, .table): "write next(value) ~= nil, or declare type = \"list\" or \"map\""
    case (.integer, .string), (.number, .string):
      "write tonumber(…), or declare type = \"string\""
    case (.string, .integer), (.string, .number):
      "write tostring(…), or declare type = \"\(value.typeName)\""
    case (_, .boolean): "declare type = \"boolean\""
    case (.string, .object): "its words are value.text"
    case (.integer, .object), (.number, .object): "give one number of it, such as #value"
    case (.list, _): "write { value }"
    default: nil
    }
  }
}

extension ResultReader {
  /// What to do with a number that is no integer.
  private func ofFraction(_ number: Double) -> String {
    if number.isNaN { return "0/0 is no number; guard the division: n // math.max(1, total)" }
    if number.isInfinite {
      return "a number divided by 0 has no end; guard the division: n // math.max(1, total)"
    }
    if abs(number) >= 0x1p63 {
      return "it is too large for an integer; declare type = \"number\""
    }
    return "round it with math.floor or //, or declare type = \"number\""
  }
}

// MARK: Undeclared fields

extension ResultReader {
  private func refuseUndeclared(_ result: Slot) throws(ResultFault) {
    // Of many the least is told, so that the order in which Lua walks does not matter.
    var undeclared: String?
    var stray: String?
    result.forEachEntry { key, _ in
      guard key.type == .string, let bytes = key.unsafeBytes else {
        stray = stray ?? key.typeName
        return
      }
      if !declared.contains(where: { $0.name.utf8.elementsEqual(bytes) }) {
        let name = String(decoding: bytes.prefix(200), as: UTF8.self)
        undeclared = undeclared.map { min($0, name) } ?? name
      }
    }
    if let undeclared { throw self.undeclared(undeclared) }
    guard let stray else { return }
    throw ResultFault(
      message: "result: expected names as keys, got a key of type \(stray)", path: "analyze",
      remedy: "return { name = value }; a list goes into a field of type \"list\"")
  }

  private func undeclared(_ name: String) -> ResultFault {
    let near = Suggestions.like(name, among: declared.map(\.name))
    return ResultFault(
      message: "result.\(shown(name)): the field is not declared", path: "analyze",
      remedy: Suggestions.question(near)
        ?? "declare it: fields = { \(shown(name)) = { type = \"…\", merge = \"…\" } }")
  }

  /// A name as a path shows it: quoted where it is no plain name.
  private func shown(_ name: String) -> String { Names.isMember(name) ? name : quoted(name) }
}
