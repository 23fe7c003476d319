import Document

/// Whether an agency's item may be published: `usable`, `withheld` or `canceled`.
///
/// Source: IPTC, NewsCodes, Publishing Status.
struct PublishingStatus {
  let name: String

  /// - Parameter code: `stat:canceled`, `canceled`, or the address of the concept.
  init?(_ code: String?) {
    let name = code?.split { ":/".contains($0) }.last?.trimmingSpace.lowercased() ?? ""
    guard !name.isEmpty else { return nil }
    self.name = name
  }

  /// What a reader must know of an item that is not to be used.
  var warning: Warning? {
    ["canceled", "cancelled", "withheld"].contains(name)
      ? Warning(code: "status", message: "the agency calls it \(name): not for publication") : nil
  }
}
