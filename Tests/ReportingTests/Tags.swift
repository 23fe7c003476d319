/// The tags of an HTML document as the simplest of parsers sees them: what markup there is, whatever the words are.
struct Tags {
  struct Tag: Hashable {
    var name: String
    var isEnd: Bool
    /// Names and values, as written.
    var attributes: [[String]]

    func value(_ name: String) -> String? { attributes.first { $0[0] == name }?[1] }
  }

  private(set) var tags: [Tag] = []

  init(_ html: String) {
    let bytes = Array(html.utf8)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else {
        index += 1
        continue
      }
      index += 1
      tags.append(Self.tag(bytes, &index))
      // What is in a stylesheet or a script is no markup.
      if let last = tags.last, ["style", "script"].contains(last.name), !last.isEnd {
        let end = Array("</\(last.name)>".utf8)
        while index < bytes.count, !bytes[index...].starts(with: end) { index += 1 }
      }
    }
  }

  /// Markup without its words: names of elements, of attributes, and their classes.
  ///
  /// Names of marks, and what is cut to the room that there is, are left out: they depend on the words.
  var skeleton: [String] {
    var isName = false
    return tags.compactMap { tag in
      guard tag.name != "text" else {
        let was = isName
        let look = tag.value("class") ?? ""
        isName = look.hasPrefix("name") || look.hasPrefix("cut")
        return isName || was && tag.isEnd ? nil : "\(tag.isEnd)text"
      }
      let classes = tag.value("class") ?? ""
      // A title is there only where it says more than the words.
      let names = tag.attributes.map { $0[0] }.filter { $0 != "title" }.joined(separator: " ")
      return "\(tag.isEnd ? "/" : "")\(tag.name) \(names) \(classes)"
    }
  }

  /// The first place where the markup differs from that of another document; nil where it is the same.
  func difference(from other: Tags) -> String? {
    let (a, b) = (skeleton, other.skeleton)
    for (index, (found, wanted)) in zip(a, b).enumerated() where found != wanted {
      return "tag \(index), after \(a[max(0, index - 3)..<index]): \(found), not \(wanted)"
    }
    return a.count == b.count ? nil : "\(a.count) tags, not \(b.count)"
  }

  private static func tag(_ bytes: [UInt8], _ index: inout Int) -> Tag {
    let isEnd = bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let name = word(bytes, &index)
    var attributes: [[String]] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if bytes[index] <= 0x20 {
        index += 1
        continue
      }
      let attribute = word(bytes, &index)
      var value: [UInt8] = []
      if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
        index += 2
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
          value.append(bytes[index])
          index += 1
        }
        index += 1
      } else if attribute.isEmpty {
        index += 1
      }
      attributes.append([attribute, String(decoding: value, as: UTF8.self)])
    }
    index += 1
    return Tag(name: name, isEnd: isEnd, attributes: attributes)
  }

  private static func word(_ bytes: [UInt8], _ index: inout Int) -> String {
    let start = index
    while index < bytes.count, bytes[index] > 0x20, !">=/".utf8.contains(bytes[index]) {
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }
}
