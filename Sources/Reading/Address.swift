/// The parts of an address that another can be relative to (RFC 3986).
struct Address {
  /// `https:`; empty where there is none.
  private var scheme: Substring
  /// `//paper.example`; empty where there is none.
  private var authority: Substring
  private var path: Substring
  /// `?page=2`; empty where there is none.
  private var query: Substring

  init(_ string: String) {
    var rest = Substring(string.trimmingSpace)
    scheme = Self.scheme(of: rest)
    rest = rest.dropFirst(scheme.count)
    rest = rest.prefix { $0 != "#" }
    authority = ""
    if rest.hasPrefix("//") {
      authority = rest.prefix(2) + rest.dropFirst(2).prefix { $0 != "/" && $0 != "?" }
      rest = rest.dropFirst(authority.count)
    }
    path = rest.prefix { $0 != "?" }
    query = rest.dropFirst(path.count)
  }

  /// Whether an address says where it leads by itself.
  static func isAbsolute(_ string: String) -> Bool { !scheme(of: string[...]).isEmpty }

  private static func scheme(of string: Substring) -> Substring {
    guard let first = string.utf8.first, (first | 0x20) &- 0x61 < 26,
      let colon = string.firstIndex(of: ":")
    else { return "" }
    let name = string[..<colon]
    let isName = name.utf8.allSatisfy {
      ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || "+-.".utf8.contains($0)
    }
    return isName ? string[...colon] : ""
  }

  /// Where a reference that stands at this address leads; itself where that cannot be told.
  func resolve(_ reference: String) -> String {
    guard !scheme.isEmpty, !reference.isEmpty, !Self.isAbsolute(reference) else { return reference }
    let fragment = reference.firstIndex(of: "#").map { reference[$0...] } ?? ""
    let other = Address(reference)
    if !other.authority.isEmpty { return "\(scheme)\(reference)" }
    if other.path.isEmpty {
      let query = other.query.isEmpty ? query : other.query
      return "\(scheme)\(authority)\(path)\(query)\(fragment)"
    }
    let path = other.path.hasPrefix("/") ? String(other.path) : merged(other.path)
    return "\(scheme)\(authority)\(Self.withoutDots(path))\(other.query)\(fragment)"
  }

  /// A path beside this one.
  private func merged(_ other: Substring) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "/\(other)" }
    return "\(path[...slash])\(other)"
  }

  /// A path without `.` and `..`.
  private static func withoutDots(_ path: String) -> String {
    guard path.contains("/.") else { return path }
    var parts: [Substring] = []
    let all = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in all.enumerated() {
      let isLast = index == all.count - 1
      switch part {
      case ".": if isLast { parts.append("") }
      case "..":
        if parts.count > 1 { parts.removeLast() }
        if isLast { parts.append("") }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
