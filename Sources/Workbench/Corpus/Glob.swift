/// A pattern of file names: `*`, `?`, `[a-z]`, `[!a-z]`, `\` before a character taken literally, and `**` for any
/// number of folders.
struct Glob: Sendable {
  /// The folder that holds everything the pattern can match.
  let root: Path
  private let components: [[UInt8]]

  /// Where in a pattern a folder stands; its entries match what comes next.
  struct State: Sendable {
    fileprivate var positions: [Int]
  }

  /// What an entry of a folder is to the pattern.
  enum Match {
    case none
    /// The whole pattern fits.
    case whole
    /// A folder whose entries may fit.
    case within(State)
  }

  /// Nil if the bytes hold no pattern.
  init?(_ pattern: [UInt8]) {
    guard pattern.contains(where: { "*?[".utf8.contains($0) }) else { return nil }
    let parts = pattern.split(separator: UInt8(ascii: "/")).map(Array.init)
    let literal = parts.prefix { !$0.contains { "*?[\\".utf8.contains($0) } }
    let isAbsolute = pattern.first == UInt8(ascii: "/")
    root = literal.reduce(Path(isAbsolute ? "/" : ".")) { $0.appending($1) }
    components = Array(parts.dropFirst(literal.count))
  }

  /// The state of the root.
  var start: State { State(positions: closure([0])) }

  func match(_ name: ArraySlice<UInt8>, in state: State, isFolder: Bool) -> Match {
    var next: [Int] = []
    for position in state.positions {
      let component = components[position]
      let isLast = position == components.count - 1
      if component == Self.anyFolders {
        guard name.first != UInt8(ascii: ".") else { continue }
        if isLast { return .whole }
        next.append(position)
      } else if Self.fits(name, component) {
        if isLast { return .whole }
        next.append(position + 1)
      }
    }
    return isFolder && !next.isEmpty ? .within(State(positions: closure(next))) : .none
  }

  private static let anyFolders = Array("**".utf8)

  /// `**` also stands for no folder at all, so that what follows it can match at once.
  private func closure(_ positions: [Int]) -> [Int] {
    var closed: [Int] = []
    for var position in positions {
      while true {
        if !closed.contains(position) { closed.append(position) }
        guard components[position] == Self.anyFolders, position + 1 < components.count else {
          break
        }
        position += 1
      }
    }
    return closed
  }

  /// Whether one name fits one component. A leading dot must be written out.
  static func fits(_ name: ArraySlice<UInt8>, _ component: [UInt8]) -> Bool {
    if name.first == UInt8(ascii: "."), component.first != UInt8(ascii: ".") { return false }
    let name = Array(name)
    var (at, inPattern) = (0, 0)
    // The last star, and how much of the name it has taken: only that one is ever tried again.
    var star: (inPattern: Int, at: Int)?
    while at < name.count {
      if inPattern < component.count, component[inPattern] == UInt8(ascii: "*") {
        star = (inPattern, at)
        inPattern += 1
      } else if let step = step(name, at, component, inPattern) {
        at += step.name
        inPattern += step.pattern
      } else if let last = star {
        star = (last.inPattern, last.at + 1)
        (at, inPattern) = (last.at + 1, last.inPattern + 1)
      } else {
        return false
      }
    }
    return component[inPattern...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// How far a character of the name and its counterpart in the pattern reach; nil if they differ.
  private static func step(
    _ name: [UInt8], _ at: Int, _ pattern: [UInt8], _ inPattern: Int
  ) -> (name: Int, pattern: Int)? {
    guard inPattern < pattern.count else { return nil }
    switch pattern[inPattern] {
    case UInt8(ascii: "?"):
      return (min(Path.characterLength(at: at, of: name), name.count - at), 1)
    case UInt8(ascii: "["):
      if let end = classEnd(pattern, inPattern) {
        let inside = pattern[(inPattern + 1)..<end]
        return classHolds(inside, name[at]) ? (1, end + 1 - inPattern) : nil
      }
      return name[at] == UInt8(ascii: "[") ? (1, 1) : nil
    case UInt8(ascii: "\\") where inPattern + 1 < pattern.count:
      return name[at] == pattern[inPattern + 1] ? (1, 2) : nil
    case let byte:
      return name[at] == byte ? (1, 1) : nil
    }
  }

  /// The closing bracket of a class; one right after the opening, or after `!`, is a member.
  private static func classEnd(_ pattern: [UInt8], _ start: Int) -> Int? {
    var first = start + 1
    if first < pattern.count, isNegation(pattern[first]) { first += 1 }
    guard first < pattern.count else { return nil }
    return pattern[(first + 1)...].firstIndex(of: UInt8(ascii: "]"))
  }

  private static func isNegation(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "!") || byte == UInt8(ascii: "^")
  }

  private static func classHolds(_ inside: ArraySlice<UInt8>, _ byte: UInt8) -> Bool {
    var members = inside
    let isNegated = members.first.map(isNegation) ?? false
    if isNegated { members.removeFirst() }
    while let low = members.popFirst() {
      guard members.count >= 2, members.first == UInt8(ascii: "-") else {
        if low == byte { return !isNegated }
        continue
      }
      members.removeFirst()
      if let high = members.popFirst(), low <= high, (low...high).contains(byte) {
        return !isNegated
      }
    }
    return isNegated
  }
}
