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

  /// The folder that names are meant from; nil where it is gone.
  static var workingFolder: [UInt8]? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return Array(UnsafeRawBufferPointer(start: path, count: strlen(path)))
  }

  /// A name that means the same from any folder; `-`, which is no file, stays.
  static func absolute(_ name: [UInt8], in folder: [UInt8]) -> [UInt8] {
    name.first == UInt8(ascii: "/") || name == [UInt8(ascii: "-")]
      ? name : folder + [UInt8(ascii: "/")] + name
  }

  /// Makes a folder the one that names are meant from.
  static func enter(_ folder: [UInt8]) -> Bool {
    (folder.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { chdir($0) == 0 } ?? false
    }
  }

  /// The C library's words for an error, in lower case.
  static func words(of errno: Int32) -> String {
    let words = String(cString: strerror(errno))
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
