import Glibc
import Scripting

/// The SHA-256 of each of a report's files, in lines that `sha256sum --check` reads.
struct ReportManifest {
  static let name = "manifest.sha256"
  /// Bytes that are read at once.
  private static let block = 1 << 20

  private let folder: Path
  private var hashes: [String: String] = [:]

  init(of folder: Path) { self.folder = folder }

  /// Adds a file by its name from the folder.
  mutating func add(_ name: String) throws(WorkbenchError) {
    let path = folder.appending(name)
    do {
      let file = try Descriptor(opening: path, O_RDONLY)
      var digest = Digest()
      var offset = 0
      while true {
        let bytes = try file.read(Self.block, at: offset)
        if bytes.isEmpty { break }
        digest.add(content: bytes)
        offset += bytes.count
      }
      hashes[name] = digest.finish()
    } catch { throw .input(path: path.shown, errno: error.errno) }
  }

  /// Writes it beside the files, in the order of their names.
  func write() throws(WorkbenchError) {
    let names = hashes.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let text = names.map { "\(hashes[$0] ?? "")  \($0)\n" }.joined()
    let file = try OutputFile(folder.appending(Self.name).bytes)
    try file.write(Array(text.utf8)[...])
    try file.complete()
  }
}
