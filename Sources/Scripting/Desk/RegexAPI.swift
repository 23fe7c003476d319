internal import Document
internal import Lua

// `desk.regex`: regular expressions over strings and over the article.

/// The regular expressions of one plugin, each compiled once.
struct RegexCache {
  private struct Key: Hashable {
    var pattern: String
    var flags: String
  }

  /// The most expressions, and the most bytes of their patterns together.
  private static let maximumCount = 500
  private static let maximumBytes = 256 << 10

  private var numbers: [Key: Int] = [:]
  private var bytes = 0
  private(set) var regexes: [Regex] = []

  /// The number of an expression.
  mutating func number(_ pattern: String, flags: String) throws(Fault) -> Int {
    let key = Key(pattern: pattern, flags: flags)
    if let known = numbers[key] { return known }
    guard regexes.count < Self.maximumCount, bytes + pattern.utf8.count <= Self.maximumBytes else {
      throw Fault("too many regular expressions; make them once, in setup")
    }
    let regex = try compile(pattern, try options(flags))
    bytes += pattern.utf8.count
    numbers[key] = regexes.count
    regexes.append(regex)
    return regexes.count - 1
  }

  private func options(_ flags: String) throws(Fault) -> Regex.Options {
    var options = Regex.Options()
    for flag in flags.unicodeScalars {
      switch flag {
      case "i": options.ignoresCase = true
      case "m": options.isMultiline = true
      case "s": options.dotMatchesAll = true
      case "x": options.isExtended = true
      default: throw Fault("there is no flag '\(flag)'; there are i, m, s and x")
      }
    }
    return options
  }

  private func compile(_ pattern: String, _ options: Regex.Options) throws(Fault) -> Regex {
    let result = Array(pattern.utf8).withUnsafeBufferPointer { bytes in
      Result { () throws(RegexFault) in try Regex(bytes, options) }
    }
    do throws(RegexFault) {
      return try result.get()
    } catch {
      throw Fault(error)
    }
  }
}

extension Fault {
  /// A regular expression's fault as plugins read it.
  init(_ fault: RegexFault) {
    switch fault {
    case .pattern(let message, let offset):
      self.init("wrong pattern at byte \(offset + 1): \(message)")
    case .limit(let problem): self.init("\(problem); make the pattern simpler")
    case .expired: self.init("the time limit was reached")
    }
  }
}

// MARK: Declarations

extension Session {
  var regexMember: APIMember {
    APIMember(
      "regex", type: "fun(pattern: string, flags?: string): copydesk.Regex",
      doc:
        "A regular expression in Perl's notation (PCRE2, Unicode). Flags: `i` ignores case, `m` lets `^` "
        + "and `$` match at line breaks, `s` lets the dot match them, `x` passes over white space in the "
        + "pattern.", access: .method(makeRegex))
  }

  var regexOwner: APIOwner {
    let text = "string | copydesk.Span | copydesk.Article"
    return APIOwner(
      .regex, doc: "A compiled regular expression.",
      members: [
        APIMember(
          "find", type: "fun(text: \(text), from?: integer): copydesk.Match?",
          doc:
            "The first match, looked for from a byte of the text, the first unless told. In a span or the "
            + "article a match is itself a span that `ctx:annotate` takes.", access: .method(find)),
        APIMember(
          "match", type: "fun(text: \(text)): string?, string | false | nil, ...",
          doc:
            "The groups of the first match as strings, `false` for one that took no part; without groups the "
            + "whole match. Nil where there is none.", access: .method(match)),
        APIMember(
          "all", type: "fun(text: \(text)): copydesk.Match[]", doc: "All matches, in order.",
          access: .method(all)),
        APIMember(
          "count", type: "fun(text: \(text)): integer", doc: "How many matches there are.",
          access: .method(count)),
        APIMember(
          "test", type: "fun(text: \(text)): boolean", doc: "Whether there is a match.",
          access: .method(test)),
        APIMember(
          "replace",
          type: "fun(text: \(text), replacement: string, limit?: integer): string, integer",
          doc:
            "The text with its matches replaced, and how many were. In the replacement `$1` and `${name}` "
            + "are groups, `$0` is the match, and `$$` a dollar sign.", access: .method(replace)),
        APIMember(
          "split", type: "fun(text: \(text), limit?: integer): string[]",
          doc: "What stands between the matches, in so many pieces at most.", access: .method(split)
        ),
      ])
  }

  private func makeRegex(_ call: Call) throws(Fault) -> Int {
    let flags = call[2].isNil ? "" : try call.string(2)
    let number = try desk.regexes.number(try call.string(1), flags: flags)
    call.push(Object(kinds[.regex], generation: 0, number))
    return 1
  }
}

// MARK: Searching

extension Session {
  /// Shows the matches in an argument's text, one after the other, until told to stop.
  private func search(
    _ call: Call, from start: Int = 0,
    _ found: (Regex, TextArgument) throws(Fault) -> Bool
  ) throws(Fault) {
    let regex = desk.regexes.regexes[try call.object(1, of: kinds[.regex]).first]
    let text = try text(call, 2)
    var cursor = MatchCursor(regex, text.part, from: start)
    while try cursor.next(call) {
      guard try found(regex, text) else { return }
    }
  }

  private func find(_ call: Call) throws(Fault) -> Int {
    let start = call[3].isNil ? 1 : try call.integer(3)
    var isFound = false
    try search(call, from: max(0, start - 1)) { (regex, text) throws(Fault) in
      push(regex, text, on: call)
      isFound = true
      return false
    }
    if !isFound { call.pushNil() }
    return 1
  }

  private func match(_ call: Call) throws(Fault) -> Int {
    var count = 0
    try search(call) { (regex, text) throws(Fault) in
      guard call.reserve(regex.groupCount + 1) else { throw Fault("too many groups") }
      for group in (regex.groupCount == 0 ? 0...0 : 1...regex.groupCount) {
        count += 1
        if let range = regex.range(of: group) {
          call.push(UnsafeBufferPointer(rebasing: text.part[range]))
        } else {
          call.push(false)
        }
      }
      return false
    }
    if count == 0 { call.pushNil() }
    return max(count, 1)
  }

  private func all(_ call: Call) throws(Fault) -> Int {
    call.pushTable()
    var count = 0
    try search(call) { (regex, text) throws(Fault) in
      count += 1
      push(regex, text, on: call)
      call.setElement(count)
      return true
    }
    return 1
  }

  private func count(_ call: Call) throws(Fault) -> Int {
    var count = 0
    try search(call) { (_, _) throws(Fault) in
      count += 1
      return true
    }
    call.push(count)
    return 1
  }

  private func test(_ call: Call) throws(Fault) -> Int {
    var isFound = false
    try search(call) { (_, _) throws(Fault) in
      isFound = true
      return false
    }
    call.push(isFound)
    return 1
  }
}

// MARK: Matches

extension Session {
  /// Pushes the last match as a table: where it is, its text, its groups' texts by number, and its groups.
  private func push(_ regex: Regex, _ text: TextArgument, on call: Call) {
    call.pushTable(elements: regex.groupCount, members: 5)
    pushMembers(of: 0, regex, text, on: call)
    guard regex.groupCount > 0 else { return }
    for group in 1...regex.groupCount {
      if let range = regex.range(of: group) {
        call.push(UnsafeBufferPointer(rebasing: text.part[range]))
      } else {
        call.push(false)
      }
      call.setElement(group)
    }
    pushGroups(regex, text, on: call)
    call.setMember("groups")
  }

  /// Sets where a group is, and its text, in the table on top.
  private func pushMembers(
    of group: Int, _ regex: Regex, _ text: TextArgument, on call: Call
  ) {
    guard let range = regex.range(of: group) else { return }
    let base = text.place == .string ? 0 : text.range.lowerBound
    call.push(base + range.lowerBound + 1)
    call.setMember("first")
    call.push(base + range.upperBound)
    call.setMember("last")
    call.push(UnsafeBufferPointer(rebasing: text.part[range]))
    call.setMember("text")
    guard let place = text.place.annotation else { return }
    call.push(place.rawValue)
    call.setMember("place")
  }

  /// Pushes the groups that took part as tables of their own, by number and by name.
  private func pushGroups(_ regex: Regex, _ text: TextArgument, on call: Call) {
    call.pushTable(elements: regex.groupCount, members: regex.groupNames.count)
    for group in 1...regex.groupCount where regex.range(of: group) != nil {
      call.pushTable(members: 4)
      pushMembers(of: group, regex, text, on: call)
      call.setElement(group)
    }
    for (name, group) in regex.groupNames where regex.range(of: group) != nil {
      call.pushTable(members: 4)
      pushMembers(of: group, regex, text, on: call)
      call.setMember(name)
    }
  }
}
