internal import Document
internal import Lua

/// Values as a console shows them: a line each, layers and lists as tables of lines, spans with what the host knows of them.
struct ValuePage {
  /// The most lines of one value.
  private static let shownLines = 20

  let session: Session
  /// Reads a member of an object as a script would.
  let reader: Reference

  private var text: ValueText { ValueText(session: session, stringBytes: 120, entries: 20) }
  /// Of many items in lines of their own less is shown.
  private var itemText: ValueText { ValueText(session: session, stringBytes: 48) }

  func lines(of value: Slot) -> [String] {
    if let object = value.object, object.isOf(session.kinds[.sequence]),
      object.generation == session.generation
    {
      return [text.line(value)] + items(of: value, object.third)
    }
    if let object = value.object, session.kinds.spans.contains(object) {
      let members = members(of: value)
      return [text.line(value)] + (members.isEmpty ? [] : ["  " + members])
    }
    let line = text.line(value)
    guard value.type == .table, line.utf8.count > 72, value.entryCount > 1 else { return [line] }
    return entries(of: value)
  }

  private func items(of sequence: Slot, _ count: Int) -> [String] {
    var lines: [String] = []
    for index in 1...max(1, count) where index <= min(count, Self.shownLines) {
      let line: String? = read(sequence) {
        $0.push(index)
      } look: { item in
        let members = members(of: item)
        return "  [\(index)] " + itemText.line(item) + (members.isEmpty ? "" : "  " + members)
      }
      if let line { lines.append(line) }
    }
    return lines + more(count)
  }

  private func entries(of table: Slot) -> [String] {
    var lines = ["{"]
    var count = 0
    table.forEachEntryInOrder { key, value in
      count += 1
      guard count <= Self.shownLines else { return }
      let name = key.string ?? "[\(text.line(key))]"
      lines.append("  \(name) = \(text.line(value))")
    }
    return lines + more(count) + ["}"]
  }

  private func more(_ count: Int) -> [String] {
    count > Self.shownLines ? ["  … \(count - Self.shownLines) more"] : []
  }

  /// What the host knows of a span besides where it is, as far as a line has room.
  private func members(of span: Slot) -> String {
    guard let object = span.object else { return "" }
    let owner = session.owner(of: object)
    let common = Set(session.spanMembers.map(\.name) + ["index", "fold", "stem", "why"])
    var parts: [String] = []
    for member in owner?.members ?? [] where !common.contains(member.name) && !member.isFunction {
      let shown: String? = read(span) {
        $0.push(member.name)
      } look: { value in
        value.isNil ? nil : itemText.line(value)
      }
      if let shown { parts.append("\(member.name) = \(shown)") }
    }
    return parts.joined(separator: ", ")
  }

  /// Reads a member; nil where that is an error.
  private func read(
    _ owner: Slot, key: (Pusher) -> Void, look: (Slot) -> String?
  ) -> String? {
    let found: String?? = try? session.interpreter.call(
      reader,
      arguments: {
        $0.push(owner)
        key($0)
      }, read: { look($0[1]) })
    return found ?? nil
  }
}

extension Session {
  /// What the API declares of an object's kind.
  func owner(of object: Object) -> APIOwner? {
    api.first { owner in
      if case .object(let kind) = owner.form { object.isOf(kinds[kind]) } else { false }
    }
  }
}
