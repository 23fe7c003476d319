import Glibc
import Workbench

/// Names of files, which are bytes.
enum FileName {
  /// As messages show it.
  static func shown(_ name: [UInt8]) -> String { Path.shown(name) }

  static func exists(_ name: [UInt8]) -> Bool {
    (name.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      guard let name = buffer.baseAddress else { return false }
      return access(name, F_OK) == 0
    }
  }

  /// Only a folder's name may end in a slash.
  static func isFolder(_ name: [UInt8]) -> Bool { exists(name + [UInt8(ascii: "/")]) }

  /// The C library's words for an error, in lower case.
  static func words(of errno: Int32) -> String {
    let words = String(cString: strerror(errno))
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
