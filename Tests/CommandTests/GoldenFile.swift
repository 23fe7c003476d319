import Glibc
import Testing

/// Files that hold what the program should write, in `Tests/Golden/Commands`.
///
/// `COPYDESK_UPDATE_GOLDEN=1 swift test` writes them anew; the difference is then read like any other change.
enum GoldenFile {
  static func expect(
    _ bytes: [UInt8], in name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let path = folder + name
    if getenv("COPYDESK_UPDATE_GOLDEN") != nil, let file = fopen(path, "w") {
      fwrite(bytes, 1, bytes.count, file)
      fclose(file)
    }
    let wanted = lines(Scratch.bytes(path) ?? [])
    let found = lines(bytes)
    guard found != wanted else { return }
    let place =
      zip(found, wanted).enumerated().first { $1.0 != $1.1 }?.offset
      ?? min(found.count, wanted.count)
    Issue.record(
      """
      \(name) differs in line \(place + 1):
      found:  \(place < found.count ? found[place] : "the end")
      wanted: \(place < wanted.count ? wanted[place] : "the end")
      """, sourceLocation: sourceLocation)
  }

  private static let folder = {
    let path = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    return "/\(path)/Golden/Commands/"
  }()

  private static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
