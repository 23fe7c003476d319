/// Files in folders that are no articles, told by their names alone. A file that is named itself is always read.
package enum SkippedExtensions {
  private static let all: Set<[UInt8]> = Set(
    [
      // Pictures, sound, film, type.
      "apng", "avif", "bmp", "gif", "heic", "ico", "jpeg", "jpg", "png", "svg", "tif", "tiff",
      "webp",
      "aac", "flac", "m4a", "mp3", "oga", "ogg", "opus", "wav", "avi", "mkv", "mov", "mp4", "mpg",
      "ogv", "webm", "eot", "otf", "ttf", "woff", "woff2",
      // What belongs to saved pages, programs and plugins.
      "a", "class", "css", "dll", "dylib", "exe", "js", "lua", "map", "mjs", "o", "pyc", "so",
      "toml",
      "wasm",
    ].map { Array($0.utf8) })

  private static let longest = 5

  /// Whether a file's name ends in one of them, in letters of either case.
  package static func contain(endOf name: ArraySlice<UInt8>) -> Bool {
    let end = name.suffix(longest + 1)
    guard let dot = end.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex,
      dot + 1 < end.endIndex
    else { return isBesideDatabase(name) }
    return all.contains(end[(dot + 1)...].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
  }

  /// Whether it is what SQLite keeps beside a database, `news.db-wal`.
  private static func isBesideDatabase(_ name: ArraySlice<UInt8>) -> Bool {
    let suffix = ["-wal", "-shm", "-journal"].first {
      name.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
    guard let suffix, let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let ending = String(decoding: name[(dot + 1)...].dropLast(suffix.utf8.count), as: UTF8.self)
    return ["db", "db3", "sqlite", "sqlite3"].contains(ending.lowercased())
  }
}
