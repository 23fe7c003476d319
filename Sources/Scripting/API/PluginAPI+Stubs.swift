// Type stubs for editors that read LuaCATS annotations, such as the Lua language server.

extension PluginAPI {
  /// The API as a Lua file of annotations, which is never run.
  package static var stubs: String {
    let owners = owners
    let span = owners.first { $0.className == spanClass }
    var parts = ["---@meta\n-- The plugin API of Copydesk. Made from its declarations; never run."]
    parts += APIShape.all.map(stub)
    for owner in owners {
      switch owner.form {
      case .library: parts.append(libraryStub(owner))
      case .object, .table: parts.append(classStub(owner, span))
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// What the Lua language server needs to know of a folder of plugins.
  /// - Parameter library: the folder of the stubs, from that of the settings.
  package static func editorSettings(library: String) -> String {
    let builtins = missingLibraries.map { "\"\($0)\": \"disable\"" }.joined(separator: ", ")
    return """
      {
        "runtime.version": "Lua 5.4",
        "runtime.path": ["?.lua"],
        "runtime.builtin": { \(builtins) },
        "workspace.library": ["\(library)"],
        "workspace.checkThirdParty": false
      }

      """
  }

  /// Lua's own libraries that plugins do not have. `package` is missing too, but to the server it holds `require`.
  static let missingLibraries = ["debug", "io"]

  private static func stub(_ shape: APIShape) -> String {
    let head = [comment(shape.doc), "---@class (exact) copydesk.\(shape.name)"]
    let fields = shape.fields.map { field in
      "---@field \(field.name)\(field.isRequired ? "" : "?") \(field.type) \(oneLine(field.doc))"
    }
    return (head + fields).joined(separator: "\n")
  }

  private static func classStub(_ owner: APIOwner, _ span: APIOwner?) -> String {
    let parent = owner.isSpan ? ": \(spanClass)" : ""
    let inherited = owner.isSpan ? span?.members.map(\.name) ?? [] : []
    var lines = [comment(owner.doc), "---@class (exact) \(owner.className)\(parent)"]
    for member in owner.members where !inherited.contains(member.name) && !member.givesItems {
      let type = member.isFunction ? typeWithSelf(member.type, owner.className) : member.type
      lines.append(field(member.name, type, member.doc))
    }
    if let element = owner.element { lines.append("---@field [integer] \(element.type)") }
    if owner.isSequence { lines.append("---@field [integer] \(spanClass)") }
    if owner.length != nil { lines.append("---@operator len: integer") }
    if owner.hasOperators { lines += operators(of: owner.className) }
    if let call = owner.call { lines.append("---@overload fun(): \(call.type)") }
    let givers = owner.members.filter(\.givesItems)
    if !givers.isEmpty { lines.append("local \(owner.name) = {}") }
    for giver in givers { lines += [""] + itemsStub(giver, owner) }
    return lines.joined(separator: "\n")
  }

  /// A method whose first argument names a layer: with the name of one of the article's own it gives what is in that, with
  /// others what plugins have marked.
  private static func itemsStub(_ member: APIMember, _ owner: APIOwner) -> [String] {
    guard var function = member.luaType?.function else { return [] }
    let results = function.results
    func given(_ itemClass: String) -> [LuaType] {
      results.map { $0.replacing(spanClass, with: itemClass) }
    }
    // Servers pass over a signature where an argument that may be left out is, so it stands there without, too.
    let least = function.parameters.count { !$0.isOptional }
    var overloads: [String] = []
    for (layer, itemClass) in itemClasses(of: owner) {
      for count in least...function.parameters.count {
        var choice = LuaType.Function(
          parameters: Array(function.parameters.prefix(count)), results: given(itemClass))
        choice.parameters[0].type = .literal("\"\(layer)\"")
        overloads.append("---@overload \(typeWithSelf("\(choice)", owner.className))")
      }
    }
    function.results = given(KindName.annotation.className)
    let name = "\(owner.name):\(member.name)"
    return [comment(member.doc)] + overloads + functionStub(name, function)
  }

  /// The layers that its members are, with the classes of their items.
  private static func itemClasses(of owner: APIOwner) -> [(layer: String, itemClass: String)] {
    owner.members.compactMap { member in
      guard case .list(.named(let name)) = member.luaType, name.hasPrefix("copydesk.") else {
        return nil
      }
      return (member.name, name)
    }
  }

  private static func operators(of className: String) -> [String] {
    ["add", "sub", "mul", "div", "pow"].map { "---@operator \($0)(any): \(className)" }
      + ["unm", "len"].map { "---@operator \($0): \(className)" }
  }

  /// The type of a function that is called with a colon, its object in front.
  private static func typeWithSelf(_ type: String, _ className: String) -> String {
    let rest = type.dropFirst("fun(".count)
    return "fun(self: \(className)\(rest.hasPrefix(")") ? "" : ", ")\(rest)"
  }

  /// A type that may be nil is written at the name, as the language server wants it.
  private static func field(_ name: String, _ type: String, _ doc: String) -> String {
    let isOptional = type.hasSuffix("?") && !type.hasPrefix("fun(")
    let plain = isOptional ? String(type.dropLast()) : type
    return "---@field \(name)\(isOptional ? "?" : "") \(plain) \(oneLine(doc))"
  }

  private static func libraryStub(_ owner: APIOwner) -> String {
    var lines = [comment(owner.doc), "---@class (exact) \(owner.name)", "\(owner.name) = {}"]
    for member in owner.members {
      lines += ["", comment(member.doc)] + examples(of: member, owner)
      lines += functionStub("\(owner.name).\(member.name)", member.luaType?.function)
    }
    return lines.joined(separator: "\n")
  }

  /// A function with its parameters and results, one a line.
  private static func functionStub(_ name: String, _ function: LuaType.Function?) -> [String] {
    guard let function else { return [] }
    let parameters = function.parameters.map {
      "---@param \($0.name)\($0.isOptional ? "?" : "") \($0.type)"
    }
    let results = function.results.map { "---@return \($0)" }
    let names = function.parameters.map(\.name).joined(separator: ", ")
    return parameters + results + ["function \(name)(\(names)) end"]
  }

  private static func examples(of member: APIMember, _ owner: APIOwner) -> [String] {
    guard let example = APIExamples.all["\(owner.variable).\(member.name)"] else { return [] }
    let lines = example.split(separator: "\n", omittingEmptySubsequences: false)
    return ["--- ```lua"] + lines.map { "--- \($0)" } + ["--- ```"]
  }

  private static func comment(_ doc: String) -> String { "--- \(oneLine(doc))" }
}

extension APIMember {
  /// Its type, taken apart.
  var luaType: LuaType? { LuaType(type) }
}
