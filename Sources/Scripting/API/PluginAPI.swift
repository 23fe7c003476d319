internal import Lua

/// The plugin API as documents, all made from its declarations.
package enum PluginAPI {
  /// The declarations of a session that has no article.
  static var owners: [APIOwner] {
    let interpreter = Interpreter()
    return withExtendedLifetime(interpreter) {
      Session(galley: Galley(), interpreter: interpreter).api
    }
  }

  /// Every name, one a line: what a change of the API changes.
  package static var listing: String {
    var lines: [String] = []
    for shape in APIShape.all {
      for field in shape.fields {
        let mark = field.isRequired ? "" : "?"
        lines.append("1 copydesk.\(shape.name) \(field.name)\(mark): \(field.type)")
      }
    }
    for owner in owners {
      for member in owner.members {
        lines.append("\(member.since) \(owner.className) \(member.name): \(member.type)")
      }
      lines += owner.unnamed.map { "1 \(owner.className) \($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension APIOwner {
  /// Its name in types; that of a library is its global name.
  var className: String {
    switch form {
    case .library: name
    case .object(let kind): kind.className
    case .table: "copydesk.\(name.prefix(1).uppercased())\(name.dropFirst())"
    }
  }

  /// What its objects do without being told a name.
  var unnamed: [String] {
    var lines: [String] = []
    if let element { lines.append("[integer]: \(element.type)?") }
    if isSequence { lines.append("[integer]: copydesk.Span?") }
    if length != nil { lines.append("#: integer") }
    if let call { lines.append("(): \(call.type)") }
    return lines
  }

  /// Whether it is a stretch of text, which has all that `copydesk.Span` has.
  var isSpan: Bool {
    if case .object(let kind) = form {
      KindName.spans.contains(kind) && kind != .span
    } else {
      false
    }
  }
}

extension APIMember {
  /// Whether it is called.
  var isFunction: Bool { type.hasPrefix("fun(") }
}
