package import Document

extension PluginAPI {
  /// The version of the API that plugins are written for.
  static let version = 1

  /// What the declarations say, for readers.
  package static var sections: APIReference {
    let owners = owners
    return APIReference(
      version: version,
      sections: APIShape.plugin.map { section($0, .plugin) }
        + owners.map { section($0, span: owners.first { $0.className == spanClass }) }
        + (APIShape.values + APIShape.marks).map { section($0, .data) },
      title: APIExamples.title, text: APIExamples.text)
  }

  static let spanClass = "copydesk.Span"

  private static func section(_ shape: APIShape, _ kind: APISection.Kind) -> APISection {
    APISection(
      shape.name, className: "copydesk.\(shape.name)", doc: shape.doc,
      example: APIExamples.all[shape.name], kind: kind,
      entries: shape.fields.map { field in
        APIEntry(
          "\(shape.name).\(field.name)",
          usage: "\(field.name)\(field.isRequired ? "" : "?"): \(field.type)", type: field.type,
          doc: oneLine(field.doc))
      })
  }

  private static func section(_ owner: APIOwner, span: APIOwner?) -> APISection {
    let inherited = owner.isSpan ? span?.members.map(\.name) ?? [] : []
    let members = owner.members.filter { !inherited.contains($0.name) }
    return APISection(
      owner.title, className: owner.className, doc: oneLine(owner.doc),
      parent: owner.isSpan ? spanClass : nil, example: APIExamples.all[owner.title],
      kind: owner.isLibrary ? .library : .object,
      entries: owner.unnamedEntries + members.map { entry($0, of: owner) })
  }

  private static func entry(_ member: APIMember, of owner: APIOwner) -> APIEntry {
    let path = "\(owner.variable).\(member.name)"
    let mark = member.isFunction && !owner.isLibrary ? ":" : "."
    let rest = member.isFunction ? String(member.type.dropFirst("fun".count)) : ": \(member.type)"
    return APIEntry(
      path, usage: "\(owner.variable)\(mark)\(member.name)\(rest)", type: member.type,
      doc: oneLine(member.doc), since: member.since, example: APIExamples.all[path])
  }

  static func oneLine(_ doc: String) -> String {
    doc.split(separator: "\n").map { String($0).trimmed }.joined(separator: " ")
  }
}

extension APIOwner {
  /// Its name for readers: of a kind of object that of its class, but for those that every plugin calls by one name.
  var title: String {
    switch form {
    case .library, .object(.ctx), .object(.article), .object(.report): name
    case .object, .table: String(className.dropFirst("copydesk.".count))
    }
  }

  /// What examples call it.
  var variable: String {
    isLibrary ? name : "\(title.prefix(1).lowercased())\(title.dropFirst())"
  }

  var isLibrary: Bool {
    if case .library = form { true } else { false }
  }

  fileprivate var unnamedEntries: [APIEntry] {
    var entries: [APIEntry] = []
    if let element {
      entries.append(
        APIEntry(
          "\(variable).[i]", usage: "\(variable)[i]: \(element.type)?", type: element.type,
          doc: element.doc))
    }
    if isSequence {
      entries.append(
        APIEntry(
          "\(variable).[i]", usage: "\(variable)[i]: copydesk.Span?", type: "copydesk.Span?",
          doc: "An item, counted from 1; nil beyond the last."))
    }
    if length != nil {
      entries.append(
        APIEntry(
          "\(variable).#", usage: "#\(variable): integer", type: "integer",
          doc: "How many there are."))
    }
    return entries
  }
}
