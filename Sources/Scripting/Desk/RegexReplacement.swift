internal import Lua

/// A replacement with its references to groups.
struct RegexReplacement {
  private enum Part {
    case text([UInt8])
    case group(Int)
  }

  private var parts: [Part] = []

  /// Reads `$1`, `${1}`, `${name}` and `$$`.
  init(_ template: String, for regex: Regex) throws(Fault) {
    var text: [UInt8] = []
    var rest = Array(template.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "$") else {
        text.append(byte)
        continue
      }
      if rest.first == UInt8(ascii: "$") {
        text.append(byte)
        rest.removeFirst()
        continue
      }
      parts += [.text(text), .group(try Self.group(&rest, regex))]
      text = []
    }
    parts.append(.text(text))
  }

  private static func group(_ rest: inout ArraySlice<UInt8>, _ regex: Regex) throws(Fault) -> Int {
    let name: String
    if rest.first == UInt8(ascii: "{"), let end = rest.firstIndex(of: UInt8(ascii: "}")) {
      name = String(decoding: rest[rest.startIndex + 1..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
    } else {
      let digits = rest.prefix { $0 &- UInt8(ascii: "0") < 10 }
      name = String(decoding: digits, as: UTF8.self)
      rest = rest[digits.endIndex...]
    }
    if let number = Int(name), number <= regex.groupCount { return number }
    if let named = regex.groupNames.first(where: { $0.name == name }) { return named.number }
    throw Fault(
      name.isEmpty
        ? "a lone '$' in the replacement; write '$$'"
        : "the pattern has no group '\(name)'")
  }

  /// Adds what stands for the last match.
  func append(to result: inout [UInt8], _ regex: Regex, in text: UnsafeBufferPointer<UInt8>) {
    for part in parts {
      switch part {
      case .text(let bytes): result += bytes
      case .group(let number):
        if let range = regex.range(of: number) { result += text[range] }
      }
    }
  }
}

extension Session {
  /// The longest text that a replacement may make.
  private static let maximumResult = 32 << 20

  func replace(_ call: Call) throws(Fault) -> Int {
    let regex = try regex(call)
    let replacement = try RegexReplacement(try call.string(3), for: regex)
    let limit = call[4].isNil ? Int.max : try call.integer(4)
    let text = try text(call, 2).part
    var cursor = MatchCursor(regex, text, from: 0)
    var result: [UInt8] = []
    var count = 0
    var end = 0
    while count < limit, try cursor.next(call), let range = regex.range(of: 0) {
      count += 1
      result += text[end..<max(end, range.lowerBound)]
      replacement.append(to: &result, regex, in: text)
      end = max(end, range.upperBound)
      guard result.count <= Self.maximumResult else {
        throw Fault("the result is longer than \(Self.maximumResult >> 20) MB")
      }
    }
    result += text[end...]
    call.push(result[...])
    call.push(count)
    return 2
  }

  func split(_ call: Call) throws(Fault) -> Int {
    let regex = try regex(call)
    let limit = call[3].isNil ? Int.max : try call.integer(3)
    let text = try text(call, 2).part
    var cursor = MatchCursor(regex, text, from: 0)
    var end = 0
    var count = 0
    call.pushTable()
    while count + 1 < limit, try cursor.next(call), let range = regex.range(of: 0) {
      // An empty match at either end parts nothing from nothing.
      if range.isEmpty, range.lowerBound == end || range.lowerBound == text.count { continue }
      count += 1
      call.push(UnsafeBufferPointer(rebasing: text[end..<max(end, range.lowerBound)]))
      call.setElement(count)
      end = max(end, range.upperBound)
    }
    call.push(UnsafeBufferPointer(rebasing: text[end...]))
    call.setElement(count + 1)
    return 1
  }

  private func regex(_ call: Call) throws(Fault) -> Regex {
    desk.regexes.regexes[try call.object(1, of: kinds[.regex]).first]
  }
}
