import Glibc
import Testing

/// A file of the project that is made from the sources and kept beside them.
struct Golden {
  let path: String

  /// - Parameter name: from the project's folder.
  init(_ name: String, from test: String = #filePath) {
    path = test.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/" + name
  }

  /// Compares, or writes the file where `UPDATE_GOLDEN` is set.
  func expect(_ content: String) {
    if getenv("UPDATE_GOLDEN") != nil {
      guard let file = fopen(path, "w") else { return }
      fputs(content, file)
      fclose(file)
    }
    #expect(
      read() == content,
      "\(path) is out of date; UPDATE_GOLDEN=1 swift test --filter ScriptingTests writes it")
  }

  func read() -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
