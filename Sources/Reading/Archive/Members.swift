import Document

/// What an archive holds, one after the other, each at a place in the file.
///
/// Places never decrease, and depend on the file alone, not on which of the members are read and which are passed over.
protocol Members: AnyObject {
  /// How much of the file had been taken before the next one; nil at the end.
  func nextPlace() throws(StreamFault) -> Int?

  /// Reads the next one.
  func read(by reader: ArchiveReader) throws(StreamFault)

  /// Passes over the next one.
  func pass() throws(StreamFault)
}

extension Members {
  func readAll(by reader: ArchiveReader) throws(StreamFault) {
    while try nextPlace() != nil { try read(by: reader) }
  }
}

/// What is read as a whole: one article, or an archive that cannot be taken member by member.
final class OneMember: Members {
  private let reading: (ArchiveReader) throws(StreamFault) -> Void
  private var isDone = false

  init(_ reading: @escaping (ArchiveReader) throws(StreamFault) -> Void) {
    self.reading = reading
  }

  func nextPlace() -> Int? { isDone ? nil : 0 }

  func read(by reader: ArchiveReader) throws(StreamFault) {
    isDone = true
    try reading(reader)
  }

  func pass() { isDone = true }
}
