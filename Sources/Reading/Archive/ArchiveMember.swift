import Document

/// The name of a member, which is a name and nothing else: no file is ever made of it.
struct ArchiveMember {
  let name: String

  init(_ bytes: some Collection<UInt8>) {
    if let name = String(validating: bytes, as: UTF8.self) {
      self.name = name
    } else {
      // What wrote no UTF-8 wrote the characters of an old PC.
      let bytes = Array(bytes)
      let decoded = bytes.withUnsafeBufferPointer {
        LegacyEncodings.decode($0, converter: "ibm-437")?.utf8
      }
      name = String(decoding: decoded ?? bytes, as: UTF8.self)
    }
  }

  func source(in archive: String) -> String { "\(archive)!/\(name)" }

  var isFolder: Bool { name.utf8.last == UInt8(ascii: "/") }

  /// Whether it is hidden, as files in folders are, or something that archivers leave for each other.
  var isHidden: Bool {
    name.split(separator: "/").contains {
      $0.hasPrefix(".") && $0 != "." && $0 != ".." || $0 == "__MACOSX"
    }
  }

  /// Whether its name tells that it is no article, by the rule for files in folders.
  var isSkipped: Bool { SkippedExtensions.contain(endOf: Array(name.utf8)[...]) }
}

extension ArchiveReader {
  /// Reads a member of an archive by its content; hidden ones are left out.
  func readMember(_ window: Window, _ member: ArchiveMember, of archive: String, depth: Int) {
    guard !member.isHidden else { return }
    let source = member.source(in: archive)
    guard !member.isSkipped else {
      return outlet.put(
        .failure(
          ReadFailure(source: source, code: "extension", message: "not an article by its name")))
    }
    read(window, source, depth: depth + 1)
  }
}
