/// What of Lua's own library plugins can use, with types in LuaCATS notation.
enum StandardLibrary {
  /// By the name of the library; the globals go by the empty name.
  static let members: [String: [String: String]] = [
    "": [
      "assert": "fun(value: any, message?: any, ...: any): any",
      "collectgarbage": "fun(what: \"count\"): number",
      "error": "fun(message?: any, level?: integer)", "getmetatable": "fun(object: any): any",
      "ipairs": "fun(list: any): function, any, integer",
      "next": "fun(table: any, key?: any): any, any",
      "pairs": "fun(table: any): function, any, nil",
      "pcall": "fun(body: any, ...: any): boolean, any, ...", "print": "fun(...: any)",
      "rawequal": "fun(a: any, b: any): boolean", "rawget": "fun(table: table, key: any): any",
      "rawlen": "fun(value: any): integer",
      "rawset": "fun(table: table, key: any, value: any): table",
      "require": "fun(module: string): any", "select": "fun(first: any, ...: any): any, ...",
      "setmetatable": "fun(table: table, metatable: table | nil): any",
      "tonumber": "fun(value: any, base?: integer): number?", "tostring": "fun(value: any): string",
      "type":
        "fun(value: any): \"nil\" | \"boolean\" | \"number\" | \"string\" | \"table\" | \"function\" | \"thread\" | \"userdata\"",
      "xpcall": "fun(body: any, handler: any, ...: any): boolean, any, ...", "_G": "table",
      "_VERSION": "string",
    ],
    "string": [
      "byte": "fun(s: string | number, first?: integer, last?: integer): integer, ...",
      "char": "fun(...: integer): string",
      "find":
        "fun(s: string | number, pattern: string, from?: integer, plain?: any): integer?, integer?, ...",
      "format": "fun(format: string, ...: any): string",
      "gmatch": "fun(s: string | number, pattern: string, from?: integer): fun(): any",
      "gsub":
        "fun(s: string | number, pattern: string, replacement: any, limit?: integer): string, integer",
      "len": "fun(s: string | number): integer", "lower": "fun(s: string | number): string",
      "match": "fun(s: string | number, pattern: string, from?: integer): any, ...",
      "pack": "fun(format: string, ...: any): string", "packsize": "fun(format: string): integer",
      "rep": "fun(s: string | number, count: number, separator?: string): string",
      "reverse": "fun(s: string | number): string",
      "sub": "fun(s: string | number, first: number, last?: number): string",
      "unpack": "fun(format: string, s: string, from?: integer): any, ...",
      "upper": "fun(s: string | number): string",
    ],
    "table": [
      "concat":
        "fun(list: any, separator?: string | number, first?: integer, last?: integer): string",
      "insert": "fun(list: any, value: any, more?: any)",
      "move": "fun(from: any, first: integer, last: integer, to: integer, other?: any): any",
      "pack": "fun(...: any): any", "remove": "fun(list: any, position?: integer): any",
      "sort": "fun(list: any, before?: any)",
      "unpack": "fun(list: any, first?: integer, last?: integer): any, ...",
    ],
    "math": [
      "abs": "fun(x: number): number", "acos": "fun(x: number): number",
      "asin": "fun(x: number): number", "atan": "fun(y: number, x?: number): number",
      "ceil": "fun(x: number): integer", "cos": "fun(x: number): number",
      "deg": "fun(x: number): number", "exp": "fun(x: number): number",
      "floor": "fun(x: number): integer", "fmod": "fun(a: number, b: number): number",
      "huge": "number", "log": "fun(x: number, base?: number): number",
      "max": "fun(x: number, ...: number): number", "maxinteger": "integer",
      "min": "fun(x: number, ...: number): number", "mininteger": "integer",
      "modf": "fun(x: number): number, number", "pi": "number", "rad": "fun(x: number): number",
      "random": "fun(low?: integer, high?: integer): number", "sin": "fun(x: number): number",
      "sqrt": "fun(x: number): number", "tan": "fun(x: number): number",
      "tointeger": "fun(x: any): integer?", "type": "fun(x: any): \"integer\" | \"float\" | nil",
      "ult": "fun(a: integer, b: integer): boolean",
    ],
    "utf8": [
      "char": "fun(...: integer): string", "charpattern": "string",
      "codepoint": "fun(s: string, first?: integer, last?: integer, lax?: any): integer, ...",
      "codes": "fun(s: string, lax?: any): function, any, integer",
      "len": "fun(s: string, first?: integer, last?: integer, lax?: any): integer?, integer?",
      "offset": "fun(s: string, n: integer, from?: integer): integer?",
    ],
    "coroutine": [
      "close": "fun(coroutine: any): boolean, any", "create": "fun(body: any): any",
      "isyieldable": "fun(coroutine?: any): boolean",
      "resume": "fun(coroutine: any, ...: any): boolean, any, ...",
      "running": "fun(): any, boolean", "status": "fun(coroutine: any): string",
      "wrap": "fun(body: any): any", "yield": "fun(...: any): any, ...",
    ],
    "os": [
      "date": "fun(format: string | nil, time: integer): any",
      "difftime": "fun(a: number, b?: number): number",
      "time": "fun(date: table): integer",
    ],
  ]

  /// What to do about a name that a library lacks: the few that it has.
  static func list(of library: String) -> String? {
    guard let names = members[library]?.keys.sorted(), names.count <= 8 else { return nil }
    return "known are \(names.joined(separator: ", "))"
  }

  /// Functions that elsewhere ask a clock where they are given no time.
  static let clockless: Set = ["os.date", "os.time"]
  /// What to do without a clock.
  static let clockRemedy =
    "the article's own day is article.published, and desk.date reckons with days"

  /// Functions whose only effect is what they return.
  static let pure: Set<String> = [
    "string.byte", "string.char", "string.find", "string.format", "string.len", "string.lower",
    "string.match", "string.rep", "string.reverse", "string.sub", "string.upper", "table.concat",
    "table.unpack", "math.abs", "math.ceil", "math.floor", "math.max", "math.min", "math.sqrt",
    "utf8.char", "utf8.len", "desk.lower", "desk.upper", "desk.fold", "desk.words", "desk.stem",
    "desk.round", "desk.grouped",
  ]
}
