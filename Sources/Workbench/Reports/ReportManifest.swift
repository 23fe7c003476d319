import Glibc
import Scripting

/// The SHA-256 of each of a report's files, in lines that `sha256sum --check` reads.
///
/// So it also tells of a report that was there before which files are its own, and whether somebody has changed them since.
struct ReportManifest {
  static let name = "manifest.sha256"
  /// Bytes that are read at once.
  private static let block = 1 << 20
  /// Of a hash in hexadecimal.
  private static let digits = 64

  private let folder: Path
  private var hashes: [String: String] = [:]

  init(of folder: Path) { self.folder = folder }

  /// The one of the report that is in a folder; nil where there is none, or what there is cannot be read.
  init?(in folder: Path) {
    let path = folder.appending(Self.name)
    guard let file = try? Descriptor(opening: path, O_RDONLY | O_NOCTTY),
      let status = try? FileStatus(of: file.number), status.kind == .file,
      let bytes = try? file.read(status.bytes, at: 0)
    else { return nil }
    self.folder = folder
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let name = String(decoding: line.dropFirst(Self.digits + 2), as: UTF8.self)
      guard Self.isInside(name) else { continue }
      hashes[name] = String(decoding: line.prefix(Self.digits), as: UTF8.self)
    }
  }

  /// Whether a name leads nowhere but into the folder.
  private static func isInside(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { !["", ".", ".."].contains($0) }
  }

  /// Adds a file by its name from the folder.
  mutating func add(_ name: String) throws(WorkbenchError) {
    do { hashes[name] = try Self.hash(of: folder.appending(name)) } catch {
      throw .input(path: folder.appending(name).shown, errno: error.errno)
    }
  }

  private static func hash(of path: Path) throws(SystemFault) -> String {
    let file = try Descriptor(opening: path, O_RDONLY)
    var digest = Digest()
    var offset = 0
    while true {
      let bytes = try file.read(Self.block, at: offset)
      if bytes.isEmpty { return digest.finish() }
      digest.add(content: bytes)
      offset += bytes.count
    }
  }

  /// Takes the place of the manifest that was there: what that one names, this one does not and nobody has changed is removed, then this
  /// one is written.
  func replace() throws(WorkbenchError) {
    ReportManifest(in: folder)?.clear(except: Set(hashes.keys))
    try write()
  }

  /// Removes the files, but for some, with folders that become empty. What cannot be removed stays.
  private func clear(except kept: Set<String>) {
    for name in hashes.keys.sorted() where !kept.contains(name) {
      let path = folder.appending(name)
      guard (try? FileStatus(of: path, followingLinks: false))?.kind == .file,
        let hash = try? Self.hash(of: path), hash == hashes[name]
      else { continue }
      // The report of a group has files of its own.
      if path.lastName.elementsEqual(Self.name.utf8) {
        ReportManifest(in: path.folder)?.clear(except: [])
      }
      _ = path.withCString { unlink($0) }
      for depth in 1..<max(1, name.split(separator: "/").count) {
        let parts = name.split(separator: "/").dropLast(depth)
        _ = folder.appending(parts.joined(separator: "/")).withCString { rmdir($0) }
      }
    }
  }

  /// Writes it beside the files, in the order of their names.
  private func write() throws(WorkbenchError) {
    let names = hashes.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let text = names.map { "\(hashes[$0] ?? "")  \($0)\n" }.joined()
    let file = try OutputFile(folder.appending(Self.name).bytes)
    try file.write(Array(text.utf8)[...])
    try file.complete()
  }
}
