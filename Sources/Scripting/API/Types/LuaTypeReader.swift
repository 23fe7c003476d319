/// Reads a type from the front of its notation.
struct LuaTypeReader {
  private var rest: Substring.UnicodeScalarView

  init(_ notation: String) { rest = notation[...].unicodeScalars }

  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return rest.isEmpty
    }
  }

  /// A union of alternatives, each perhaps with `?` or `[]` behind it.
  mutating func type() -> LuaType? {
    var types: [LuaType] = []
    repeat {
      guard let type = alternative() else { return nil }
      for type in type.alternatives where !types.contains(type) { types.append(type) }
    } while skip("|")
    return types.count == 1 ? types[0] : .union(types)
  }

  private mutating func alternative() -> LuaType? {
    guard var type = simple() else { return nil }
    while true {
      if skip("[]") {
        type = .list(type)
      } else if skip("?") {
        return .union(type.alternatives + [.named("nil")])
      } else {
        return type
      }
    }
  }

  private mutating func simple() -> LuaType? {
    skipSpace()
    if skip("(") {
      guard let type = type(), skip(")") else { return nil }
      return type
    }
    if skip("{") { return shape() }
    if skip("fun(") { return function() }
    if skip("table<") {
      guard let key = type(), skip(","), let value = type(), skip(">") else { return nil }
      return .map(key, value)
    }
    if rest.first == "\"" { return string() }
    if skip("...") { return .named("...") }
    let name = word()
    guard let first = name.unicodeScalars.first else { return nil }
    return ("0"..."9").contains(first) || first == "-" ? .literal(name) : .named(name)
  }

  private mutating func string() -> LuaType? {
    rest.removeFirst()
    guard let end = rest.firstIndex(of: "\"") else { return nil }
    let words = String(rest[..<end])
    rest = rest[rest.index(after: end)...]
    return .literal("\"\(words)\"")
  }

  private mutating func shape() -> LuaType? {
    guard let fields = fields(upTo: "}") else { return nil }
    return .shape(fields)
  }

  private mutating func function() -> LuaType? {
    guard let parameters = fields(upTo: ")") else { return nil }
    var results: [LuaType] = []
    if skip(":") {
      repeat {
        guard let result = type() else { return nil }
        results.append(result)
      } while skip(",")
    }
    return .function(LuaType.Function(parameters: parameters, results: results))
  }

  /// Names with their types, up to a closing mark.
  private mutating func fields(upTo end: String) -> [LuaType.Field]? {
    var fields: [LuaType.Field] = []
    if skip(end) { return fields }
    repeat {
      let name = skip("...") ? "..." : word()
      let isOptional = skip("?")
      guard !name.isEmpty, skip(":"), let type = type() else { return nil }
      fields.append(LuaType.Field(name: name, type: type, isOptional: isOptional))
    } while skip(",")
    return skip(end) ? fields : nil
  }

  private mutating func word() -> String {
    skipSpace()
    var word = ""
    while let scalar = rest.first,
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "_.-".unicodeScalars.contains(scalar)
    {
      word.unicodeScalars.append(scalar)
      rest.removeFirst()
    }
    return word
  }

  private mutating func skip(_ mark: String) -> Bool {
    skipSpace()
    guard rest.starts(with: mark.unicodeScalars) else { return false }
    rest = rest.dropFirst(mark.unicodeScalars.count)
    return true
  }

  private mutating func skipSpace() {
    while rest.first == " " { rest.removeFirst() }
  }
}
