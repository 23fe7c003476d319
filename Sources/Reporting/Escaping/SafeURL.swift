/// Addresses that may become links: nothing that a browser would run or that leads to the reader's own files.
enum SafeURL {
  /// An address of the web or of mail; nil for anything else.
  static func link(_ url: String) -> String? {
    web(url) ?? checked(url, schemes: ["mailto:"])
  }

  /// An `http` or `https` address; nil for anything else.
  static func web(_ url: String) -> String? {
    checked(url, schemes: ["http://", "https://"])
  }

  /// Browsers drop white space and controls inside an address, so an address with any is refused.
  private static func checked(_ url: String, schemes: [String]) -> String? {
    let utf8 = Array(url.utf8)
    guard !utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F || $0 == 0x5C }) else { return nil }
    let start = utf8.prefix(8).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let isAllowed = schemes.contains { start.starts(with: $0.utf8) && utf8.count > $0.utf8.count }
    return isAllowed ? url : nil
  }
}
