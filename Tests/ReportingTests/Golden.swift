import Glibc
import Testing

/// Files that hold what a writer should write, in `Tests/Golden/Reporting`.
///
/// `COPYDESK_UPDATE_GOLDEN=1 swift test` writes them anew; the difference is then read like any other change.
enum Golden {
  static func expect(
    _ bytes: [UInt8], in name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let path = folder + name
    if getenv("COPYDESK_UPDATE_GOLDEN") != nil { write(bytes, to: path) }
    let (found, wanted) = (lines(bytes), lines(read(path)))
    guard found != wanted else { return }
    let line = zip(found, wanted).enumerated().first { $1.0 != $1.1 }?.offset
    let place = line ?? min(found.count, wanted.count)
    Issue.record(
      """
      \(name) differs in line \(place + 1):
      found:  \(place < found.count ? found[place] : "the end")
      wanted: \(place < wanted.count ? wanted[place] : "the end")
      """, sourceLocation: sourceLocation)
  }

  /// The lines of a file, named from the folder of the tests' golden files.
  static func lines(of name: String) -> [String] { lines(read(folder + "../" + name)) }

  private static let folder = {
    let path = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    return "/\(path)/Golden/Reporting/"
  }()

  private static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private static func read(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  private static func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "w") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }
}
