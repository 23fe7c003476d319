import Document

/// Parts of an archive that must not be read: the first outcome that one would give, and what to say in its place.
package typealias ArchiveBans = [Int: (code: String, message: String)]

/// Where the outcomes of an archive go, in order.
///
/// It counts them, so that a part whose reading has cost a process its life can be left out the next time.
final class Outlet {
  typealias Receiver = (Result<Article, ReadFailure>) -> Void

  private let bans: ArchiveBans
  private let each: Receiver
  private(set) var count = 0

  init(bans: ArchiveBans, each: @escaping Receiver) {
    self.bans = bans
    self.each = each
  }

  var hasBans: Bool { !bans.isEmpty }

  func put(_ result: Result<Article, ReadFailure>) {
    count += 1
    each(result)
  }

  /// Reads a part whole before anything of it is handed on, so that a fault in the reading is found at its first outcome.
  func part(_ place: String, _ read: (Receiver) -> Void) {
    if let ban = bans[count] {
      return put(
        .failure(ReadFailure(source: place, code: ban.code, message: ban.message)))
    }
    var results: [Result<Article, ReadFailure>] = []
    read { results.append($0) }
    for result in results { put(result) }
  }
}
