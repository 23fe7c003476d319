/// Files in folders that are no articles, told by their names alone. A file that is named itself is always read.
enum SkippedExtensions {
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

  static func contain(_ fileExtension: [UInt8]) -> Bool {
    !fileExtension.isEmpty && all.contains(fileExtension)
  }
}
