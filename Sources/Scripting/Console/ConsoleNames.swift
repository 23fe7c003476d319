internal import Document
internal import Lua

/// The names of a console: what a line can use without having said what it is, and what earlier lines have assigned.
final class ConsoleNames {
  /// Behind the table stand the globals of the sandbox, which cannot be changed.
  private static let source = """
    local describe = ...
    local names = {}
    local function walk(library, prefix)
      names[library] = prefix
      for name, member in pairs(library) do
        local path = prefix .. "." .. name
        if type(member) == "table" then walk(member, path) else names[member] = path end
      end
    end
    local environment = setmetatable({}, { __index = _G })
    function environment.describe(value)
      if names[desk] == nil then walk(desk, "desk") end
      describe(value, names[value])
    end
    return environment,
      function(name, value) environment[name] = value end,
      function(object, member) return object[member] end
    """

  private let environment: Reference
  private let assign: Reference
  /// Reads a member of a value as a script would.
  let reader: Reference
  private let described: Described

  /// What `describe` was asked for since it was last looked.
  private final class Described {
    var names: [String] = []
  }

  init(_ sandbox: Sandbox) {
    let interpreter = sandbox.interpreter
    let described = Described()
    let describe = interpreter.function("describe") { [unowned session = sandbox.session] (call) in
      described.names.append(Self.subject(of: call, session))
      return 0
    }
    self.described = described
    do throws(ScriptError) {
      let chunk = try interpreter.load(Array(Self.source.utf8), name: "console")
      let values = try interpreter.call(
        chunk, results: 3, arguments: { $0.push(describe) },
        read: { results in (1...3).map { results[$0].reference(in: interpreter) } })
      (environment, assign, reader) = (values[0], values[1], values[2])
    } catch {
      preconditionFailure("the console: \(error.located)")
    }
  }

  /// The names that lines have asked about since this was last looked at.
  func takeDescribed() -> [String] {
    defer { described.names = [] }
    return described.names
  }

  /// What the reference calls a value: a section, or an entry by its path.
  private static func subject(of call: Call, _ session: Session) -> String {
    if let path = call[2].string { return path }
    let value = call[1]
    if let name = value.string { return name }
    guard let object = value.object else { return value.typeName }
    // Of a layer its items are of interest.
    if object.isOf(session.kinds[.sequence]), session.galley.layers.indices.contains(object.first),
      let layer = session.galley.layers[object.first]
    {
      return layer.kind.className
    }
    return session.owner(of: object)?.title ?? value.typeName
  }

  // MARK: Names

  /// `ctx`, and of a plugin what its `setup` made and its functions.
  func setBasics(_ sandbox: Sandbox) {
    set("ctx", sandbox.context, sandbox)
    if let state = sandbox.state { set("state", state, sandbox) }
    let functions = sandbox.functions
    let named = [
      ("setup", functions.setup), ("match", functions.match), ("analyze", functions.analyze),
    ]
    guard named.contains(where: { $0.1 != nil }) else { return }
    let plugin = sandbox.interpreter.make { pusher in
      pusher.pushTable()
      for case (let name, let function?) in named {
        pusher.push(function)
        pusher.setMember(name)
      }
    }
    set("plugin", plugin, sandbox)
  }

  func setArticle(_ sandbox: Sandbox) {
    let session = sandbox.session
    let article = sandbox.interpreter.make {
      $0.push(Object(session.kinds[.article], generation: session.generation))
    }
    set("article", article, sandbox)
  }

  private func set(_ name: String, _ value: Reference, _ sandbox: Sandbox) {
    try? sandbox.interpreter.call(assign) {
      $0.push(name)
      $0.push(value)
    }
  }

  /// Compiles a line that sees these names.
  func load(_ text: String, in interpreter: Interpreter) throws(ScriptError) -> Reference {
    let function = try interpreter.load(Array(text.utf8), name: Console.chunkName)
    interpreter.setEnvironment(of: function, to: environment)
    return function
  }

  // MARK: Members

  /// The names that can follow a value, or that a line can begin with.
  /// - Parameter owner: an expression of names and indices alone; nil for the line itself.
  func members(of owner: String?, in sandbox: Sandbox) -> [String] {
    let interpreter = sandbox.interpreter
    guard let owner else {
      let globals = ["_G"].flatMap { members(of: $0, in: sandbox) }
      let own = interpreter.with(environment) { Self.keys(of: $0) }
      return Set(globals + own + Self.keywords).sorted()
    }
    let session = sandbox.session
    let found: [String]? = try? interpreter.call(load("return " + owner, in: interpreter)) {
      results in
      let value = results[1]
      if let object = value.object { return Self.members(of: object, session) }
      guard value.type == .string else { return Self.keys(of: value) }
      return []
    }
    if let found, !found.isEmpty { return found.sorted() }
    // A locked library reads through to another table; strings have methods.
    let code =
      "local t = \(owner) if type(t) == 'string' then t = string end local names = {} "
      + "for name in pairs(t) do names[#names + 1] = name end return names"
    let names: [String]? = try? interpreter.call(load(code, in: interpreter)) { results in
      (1...max(1, results[1].count)).compactMap { results[1].element($0) { $0.string } }
    }
    return (names ?? []).sorted()
  }

  private static func keys(of value: Slot) -> [String] {
    var names: [String] = []
    value.forEachEntry { key, _ in
      if names.count < 1_000, let name = key.string { names.append(name) }
    }
    return names
  }

  private static func members(of object: Object, _ session: Session) -> [String] {
    session.owner(of: object)?.members.map(\.name) ?? []
  }

  private static let keywords = [
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "if", "in", "local",
    "nil", "not", "or", "repeat", "return", "then", "true", "until", "while",
  ]
}

/// The name at the end of a line, and what it is a member of.
struct ConsoleCompletion {
  /// What stands before the name, separators included.
  private let before: String
  /// The expression that the name is a member of; nil where it stands alone.
  let owner: String?
  let prefix: String

  /// Nil where no name can stand, such as in a string.
  init?(_ text: String) {
    let quotes = text.filter { $0 == "\"" || $0 == "'" }.count
    guard quotes % 2 == 0 else { return nil }
    let name = text.reversed().prefix { Self.isOfName($0) }.reversed()
    prefix = String(name)
    before = String(text.dropLast(name.count))
    guard let mark = before.last, mark == "." || mark == ":" else {
      owner = nil
      return
    }
    let chain = before.dropLast().reversed().prefix { Self.isOfName($0) || ".[]".contains($0) }
    owner = String(chain.reversed())
    guard let owner, let first = owner.first, !first.isNumber, first != ".", first != "[" else {
      return nil
    }
  }

  private static func isOfName(_ character: Character) -> Bool {
    character == "_" || (character.isASCII && (character.isLetter || character.isNumber))
  }

  func line(with name: String) -> String { before + name }
}
