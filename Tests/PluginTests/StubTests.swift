import Document
import Lua
import Testing

@testable import Scripting

/// The types for editors are those that names have at run time, and no name is missing on either side.
@Suite struct StubTests {
  private let stubs = Stubs(PluginAPI.stubs)

  /// An object of each class, as a plugin comes by it.
  private static let objects: KeyValuePairs = [
    "Article": "article", "Context": "ctx", "Span": "article:slice(1, 3)",
    "Paragraph": "article.paragraphs[1]", "Sentence": "article.sentences[1]",
    "Token": "article.tokens[1]", "Quotation": "article.quoted[1]", "Quote": "article.quotes[1]",
    "Entity": "article.entities[2]", "Amount": "article.amounts[1]", "Date": "article.dates[1]",
    "Link": "article.links[1]", "Scope": "article.scopes[1]",
    "Annotation": "article:layer(\"first.mark\")[1]", "Lexicon": "lexicon",
    "Hit": "lexicon:hits(article)()", "Find": "lexicon:hits(\"the\")()",
    "Regex": "desk.regex(\"the\")", "Pattern": "desk.lpeg.P(\"the\")",
    "CivilDate": "desk.date(\"2025-03-04\")",
    "Counter": "desk.counter()", "Set": "desk.set()", "Dateline": "article.dateline",
    "Match": "desk.regex(\"the\"):find(article)",
    "Summary": "desk.stats.summary({ 1, 2, 4 })",
    "Tally": "desk.tally.of({ \"fees\" })",
    "TallyTerm": "desk.tally.top(desk.tally.of({ \"fees\" }))[1]",
    "Contrast":
      "desk.tally.contrast(desk.tally.of({ a = 9, b = 1 }), desk.tally.of({ b = 9 }), { z = 0 })[1]",
    "Readability": "desk.text.readability(article)",
  ]

  @Test func `every annotation can be read`() {
    #expect(stubs.unread == [])
    #expect(stubs.classes.count > 30)
  }

  @Test(arguments: objects.map(\.key))
  func `an object has what its class says`(name: String) throws {
    let object = try #require(Self.objects.first { $0.key == name }).value
    // What is known in `report` only.
    let fields = try #require(stubs.fields(of: "copydesk.\(name)")).filter {
      $0.name != "run" && $0.name != "[integer]"
    }
    #expect(!fields.isEmpty)
    let names = fields.map { "\"\($0.name)\"" }.joined(separator: ", ")
    let seen = try seen(
      "for _, name in ipairs({ \(names) }) do print(name, kind(object[name])) end", object)
    for (field, line) in zip(fields, seen) {
      let parts = line.split(separator: "\t").map(String.init)
      #expect(parts[0] == field.name)
      #expect(field.type.allows(parts[1]), "\(name).\(field.name): \(field.type) is \(parts[1])")
    }
  }

  /// The other way round, asked of the objects themselves: of all names that any class has, they answer to their own.
  @Test(arguments: objects.map(\.key))
  func `an object answers to no name that its class lacks`(name: String) throws {
    let object = try #require(Self.objects.first { $0.key == name }).value
    let own = Set(try #require(stubs.fields(of: "copydesk.\(name)")).map(\.name))
    let others = Set(stubs.classes.values.flatMap { $0.fields.map(\.name) }).subtracting(own)
    let names = others.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
    let answered = try seen(
      """
      for _, name in ipairs({ \(names) }) do
        local is_there, value = pcall(function() return object[name] end)
        if is_there and value ~= nil then print(name) end
      end
      if type(object) == "table" then
        -- What an object of the library keeps in itself, behind a metatable, is nobody's but its own.
        for key, value in pairs(object) do
          if type(value) == "function" or getmetatable(object) == nil then print(key) end
        end
      end
      """, object)
    #expect(answered.filter { !own.contains($0) && Int($0) == nil } == [])
  }

  @Test func `every kind of object has a class`() {
    // A list is of the class of its items.
    for kind in KindName.allCases where kind != .sequence {
      #expect(stubs.classes[kind.className] != nil, "\(kind)")
    }
  }

  @Test(arguments: ["tokens": "Token", "quotes": "Quote", "amounts": "Amount"])
  func `what a layer gives is told by its name`(layer: String, itemClass: String) {
    for arguments in ["", ", where?: { within?: copydesk.Span, overlapping?: copydesk.Span }"] {
      let signature = "(self: copydesk.Article, name: \"\(layer)\"\(arguments))"
      #expect(PluginAPI.stubs.contains("---@overload fun\(signature): copydesk.\(itemClass)[]\n"))
    }
    #expect(PluginAPI.stubs.contains("---@return copydesk.Annotation[]\nfunction article:layer("))
  }

  @Test func `a report has what its class says`() throws {
    let fields = try #require(stubs.fields(of: "copydesk.Report"))
    let names = fields.map { "\"\($0.name)\"" }.joined(separator: ", ")
    let code = """
      return {
        api = 1, name = "trial", analyze = function(article) return {} end,
        report = function(report, summary, ctx)
          for _, name in ipairs({ \(names) }) do print(name, type(report[name])) end
          print("run", type(ctx.run))
        end,
      }
      """
    let host = try PluginHost([written("trial", ["": code])])
    let section = try #require(host.report(summaries: [:], run: ["articles": 1]).first)
    #expect(section.error == nil)
    #expect(section.log == fields.map { "\($0.name)\tfunction" } + ["run\ttable"])
  }

  /// The other way round: what the host answers to is in the stubs.
  @Test func `no object has a member that its class lacks`() throws {
    for owner in PluginAPI.owners where owner.className.hasPrefix("copydesk.") {
      let known = try #require(stubs.fields(of: owner.className)).map(\.name)
      let missing = owner.members.map(\.name).filter { !known.contains($0) }
      #expect(missing == [], "\(owner.className)")
    }
  }

  @Test func `libraries have what the stubs say and no more`() throws {
    let code = """
      local function list(library, name)
        for key, value in pairs(library) do
          if type(value) == "table" then list(value, name .. "." .. key) else print(name .. "." .. key) end
        end
      end
      list(desk, "desk")
      """
    #expect(try seen(code).sorted() == stubs.functions.sorted())
  }

  @Test func `the editor is told which libraries of Lua are missing`() throws {
    for name in PluginAPI.missingLibraries {
      #expect(try seen("print(pcall(function() return \(name) end))")[0].hasPrefix("false"))
    }
    let settings = PluginAPI.editorSettings(library: "types")
    #expect(try JSONParser.parse(Array(settings.utf8))["runtime.version"]?.string == "Lua 5.4")
  }

  /// What a plugin prints in which `object` stands for something.
  private func seen(_ code: String, _ object: String = "nil") throws -> [String] {
    let layers = LayerKind.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    let first = """
      return {
        api = 1, name = "first", layers = { mark = "a mark" },
        analyze = function(article, ctx) ctx:annotate("mark", { first = 1, last = 3 }, { on = true }) end,
      }
      """
    let trial = """
      local function kind(value)
        if type(value) == "userdata" then return (tostring(value):match("^[%w ]+")) end
        return math.type(value) or type(value)
      end
      return {
        api = 1, name = "trial", requires = { "first", \(layers) },
        analyze = function(article, ctx)
          local lexicon = ctx:lexicon({ "the" })
          local object = \(object)
          \(code)
        end,
      }
      """
    let host = try PluginHost([written("first", ["": first]), written("trial", ["": trial])])
    let found = host.analyze(.example)[1]
    #expect(found.error == nil)
    return found.log
  }
}

/// A file of LuaCATS annotations, taken apart.
private struct Stubs {
  struct Field {
    var name: String
    var type: LuaType
  }

  private(set) var classes: [String: (parent: String?, fields: [Field])] = [:]
  private(set) var functions: [String] = []
  /// Lines that could not be read.
  private(set) var unread: [String] = []

  init(_ text: String) {
    var owner = ""
    for line in text.split(separator: "\n").map(String.init) {
      if let match = line.wholeMatch(of: /---@class \(exact\) (\S+?)(?:: (\S+))?/) {
        owner = String(match.1)
        classes[owner] = (match.2.map(String.init), [])
      } else if let match = line.wholeMatch(of: /---@field (\[integer\]|\w+)(\??) (.+)/) {
        guard let type = Self.type(String(match.3)) else {
          unread.append(line)
          continue
        }
        let isOptional = !match.2.isEmpty
        classes[owner]?.fields.append(
          Field(
            name: String(match.1),
            type: isOptional ? .union(type.alternatives + [.named("nil")]) : type))
      } else if let match = line.wholeMatch(of: /function ([\w.]+)\(.*\) end/) {
        functions.append(String(match.1))
      } else if let match = line.wholeMatch(of: /function \w+:(\w+)\(.*\) end/) {
        let function = LuaType.function(.init(parameters: [], results: []))
        classes[owner]?.fields.append(Field(name: String(match.1), type: function))
      } else if let match = line.wholeMatch(of: /---@(?:param \S+|return|overload) (.+)/) {
        if LuaType(String(match.1)) == nil { unread.append(line) }
      } else if line.hasPrefix("---@"),
        line.wholeMatch(of: /---@(meta|operator \w+(\(any\))?: [\w.]+)/) == nil
      {
        unread.append(line)
      }
    }
  }

  /// Those of its parent among them.
  func fields(of name: String) -> [Field]? {
    guard let known = classes[name] else { return nil }
    return known.fields + (known.parent.flatMap { fields(of: $0) } ?? [])
  }

  /// The type at the front of a line, whose rest is a sentence.
  private static func type(_ text: String) -> LuaType? {
    var words = text.split(separator: " ", omittingEmptySubsequences: false)
    while !words.isEmpty {
      if let type = LuaType(words.joined(separator: " ")) { return type }
      words.removeLast()
    }
    return nil
  }
}

extension LuaType {
  /// Whether a value of a kind, as the plugin above names it, may stand there.
  fileprivate func allows(_ kind: String) -> Bool {
    alternatives.contains { type in
      switch type {
      case .named("any"): true
      case .named("number"): kind == "float" || kind == "integer"
      case .named(let name) where name.hasPrefix("copydesk."):
        kind == "table" || kind == (KindName.allCases.first { $0.className == name }?.name)
      case .named(let name): name == kind
      case .literal(let literal): kind == (literal.hasPrefix("\"") ? "string" : "integer")
      case .list: kind == "table" || kind == "sequence"
      case .map, .shape: ["table", "options"].contains(kind)
      case .function: kind == "function"
      case .union: false
      }
    }
  }
}
