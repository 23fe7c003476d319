/// An input that is the address of a page, which nobody here fetches.
struct WebAddress {
  private let address: String
  private static let schemes = ["http://", "https://", "ftp://", "feed:", "www."]

  /// Nil for what is no address.
  init?(_ path: Path) {
    address = path.shown
    let start = address.prefix(8).lowercased()
    guard Self.schemes.contains(where: start.hasPrefix) || start == "file:///" else { return nil }
  }

  /// How to get what lies there.
  var remedy: String {
    if address.prefix(8).lowercased() == "file:///" {
      return "name the file: \(address.dropFirst(7))"
    }
    // Only what a shell takes as it stands within its quotation marks is safe to be pasted.
    let isPlain = address.utf8.allSatisfy { 0x21..<0x7F ~= $0 && $0 != UInt8(ascii: "'") }
    return isPlain
      ? "save the page: curl -Lo page.html '\(address)', or from a browser, and name the file"
      : "save the page from a browser, and name the file"
  }
}
