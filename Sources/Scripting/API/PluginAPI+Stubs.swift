// Type stubs for editors that read LuaCATS annotations, such as the Lua language server.

extension PluginAPI {
  /// The API as a Lua file of annotations, which is never run.
  package static var stubs: String {
    let owners = owners
    let span = owners.first { $0.className == "copydesk.Span" }
    var parts = ["---@meta\n-- The plugin API of Copydesk. Made from its declarations; never run."]
    parts += (APIShape.plugin + APIShape.values).map(stub)
    for owner in owners {
      switch owner.form {
      case .library: parts.append(libraryStub(owner))
      case .object, .table: parts.append(classStub(owner, span))
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func stub(_ shape: APIShape) -> String {
    let head = [comment(shape.doc), "---@class (exact) copydesk.\(shape.name)"]
    let fields = shape.fields.map { field in
      "---@field \(field.name)\(field.isRequired ? "" : "?") \(field.type) \(oneLine(field.doc))"
    }
    return (head + fields).joined(separator: "\n")
  }

  private static func classStub(_ owner: APIOwner, _ span: APIOwner?) -> String {
    let parent = owner.isSpan ? ": copydesk.Span" : ""
    let inherited = owner.isSpan ? span?.members.map(\.name) ?? [] : []
    var lines = [comment(owner.doc), "---@class (exact) \(owner.className)\(parent)"]
    for member in owner.members where !inherited.contains(member.name) {
      let type = member.isFunction ? member.typeWithSelf(owner.className) : member.type
      lines.append(field(member.name, type, member.doc))
    }
    if let element = owner.element { lines.append("---@field [integer] \(element.type)") }
    if owner.isSequence { lines.append("---@field [integer] copydesk.Span") }
    if owner.length != nil { lines.append("---@operator len: integer") }
    if let call = owner.call { lines.append("---@overload fun(): \(call.type)") }
    return lines.joined(separator: "\n")
  }

  /// A type that may be nil is written at the name, as the language server wants it.
  private static func field(_ name: String, _ type: String, _ doc: String) -> String {
    let isOptional = type.hasSuffix("?") && !type.hasPrefix("fun(")
    let plain = isOptional ? String(type.dropLast()) : type
    return "---@field \(name)\(isOptional ? "?" : "") \(plain) \(oneLine(doc))"
  }

  private static func libraryStub(_ owner: APIOwner) -> String {
    var lines = [comment(owner.doc), "\(owner.name) = {}"]
    for member in owner.members {
      lines += ["", comment(member.doc), "---@type \(member.type)"]
      lines.append("function \(owner.name).\(member.name)(...) end")
    }
    return lines.joined(separator: "\n")
  }

  private static func comment(_ doc: String) -> String { "--- \(oneLine(doc))" }

  private static func oneLine(_ doc: String) -> String {
    doc.split(separator: "\n").map(\.trimmed).joined(separator: " ")
  }
}

extension Substring {
  fileprivate var trimmed: String { String(self).trimmed }
}
